/** What the copy of my data tells of a user and the directory API does not; in Japanese. */
import type { CopiedUserWords } from '../en/copied-user.ts'

export const copiedUser: CopiedUserWords = {
  tenantId: '組織の ID',
  personId: 'すべての組織での自分の ID',
  originalUserPrincipalName: '削除前のユーザー プリンシパル名',
  disabledAt: '無効にされた日時',
  everAccepted: '招待を承諾したことがある',
  accessEndedAt: 'アクセスが最後に終わった日時',
  withoutHomeUntil: 'ホームがないため削除される日時',
  attestedAt: '必要性が最後に確認された日時',
  lifecycleFrom: '規則を数え直す起点',
  disabledByPolicy: '組織の規則により無効化',
  endNoticeFor: '最後に知らされた終了日',
  deletedByKind: '削除した人',
  deletionEventId: '終了の参照番号',
  restorableUntil: '復元できる期限',
  heldAt: '保持のため保管されている開始日時',
}
