/** Who becomes the sponsor of a user, or of many (R104). */
import type { Context, Event } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { answering, select } from '../../store/columns.ts'
import { firstRow, rows, sql, transaction, type Database } from '../../store/database.ts'
import { maxSponsors } from '../../wire/ties.ts'
import { liveUsers, lockSeveral, type Several, type Which } from '../lock-user.sql.ts'
import { byUserId, theOne, type Outcomes } from '../slices.ts'
import { liveSponsorsOf } from './live-sponsors.sql.ts'
import type { LinkResult } from './responsible.ts'

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
    // Before those they sponsor, as whoever changes a sponsor holds them.
    const kind = await holdSponsor(tx, tenantId, sponsorId)
    // Lock first, count next: of two sponsors added at once only one may be the fifth.
    const others = userIds.filter((userId) => userId !== sponsorId)
    const found = await lockSponsored(tx, { tenantId, userIds: others }, sponsorId)
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

/**
 * The first sponsors of a user who was made in this transaction, and whom nobody else can touch
 * yet: in one statement. What is to be recorded; undefined when one of them is not there, is named
 * twice, or they are too many.
 */
export const addFirstSponsors = async (
  tx: Database,
  { tenantId, userId }: Which,
  sponsorIds: readonly string[],
  context: Context,
): Promise<Event[] | undefined> => {
  if (sponsorIds.length === 0) return []
  if (sponsorIds.length > maxSponsors) return undefined
  // That they are there stays so until the transaction ends, as where one is added later.
  const held = (from: 'live_users' | 'live_groups') =>
    sql`select id from ${sql.table(from)} where tenant_id = ${tenantId} and id = any(${[...sponsorIds]}::uuid[]) order by id for share`
  const written = await rows(
    tx,
    answering<{ id: string; kind: 'user' | 'group' }>(
      { id: 'id', kind: sql`case when sponsor_user_id is null then 'group' else 'user' end` },
      (list) => sql`
        with people as materialized (${held('live_users')}), groups as materialized (${held('live_groups')})
        insert into sponsors (tenant_id, user_id, id, sponsor_user_id, sponsor_group_id)
        select ${tenantId}::uuid, ${userId}::uuid, s.id, s.user_id, s.group_id
        from (select id, id as user_id, null::uuid as group_id from people union all select id, null::uuid, id from groups) s
        returning ${list}`,
    ),
  )
  if (written.length < sponsorIds.length) return undefined
  const event = { tenantId, activity: 'user.sponsorAdded' } as const
  return written.map((related) =>
    eventOf(context, { ...event, target: { kind: 'user', id: userId }, related }),
  )
}

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
        sponsors: liveSponsorsOf(sql`u.tenant_id`, sql`u.id`),
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

// That they are there stays so until the transaction ends.
const holdSponsor = async (
  tx: Database,
  tenantId: TenantId,
  id: string,
): Promise<'user' | 'group' | undefined> => {
  const isThere = async (from: 'live_users' | 'live_groups') =>
    (await firstRow(
      tx,
      sql`select 1 from ${sql.table(from)} where tenant_id = ${tenantId} and id = ${id} for share`,
    )) !== undefined
  if (await isThere('live_users')) return 'user'
  return (await isThere('live_groups')) ? 'group' : undefined
}
