/** /account/organizations: see where I am, and see myself out. */
import { leave, type LeaveResult } from '../directory/users/leave.ts'
import { newTogether, type Together } from '../receipts/together.ts'
import { readLeaveFactsOf } from '../directory/users/leave.sql.ts'
import { leaveReasons, type LeaveReason } from '../directory/users/leave.rule.ts'
import { listMyOrganizations, type MyOrganization } from '../people/my-organizations.sql.ts'
import { isShutTo } from '../directory/proved-account.sql.ts'
import { readJson } from '../edge/body.ts'
import { pathId } from '../edge/path-id.ts'
import type { TenantId } from '../kernel/ids.ts'
import { openTenantSession } from '../people/tenant-sessions.ts'
import { showAtHome } from '../people/guests-elsewhere.ts'
import { hideOrganization } from '../people/hidden-organizations.ts'
import { newLeaves, type LeaveOutcome, type LeaveOutcomes } from '../wire/account-leaves.ts'
import {
  type AccountOrganization,
  type Blocker,
  type OrganizationSession,
} from '../wire/account.ts'
import type { BlockersWords } from '../words/en/blockers.ts'
import { blockersFor } from './leave-words.ts'
import { departureShape, organizationShape } from './organization-shape.ts'
import type { Exchange, Handler } from './exchange.ts'
import { readOrganizations, type Mine } from './read-organizations.ts'
import { SpokenRefusal } from './spoken.ts'

export const notThere = ({ words }: Exchange): SpokenRefusal =>
  new SpokenRefusal('organizationNotFound', words.refusal.organizationNotFound)

export const tenantIdOf = (x: Exchange): TenantId => {
  const id = pathId<TenantId>(x.c)
  if (id === undefined) throw notThere(x)
  return id
}

/** All my organizations, home first, then the others by name. */
export const myOrganizations = async (x: Exchange): Promise<AccountOrganization[]> => {
  const organizations = await readOrganizations(x)
  const homeName = organizations.find(({ isHome }) => isHome)?.displayName
  return organizations.map((organization) => organizationShape(organization, homeName, x.words))
}

export type Found = { readonly organization: Mine; readonly homeName: string | undefined }

// Home comes with it, for the words of a blocker that lies at home.
const findOrganization = async (x: Exchange, tenantId: TenantId): Promise<Found | undefined> => {
  const [organization] = await readOrganizations(x, tenantId)
  if (organization === undefined) return undefined
  if (organization.isHome || organization.homeAccountEnabled || x.session.homeTenantId === null)
    return { organization, homeName: undefined }
  const [home] = await listMyOrganizations(x.db, x.session.personId, x.now, x.session.homeTenantId)
  return { organization, homeName: home?.displayName }
}

/** Those of them where I belong, however many in as few statements as one. */
export const findOrganizations = async (
  x: Exchange,
  tenantIds: readonly TenantId[],
): Promise<ReadonlyMap<TenantId, Found>> => {
  const [first, another] = tenantIds
  if (first === undefined) return new Map()
  if (another === undefined) {
    const found = await findOrganization(x, first)
    return new Map(found === undefined ? [] : [[first, found]])
  }
  const all = await readOrganizations(x)
  const homeName = all.find(({ isHome }) => isHome)?.displayName
  return new Map(all.map((organization) => [organization.tenantId, { organization, homeName }]))
}

const readOrganization = async (x: Exchange, tenantId: TenantId): Promise<Found> => {
  const found = await findOrganization(x, tenantId)
  if (found === undefined) throw notThere(x)
  return found
}

/** One of my organizations as I see it. Refuses where I do not belong. */
export const myOrganization = async (
  x: Exchange,
  tenantId: TenantId,
): Promise<AccountOrganization> => {
  const { organization, homeName } = await readOrganization(x, tenantId)
  return organizationShape(organization, homeName, x.words)
}

type Left = { readonly outcome: LeaveOutcome; readonly again: boolean }

/**
 * Leaves them one after the other, each by itself, and says what became of each; `again`: it had
 * been left before. What decides is read of all at once, and so are the words for what is in the
 * way.
 */
const leaveEach = async (
  x: Exchange,
  tenantIds: readonly TenantId[],
  together?: Together,
): Promise<Left[]> => {
  const { personId } = x.session
  const facts = await readLeaveFactsOf(x.db, personId, tenantIds)
  const results: (readonly [TenantId, LeaveResult])[] = []
  for (const tenantId of tenantIds) {
    const read = facts.get(tenantId)
    const manner = { ...(together && { together }), ...(read && { read }) }
    results.push([tenantId, await leave(x.db, { personId, tenantId }, x, manner)])
  }
  const kept = results.flatMap(([tenantId, { outcome }]) => (outcome === 'blocked' ? tenantId : []))
  const found = await findOrganizations(x, kept)
  return results.map(([tenantId, result]) => leftOf(x, tenantId, result, found.get(tenantId)))
}

const leftOf = (
  x: Exchange,
  organizationId: TenantId,
  result: LeaveResult,
  found: Found | undefined,
): Left => {
  if (result.outcome === 'left') {
    const departure = departureShape(result.departure)
    return { outcome: { outcome: 'left', organizationId, departure }, again: result.again }
  }
  if (result.outcome === 'removed')
    return { outcome: { outcome: 'alreadyRemoved', organizationId }, again: false }
  // Purged between the judgement and its words: there is nothing left to leave.
  if (result.outcome === 'notFound' || found === undefined)
    return { outcome: { outcome: 'organizationNotFound', organizationId }, again: false }
  const blockers = blockersOf(x, found, result.reasons)
  return { outcome: { outcome: 'blocked', organizationId, blockers }, again: false }
}

const blockersAt = async (
  x: Exchange,
  tenantId: TenantId,
  reasons: readonly LeaveReason[],
): Promise<Blocker[]> => {
  return blockersOf(x, await readOrganization(x, tenantId), reasons)
}

const blockersOf = (
  x: Exchange,
  { organization, homeName }: Found,
  reasons: readonly LeaveReason[],
): Blocker[] => blockersFor(reasons, organization, homeName, x.words)

/**
 * Leaves them one after the other: what stands in the way of one keeps nobody in another. Several
 * have one receipt together, whose reference is `receipt`; null where fewer than two were left.
 */
export const leaveAll = async (
  x: Exchange,
  tenantIds: readonly TenantId[],
): Promise<LeaveOutcomes> => {
  const asked = [...new Set(tenantIds)]
  const together = asked.length > 1 ? newTogether() : undefined
  const all = await leaveEach(x, asked, together)
  // What was left before keeps the receipt that it has.
  const isMany =
    all.filter(({ outcome: { outcome }, again }) => outcome === 'left' && !again).length > 1
  return {
    value: all.map(({ outcome }) => outcome),
    receipt: isMany ? (together?.reference ?? null) : null,
  }
}

export const leaveOrganization: Handler = async (x) => {
  const tenantId = tenantIdOf(x)
  const { value } = await leaveAll(x, [tenantId])
  const [result] = value
  if (result === undefined) throw notThere(x)
  if (result.outcome === 'left') return x.c.json(result.departure)
  if (result.outcome === 'organizationNotFound') throw notThere(x)
  if (result.outcome !== 'blocked')
    throw new SpokenRefusal('alreadyRemoved', x.words.refusal.alreadyRemoved)
  throw await blocked(x, tenantId, result.blockers)
}

const blocked = async (
  x: Exchange,
  tenantId: TenantId,
  blockers: readonly Blocker[],
): Promise<SpokenRefusal> => {
  const { displayName } = await myOrganization(x, tenantId)
  const why = blockers.map(({ message }) => message).join(' ')
  return new SpokenRefusal('leaveBlocked', x.words.refusal.leaveBlocked(displayName, why), {
    details: { blockers },
  })
}

/** The refusal to leave for these reasons. */
export const blockedAt = async (
  x: Exchange,
  tenantId: TenantId,
  reasons: readonly LeaveReason[],
): Promise<SpokenRefusal> => blocked(x, tenantId, await blockersAt(x, tenantId, reasons))

export const leaveOrganizations: Handler = async (x) => {
  const { organizationIds } = await readJson(x.c, newLeaves)
  const ids = organizationIds.map((one) => one.toLowerCase() as TenantId)
  return x.c.json(await leaveAll(x, ids))
}

/** Opens the person's session for an organization, or says why there can be none. */
export const openAt = async (x: Exchange, tenantId: TenantId): Promise<OrganizationSession> => {
  const opened = await openTenantSession(x.db, x.session, tenantId, x)
  if (opened !== undefined)
    return {
      organizationId: tenantId,
      userId: opened.userId,
      openedAt: opened.openedAt.toISOString(),
    }
  throw await closedTo(x, tenantId, await isShutTo(x.db, tenantId, x.session.sessionId))
}

/** The refusal of an organization that I cannot use just now; `isShut` to this session. */
export const closedTo = async (
  x: Exchange,
  tenantId: TenantId,
  isShut: boolean,
): Promise<SpokenRefusal> => {
  const { organization } = await readOrganization(x, tenantId)
  if (!x.session.homeActive) return new SpokenRefusal('noAccess', x.words.refusal.homeClosed)
  return new SpokenRefusal('noAccess', whyClosed(organization, isShut, x.words.refusal))
}

export const openOrganization: Handler = async (x) => x.c.json(await openAt(x, tenantIdOf(x)))

/** Hides it in my list, or shows it again (R34). Refuses where I do not belong. */
export const hideAt = async (x: Exchange, tenantId: TenantId, hidden: boolean): Promise<void> => {
  const which = { personId: x.session.personId, tenantId }
  if (!(await hideOrganization(x.db, which, hidden, x.now))) throw notThere(x)
}

const hiding =
  (hidden: boolean): Handler =>
  async (x) => {
    await hideAt(x, tenantIdOf(x), hidden)
    return x.c.body(null, 204)
  }
export const hideMyOrganization = hiding(true)
export const showMyOrganization = hiding(false)

/** Lets my home see that I am a guest there, or not any longer (R141). */
export const showAtHomeAt = async (
  x: Exchange,
  tenantId: TenantId,
  shown: boolean,
): Promise<void> => {
  const which = { personId: x.session.personId, tenantId }
  const outcome = await showAtHome(x.db, which, shown, x.now)
  if (outcome === 'notFound') throw notThere(x)
  if (outcome === 'nothingToShow')
    throw new SpokenRefusal('noLongerPossible', x.words.refusal.nothingToShow)
}

const showing =
  (shown: boolean): Handler =>
  async (x) => {
    await showAtHomeAt(x, tenantIdOf(x), shown)
    return x.c.body(null, 204)
  }
export const showMeAtHome = showing(true)
export const hideMeAtHome = showing(false)

const whyClosed = (
  organization: MyOrganization,
  isShut: boolean,
  words: BlockersWords['refusal'],
): string => {
  if (organization.deletedAt !== null) return words.noLongerThere(organization.displayName)
  if (organization.organizationClosed)
    return leaveReasons(organization).length === 0
      ? words.organizationClosedLeave(organization.displayName)
      : words.organizationClosed(organization.displayName)
  if (organization.invited) return words.notAccepted(organization.displayName)
  if (organization.accountEnabled && isShut)
    return words.providerNotTrusted(organization.displayName)
  return words.disabledThere(organization.displayName)
}
