/**
 * What stands in the way of leaving, and why something that a person asks for is not done; in
 * Japanese.
 */
import type { BlockersWords } from '../en/blockers.ts'

export const blockers: BlockersWords = {
  yourHome: 'ホーム組織',
  reason: {
    homeOrganization: {
      message: (organization) =>
        `${organization} はあなたのホーム組織です。ホーム組織から退出することはできません。`,
      nextStep: (organization) =>
        `${organization} のアカウントを終了したい場合は、管理者に削除を依頼してください。`,
    },
    disabledAtHome: {
      message: (_, home) =>
        `あなたが所属する ${home} でアカウントが無効になっているため、どの組織からも退出できません。`,
      nextStep: (_, home) =>
        `${home} の管理者にアカウントを有効にするよう依頼してから退出してください。または、削除を依頼してください。この組織の管理者はゲストアカウントを削除できます。`,
    },
    homeDeleted: {
      message: (_, home) =>
        `あなたが所属していた ${home} のアカウントは削除されているため、自分で組織から退出することはできません。`,
      nextStep: (organization) =>
        `削除を依頼してください。${organization} の管理者はゲストアカウントを削除できます。`,
    },
    homeClosed: {
      message: (_, home) =>
        `あなたが所属する ${home} は閉鎖されているため、自分で組織から退出することはできません。`,
      nextStep: (organization) =>
        `ここで、または招待されたアドレスに届くコードを使って、削除を依頼してください。${organization} の管理者はゲストアカウントを削除できます。`,
    },
    disabledInOrganization: {
      message: (organization) =>
        `${organization} でアカウントが無効になっているため、自分で退出することはできません。`,
      nextStep: (organization) =>
        `削除を依頼してください。${organization} の管理者はアカウントを削除するか、退出できるように有効にすることができます。`,
    },
    leavingNotAllowed: {
      message: (organization) => `${organization} では、ゲストが自分で退出することはできません。`,
      nextStep: (organization) =>
        `削除を依頼するか、${organization} のプライバシー担当の連絡先に連絡してください。`,
    },
    lastAdministrator: {
      message: (organization) => `${organization} で操作できるグローバル管理者は、あなただけです。`,
      nextStep: () =>
        '後任を指定して同時に退出できます。または、先にほかの人をグローバル管理者にしてから、退出してください。',
    },
  },
  closed: {
    disabledAtHome: {
      nextStep: (organization, home) =>
        `${home} の管理者にアカウントを有効にするよう依頼してから退出してください。または、ここで、もしくは招待されたアドレスに届くコードを使って、削除を依頼してください。${organization} は閉鎖されているため回答は必要なく、ゲストアカウントは自動的に削除されます。`,
      liftedBy: (organization, home) =>
        `${home} の管理者。${organization} は閉鎖されているため、依頼した人は自動的に削除されます。`,
    },
    homeDeleted: {
      nextStep: (organization) =>
        `ここで、または招待されたアドレスに届くコードを使って、削除を依頼してください。${organization} は閉鎖されているため回答は必要なく、ゲストアカウントは自動的に削除されます。`,
      liftedBy: (organization) =>
        `誰の操作も必要ありません。${organization} は閉鎖されているため、依頼した人は自動的に削除されます。`,
    },
  },
  liftedBy: {
    nobody: (organization) =>
      `誰にも解除できません。${organization} の管理者はアカウントを削除できます。`,
    homeOrAdministrators: (organization, home) =>
      `${home} の管理者、またはゲストアカウントを削除できる ${organization} の管理者。`,
    administrators: (organization) => `${organization} の管理者。`,
    themselves: () => 'あなた自身。',
  },
  refusal: {
    leaveBlocked: (organization, why) => `現在、${organization} から退出できません。${why}`,
    nothingToShow:
      '同意する対象がありません。あなたがホーム組織を持つゲストではないか、その組織がゲストをホーム組織に知らせていません。',
    organizationNotFound: 'この ID の組織には所属していません。',
    neverThere: 'この ID の組織には所属しておらず、退出したこともありません。',
    alreadyRemoved: 'この組織のアカウントはすでに削除されています。退出するものはありません。',
    homeClosed:
      'ホーム組織が閉鎖されているため、ほかの組織を利用できません。各組織に削除を依頼することはできます。',
    noLongerThere: (organization) =>
      `もう ${organization} に所属していません。復元または新しい招待を依頼してください。`,
    organizationClosed: (organization) =>
      `${organization} は閉鎖されています。誰も使用できません。`,
    organizationClosedLeave: (organization) =>
      `${organization} は閉鎖されています。退出することは引き続きできます。`,
    notAccepted: (organization) =>
      `${organization} の招待をまだ承諾していません。先に承諾してください。`,
    providerNotTrusted: (organization) =>
      `${organization} は、サインインに使ったプロバイダーを信頼しなくなりました。別の方法でサインインするか、管理者に問い合わせてください。`,
    disabledThere: (organization) =>
      `${organization} でアカウントが無効になっています。管理者に問い合わせてください。`,
    homeAccountDeleted:
      'ホーム組織のアカウントは削除されています。所属する組織を確認し、削除を依頼することは引き続きできます。',
    homeAccountDisabled:
      'ホーム組織でアカウントが無効になっています。有効にするよう管理者に依頼してください。',
    signedOut: 'サインインしていません。もう一度サインインしてください。',
    canLeave: '妨げるものはありません。この組織から自分で退出できます。',
    nothingToRestore:
      '復元するものはありません。アカウントが存在するか、組織が閉鎖されているか、復元できる期間が過ぎています。',
    requestNotFound: 'この組織に、この ID のリクエストはありません。',
    alreadyAnswered: 'このリクエストはすでに回答されたか、取り下げられています。',
    stillHere:
      'まだこの組織に所属しています。先に退出するか招待を辞退してから、今後の招待を拒否してください。',
    refusalNotFound: 'この ID の拒否はありません。すでに取り消された可能性があります。',
    sessionNotFound: 'この ID のセッションはありません。すでに終了した可能性があります。',
    consentNotFound:
      'この ID のアプリケーションは、あなたの代わりに操作できません。すでに終了した可能性があります。',
    invitationOver:
      'あなた宛ての有効な招待はありません。参加したい場合は、組織に新しい招待を依頼してください。',
    domainNotAllowed: (organization) =>
      `${organization} は、あなたのドメインの人を受け入れなくなりました。招待した人に問い合わせてください。`,
    ownDomain: (organization) =>
      `招待されたアドレスは、現在 ${organization} 自身のドメインに属しています。メンバーにするよう管理者に依頼してください。`,
    guestDisabled: (organization) =>
      `${organization} のアカウントが無効になっているため、招待を承諾できません。有効にするよう管理者に依頼するか、削除を依頼してください。`,
    inviteeRefuses: (organization) =>
      `${organization} からの今後の招待をすべて拒否しています。先に拒否を取り消してから、承諾してください。`,
    declineBlocked:
      'すでにその組織のアカウントがあるため、辞退は退出を意味しますが、それを妨げるものがあります。理由は組織の一覧に表示されています。',
  },
}
