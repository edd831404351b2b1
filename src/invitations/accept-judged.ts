/** Whether an invitation may be accepted, by what holds at that moment. */
import type { PersonId } from '../kernel/ids.ts'
import type { Database } from '../store/database.ts'
import type { OpenInvitation } from './find.sql.ts'
import { refusalOf } from './invite.ts'
import type { InviteRefusal } from './invite.rule.ts'
import { readInviteFacts } from './invite.sql.ts'

const judged = new Set<InviteRefusal['outcome']>([
  'domainNotAllowed',
  'ownDomain',
  'guestDisabled',
  'inviteeRefuses',
])

type Judged = 'domainNotAllowed' | 'ownDomain' | 'guestDisabled' | 'inviteeRefuses'

// The one judgement, once more and of today's facts. Whoever else has the address here is no
// obstacle: two guests of one person become one.
export const judge = async (
  tx: Database,
  { tenantId, userId, addressKey: key }: OpenInvitation,
  { digest, personId }: { digest: Buffer; personId: PersonId },
  now: Date,
): Promise<Judged | undefined> => {
  const facts = await readInviteFacts(tx, {
    tenantId,
    key,
    addressDigest: digest,
    inviterId: null,
    guestId: userId,
    acceptorId: personId,
    now,
  })
  const refusal =
    facts === undefined ? undefined : refusalOf(key, { ...facts, existing: null }, false)
  return refusal !== undefined && judged.has(refusal.outcome)
    ? (refusal.outcome as Judged)
    : undefined
}
