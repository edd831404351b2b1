/** Who is responsible for a user: manager and sponsors (R104). */
import type { Activity, Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { answering, select } from '../../store/columns.ts'
import { changed, firstRow, rows, sql, transaction, type Database } from '../../store/database.ts'
import { maxSponsors } from '../../wire/ties.ts'
import { lockTenant } from '../administrators.sql.ts'
import { isLiveUser, liveUsers, lockSeveral, type Several } from '../lock-user.sql.ts'
import { byUserId, theOne, type Outcomes } from '../slices.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }
export type LinkResult =
  | { outcome: 'linked' | 'unlinked' }
  | { outcome: 'notFound' }
  | { outcome: 'already' }
  | { outcome: 'self' }
  | { outcome: 'tooMany' }
  | { outcome: 'circle' }

const note = (
  tx: Database,
  { tenantId, userId }: Which,
  activity: Activity,
  other: { kind: 'user' | 'group'; id: string } | undefined,
  context: Context,
): Promise<void> =>
  record(
    tx,
    eventOf(context, {
      tenantId,
      activity,
      target: { kind: 'user', id: userId },
      ...(other === undefined ? {} : { related: other }),
    }),
  )

/**
 * Makes a live user the manager of another. `circle` when the manager reports, however far down, to
 * the user.
 */
export const setManager = (
  db: Database,
  which: Which,
  managerId: UserId,
  context: Context,
): Promise<LinkResult> =>
  transaction(db, async (tx) => {
    const { tenantId, userId } = which
    if (userId === managerId) return { outcome: 'self' }
    // Two changes at once could close a circle that neither sees.
    await lockTenant(tx, tenantId)
    if (!(await isLiveUser(tx, which)) || !(await isLiveUser(tx, { tenantId, userId: managerId })))
      return { outcome: 'notFound' }
    const above = await rows(
      tx,
      answering<{ id: UserId }>(
        { id: 'id' },
        (list) => sql`
          with recursive above (id) as (
            select ${managerId}::uuid union select m.manager_id from managers m join above a on m.tenant_id = ${tenantId} and m.user_id = a.id)
          select ${list} from above where id = ${userId}`,
      ),
    )
    if (above.length > 0) return { outcome: 'circle' }
    await sql`insert into managers (tenant_id, user_id, manager_id) values (${tenantId}, ${userId}, ${managerId})
      on conflict (tenant_id, user_id) do update set manager_id = excluded.manager_id`.execute(tx)
    await note(tx, which, 'user.managerChanged', { kind: 'user', id: managerId }, context)
    return { outcome: 'linked' }
  })

/** Takes the manager of a live user away. `notFound` when there is none. */
export const removeManager = (db: Database, which: Which, context: Context): Promise<LinkResult> =>
  transaction(db, async (tx) => {
    const { tenantId, userId } = which
    if (!(await isLiveUser(tx, which))) return { outcome: 'notFound' }
    const removed = await changed(
      tx,
      sql`delete from managers where tenant_id = ${tenantId} and user_id = ${userId}`,
    )
    if (removed === 0) return { outcome: 'notFound' }
    await note(tx, which, 'user.managerChanged', undefined, context)
    return { outcome: 'unlinked' }
  })

/** Adds a live user or group as a sponsor of a live user; sponsoring grants nothing (R104). */
export const addSponsor = async (
  db: Database,
  { tenantId, userId }: Which,
  sponsorId: string,
  context: Context,
): Promise<LinkResult> =>
  theOne(await addSponsors(db, { tenantId, userIds: [userId] }, sponsorId, context))

/** The same to several of one organization, in one transaction and as many statements. */
export const addSponsors = (
  db: Database,
  which: Several,
  sponsorId: string,
  context: Context,
): Promise<Outcomes<LinkResult>> =>
  transaction(db, async (tx) => {
    const { tenantId, userIds } = which
    // Lock first, count next: of two sponsors added at once only one may be the fifth.
    const others = userIds.filter((userId) => userId !== sponsorId)
    const found = await lockSponsored(tx, { tenantId, userIds: others }, sponsorId)
    const kind = await sponsorKind(tx, tenantId, sponsorId)
    const results = new Map<UserId, LinkResult>()
    for (const userId of userIds)
      results.set(
        userId,
        userId === sponsorId ? { outcome: 'self' } : sponsoring(found.get(userId), kind),
      )
    const added = userIds.filter((userId) => results.get(userId)?.outcome === 'linked')
    if (kind === undefined || added.length === 0) return results
    const written = await writeSponsor(tx, { tenantId, userIds: added }, { kind, id: sponsorId })
    const event = {
      tenantId,
      activity: 'user.sponsorAdded',
      related: { kind, id: sponsorId },
    } as const
    for (const id of added) if (!written.has(id)) results.set(id, { outcome: 'already' })
    await record(
      tx,
      ...[...written].map((id) => eventOf(context, { ...event, target: { kind: 'user', id } })),
    )
    return results
  })

/** Whom it was written for: not those who had it by then. */
const writeSponsor = async (
  tx: Database,
  { tenantId, userIds }: Several,
  { kind, id }: { readonly kind: 'user' | 'group'; readonly id: string },
): Promise<ReadonlySet<UserId>> => {
  const [user, group] = kind === 'user' ? [id, null] : [null, id]
  const written = await rows(
    tx,
    answering<{ userId: UserId }>(
      { userId: 'user_id' },
      (list) => sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id, sponsor_group_id)
        select ${tenantId}, k.id, ${id}, ${user}::uuid, ${group}::uuid from unnest(${[...userIds]}::uuid[]) as k(id)
        on conflict on constraint sponsors_pkey do nothing returning ${list}`,
    ),
  )
  return new Set(written.map(({ userId }) => userId))
}

type Sponsored = { readonly id: UserId; readonly sponsors: number; readonly has: boolean }

const lockSponsored = async (tx: Database, which: Several, sponsorId: string) =>
  byUserId(
    await lockSeveral(
      tx,
      'live_users',
      which,
      select<Sponsored>({
        id: 'u.id',
        sponsors: sql`(select count(*)::int from sponsors s
          left join live_users v on v.tenant_id = s.tenant_id and v.id = s.sponsor_user_id
          left join live_groups g on g.tenant_id = s.tenant_id and g.id = s.sponsor_group_id
          where s.tenant_id = u.tenant_id and s.user_id = u.id and (v.id is not null or g.id is not null))`,
        has: sql`exists (select 1 from sponsors s where s.tenant_id = u.tenant_id and s.user_id = u.id and s.id = ${sponsorId})`,
      })`from ${liveUsers(which)}`,
    ),
  )

const sponsoring = (
  found: Sponsored | undefined,
  kind: 'user' | 'group' | undefined,
): LinkResult => {
  if (found === undefined) return { outcome: 'notFound' }
  if (found.sponsors >= maxSponsors) return { outcome: 'tooMany' }
  if (kind === undefined) return { outcome: 'notFound' }
  return { outcome: found.has ? 'already' : 'linked' }
}

const sponsorKind = async (
  tx: Database,
  tenantId: TenantId,
  id: string,
): Promise<'user' | 'group' | undefined> => {
  if (await isLiveUser(tx, { tenantId, userId: id as UserId })) return 'user'
  return (await firstRow(
    tx,
    sql`select 1 from live_groups where tenant_id = ${tenantId} and id = ${id}`,
  )) === undefined
    ? undefined
    : 'group'
}

/** Takes a sponsor away. `notFound` when it is none. */
export const removeSponsor = (
  db: Database,
  which: Which,
  sponsorId: string,
  context: Context,
): Promise<LinkResult> =>
  transaction(db, async (tx) => {
    const { tenantId, userId } = which
    if (!(await isLiveUser(tx, which))) return { outcome: 'notFound' }
    const removed = await firstRow(
      tx,
      answering<{
        isUser: boolean
      }>(
        { isUser: sql`sponsor_user_id is not null` },
        (list) =>
          sql`delete from sponsors where tenant_id = ${tenantId} and user_id = ${userId} and id = ${sponsorId} returning ${list}`,
      ),
    )
    if (removed === undefined) return { outcome: 'notFound' }
    await note(
      tx,
      which,
      'user.sponsorRemoved',
      { kind: removed.isUser ? 'user' : 'group', id: sponsorId },
      context,
    )
    return { outcome: 'unlinked' }
  })
