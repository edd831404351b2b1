/**
 * Leaving several organizations with one receipt: each leave still has its own, in its own
 * transaction, and they have one reference and one mail together.
 */
import { newId, type EventId } from '../kernel/ids.ts'
import { newToken } from '../store/token.ts'

/** One mail for all leaves of which somebody hears at the same address. */
export type SharedLetter = {
  readonly mailId: string
  readonly code: string
  readonly codeHash: Buffer
}

export type Together = {
  readonly reference: EventId
  readonly letterTo: (mailbox: string) => SharedLetter
}

/** What the leaves of one request share. */
export const newTogether = (): Together => {
  const letters = new Map<string, SharedLetter>()
  return {
    reference: newId<EventId>(),
    letterTo: (mailbox) => {
      const { token: code, hash: codeHash } = newToken()
      const letter = letters.get(mailbox) ?? { mailId: newId(), code, codeHash }
      letters.set(mailbox, letter)
      return letter
    },
  }
}
