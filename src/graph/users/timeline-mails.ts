/** What a timeline holds: entries of the log, and the mails that the person was sent. */
import type { EventRow } from '../../events/list.sql.ts'
import type { ToldMail } from '../../events/timeline.sql.ts'
import type { UserId } from '../../kernel/ids.ts'
import { directoryAudit } from '../../wire/graph/audit.ts'
import { whyNotSent } from '../../wire/mail-state.ts'
import { auditShape, types } from '../audit/audit-shape.ts'
import type { Shape } from '../query/answers.ts'
import { shaped } from '../shape.ts'

/** A mail, with the user whom it was about. */
type UserMail = ToldMail & {
  readonly userId: UserId
  readonly displayName: string | null
}
export type TimelineRow = EventRow | UserMail

const mailShape = shaped<typeof directoryAudit, UserMail>(directoryAudit, {
  activityDateTime: ({ queuedAt }) => queuedAt.toISOString(),
  activityDisplayName: () => 'Send mail to user',
  category: () => 'UserManagement',
  operationType: () => 'Other',
  correlationId: ({ id }) => id,
  result: ({ mailState }) => (Object.hasOwn(whyNotSent, mailState) ? 'failure' : 'success'),
  resultReason: ({ mailState }) => mailState,
  loggedByService: () => 'Core Directory',
  initiatedBy: () => ({
    user: null,
    app: { appId: null, displayName: 'Guesthouse', servicePrincipalId: null },
  }),
  targetResources: ({ userId, displayName }) => [
    {
      id: userId,
      displayName,
      type: types.user,
      userPrincipalName: null,
      modifiedProperties: [],
    },
  ],
  additionalDetails: ({ letter, recipient }) => [
    { key: 'guesthouse.letter', value: letter },
    ...(recipient === null ? [] : [{ key: 'guesthouse.mailedTo', value: recipient }]),
  ],
})

/** Both as entries of the log. */
export const timelineShape: Shape<TimelineRow> = {
  ...auditShape,
  of: (row, x) => ('letter' in row ? mailShape.of(row, x) : auditShape.of(row, x)),
}

// Instants in microseconds, and ids, which sort as the store sorts them.
const isNewer = (a: TimelineRow, b: TimelineRow): number =>
  a.sortValue === b.sortValue ? (a.id < b.id ? 1 : -1) : a.sortValue < b.sortValue ? 1 : -1

/** One page of two that begin at the same place, newest first. */
export const together = (
  events: readonly EventRow[],
  mails: readonly UserMail[],
  limit: number,
): TimelineRow[] => [...events, ...mails].toSorted(isNewer).slice(0, limit)
