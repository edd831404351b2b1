/**
 * Telling by mail, once, who can answer of what somebody else has asked for, and who asked of what
 * has become of it (R137). As a job, so that who asks for many at once is one mail to each.
 */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { queueMails, type Mail } from '../../mail/outbox.ts'
import { inBatches } from '../../store/batches.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, transaction, type Database, type RawBuilder } from '../../store/database.ts'
import { listReached, listWhoMay, type Reached } from '../users/tell.ts'
import { carryOutDue } from './answer.ts'
import { needs, type Kind } from './needs.ts'

type Asked = {
  readonly tenantId: TenantId
  readonly kind: Kind
  readonly askedBy: UserId
  readonly dueAt: Date | null
  readonly isDone: boolean
}

const batchSize = 500

/**
 * Takes those that nobody was told of: what is taken is told in the same transaction. Another
 * process waits for it, since of what it would leave to it there would be a second mail.
 */
const take = (
  tx: Database,
  { column, where, order }: Record<'column' | 'where' | 'order', RawBuilder<unknown>>,
  now: Date,
): Promise<Asked[]> =>
  rows(
    tx,
    answering<Asked>(
      {
        tenantId: 'p.tenant_id',
        kind: 'p.kind',
        askedBy: 'p.asked_by',
        dueAt: 'p.due_at',
        isDone: sql`p.state = 'done'`,
      },
      (list) => sql`
        with next as materialized (
          select tenant_id, id from purge_requests where ${column} is null and ${where}
          order by ${order}, id limit ${batchSize} for update)
        update purge_requests p set ${column} = ${now} from next
        where p.tenant_id = next.tenant_id and p.id = next.id returning ${list}`,
    ),
  )

const waitingMails = (
  { organization, mailbox, readerId, language }: Reached,
  asked: readonly Asked[],
): Mail[] => {
  const groups = Map.groupBy(asked, ({ dueAt }) => dueAt === null)
  return [...groups.values()].flatMap((group) => {
    if (mailbox === null) return []
    const due = group.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt.getTime()]))
    const firstDue = due.length === 0 ? null : new Date(Math.min(...due)).toISOString()
    const values = { organization, count: group.length, firstDue }
    return [
      { recipient: mailbox, readerId, language, letter: { kind: 'deletionsWaiting', values } },
    ]
  })
}

const idOf = ({ tenantId, userId }: Pick<Reached, 'tenantId' | 'userId'>) => `${tenantId} ${userId}`

const tellWhoCanAnswer = async (tx: Database, asked: readonly Asked[], now: Date) => {
  const answerers = new Map<string, { readonly who: Reached; readonly of: Asked[] }>()
  for (const [kind, ofKind] of Map.groupBy(asked, (one) => one.kind)) {
    const tenants = [...new Set(ofKind.map(({ tenantId }) => tenantId))]
    for (const who of await listWhoMay(tx, tenants, needs[kind])) {
      const known = answerers.get(idOf(who)) ?? { who, of: [] }
      answerers.set(idOf(who), known)
      known.of.push(
        ...ofKind.filter((one) => one.tenantId === who.tenantId && one.askedBy !== who.userId),
      )
    }
  }
  const mails = [...answerers.values()].flatMap(({ who, of }) => waitingMails(who, of))
  await queueMails(tx, mails, now)
}

const tellWhoAsked = async (tx: Database, answered: readonly Asked[], now: Date) => {
  if (answered.length === 0) return
  const own = Map.groupBy(answered, ({ tenantId, askedBy: userId }) => idOf({ tenantId, userId }))
  const askers = await listReached(
    tx,
    sql`select distinct k.tenant_id, k.user_id from unnest(${answered.map(({ tenantId }) => tenantId)}::uuid[], ${answered.map(({ askedBy }) => askedBy)}::uuid[]) as k(tenant_id, user_id)`,
  )
  const mails = askers.flatMap((who): Mail[] => {
    const { organization, mailbox, readerId, language } = who
    const mine = own.get(idOf(who)) ?? []
    if (mailbox === null || mine.length === 0) return []
    const done = mine.filter(({ isDone }) => isDone).length
    const values = { organization, done, refused: mine.length - done }
    return [
      { recipient: mailbox, readerId, language, letter: { kind: 'deletionsAnswered', values } },
    ]
  })
  await queueMails(tx, mails, now)
}

const tellBatch = (db: Database, now: Date): Promise<number> =>
  transaction(db, async (tx) => {
    const asked = await take(
      tx,
      { column: sql`told_at`, where: sql`state = 'open'`, order: sql`asked_at` },
      now,
    )
    await tellWhoCanAnswer(tx, asked, now)
    const answered = await take(
      tx,
      {
        column: sql`answer_told_at`,
        where: sql`state in ('done', 'refused')`,
        order: sql`answered_at`,
      },
      now,
    )
    await tellWhoAsked(tx, answered, now)
    return Math.max(asked.length, answered.length)
  })

/** Tells all of it. Safe in several processes at once, and stopped at any moment. */
export const tellOfDeletions = (db: Database, now: Date): Promise<number> =>
  inBatches(batchSize, () => tellBatch(db, now))

/** Does what has waited for its time, and tells of that, and of what waits still. */
export const carryOutAndTell = async (db: Database, now: Date): Promise<number> => {
  const done = await carryOutDue(db, now)
  await tellOfDeletions(db, now)
  return done
}
