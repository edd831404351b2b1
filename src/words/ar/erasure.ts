/** When the data of who has left or was deleted is erased, wherever it is said; in Arabic. */
import type { ErasureWords } from '../en/erasure.ts'

export const erasure: ErasureWords = {
  comes: (by) => `متى تعذّرت استعادة الحساب تُمحى جميع بياناته، ويكتمل المحو في موعد أقصاه ${by}.`,
  comesMany: (by) =>
    `متى تعذّرت استعادة هذه الحسابات تُمحى جميع بياناتها، ويكتمل المحو في موعد أقصاه ${by}.`,
  runs: (by) =>
    `لم تعد استعادة الحساب ممكنة. تُمحى جميع بياناته الآن، ويكتمل المحو في موعد أقصاه ${by}.`,
}
