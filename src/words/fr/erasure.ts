/** When the data of who has left or was deleted is erased, wherever it is said; in French. */
import type { ErasureWords } from '../en/erasure.ts'

export const erasure: ErasureWords = {
  comes: (by) =>
    `Dès que le compte ne peut plus être restauré, toutes ses données sont effacées ; c’est fait au plus tard le ${by}.`,
  comesMany: (by) =>
    `Dès que ces comptes ne peuvent plus être restaurés, toutes leurs données sont effacées ; c’est fait au plus tard le ${by}.`,
  runs: (by) =>
    `Le compte ne peut plus être restauré. Toutes ses données sont en cours d’effacement ; ce sera fait au plus tard le ${by}.`,
}
