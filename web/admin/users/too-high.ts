/** Why what is sensitive of a user is not done by who looks at them. */
import type { User } from '../../../src/client/graph.ts'
import { useWords } from '../words.tsx'

/** The sentence for whose roles stand above mine (R49); undefined for everybody else. */
export const useTooHigh = (user: User): string | undefined => {
  const { targetTooHigh } = useWords().deleted.conflicts
  return user['guesthouse.isWithinReach'] === false ? targetTooHigh() : undefined
}
