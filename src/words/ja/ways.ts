/** Ways to sign in other than a password here: codes by mail and providers, in Japanese. */
import type { WaysWords } from '../en/ways.ts'
import { pluralOf } from '../speech.ts'

const plural = pluralOf('ja')

export const ways: WaysWords = {
  withCode: 'メールでコードを受け取る',
  codeIntro:
    'このアドレスにコードを送信します。コードを入力すると、サインインできるか、サインインの方法がわかります。',
  back: 'サインインページに戻る',

  codeTitle: 'コードでサインイン',
  address: 'メールアドレス',
  addressHint:
    'このアドレスにコードを送信します。サインインに使う別のアカウントがない方のための方法です。',
  addressHintAsking:
    'このアドレスにコードを送信します。招待を受けたアドレスを入力してください。サインインできる場合は、代わりに組織の一覧からリクエストしてください。',
  send: 'コードを送信',
  notAnAddress: 'このアドレスにはコードを送信できません。入力内容を確認してください。',
  codeSent: (address) =>
    `${address} にメールが届く場合は、8 桁のコードが送信されています。このブラウザーで、ここに入力してください。`,
  code: 'コード',
  codeHint: (minutes) => `${plural(minutes, { other: '# 分' })}以内に 1 回だけ使用できます。`,
  check: '続行',
  notACode: 'コードは 8 桁です。メールをもう一度確認してください。',
  wrongCode: (left) =>
    `コードが正しくありません。あと ${plural(left, { other: '# 回' })}試せます。`,
  codeOver:
    'このコードは使用できなくなりました。使用済みか、古すぎるか、試行回数が多すぎます。新しいコードを要求してください。',
  newCode: '新しいコードを送信',

  unknownTitle: 'お客様のアカウントが見つかりません',
  unknownAddress: (address) =>
    `${address} がお客様のものであることは確認できましたが、このアドレスのアカウントはここにはありません。`,
  unknownIdentity: (provider) =>
    `${provider} によって本人確認はできましたが、対応するアカウントはここにはありません。`,
  unknownGuest:
    'ここの組織にこのアドレスのゲストがいる場合は削除を、最近削除された場合は復元を、次から依頼できます。',
  unknownNext:
    '招待を受けている場合は、このブラウザーで招待のリンクを開いてください。招待を受けていない場合は、組織に招待を依頼してください。ホーム組織のアカウントをお持ちの場合は、そのアカウントでサインインしてください。',
  homeGoneTitle: 'アカウントは存在しません',
  homeGone: 'ホーム組織のアカウントが削除されたため、そのアカウントでは誰もサインインできません。',
  homeGoneNext:
    '削除されたのがここ数週間のことであれば、ホーム組織の管理者が復元できる場合があります。ゲストとして参加している組織には、次から削除を依頼できます。',

  providerTitle: '別のプロバイダーでサインイン',
  providerName: 'アドレス、またはホーム組織のドメイン',
  providerNameHint:
    '例: ada@contoso.example または contoso.example。招待元の組織のドメインも使用できます。',
  find: '続行',
  again: (provider) => `もう一度 ${provider} でサインイン`,
  noProvider: (domain) =>
    `${domain} のプロバイダーが見つかりません。入力内容を確認するか、コードでアドレスの所有を確認してください。確認後に、サインインの方法が表示されます。`,
  proveFirst: 'コードを受け取り、サインイン方法を確認',
  waysTitle: 'プロバイダーでサインイン',
  ways: (address) =>
    `${address} がお客様のものであることを確認しました。このアドレスのゲストは、次からサインインします。`,
  atProvider: (host) => `${host} でサインインした後、ここに戻ります。`,
  whichTitle: 'サインイン方法の選択',
  which: (domain) => `${domain} と共同で作業する方は、次の方法を利用できます。`,
  use: (provider, host) => `${provider} (${host})`,
  onTheWay: (provider) => `${provider} に移動します。`,
  goTo: (provider) => `${provider} に進む`,
  startAgain: 'サインインし直す',
  flowOverTitle: '最初からやり直してください',
  flowOver:
    'プロバイダーからのこの応答は、このブラウザーのどのサインインにも対応していません。古すぎるか、すでに使用されたか、別の場所で開始されたものです。',
  stopped: (provider) => `${provider} でのサインインは行われませんでした。何も変更されていません。`,
  refusedTitle: 'このサインインは受け入れられませんでした',
  refused: (provider) =>
    `${provider} からの応答を信頼できなかったため、サインインは行われませんでした。もう一度お試しください。解決しない場合は、ホーム組織の管理者に知らせてください。`,
  unavailable: (provider) =>
    `${provider} が現在応答していません。しばらくしてからもう一度試すか、別の方法でサインインしてください。`,
  notTrusted:
    'このプロバイダーは、ここでは使用されなくなりました。別の方法でサインインするか、組織の管理者に確認してください。',
}
