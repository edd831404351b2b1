/** Why somebody cannot undo by themselves that they left; in Japanese. */
import type { UndoWords } from '../en/undo.ts'

export const undo: UndoWords = {
  notByThemselves: (organization) =>
    `あなたは自分で ${organization} を離れたのではないため、自分で取り消すことはできません。組織の管理者に復元を依頼してください。`,
  timeOver: (organization) =>
    `${organization} からの退出を自分で取り消せる期間が過ぎたか、その機能が提供されていません。組織の管理者に復元を依頼してください。`,
  homeDisabled: (organization) =>
    `ホームのアカウントが使えないため、${organization} に戻ることはできません。ホーム組織の管理者に問い合わせてください。`,
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
