/** The pages behind an invitation's link, in Japanese. */
import type { InvitationWords } from '../en/invitation.ts'

export const invitation: InvitationWords = {
  title: (organization) => `${organization} からの招待`,
  from: (inviter) => `${inviter} さんからのメッセージ:`,
  intro: (organization) => `ゲストになると、${organization} が共有するものを利用できます。`,
  prove: (address) => `承諾するには、まず ${address} がご自身のものであることを証明してください。`,
  proveAtHome: (home, address) =>
    `承諾するには、${home} で ${address} としてサインインしてください。`,
  signIn: 'サインイン',
  sendCode: 'メールでコードを受け取る',
  otherProvider: '別のプロバイダーでサインイン',
  signInWith: (provider) => `${provider} でサインイン`,
  signedInAsOther: (name, address) =>
    `${name} としてサインインしています。${address} もご自身のものである場合は、下で証明してください。招待された人とは別の人としてサインインしている場合は、先にサインアウトしてから、もう一度リンクを開いてください。`,
  review: 'アクセス許可の確認',
  receives: (organization) => `承諾すると、${organization} に次の情報が提供されます。`,
  receivesName: 'お名前',
  receivesAddress: (address) => `アドレス ${address}`,
  receivesSignIn: 'そこに最後にサインインした日時と、そこで行った操作',
  statement: (organization) => `${organization} のプライバシーに関する声明を読む`,
  noStatement: (organization) => `${organization} はプライバシーに関する声明を提供していません。`,
  contact: (contact) => `データに関するお問い合わせは、${contact} にご連絡ください。`,
  accept: '承諾',
  decline: '辞退',
  declineHint: '辞退する場合、サインインは必要ありません。',
  forGood: (organization) => `今後 ${organization} からの招待をすべて拒否する`,
  over: 'この招待は終了しました',
  overWhy:
    'リンクがすでに使用されたか、古すぎるか、新しいリンクに置き換えられたか、取り消されました。',
  overProve: 'サインインして招待の状況を確認',
  overFor: {
    accepted: (organization) =>
      `${organization} の招待は、今回確認されたものとは別のサインインですでに承諾されています。そちらでサインインしてください。`,
    revoked: (organization) =>
      `${organization} がこの招待を取り消しました。共同での作業を希望する場合は、新しい招待を依頼してください。`,
    replaced: (organization) =>
      `${organization} から、このリンクに代わる新しいリンクが送信されています。${organization} からの最新のメールを確認してください。`,
    expired: (organization, time) =>
      `${organization} のこの招待は ${time} に終了しました。もう一度送信するよう依頼してください。`,
  },
  guestAlready: (organization) => `${organization} のゲストです`,
  guestAlreadyWhy:
    'この招待はすでに承諾済みで、リンクの役目は終わっています。ここから続行してください。',
  notNow: '現在、この招待を承諾できません',
  refused: {
    domainNotAllowed: (organization) =>
      `${organization} は、このドメインの人を受け入れなくなりました。招待した人に確認してください。`,
    guestDisabled: (organization) =>
      `${organization} のアカウントは無効です。${organization} の管理者が有効にできますので、その後でこのリンクをもう一度開いてください。参加を希望しない場合は、削除を依頼してください。`,
    inviteeRefuses: (organization) =>
      `${organization} からの今後の招待をすべて拒否しています。まず「組織」ページで拒否を解除してから、このリンクをもう一度開いてください。`,
  },
  askRemoval: '削除を依頼',
  overNext:
    '組織と共同での作業を希望する場合は、新しい招待を依頼してください。所属している組織は、組織の一覧で確認できます。',
  toOrganizations: '所属組織',
  accepted: (organization) => `${organization} のゲストになりました`,
  acceptedNext: (organization) =>
    `${organization} が続きのアドレスを指定しています。次のアドレスは ${organization} のものです:`,
  alreadyHere: (organization) => `すでに ${organization} に所属しています`,
  alreadyHereWhy:
    '招待は、お客様の別のアドレスに送信されたものです。そこにあるアカウントで続行します。',
  takenOver: '招待されたアドレスのために用意されていた次のものは、お客様のものになりました:',
  notTakenOver: '次のものは引き継がれませんでした。必要な場合は、そこの管理者に依頼してください:',
  link: {
    group: (name) => `グループ: ${name}`,
    ownedGroup: (name) => `グループの所有者: ${name}`,
    application: (name) => `アプリケーション: ${name}`,
    ownedApplication: (name) => `アプリケーションの所有者: ${name}`,
    role: (name) => `ロール: ${name}`,
    sponsor: (name) => `スポンサー: ${name}`,
    sponsorOf: (name) => `スポンサーを務める相手: ${name}`,
    manager: (name) => `上司: ${name}`,
    directReport: (name) => `部下: ${name}`,
  },
  declined: (organization) => `${organization} の招待を辞退しました`,
  declinedWhy: 'そこにお客様のものは何も残っていません。',
  declinedAndLeft: (organization) =>
    `${organization} にアカウントがありましたが、退出しました。いつまで復元できるかは、お送りしたメールに記載されています。`,
  declineBlocked: (organization) => `${organization} から退出していません`,
  declineBlockedWhy: (organization) =>
    `すでに ${organization} にアカウントがあるため、辞退すると退出することになりますが、退出を妨げているものがあります。その内容と対処方法は、組織の一覧で確認できます。`,
  openPortal: 'アプリに移動',
}
