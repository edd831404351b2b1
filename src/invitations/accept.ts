/** Redemption: the invited person accepts, and the guest is theirs. */
import { byUser } from '../events/context.ts'
import type { Around, Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { isTopAdministrator, lockToPromote } from '../directory/administrators.sql.ts'
import type { Merged } from '../directory/guests/merge.ts'
import { redeemGuest } from '../directory/guests/redeem.ts'
import { lockLiveTarget } from '../directory/target.sql.ts'
import { endRemoval } from '../directory/users/close-requests.sql.ts'
import { forgetWaysIn, mayComeIn } from '../directory/users/ways-in.sql.ts'
import type { PersonId, UserId } from '../kernel/ids.ts'
import { attempt, sql, undo, type Database, type Undo } from '../store/database.ts'
import { untilNotOvertaken } from '../store/overtaken.ts'
import { findInvitation, lockInvitation, type OpenInvitation } from './find.sql.ts'
import { knownPerson, personOf, type Who } from '../people/person.ts'
import { addressDigest } from './refusals.ts'
import { judge } from './accept-judged.ts'

/**
 * Who accepts, as the edge has found out: a person with a session, or an identity that was just
 * proved and may belong to nobody yet. `addressProved`: they have shown that the invited address is
 * theirs. Possession of the link alone proves nothing.
 */
export type Acceptor = {
  readonly who: Who
  readonly addressProved: boolean
  /** What their home calls them; overwrites what the inviter wrote. */
  readonly displayName?: string | undefined
}

export type AcceptResult =
  | {
      outcome: 'accepted'
      invitation: OpenInvitation
      personId: PersonId
      userId: UserId
      merged: Merged
    }
  /**
   * The person is in the organization already, as another user, which has what the invited one was
   * linked to (R92).
   */
  | { outcome: 'alreadyHere'; invitation: OpenInvitation; personId: PersonId; merged: Merged }
  | { outcome: 'over' }
  | { outcome: 'addressNotProved' }
  /** The invitation is for somebody else's home account. */
  | { outcome: 'wrongPerson' }
  /**
   * What has changed since the invitation: the organization has closed itself to this domain (R96)
   * or made it its own, the guest is disabled there, or the person has refused the organization.
   */
  | {
      outcome: 'domainNotAllowed' | 'ownDomain' | 'guestDisabled' | 'inviteeRefuses'
      invitation: OpenInvitation
    }

/**
 * Redeems the invitation of a link. Of several at the same moment one is accepted, the others find
 * it over (R92).
 */
export const acceptInvitation = async (
  db: Database,
  token: string,
  acceptor: Acceptor,
  context: Around,
): Promise<AcceptResult> => {
  const invitation = await findInvitation(db, token, context.now)
  return invitation === undefined
    ? { outcome: 'over' }
    : acceptFound(db, invitation, acceptor, context)
}

/** The same for an invitation that was found without its link, by the person it is for. */
export const acceptFound = async (
  db: Database,
  invitation: OpenInvitation,
  acceptor: Acceptor,
  context: Around,
): Promise<AcceptResult> => {
  if (invitation.personId === null && !acceptor.addressProved)
    return { outcome: 'addressNotProved' }
  const digest = await addressDigest(db, invitation.addressKey)
  return untilNotOvertaken(() =>
    attempt(db, (tx) => acceptIn(tx, { found: invitation, digest }, acceptor, context), {
      // The person came in by another way at the same moment; the second look finds them here.
      one_live_user_per_person: 'overtaken',
    }),
  )
}

type Taken = { readonly id: string }

const redemptionOf = (
  { tenantId, userId }: OpenInvitation,
  merged: { readonly takenOver: readonly Taken[]; readonly notTakenOver: readonly Taken[] },
) => {
  const details = {
    takenOver: merged.takenOver.map(({ id }) => id),
    notTakenOver: merged.notTakenOver.map(({ id }) => id),
  }
  const target = { kind: 'user', id: userId } as const
  return { tenantId, activity: 'invitation.redeemed', target, details } as const
}

const acceptIn = async (
  tx: Database,
  { found, digest }: { found: OpenInvitation; digest: Buffer },
  acceptor: Acceptor,
  around: Around,
): Promise<AcceptResult | Undo<AcceptResult>> => {
  const { now } = around
  // A guest who holds the top role already becomes an able administrator by this.
  if (await isTopAdministrator(tx, found))
    await lockToPromote(tx, found.tenantId, await knownPerson(tx, acceptor.who))
  const invitation = await lockInvitation(tx, found, 'accept', now)
  if (invitation === undefined) return { outcome: 'over' }
  const { tenantId, userId, addressKey } = invitation
  const target = await lockLiveTarget(tx, { tenantId, userId })
  // Whoever made it has to reach what the guest holds by now (K16).
  if (
    target === undefined ||
    !(await mayComeIn(tx, { tenantId, userId }, target, ['invitation', 'reset'], { every: true }))
  )
    return { outcome: 'over' }
  // From here on a person may have been made for who accepts.
  const personId = await personOf(tx, acceptor.who, now)
  if (invitation.personId !== null && invitation.personId !== personId)
    return undo<AcceptResult>({ outcome: 'wrongPerson' })
  const refusal = await judge(tx, invitation, { digest, personId }, now)
  if (refusal !== undefined) return undo<AcceptResult>({ outcome: refusal, invitation })
  const context: Context = byUser(around, userId)
  // Whoever has asked to be removed hears of it where they are reached until now.
  await endRemoval(tx, { tenantId, userId }, 'accepted', context)
  const result = await redeemGuest(
    tx,
    { tenantId, userId, personId, displayName: acceptor.displayName, addressKey },
    context,
  )
  const { merged } = result
  const happening = redemptionOf(invitation, merged)
  if (result.outcome === 'alreadyHere') {
    const related = { kind: 'user', id: result.userId } as const
    await record(tx, eventOf(context, { ...happening, related, reason: 'alreadyHere' }))
    return { outcome: 'alreadyHere', invitation, personId, merged }
  }
  await sql`update invitations set accepted_at = ${now} where tenant_id = ${tenantId} and id = ${invitation.id}`.execute(
    tx,
  )
  await record(tx, eventOf(context, happening))
  await forgetWaysIn(
    tx,
    { tenantId, userId },
    invitation.guestPersonId === personId ? ['invitation', 'reset'] : ['invitation'],
  )
  return { outcome: 'accepted', invitation, personId, userId, merged }
}
