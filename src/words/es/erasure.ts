/** When the data of who has left or was deleted is erased, wherever it is said; in Spanish. */
import type { ErasureWords } from '../en/erasure.ts'

export const erasure: ErasureWords = {
  comes: (by) =>
    `En cuanto la cuenta ya no se puede restaurar, se borran todos sus datos; el borrado termina a más tardar el ${by}.`,
  comesMany: (by) =>
    `En cuanto estas cuentas ya no se pueden restaurar, se borran todos sus datos; el borrado termina a más tardar el ${by}.`,
  runs: (by) =>
    `La cuenta ya no se puede restaurar. Se están borrando todos sus datos; el borrado termina a más tardar el ${by}.`,
}
