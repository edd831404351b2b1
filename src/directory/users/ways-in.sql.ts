/**
 * The register of ways in (K16): what others did so that somebody comes in as a user, with the
 * roles that they held when they did. Who comes in has what the user has, so it is judged when it
 * is made, again when it is used, and ends when the user rises above whoever made it (R49).
 */
import type { RoleName } from '../../access/roles.ts'
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { select } from '../../store/columns.ts'
import { changed, rows, sql, type Database } from '../../store/database.ts'
import { authorityOfRoles, authorityReaches, isOneself, type Authority } from '../authority.ts'
import { endAccess } from './end-access.ts'
import { credentialKinds, credentials, removalOf } from './credentials.sql.ts'
import type { Which } from '../lock-user.sql.ts'
import { lockLiveTarget, type LockedTarget } from '../target.sql.ts'
import { tellPerson } from './tell.ts'
import { isInvited } from '../../store/relations.sql.ts'

/**
 * `address`: somebody wrote another address into a guest, to which an invitation or a reset may go.
 * Passkeys stand on what opened the account before.
 */
export type WayIn = 'passwordLink' | 'tie' | 'invitation' | 'reset' | 'address'

type Made = { readonly kind: WayIn; readonly by: string; readonly roles: readonly RoleName[] }

/**
 * What a new way in takes the place of: an earlier link works no more, and a reset undoes whoever
 * came in by one before.
 */
const replaced: Readonly<Partial<Record<WayIn, readonly WayIn[]>>> = {
  invitation: ['invitation'],
  reset: ['invitation', 'reset'],
}

/**
 * Notes a way in that somebody else than the user themselves has made. Operators stand above all
 * heights. `beside`: those before it go on.
 */
export const noteWayIn = async (
  tx: Database,
  { tenantId, userId }: Which,
  { kind, beside = false }: { readonly kind: WayIn; readonly beside?: boolean },
  authority: Authority,
  now: Date,
): Promise<void> => {
  const before = beside ? [] : (replaced[kind] ?? [])
  if (authority.kind !== 'roles' || isOneself(authority, userId))
    return forgetWaysIn(tx, { tenantId, userId }, before)
  // What is there under the same key is written anew: one statement changes a row once.
  await sql`
    with gone as (
      delete from ways_in where tenant_id = ${tenantId} and user_id = ${userId} and kind = any(${[...before]}::text[])
        and (kind <> ${kind} or made_by <> ${authority.id}::uuid))
    insert into ways_in (tenant_id, user_id, kind, made_by, made_with_roles, made_at)
    values (${tenantId}, ${userId}, ${kind}, ${authority.id}::uuid, ${[...authority.roles]}::text[], ${now})
    on conflict (tenant_id, user_id, kind, made_by) do update set made_with_roles = excluded.made_with_roles, made_at = excluded.made_at`.execute(
    tx,
  )
}

// The latest first: a link takes the place of the one before.
const readWaysIn = (tx: Database, { tenantId, userId }: Which): Promise<Made[]> =>
  rows(
    tx,
    select<Made>({
      kind: 'kind',
      by: 'made_by',
      roles: 'made_with_roles',
    })`from ways_in where tenant_id = ${tenantId} and user_id = ${userId}
      order by made_at desc, made_by`,
  )

const reaches = ({ roles, by }: Made, target: LockedTarget): boolean =>
  authorityReaches(authorityOfRoles(roles, by), target)

/**
 * Whether a way in of this kind may be used by whoever has it, now that the user is what it is.
 * `every` judges all who made one, not the latest alone.
 */
export const mayComeIn = async (
  tx: Database,
  which: Which,
  target: LockedTarget,
  kinds: readonly WayIn[],
  { every }: { readonly every: boolean },
): Promise<boolean> => {
  const made = (await readWaysIn(tx, which)).filter(({ kind }) => kinds.includes(kind))
  return (every ? made : made.slice(0, 1)).every((one) => reaches(one, target))
}

/** Whether others have made a way in of this kind. */
export const hasWayInOf = async (tx: Database, which: Which, kind: WayIn): Promise<boolean> =>
  (await readWaysIn(tx, which)).some((one) => one.kind === kind)

/** Forgets ways in of these kinds: what they stood for is shown by the person themselves. */
export const forgetWaysIn = async (
  tx: Database,
  { tenantId, userId }: Which,
  kinds: readonly WayIn[],
): Promise<void> => {
  if (kinds.length === 0) return
  await sql`delete from ways_in where tenant_id = ${tenantId} and user_id = ${userId} and kind = any(${[...kinds]}::text[])`.execute(
    tx,
  )
}

/**
 * Ends what was made by somebody whom the user, after a rise, stands above. At home that is
 * password, passkeys, authenticator app and ties, as whoever could come in by the one could add the
 * other; of a guest its invitation and, where somebody else may have come in by it, its redemption.
 * They are told (R128). To be called in the transaction of the rise, after it. True when something
 * ended: the user needs a new way in from somebody high enough.
 */
export const endLowerWaysIn = async (
  tx: Database,
  which: Which,
  context: Context,
): Promise<boolean> => {
  const target = await lockLiveTarget(tx, which)
  if (target === undefined) return false
  const lower = new Set(
    (await readWaysIn(tx, which)).filter((one) => !reaches(one, target)).map(({ kind }) => kind),
  )
  const opened = lower.has('tie') || (lower.has('passwordLink') && (await hasUsedLink(tx, which)))
  const atHome = opened ? await endAtHome(tx, which) : false
  if (atHome) await tellPerson(tx, which, { kind: 'waysInEnded' }, context.now)
  const asGuest = await endAsGuest(tx, which, lower, context.now)
  if (!atHome && !asGuest) return false
  const { tenantId, userId } = which
  await sql`delete from ways_in where tenant_id = ${tenantId} and user_id = ${userId}`.execute(tx)
  await endAccess(tx, which, context.now)
  await record(
    tx,
    eventOf(context, {
      tenantId,
      activity: 'user.waysInEnded',
      target: { kind: 'user', id: userId },
    }),
  )
  return true
}

// A link that nobody used before it was over has opened nothing.
const hasUsedLink = async (tx: Database, { tenantId, userId }: Which): Promise<boolean> =>
  (
    await rows(
      tx,
      sql`select 1 from ways_in w join local_credentials c on c.tenant_id = w.tenant_id and c.user_id = w.user_id and c.changed_at >= w.made_at
        where w.tenant_id = ${tenantId} and w.user_id = ${userId} and w.kind = 'passwordLink'`,
    )
  ).length > 0

const endAtHome = async (tx: Database, which: Which): Promise<boolean> => {
  let ended = 0
  for (const kind of credentialKinds) {
    const removed = await changed(tx, removalOf(kind, which))
    if (credentials[kind].alone) ended += removed
  }
  return ended > 0
}

const endAsGuest = async (
  tx: Database,
  { tenantId, userId }: Which,
  lower: ReadonlySet<WayIn>,
  now: Date,
): Promise<boolean> => {
  const guest = await rows(
    tx,
    select<{ pending: boolean; elsewhere: boolean }>({
      pending: sql`${isInvited()}`,
      elsewhere: sql`(i.address_key = any(u.other_mail_keys || u.mail_key)) is not true`,
    })`from live_users u join invitations i on i.tenant_id = u.tenant_id and i.user_id = u.id
      where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )
  const [found] = guest
  if (found === undefined) return false
  const { pending, elsewhere } = found
  // Who came in by an address that stands in the user is who everybody sees there, whoever invited
  // them.
  const doubtful = lower.has('reset') || (lower.has('address') && elsewhere)
  if (pending ? lower.size === 0 : !doubtful) return false
  await sql`update invitations set revoked_at = ${now} where tenant_id = ${tenantId} and user_id = ${userId}`.execute(
    tx,
  )
  if (!pending) {
    await tellPerson(tx, { tenantId, userId }, { kind: 'waysInEnded' }, now)
    await sql`update users set person_id = null, external_user_state = 'PendingAcceptance', external_user_state_changed_at = ${now}
      where tenant_id = ${tenantId} and id = ${userId}`.execute(tx)
  }
  return true
}
