/** Who may see a receipt. */
import { timingSafeEqual } from 'node:crypto'
import type { PersonId } from '../kernel/ids.ts'
import { tokenHash } from '../store/token.ts'
import type { Receipt } from './receipt.ts'

/** Whether `code` is the one in the receipt's mail. */
export const isCodeOf = ({ codeHash }: Pick<Receipt, 'codeHash'>, code: string | undefined) => {
  const hash = tokenHash(code)
  return hash !== undefined && codeHash !== null && timingSafeEqual(hash, Buffer.from(codeHash))
}

/** Whether it is about this person; nobody's any more once everything is erased. */
export const isOf = (
  { personId }: Pick<Receipt, 'personId'>,
  whom: PersonId | undefined,
): boolean => whom !== undefined && personId === whom
