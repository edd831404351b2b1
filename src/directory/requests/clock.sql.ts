/** What the clock of requests reads, and what it notes. */
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { answering, select, type Columns } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byInstant, ordered, type Page } from '../../store/keyset.ts'
import type { RequestKind } from '../../wire/requests.ts'
import type { AnswerPolicy } from './clock.rule.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

export type ReadPolicy = AnswerPolicy & {
  /** Why people are not removed by themselves, in the words of the organization. */
  readonly unansweredReason: string | null
}

const policyColumns: Columns<ReadPolicy> = {
  answerDays: 't.answer_days',
  removesUnanswered: 't.removes_unanswered',
  unansweredReason: 't.unanswered_reason',
  organizationClosed: sql`t.state <> 'active'`,
}

/** What holds for a request of this user, live or deleted. */
export const readAnswerPolicy = async (
  db: Database,
  { tenantId, userId }: Which,
): Promise<ReadPolicy & { readonly restorableUntil: Date | null }> => {
  const found = await firstRow(
    db,
    select<ReadPolicy & { restorableUntil: Date | null }>({
      ...policyColumns,
      restorableUntil: 'u.restorable_until',
    })`from users u join tenants t on t.id = u.tenant_id where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )
  if (found === undefined) throw new Error('The user is held, and so is there.')
  return found
}

export type OpenRequest = ReadPolicy & {
  readonly tenantId: TenantId
  readonly id: RequestId
  readonly userId: UserId
  readonly kind: RequestKind
  readonly askedAt: Date
  readonly dueAt: Date
  readonly reminders: number
  /** Somebody has come as this user, and so has a receipt when it ends. */
  readonly everCame: boolean
  /** What whoever asked was told last: that they are removed on the day. */
  readonly removalPromised: boolean
  /** It is due on another day than they were told last. */
  readonly dayMoved: boolean
}

const openColumns: Columns<OpenRequest> = {
  ...policyColumns,
  tenantId: 'q.tenant_id',
  id: 'q.id',
  userId: 'q.user_id',
  kind: 'q.kind',
  askedAt: 'q.created_at',
  dueAt: 'q.due_at',
  reminders: 'q.reminders',
  removalPromised: 'q.removal_promised',
  dayMoved: sql`(q.kind = 'removal' and q.told_due_at is distinct from q.due_at)`,
  everCame: sql`exists (select 1 from users u where u.tenant_id = q.tenant_id and u.id = q.user_id and u.person_id is not null)`,
}

const strikes = (now: Date): RawBuilder<unknown> =>
  sql`q.state = 'open' and q.next_at is not null and q.next_at <= ${now}`

export type DueRequest = Pick<OpenRequest, 'tenantId' | 'id' | 'userId'> & {
  readonly sortValue: string
}

const byDue = byInstant(sql`q.due_at`)

/** Requests whose day has come, of all organizations; those that have waited longest first. */
export const listDue = (db: Database, now: Date, page: Page): Promise<DueRequest[]> =>
  rows(
    db,
    select<DueRequest>({
      tenantId: 'q.tenant_id',
      id: 'q.id',
      userId: 'q.user_id',
      sortValue: byDue.text,
    })`from requests q where ${strikes(now)} and q.due_at <= ${now}
        and ${beyond(byDue, sql`q.id`, page)} ${ordered(byDue, sql`q.id`, page)}`,
  )

/** One of them, held until the transaction ends, if its day has still come and nobody answered. */
export const lockDue = async (
  tx: Database,
  { tenantId, id }: Pick<OpenRequest, 'tenantId' | 'id'>,
  now: Date,
): Promise<OpenRequest | undefined> => {
  await sql`select 1 from requests where tenant_id = ${tenantId} and id = ${id} for update`.execute(
    tx,
  )
  return firstRow(
    tx,
    select(openColumns)`from requests q join tenants t on t.id = q.tenant_id
      where q.tenant_id = ${tenantId} and q.id = ${id} and ${strikes(now)} and q.due_at <= ${now}`,
  )
}

/** Requests for which the clock strikes before their day, held; those that others hold are left. */
export const lockStruck = (tx: Database, now: Date, limit: number): Promise<OpenRequest[]> =>
  rows(
    tx,
    answering<OpenRequest>(
      openColumns,
      (list) => sql`
        with struck as materialized (
          select q.* from requests q where ${strikes(now)} and q.due_at > ${now}
          order by q.next_at, q.id limit ${limit} for update skip locked)
        select ${list} from struck q join tenants t on t.id = q.tenant_id`,
    ),
  )

export type Noted = Pick<OpenRequest, 'tenantId' | 'id' | 'reminders' | 'removalPromised'> & {
  readonly nextAt: Date
}

/** Notes what the clock has struck and so told, and when it strikes next. */
export const noteStrokes = async (tx: Database, noted: readonly Noted[]): Promise<void> => {
  await sql`
    update requests q set next_at = k.next_at, reminders = k.reminders, removal_promised = k.promised, told_due_at = q.due_at
    from unnest(${noted.map(({ tenantId }) => tenantId)}::uuid[], ${noted.map(({ id }) => id)}::uuid[],
      ${noted.map(({ nextAt }) => nextAt)}::timestamptz[], ${noted.map(({ reminders }) => reminders)}::smallint[],
      ${noted.map(({ removalPromised }) => removalPromised)}::boolean[]) as k(tenant_id, id, next_at, reminders, promised)
    where q.tenant_id = k.tenant_id and q.id = k.id`.execute(tx)
}
