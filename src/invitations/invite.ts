/** Somebody of an organization invites somebody from outside. */
import { domainAllowed } from '../directory/domain-list.rule.ts'
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { holdLiveUser, type Which } from '../directory/lock-user.sql.ts'
import type { AddressKey } from '../kernel/address.ts'
import type { TenantId } from '../kernel/ids.ts'
import { attempt, undo, type Database, type Undo } from '../store/database.ts'
import { reachesLive } from '../directory/target.sql.ts'
import { untilNotOvertaken, type Overtaken } from '../store/overtaken.ts'
import {
  inviteRefusal,
  mayAddAddress,
  mayInvite,
  mayInviteMembers,
  maySetEndDate,
  type InviteRefusal,
} from './invite.rule.ts'
import {
  readInviteFacts,
  readInvitePolicy,
  type InviteQuestion,
  type InviteRow,
} from './invite.sql.ts'
import { countInvitation, quotaSecret, type TooMany } from './quota.ts'
import { addressDigest } from './refusals.ts'
import { parseWish, type ParsedWish, type Wish } from './wish.rule.ts'
import {
  type By,
  type InviteResult,
  type Surroundings,
  authorityOf,
  deciderOf,
  inviterIdOf,
  linkFor,
  makeGuest,
} from './make-guest.ts'

/**
 * Invites an address: makes the guest, not redeemed, and the link that redeems it; for a pending
 * guest a new link for the same object (R77). Everybody else who has the address already is told
 * apart (R73, R76). The link's token is returned and stored nowhere.
 */
export const invite = async (
  db: Database,
  tenantId: TenantId,
  wish: Wish,
  by: By,
  context: Context,
): Promise<InviteResult> => {
  const parsed = parseWish(wish, context.now)
  if ('outcome' in parsed) return parsed
  const digest = await addressDigest(db, parsed.address.key)
  const quotas = await quotaSecret(db)
  // The second look finds the guest of whoever was faster, and invites that one again.
  return untilNotOvertaken(() =>
    attempt(db, (tx) => inviteIn(tx, tenantId, parsed, by, { ...context, digest, quotas })),
  )
}

type Refused = Exclude<InviteResult, { outcome: 'invited' }>

/** What the organization's settings say of whoever invites, before anything is known of whom. */
const forbiddenBy = (
  policy: Awaited<ReturnType<typeof readInvitePolicy>>,
  { userType }: ParsedWish,
  by: By,
): 'organizationClosed' | 'notAllowed' | 'memberNeedsAdministrator' | undefined => {
  if (policy === undefined) return 'organizationClosed'
  if (by.kind === 'operator') return undefined
  if (!mayInvite(policy.allowInvitesFrom, by.inviter)) return 'notAllowed'
  return userType === 'Member' && !mayInviteMembers(by.inviter)
    ? 'memberNeedsAdministrator'
    : undefined
}

// What an invitation would change of the guest whom it meets.
const refusalOfChange = (
  { endsAt }: ParsedWish,
  by: By,
  { existing }: InviteRow,
): { outcome: 'endDateNeedsAdministrator' | 'addressNeedsAdministrator' } | undefined => {
  const decider = deciderOf(by)
  if (!mayAddAddress(decider, existing)) return { outcome: 'addressNeedsAdministrator' }
  return endsAt === undefined || maySetEndDate(decider, existing)
    ? undefined
    : { outcome: 'endDateNeedsAdministrator' }
}

/**
 * What is known of whom is invited, or why it does not matter. The guest who is there may accept,
 * decline or be deleted at this moment: held first, read next.
 */
const readFacts = async (
  tx: Database,
  question: InviteQuestion,
  wish: ParsedWish,
  by: By,
): Promise<InviteRow | Refused | Overtaken> => {
  const { tenantId } = question
  const facts = await readInviteFacts(tx, question)
  // Of an organization that is not open there are no facts, but there are settings.
  const forbidden = forbiddenBy(facts ?? (await readInvitePolicy(tx, tenantId)), wish, by)
  if (forbidden !== undefined) return { outcome: forbidden }
  if (facts?.existing == null) return facts ?? { outcome: 'organizationClosed' }
  if (!(await holdLiveUser(tx, { tenantId, userId: facts.existing.id }))) return 'overtaken'
  return (await readInviteFacts(tx, question)) ?? { outcome: 'organizationClosed' }
}

/**
 * What is known of a wish that nothing stands against, and the pending guest whom it meets, where
 * there is one.
 */
const judged = async (
  tx: Database,
  tenantId: TenantId,
  wish: ParsedWish,
  by: By,
  around: Surroundings,
): Promise<{ outcome: 'open'; facts: InviteRow; met: Which | null } | Refused | Overtaken> => {
  const { address } = wish
  const question = {
    tenantId,
    key: address.key,
    addressDigest: around.digest,
    inviterId: inviterIdOf(by),
    guestId: null,
    now: around.now,
  }
  const facts = await readFacts(tx, question, wish, by)
  if (facts === 'overtaken' || 'outcome' in facts) return facts
  const refusal =
    refusalOf(address.key, facts, wish.forceNew ?? false) ?? refusalOfChange(wish, by, facts)
  if (refusal !== undefined) return refusal
  const met = facts.existing && { tenantId, userId: facts.existing.id }
  const isReached = met === null || (await reachesLive(tx, met, authorityOf(by)))
  return isReached ? { outcome: 'open', facts, met } : { outcome: 'targetTooHigh' }
}

const inviteIn = async (
  tx: Database,
  tenantId: TenantId,
  wish: ParsedWish,
  by: By,
  around: Surroundings,
): Promise<InviteResult | Undo<InviteResult | Overtaken>> => {
  const known = await judged(tx, tenantId, wish, by, around)
  if (known === 'overtaken') return undo(known)
  if (known.outcome !== 'open') return known
  const { facts, met } = known
  const tooMany = await countWish(tx, tenantId, wish, by, around)
  if (tooMany !== undefined) return tooMany
  const asked = { wish, by, facts }
  const guest = met ?? (await makeGuest(tx, tenantId, asked, around))
  if (guest === 'overtaken' || !('userId' in guest)) return undo<InviteResult | Overtaken>(guest)
  const { userId } = guest
  const again = met !== null
  const link = await linkFor(tx, { tenantId, userId }, asked, around)
  const activity = again ? 'invitation.resent' : 'invitation.created'
  const event = eventOf(around, { tenantId, activity, target: { kind: 'user', id: userId } })
  await record(tx, ...('events' in guest ? guest.events : []), event)
  return { outcome: 'invited', again, ...link }
}

// An operator is above the quotas, as above the settings.
const countWish = async (
  tx: Database,
  tenantId: TenantId,
  wish: ParsedWish,
  by: By,
  around: Surroundings,
): Promise<TooMany | undefined> => {
  if (by.kind === 'operator') return undefined
  const mailboxes =
    wish.sendMail === true
      ? [wish.address.key, ...(wish.copyTo === undefined ? [] : [wish.copyTo.key])]
      : []
  return countInvitation(
    tx,
    around.quotas,
    { tenantId, inviter: { ...by.inviter, id: by.id }, mailboxes },
    around.now,
  )
}

/** The one judgement, of facts as they were read. */
export const refusalOf = (
  key: AddressKey,
  facts: InviteRow,
  forceNew: boolean,
): InviteRefusal | undefined =>
  inviteRefusal({
    ownDomain: facts.ownDomain,
    refuses: facts.refuses,
    domainAllowed: domainAllowed(key, facts.domainRule, facts.domains),
    guest: facts.guest ?? undefined,
    existing: facts.existing ?? undefined,
    deletedId: facts.deletedId ?? undefined,
    forceNew,
  })
