/** When the data of who has left or was deleted is erased, wherever it is said; in Japanese. */
import type { ErasureWords } from '../en/erasure.ts'

export const erasure: ErasureWords = {
  comes: (by) =>
    `アカウントを復元できなくなると、そのデータはすべて消去されます。消去は遅くとも ${by} までに完了します。`,
  comesMany: (by) =>
    `これらのアカウントを復元できなくなると、そのデータはすべて消去されます。消去は遅くとも ${by} までに完了します。`,
  runs: (by) =>
    `アカウントはもう復元できません。データをすべて消去しています。消去は遅くとも ${by} までに完了します。`,
}
