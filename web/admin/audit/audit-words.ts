/** What happened, and the codes of why, in the language of the page. */
import type { Words } from '../words.tsx'

type Known = Readonly<Partial<Record<string, string>>>

/** What an activity is called that the directory API calls `displayName`. */
export const activityIn = ({ audit }: Words, displayName: string): string =>
  (audit.activities as Known)[displayName] ?? displayName

/** What a code of the log means. */
export const reasonIn = ({ audit }: Words, reason: string): string =>
  (audit.reasons as Known)[reason] ?? reason
