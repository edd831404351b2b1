/**
 * Guests who never accepted are removed some days after their invitation has ended, and with them
 * their address (R144). Who had left, and does not answer whether they come back, stays away.
 */
import { holdLiveUser, type Which } from '../directory/lock-user.sql.ts'
import { invitationEnded, unacceptedUntil } from '../directory/lifecycle/guests.sql.ts'
import { removePendingGuest } from '../directory/guests/end-pending.ts'
import { stayAway } from '../directory/users/stay-away.sql.ts'
import { bySystem } from '../events/context.ts'
import { eventOf, record } from '../events/record.ts'
import { eachAlone, rowsOfPages } from '../store/batches.ts'
import { select } from '../store/columns.ts'
import {
  firstRow,
  rows,
  sql,
  transaction,
  type Database,
  type RawBuilder,
} from '../store/database.ts'
import { beyond, byInstant, ordered, type OrderKey } from '../store/keyset.ts'
import { isInvited } from '../store/relations.sql.ts'

const batchSize = 200

// An invitation ends when it is revoked, or by itself. Whoever accepted once stays, whatever was
// reset since (R122).
const due = (now: Date): RawBuilder<unknown> => sql`
  from invitations i join tenants t on t.id = i.tenant_id
  join live_users u on u.tenant_id = i.tenant_id and u.id = i.user_id and ${isInvited()} and not u.ever_accepted
  where i.accepted_at is null and ${invitationEnded} <= ${now} and ${unacceptedUntil} <= ${now}`

const remove = (db: Database, which: Which, now: Date): Promise<boolean> =>
  transaction(db, async (tx) => {
    // Invited again, or come after all, meanwhile.
    if (!(await holdLiveUser(tx, which))) return false
    const still = await firstRow(
      tx,
      sql`select 1 ${due(now)} and u.tenant_id = ${which.tenantId} and u.id = ${which.userId}`,
    )
    if (still === undefined) return false
    if ((await removePendingGuest(tx, which, 'neverAccepted', now)) === undefined) return false
    const target = { kind: 'user', id: which.userId } as const
    await record(
      tx,
      eventOf(bySystem(now), {
        tenantId: which.tenantId,
        activity: 'user.deletedByPolicy',
        target,
        reason: 'neverAccepted',
      }),
    )
    return true
  })

type Found = Which & { readonly sortValue: string }

// Page by page, behind the last one: who cannot be removed keeps nobody waiting.
const pages = (db: Database, key: OrderKey, from: RawBuilder<unknown>): AsyncGenerator<Found> =>
  rowsOfPages<Found>(batchSize, (last) => {
    const after = last && ([last.sortValue, last.userId] as const)
    const page = { descending: false, after, limit: batchSize }
    return rows(
      db,
      select<Found>({
        tenantId: 'u.tenant_id',
        userId: 'u.id',
        sortValue: key.text,
      })`${from} and ${beyond(key, sql`u.id`, page)} ${ordered(key, sql`u.id`, page)}`,
    )
  })

const removeNeverAccepted = (db: Database, now: Date): Promise<number> =>
  eachAlone(
    pages(db, byInstant(sql`i.expires_at`), due(now)),
    (which) => remove(db, which, now),
    'Some guests who never accepted could not be removed.',
  )

// Who has left and was asked to come back, and whose question is over: its invitation has ended or
// is gone, or the leaving could not be undone any more.
const unanswered = (now: Date): RawBuilder<unknown> => sql`
  from live_users u join receipts r on r.tenant_id = u.tenant_id and r.id = u.left_event_id
  left join invitations i on i.tenant_id = u.tenant_id and i.user_id = u.id and i.accepted_at is null
  where u.left_event_id is not null and (i.id is null or ${invitationEnded} <= ${now} or r.restorable_until <= ${now})`

const endQuestion = (db: Database, which: Which, now: Date): Promise<boolean> =>
  transaction(db, async (tx) => {
    // Come back, declined, or asked anew meanwhile.
    if (!(await holdLiveUser(tx, which))) return false
    const { tenantId, userId: id } = which
    const mine = sql`u.tenant_id = ${tenantId} and u.id = ${id}`
    const still = await firstRow(tx, sql`select 1 ${unanswered(now)} and ${mine}`)
    if (still === undefined) return false
    const happening = {
      tenantId,
      activity: 'user.deletedByPolicy',
      reason: 'neverAccepted',
    } as const
    const event = eventOf(bySystem(now), { ...happening, target: { kind: 'user', id } })
    return stayAway(tx, which, event)
  })

/** Who left, is asked to come back, and does not answer, stays away (R127). */
const endQuestions = (db: Database, now: Date): Promise<number> =>
  eachAlone(
    pages(db, byInstant(sql`u.external_user_state_changed_at`), unanswered(now)),
    (which) => endQuestion(db, which, now),
    'Some guests who did not come back could not be kept away.',
  )

/**
 * Removes those who never accepted and whose time is over at `now`, and ends questions to those who
 * had left that nobody answered. Safe in several processes at once. Returns how many.
 */
export const removeWhoNeverCame = (db: Database, now: Date): Promise<number> =>
  eachAlone(
    [endQuestions, removeNeverAccepted],
    (part) => part(db, now),
    'Not everybody who did not come could be removed.',
  )
