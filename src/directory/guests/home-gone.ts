/**
 * Guests whose account at home was permanently deleted: their organizations are told (R43), and
 * delete them after a while if they like (R44).
 */
import { bySystem } from '../../events/context.ts'
import { eventOf, record } from '../../events/record.ts'
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { keptWithoutHomeDays } from '../../kernel/kept-days.ts'
import { eachAlone, inBatches, rowsOfPages } from '../../store/batches.ts'
import { answering, select } from '../../store/columns.ts'
import { rows, sql, transaction, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byInstant, ordered } from '../../store/keyset.ts'
import { personAtHome } from '../../store/relations.sql.ts'
import { lockWhereAdministrator } from '../administrators.sql.ts'
import { liveUser, lockLiveUser } from '../lock-user.sql.ts'
import { deleteUser } from '../users/delete.ts'

const batchSize = 200

/**
 * An insert that notes that people's accounts at home are gone for good, to stand in a `with` of
 * the transaction that purges them. Their other organizations are told by `markGuestsWithoutHome`.
 */
export const homesGoneInsert = (
  users: readonly { tenantId: TenantId; personId: PersonId | null }[],
  now: Date,
): RawBuilder<unknown> =>
  sql`
    insert into homes_gone (person_id, home_tenant_id, gone_at)
    select p.id, p.home_tenant_id, ${now}::timestamptz
    from unnest(${users.map(({ tenantId }) => tenantId)}::uuid[], ${users.map(({ personId }) => personId)}::uuid[]) as u(tenant_id, person_id)
    join ${personAtHome()}
    on conflict (person_id) do nothing`

/**
 * The same for everybody whose account at home is not there, after a backup was put back without
 * whoever was erased: who was told already is told no second time.
 */
export const noteHomesNotThere = async (tx: Database, now: Date): Promise<void> => {
  await sql`
    insert into homes_gone (person_id, home_tenant_id, gone_at)
    select p.id, p.home_tenant_id, ${now}::timestamptz from persons p
    where p.home_tenant_id is not null
      and not exists (select 1 from users u where u.tenant_id = p.home_tenant_id and u.person_id = p.id)
    on conflict (person_id) do nothing`.execute(tx)
}

type Guest = { readonly tenantId: TenantId; readonly id: UserId; readonly deletedAt: Date | null }

/**
 * Marks the guests whose account at home is gone, and tells each organization by an event, where
 * the guest is still there (R43). Batch by batch; stopped in the middle or run by several processes
 * at once, each is marked and told once. Returns how many.
 */
export const markGuestsWithoutHome = async (db: Database, now: Date): Promise<number> => {
  let total = 0
  await inBatches(batchSize, async () => {
    const { taken, told } = await markBatch(db, now)
    total += told
    return taken
  })
  return total
}

const markBatch = (db: Database, now: Date): Promise<{ taken: number; told: number }> =>
  transaction(db, async (tx) => {
    const gone = await rows(
      tx,
      select<{
        personId: PersonId
      }>({
        personId: 'person_id',
      })`from homes_gone order by person_id limit ${batchSize} for update skip locked`,
    )
    const people = gone.map(({ personId }) => personId)
    const guests = await rows(
      tx,
      answering<Guest>(
        { tenantId: 'u.tenant_id', id: 'u.id', deletedAt: 'u.deleted_at' },
        (list) => sql`
            update users u set home_deleted_at = h.gone_at, without_home_until = h.gone_at + ${keptWithoutHomeDays} * interval '1 day' from homes_gone h
            where h.person_id = any(${people}::uuid[]) and u.person_id = h.person_id and u.tenant_id <> h.home_tenant_id and u.home_deleted_at is null
            returning ${list}`,
      ),
    )
    const live = guests.filter(({ deletedAt }) => deletedAt === null)
    const told = live.map(({ tenantId, id }) =>
      eventOf(bySystem(now), {
        tenantId,
        activity: 'user.homeDeleted',
        target: { kind: 'user', id },
      }),
    )
    if (told.length > 0) await record(tx, ...told)
    await sql`delete from homes_gone where person_id = any(${people}::uuid[])`.execute(tx)
    return { taken: gone.length, told: live.length }
  })

type Due = { readonly tenantId: TenantId; readonly id: UserId; readonly sortValue: string }

const byDue = byInstant(sql`u.without_home_until`)

/** Deletes one, unless by now they have a home again or the organization keeps such guests. */
const removeWithoutHome = (
  db: Database,
  which: { readonly tenantId: TenantId; readonly userId: UserId },
  now: Date,
): Promise<boolean> =>
  transaction(db, async (tx) => {
    await lockWhereAdministrator(tx, which)
    const facts = await lockLiveUser(
      tx,
      which,
      select<{ isDue: boolean }>({
        isDue: sql`((u.without_home_until <= ${now}
          and (select t.deletes_guests_without_home from tenants t where t.id = u.tenant_id)) is true)`,
      })`from ${liveUser(which)}`,
    )
    if (facts?.isDue !== true) return false
    const done = await deleteUser(tx, which, { kind: 'system' }, bySystem(now), 'homeGone')
    return done.outcome === 'deleted'
  })

/**
 * Soft-deletes guests 30 days after their account at home was deleted, in organizations that want
 * it (R44); restorable like everybody, and then kept for another 30 days. The last administrator
 * stays. Safe in several processes at once. Returns how many.
 */
export const deleteGuestsWithoutHome = (db: Database, now: Date): Promise<number> => {
  const due = rowsOfPages<Due>(batchSize, (last) => {
    const after = last && ([last.sortValue, last.id] as const)
    const page = { descending: false, after, limit: batchSize }
    return rows(
      db,
      select<Due>({
        tenantId: 'u.tenant_id',
        id: 'u.id',
        sortValue: byDue.text,
      })`from live_users u join tenants t on t.id = u.tenant_id
        where u.without_home_until <= ${now} and t.deletes_guests_without_home and ${beyond(byDue, sql`u.id`, page)}
        ${ordered(byDue, sql`u.id`, page)}`,
    )
  })
  const remove = ({ tenantId, id: userId }: Due): Promise<boolean> =>
    removeWithoutHome(db, { tenantId, userId }, now)
  return eachAlone(due, remove, 'Some guests without a home could not be deleted.')
}
