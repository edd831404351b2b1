/** What people read when they hand over and leave, and why they cannot undo it; in Japanese. */
import type { HandOverWords, UndoWords } from '../en/hand-over.ts'

const refused: HandOverWords['refused'] = {
  oneself: () => '自分自身に引き継ぐことはできません。ほかの人を指定してください。',
  notAccepted: (organization) =>
    `指定した人はまだ ${organization} の招待を承諾していないため、引き継げません。ほかの人を指定してください。`,
  disabled: (organization) =>
    `指定した人のアカウントは ${organization} で無効になっているため、引き継げません。ほかの人を指定してください。`,
  guest: (organization) =>
    `指定した人は ${organization} のゲストです。引き継げるのはメンバーだけです。メンバーを指定してください。`,
  homeClosed: () =>
    '指定した人はホーム組織でサインインが許可されていないため、操作できません。ほかの人を指定してください。',
}

export const handOver: HandOverWords = {
  offer: '後任を指定して退出',
  soleAdministrator: (organization) =>
    `あなたに代わって ${organization} のグローバル管理者になる人を指定すると、同時に退出できます。`,
  sole: (organization) =>
    `${organization} には、ほかに担当者のいないものがあります。引き継ぐ人を指定できます。指定せずに退出すると、管理者が対応するまで担当者のいない状態になります。`,
  title: (organization) => `引き継いで ${organization} から退出しますか?`,
  lead: (organization) =>
    `${organization} から直ちに退出します。担当者がいなくなる次のものを、指定した人が引き継ぎます。`,
  nothing: '担当者がいなくなるものはないため、後任を指定せずに退出できます。',
  role: (role) => `ロール「${role}」`,
  find: '名前でメンバーを検索',
  search: '検索',
  who: '引き継ぐ人',
  more: 'ほかにもいます。名前で検索してください。',
  nobody: '引き継げる人が見つかりません。見つからない場合は、管理者に連絡してください。',
  afterwards:
    '後任にはメールで通知されます。引き継いだものは、あなたが戻っても後任のもとに残ります。',
  refused,
  notFound: 'この ID の人は見つかりません。表示されている人から選んでください。',
}

export const undo: UndoWords = {
  notByThemselves: (organization) =>
    `あなたは自分で ${organization} を離れたのではないため、自分で取り消すことはできません。組織の管理者に復元を依頼してください。`,
  timeOver: (organization) =>
    `${organization} からの退出を自分で取り消せる期間が過ぎたか、その機能が提供されていません。組織の管理者に復元を依頼してください。`,
  homeDisabled: (organization) =>
    `ホームのアカウントが使えないため、${organization} に戻ることはできません。ホーム組織の管理者に問い合わせてください。`,
  homeClosed: (organization) =>
    `ホーム組織が閉鎖されているため、戻ると ${organization} から自分で退出できなくなります。戻りたい場合は、組織の管理者に復元を依頼してください。`,
  organizationClosed: (organization) =>
    `${organization} は閉鎖されているため、誰も戻ることはできません。`,
  held: (organization) =>
    `${organization} は保持のためあなたのデータを保管しています。組織の管理者に復元を依頼してください。`,
  refuses: (organization) =>
    `あなたは ${organization} からの今後の招待をすべて拒否しています。先にそれを取り下げてから、退出を取り消してください。`,
  domainNotAllowed: (organization) =>
    `${organization} は、あなたのドメインの人を受け入れなくなりました。組織の管理者に問い合わせてください。`,
  taken: (organization) =>
    `${organization} の別の人が、あなたの名前またはアドレスを今使っています。組織の管理者に復元を依頼してください。`,
}
