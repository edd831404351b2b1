/** The secret of an application that a command makes: until when it is good, and how it is told. */
import { dayMs, plus } from '../../kernel/time.ts'
import { secretDays } from '../../wire/graph/applications/application-parts.ts'

/** A secret without a name that is good for as long as one can be. */
export const longSecret = (now: Date) => ({
  displayName: null,
  expiresAt: plus(now, secretDays.most * dayMs),
})

/** The line that tells it. */
export const secretLine = (text: string): string =>
  `Client secret: ${text}   (shown this once; good for ${secretDays.most} days)`
