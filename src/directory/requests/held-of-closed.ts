/** Requests that an organization held before it was closed go on (R32, R121). */
import { bySystem } from '../../events/context.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { inBatches } from '../../store/batches.ts'
import { select } from '../../store/columns.ts'
import { queueMails, type Mail } from '../../mail/outbox.ts'
import { firstRow, rows, sql, transaction, type Database } from '../../store/database.ts'
import { lockTenant } from '../administrators.sql.ts'
import { listWhoMay } from '../users/tell.ts'
import { dueAfterHold, dueWhere } from './clock.rule.ts'
import { release } from './hold.ts'

const batchSize = 200

type Held = {
  readonly requestId: RequestId
  readonly userId: UserId
  readonly askedAt: Date
  readonly dueAt: Date
  readonly heldAt: Date | null
}

// Which of them are closed is judged when they are held.
const listNotOpen = (db: Database): Promise<{ tenantId: TenantId }[]> =>
  rows(
    db,
    select<{ tenantId: TenantId }>({ tenantId: 't.id' })`from tenants t where t.state <> 'active'
      and exists (select 1 from requests q where q.tenant_id = t.id and q.state = 'open' and q.held_at is not null) order by t.id`,
  )

// One that is suspended opens again, as it was: its holds wait for that. Those that others hold are
// left.
const lockHeld = (tx: Database, tenantId: TenantId): Promise<Held[]> =>
  rows(
    tx,
    select<Held>({
      requestId: 'q.id',
      userId: 'q.user_id',
      askedAt: 'q.created_at',
      dueAt: 'q.due_at',
      heldAt: 'q.held_at',
    })`from tenants t join requests q on q.tenant_id = t.id and q.state = 'open' and q.held_at is not null
      where t.id = ${tenantId} and t.state = 'closed' order by q.id limit ${batchSize} for update of q skip locked`,
  )

type First = Pick<Held, 'dueAt' | 'heldAt'> & { readonly count: number }

// How many there are, and the one that is due first once none is held any more.
const readFirst = (tx: Database, tenantId: TenantId): Promise<First | undefined> =>
  firstRow(
    tx,
    select<First>({
      dueAt: 'q.due_at',
      heldAt: 'q.held_at',
      count: sql`(count(*) over ())::int`,
    })`from
      tenants t join requests q on q.tenant_id = t.id and q.state = 'open' and q.held_at is not null
      where t.id = ${tenantId} and t.state = 'closed' order by q.due_at - q.held_at, q.id limit 1`,
  )

/** Whoever could have held them hears that nobody does any more, and what to do before the day. */
const tellHolders = async (
  tx: Database,
  tenantId: TenantId,
  { dueAt, heldAt, count }: First,
  now: Date,
): Promise<void> => {
  const after = dueAfterHold(dueAt, heldAt ?? now, now)
  const firstDue = dueWhere(after, now, { organizationClosed: true }).toISOString()
  const holders = await listWhoMay(tx, [tenantId], 'requests.answer', { closed: true })
  const mails = holders.flatMap(({ organization, mailbox, readerId, language }): Mail[] => {
    const letter = { kind: 'holdsEnded', values: { organization, count, firstDue } } as const
    return mailbox === null ? [] : [{ recipient: mailbox, readerId, language, letter }]
  })
  await queueMails(tx, mails, now)
}

// The organization is held, so that it does not open meanwhile. With the first of them it is told
// how many there are: one mail for all.
const releaseIn = async (db: Database, tenantId: TenantId, now: Date): Promise<number> => {
  let told = false
  return inBatches(batchSize, () =>
    transaction(db, async (tx) => {
      await lockTenant(tx, tenantId)
      const first = told ? undefined : await readFirst(tx, tenantId)
      const held = await lockHeld(tx, tenantId)
      if (first !== undefined && held.length > 0) await tellHolders(tx, tenantId, first, now)
      told ||= held.length > 0
      await release(tx, tenantId, held, bySystem(now))
      return held.length
    }),
  )
}

/**
 * Ends each hold on a request at a closed organization, as nobody is there who could, and tells
 * whoever asked, and whoever could have held it. Returns how many.
 */
export const releaseOfClosed = async (db: Database, now: Date): Promise<number> => {
  let released = 0
  for (const { tenantId } of await listNotOpen(db)) released += await releaseIn(db, tenantId, now)
  return released
}
