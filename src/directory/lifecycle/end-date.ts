/**
 * The end dates of guests, as a job (R133): guest and sponsors are told 14 and 3 days before, and
 * on the day the guest is soft-deleted. Nobody is by a day that nobody was told of: it is put off.
 * Each step is noted in the transaction of what it does, so that it may be stopped at any moment
 * and run in several processes.
 */
import { bySystem } from '../../events/context.ts'
import type { Context, Event } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { eachAlone, inBatches, rowsOfPages } from '../../store/batches.ts'
import { answering, select } from '../../store/columns.ts'
import { rows, sql, transaction, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byInstant, ordered } from '../../store/keyset.ts'
import { lockWhereAdministrator } from '../administrators.sql.ts'
import { liveUser, lockLiveUser } from '../lock-user.sql.ts'
import { deleteUser } from '../users/delete.ts'
import { tellPeople } from '../users/tell.ts'
import { endDateNotices, leastWaitDays, noticesDue } from './end-date.rule.ts'
import { endIsTold, isGuest, tellSponsors, type Notice, type Which } from './guests.sql.ts'

const batchSize = 200

/** Does what has to be done by `now`. Returns for how many guests. */
export const keepEndDates = (db: Database, now: Date): Promise<number> =>
  eachAlone([removeEnded, tellEnding], (part) => part(db, now), 'Some end dates could not be kept.')

type Due = { readonly tenantId: TenantId; readonly userId: UserId; readonly sortValue: string }
const byEnd = byInstant(sql`u.ends_at`)

const removeEnded = (db: Database, now: Date): Promise<number> => {
  const ended = rowsOfPages<Due>(batchSize, (last) => {
    const after = last && ([last.sortValue, last.userId] as const)
    const page = { descending: false, after, limit: batchSize }
    return rows(
      db,
      select<Due>({
        tenantId: 'u.tenant_id',
        userId: 'u.id',
        sortValue: byEnd.text,
      })`from live_users u where u.ends_at <= ${now} and ${endIsTold} and ${isGuest} and ${beyond(byEnd, sql`u.id`, page)}
        ${ordered(byEnd, sql`u.id`, page)}`,
    )
  })
  return eachAlone(ended, (which) => remove(db, which, now), 'Some guests could not be removed.')
}

/** Removes one guest, unless somebody was faster: prolonged, made a member, or ended it. */
const remove = (db: Database, { tenantId, userId }: Which, now: Date): Promise<boolean> =>
  transaction(db, async (tx) => {
    const which = { tenantId, userId }
    await lockWhereAdministrator(tx, which)
    const facts = await lockLiveUser(
      tx,
      which,
      select<{ isOver: boolean }>({
        isOver: sql`((u.ends_at <= ${now}) is true and ${endIsTold} and ${isGuest})`,
      })`from ${liveUser(which)}`,
    )
    if (facts?.isOver !== true) return false
    const { outcome } = await deleteUser(tx, which, { kind: 'system' }, bySystem(now), 'endDate')
    if (outcome !== 'deleted') return false
    const told = { why: 'endDate', notice: 'done', ending: 'delete', at: null } as const
    await tellSponsors(tx, [{ which, told }], now)
    return true
  })

/** The end date of a guest is another one, and where it is not who says why. */
export const endDateEvent = (
  { tenantId, userId: id }: Which,
  context: Context,
  reason?: 'nobodyTold',
): Event =>
  eventOf(context, {
    tenantId,
    activity: 'user.updated',
    target: { kind: 'user', id },
    details: { properties: ['guesthouse.endDateTime'] },
    ...(reason === undefined ? {} : { reason }),
  })

type Ending = Which & { readonly endsAt: Date; readonly isPutOff: boolean }

const tellEnding = (db: Database, now: Date): Promise<number> =>
  inBatches(batchSize, () => transaction(db, (tx) => tellSome(tx, sql`true`, now)))

/**
 * Tells at once of an end date that was set just now and comes so soon that a notice is due, so
 * that the day is kept. Whoever calls has set it.
 */
export const tellOfEnd = (db: Database, { tenantId, userId }: Which, now: Date): Promise<number> =>
  transaction(db, (tx) =>
    tellSome(
      tx,
      sql`u.tenant_id = ${tenantId} and u.id = ${userId} and u.ends_at >= ${now}`,
      now,
      now,
    ),
  )

const tellSome = async (
  tx: Database,
  whom: RawBuilder<unknown>,
  now: Date,
  least = plus(now, leastWaitDays * dayMs),
): Promise<number> => {
  const ending = await takeUntold(tx, whom, least, now)
  const notices = ending.map(({ tenantId, userId, endsAt }): Notice => {
    const notice = endDateNotices[noticesDue(endsAt, now) - 1]?.notice ?? 'first'
    const at = endsAt.toISOString()
    return { which: { tenantId, userId }, told: { why: 'endDate', notice, ending: 'delete', at } }
  })
  await tellPeople(
    tx,
    notices.map(({ which, told }) => ({ which, told: { kind: 'lifecycle', ...told } })),
    now,
  )
  await tellSponsors(tx, notices, now)
  const putOff = ending.filter(({ isPutOff }) => isPutOff)
  await record(tx, ...putOff.map((one) => endDateEvent(one, bySystem(now), 'nobodyTold')))
  return ending.length
}

/**
 * Guests of whom a notice is due, noted as told; those that others hold are left. Of whom nothing
 * was told so far the day is not before `least`.
 */
const takeUntold = (
  tx: Database,
  whom: RawBuilder<unknown>,
  least: Date,
  now: Date,
): Promise<Ending[]> => {
  const due = sql.join(
    endDateNotices.map(({ days }) => sql`(k.until <= ${plus(now, days * dayMs)})::int`),
    sql` + `,
  )
  const [earliest] = endDateNotices
  return rows(
    tx,
    answering<Ending>(
      { tenantId: 'u.tenant_id', userId: 'u.id', endsAt: 'u.ends_at', isPutOff: 'due.is_put_off' },
      (list) => sql`
        with due as materialized (
          select u.tenant_id, u.id, k.until, k.until > u.ends_at as is_put_off, ${due} as notices from users u
          cross join lateral (select case when ${endIsTold} then u.ends_at else greatest(u.ends_at, ${least}) end as until) k
          where u.ends_at <= ${plus(now, earliest.days * dayMs)} and (k.until > ${now} or not ${endIsTold}) and u.deleted_at is null and ${isGuest} and ${whom}
            and case when ${endIsTold} then u.end_notices else 0 end < ${due}
          order by u.ends_at, u.id limit ${batchSize} for update of u skip locked)
        update users u set ends_at = due.until, end_notice_for = due.until, end_notices = due.notices from due
        where u.tenant_id = due.tenant_id and u.id = due.id returning ${list}`,
    ),
  )
}
