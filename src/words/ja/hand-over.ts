/** What people read when they hand over and leave; in Japanese. */
import type { HandOverWords } from '../en/hand-over.ts'

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
