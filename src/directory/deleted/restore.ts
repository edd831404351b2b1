/** A deleted user comes back: the same id, and every link it had whose other end still is there. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { AddressKey } from '../../kernel/address.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { changed, rows, sql, transaction, type Database } from '../../store/database.ts'
import { ConstraintViolated } from '../../store/store-error.ts'
import { lockAddresses } from '../users/addresses.sql.ts'
import { authorityReaches, authorityWouldReach, type Authority } from '../authority.ts'
import { closeRequests } from '../users/close-requests.sql.ts'
import { endsAccess } from '../users/end-access.ts'
import { keptWithoutHomeDays } from '../guests/home-gone.ts'
import { restoreConflicts, type RestoreConflict } from './restore.rule.ts'
import { sortLinks, type Link } from '../links/ties.rule.ts'
import {
  listLinks,
  lockToRestore,
  readClashingAddresses,
  readDeletedUser,
  type DeletedUser,
} from './restore.sql.ts'
import { inDomains } from '../users/sign-in-name.rule.ts'
import { targetOf } from '../target.sql.ts'
import { tellPerson } from '../users/tell.ts'
import { userSearchWords } from '../users/user.ts'

export type RestoreOptions = {
  /** Comes back under this user principal name instead of its original one (R64). */
  readonly newUserPrincipalName?: string | undefined
  /** Gives up proxy addresses that somebody live has, instead of refusing (R65). */
  readonly autoReconcileProxyConflict?: boolean | undefined
  /** It answers a request of the person, who has said yes by that and hears of the answer. */
  readonly answersRequest?: boolean | undefined
}

export type RestoreReport = {
  readonly restored: readonly Link[]
  readonly skipped: readonly Link[]
}

export type RestoreResult =
  | { outcome: 'restored'; report: RestoreReport }
  | { outcome: 'conflicts'; conflicts: readonly RestoreConflict[] }
  | { outcome: 'targetTooHigh' }
  /** A member's new name ends in a verified domain of the organization. */
  | { outcome: 'foreignDomain' }
  | { outcome: 'notFound' }

export type RestorePreview = {
  readonly comesBack: readonly Link[]
  readonly cannotComeBack: readonly Link[]
  readonly conflicts: readonly RestoreConflict[]
}

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/**
 * What a restore by this authority at `now` would bring back, what it could not and why, and what
 * stands against it (R61): whatever would refuse the restore stands here. Undefined for a user that
 * is not deleted.
 */
export const previewRestore = async (
  db: Database,
  { tenantId, userId }: Which,
  authority: Authority,
  now: Date,
): Promise<RestorePreview | undefined> => {
  const user = await readDeletedUser(db, { tenantId, userId })
  if (user === undefined) return undefined
  const tooHigh: RestoreConflict[] = authorityWouldReach(authority, targetOf(user))
    ? []
    : [{ code: 'targetTooHigh' }]
  const conflicts = [...tooHigh, ...restoreConflicts(user, now, { dropAddresses: false })]
  return { ...sortLinks(await listLinks(db, tenantId, userId)), conflicts }
}

/**
 * Restores a deleted user within its window (R52, R54) with the same id (R57), its links (R56, R58,
 * R59) and its state (R51, R72). A live user is never changed by it (R66). The report names what
 * came back and what was skipped (R60).
 */
export const restoreUser = async (
  db: Database,
  which: Which,
  options: RestoreOptions,
  authority: Authority,
  context: Context,
): Promise<RestoreResult> => {
  try {
    return await restoreOnce(db, which, options, authority, context)
  } catch (error) {
    // Somebody took the name or the place between the reading and the change: a second reading says
    // who.
    const overtaken =
      error instanceof ConstraintViolated &&
      ['one_live_user_per_name', 'one_live_user_per_person'].includes(error.constraint)
    if (!overtaken) throw error
    return restoreOnce(db, which, options, authority, context)
  }
}

const restoreOnce = (
  db: Database,
  which: Which,
  options: RestoreOptions,
  authority: Authority,
  context: Context,
): Promise<RestoreResult> =>
  transaction(db, async (tx) => {
    const { tenantId, userId } = which
    const proxies = (await lockToRestore(tx, which, undefined))?.proxyAddresses ?? []
    const keys = proxies.map((proxy) => proxy.slice('smtp:'.length) as AddressKey)
    if (keys.length > 0) await lockAddresses(tx, tenantId, keys)
    const user = await lockToRestore(tx, which, options.newUserPrincipalName)
    if (user === undefined) return { outcome: 'notFound' }
    if (!authorityReaches(authority, targetOf(user))) return { outcome: 'targetTooHigh' }
    const { newUserPrincipalName: newName } = options
    if (newName !== undefined && !inDomains(newName, user.domains))
      return { outcome: 'foreignDomain' }
    const conflicts = [
      ...restoreConflicts(user, context.now, {
        dropAddresses: options.autoReconcileProxyConflict === true,
      }),
    ]
    if (conflicts.length > 0) return { outcome: 'conflicts', conflicts }

    const links = sortLinks(await listLinks(tx, tenantId, userId))
    if (!(await bringBack(tx, which, user, options, context.now))) return { outcome: 'notFound' }
    if (user.held)
      await record(
        tx,
        eventOf(context, {
          tenantId,
          activity: 'user.holdEnded',
          target: { kind: 'user', id: userId },
          reason: 'restored',
        }),
      )
    const asked = options.answersRequest === true || (await hasOpenRequest(tx, which))
    await closeRequests(tx, which, 'restore', context)
    const asks = !asked && (await askAgain(tx, which, user.leftByThemselves, context.now))
    if (options.answersRequest !== true)
      await tellPerson(tx, which, { kind: asks ? 'restoredAsks' : 'restored' }, context.now)
    const details = { skipped: links.cannotComeBack.length }
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'user.restored',
        target: { kind: 'user', id: userId },
        details,
      }),
    )
    return {
      outcome: 'restored',
      report: { restored: links.comesBack, skipped: links.cannotComeBack },
    }
  })

const hasOpenRequest = async (tx: Database, { tenantId, userId }: Which): Promise<boolean> =>
  (
    await rows(
      tx,
      sql`select 1 from requests where tenant_id = ${tenantId} and user_id = ${userId} and kind = 'restore' and state = 'open'`,
    )
  ).length > 0

/**
 * Where the organization wants it so, who left by themselves is back when they say yes (R127): the
 * guest waits like an invited one, in their list. False where that is not so, or nobody could say
 * it.
 */
const askAgain = async (
  tx: Database,
  { tenantId, userId }: Which,
  leftByThemselves: boolean,
  now: Date,
): Promise<boolean> => {
  if (!leftByThemselves) return false
  const waiting = await rows(
    tx,
    sql`
      with guest as (
        update users u set external_user_state = 'PendingAcceptance', external_user_state_changed_at = ${now}
        from tenants t join persons p on p.home_tenant_id is distinct from t.id
        where t.id = u.tenant_id and t.restoring_needs_consent and p.id = u.person_id and u.tenant_id = ${tenantId} and u.id = ${userId}
          and u.deleted_at is null and u.mail_key is not null and u.creation_type = 'Invitation'
        returning u.tenant_id, u.id, u.person_id, u.mail, u.mail_key, t.invitation_lifetime_days as days
      )
      insert into invitations (tenant_id, id, user_id, address, address_key, redirect_url, for_person_id, created_at, expires_at)
      select tenant_id, gen_random_uuid(), id, mail, mail_key, coalesce((select 'https://' || d.name || '/' from tenant_domains d where d.tenant_id = guest.tenant_id and d.is_default), 'https://localhost/'), person_id, ${now}, ${now}::timestamptz + days * interval '1 day'
      from guest
      on conflict (tenant_id, user_id) do update set address = excluded.address, address_key = excluded.address_key, for_person_id = excluded.for_person_id,
        expires_at = excluded.expires_at, accepted_at = null, revoked_at = null
      returning 1`,
  )
  return waiting.length > 0
}

const bringBack = async (
  tx: Database,
  { tenantId, userId }: Which,
  user: DeletedUser,
  options: RestoreOptions,
  now: Date,
): Promise<boolean> => {
  const name = options.newUserPrincipalName ?? user.originalName
  const clashing =
    user.addressHolder === undefined
      ? []
      : (await readClashingAddresses(tx, tenantId, userId)).map(({ address }) => address)
  const restored = await changed(
    tx,
    sql`
      update users u set ${endsAccess('u', now)}, deleted_at = null, restorable_until = null, deleted_by_kind = null, deleted_by = null, deletion_event_id = null,
        original_user_principal_name = null,
        without_home_until = case when home_deleted_at is not null then ${plus(now, keptWithoutHomeDays * dayMs)}::timestamptz end, hold_reason = null, held_at = null, held_by = null, user_principal_name = ${name}, name_key = ${nameKey(name)},
        search_words = ${userSearchWords(tenantId, { ...user, userPrincipalName: name })},
        proxy_addresses = array(select a from unnest(proxy_addresses) with ordinality as p(a, n) where a <> all(${clashing}::text[]) order by n)
      where tenant_id = ${tenantId} and id = ${userId} and deleted_at is not null`,
  )
  return restored > 0
}
