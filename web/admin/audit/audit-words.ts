/** What happened, and the codes of why, in the language of the page. */
import type { AuditEntry } from '../../../src/client/graph.ts'
import type { Words } from '../words.tsx'

type Known = Readonly<Partial<Record<string, string>>>

/** What an activity is called that the directory API calls `displayName`. */
export const activityIn = ({ audit }: Words, displayName: string): string =>
  (audit.activities as Known)[displayName] ?? displayName

/** What a code of the log means. */
export const reasonIn = ({ audit }: Words, reason: string): string =>
  (audit.reasons as Known)[reason] ?? reason

type Doer = {
  readonly kind: 'user' | 'servicePrincipal'
  readonly id: string
  readonly displayName: string | null
}

/** The user or the application that did it; undefined where the product or an operator did. */
export const doerOf = ({ user, app }: AuditEntry['initiatedBy']): Doer | undefined => {
  if (user != null) return { kind: 'user', id: user.id, displayName: user.displayName }
  return app?.servicePrincipalId == null
    ? undefined
    : { kind: 'servicePrincipal', id: app.servicePrincipalId, displayName: app.displayName }
}

/** A further detail of an entry, by its key. */
export const detailOf = (
  { additionalDetails }: Pick<AuditEntry, 'additionalDetails'>,
  key: string,
): string | undefined => additionalDetails.find((one) => one.key === key)?.value

/** What a mail of this kind to a person is called. */
export const letterIn = ({ toldMails }: Words, kind: string): string =>
  (toldMails.letters as Known)[kind] ?? kind

/** What became of a mail. */
export const mailStateIn = ({ toldMails }: Words, state: string): string =>
  (toldMails.states as Known)[state] ?? state
