/**
 * A mail to a person about a change of their standing in an organization that they did not make
 * themselves (R128).
 */
import { rolesThatMay, type Action } from '../../access/may.rule.ts'
import { roles } from '../../access/roles.ts'
import { newId, type EventId, type TenantId, type UserId } from '../../kernel/ids.ts'
import {
  asSecret,
  type Letter,
  type Standing,
  type Told as ToldValues,
  type ToldKind,
} from '../../mail/letters.ts'
import { queueMails, type Mail } from '../../mail/outbox.ts'
import { noteTold } from '../../mail/told.sql.ts'
import { answering, select, type Columns } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { homeUser } from '../../store/relations.sql.ts'
import { canAct } from '../administrators.sql.ts'
import { usersInOrder, type Several } from '../lock-user.sql.ts'
import { mailboxOfGuest } from './own-address.sql.ts'
import { receiptColumns, type ReceiptFacts } from './receipt.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/** What happened. */
export type Told = { [K in ToldKind]: { readonly kind: K } & ToldValues[K] }[ToldKind]

type Facts = ReceiptFacts &
  Pick<Standing, 'mayLeave' | 'isHome'> & {
    readonly mayAttest: boolean
    readonly disabled: 'byPolicy' | 'bySomebody' | null
    /** The address that was invited, of somebody who never came: they ask by it, and hear there. */
    readonly invitedAddress: string | null
  }

const toldColumns: Columns<Facts> = {
  ...receiptColumns,
  invitedAddress: sql`case when u.person_id is null then ${mailboxOfGuest} end`,
  mayLeave: 't.external_users_may_leave',
  mayAttest: sql`(t.guests_attest and t.state = 'active' and u.account_enabled)`,
  disabled: sql`case when u.account_enabled then null when u.disabled_by_policy then 'byPolicy' else 'bySomebody' end`,
  isHome: sql`p.home_tenant_id = u.tenant_id`,
}
const toldJoins = sql`
  join tenants t on t.id = u.tenant_id left join persons p on p.id = u.person_id
  left join ${homeUser()}`

/**
 * Tells the person of a user, live or deleted, in the transaction of the change; nothing when they
 * cannot be reached.
 */
export const tellPerson = (tx: Database, which: Which, told: Told, now: Date): Promise<void> =>
  tellPeople(tx, [{ which, told }], now)

/**
 * Those of these deleted users who asked to be removed before they ever came have no receipt: they
 * hear of it where they were invited. Who they are; nobody else is told here.
 */
export const tellRemovedInvited = async (
  tx: Database,
  { tenantId, userIds }: Several,
  text: string | null,
  now: Date,
): Promise<ReadonlySet<UserId>> => {
  const found = await rows(
    tx,
    select<Facts & { userId: UserId }>({
      ...toldColumns,
      userId: 'u.id',
    })`from deleted_users u ${toldJoins}
      where u.tenant_id = ${tenantId} and u.id = any(${[...userIds]}::uuid[]) and u.person_id is null`,
  )
  const moved = {
    request: 'removal',
    step: 'removedInvited',
    due: null,
    whenDue: 'removed',
  } as const
  const told = { kind: 'requestMoved', ...moved, text } as const
  const each = found.map(({ userId, ...facts }) => ({ which: { tenantId, userId }, told, facts }))
  await tellEach(tx, each, now)
  return new Set(found.map(({ userId }) => userId))
}

/** Tells the people of several users of one organization the same. */
export const tellAll = (
  tx: Database,
  { tenantId, userIds }: Several,
  told: Told,
  now: Date,
): Promise<void> =>
  tellPeople(
    tx,
    userIds.map((userId) => ({ which: { tenantId, userId }, told })),
    now,
  )

/** Tells several people, each of whom hears something of their own. */
export const tellPeople = async (
  tx: Database,
  told: readonly { readonly which: Which; readonly told: Told }[],
  now: Date,
): Promise<void> => {
  if (told.length === 0) return
  const found = await rows(
    tx,
    select<Facts & { place: number }>({ ...toldColumns, place: 'k.place' })`from
      ${usersInOrder(told.map(({ which }) => which))} ${toldJoins}`,
  )
  const each = found.flatMap(({ place, ...facts }) => {
    const one = told[Number(place) - 1]
    return one === undefined ? [] : { ...one, facts }
  })
  await tellEach(tx, each, now)
}

type ToldOne = { readonly which: Which; readonly told: Told; readonly facts: Facts }

// Whoever cannot be reached is told nothing, and that is noted.
const tellEach = async (tx: Database, all: readonly ToldOne[], now: Date): Promise<void> => {
  const mails: Mail[] = []
  const unreached: Parameters<typeof noteTold>[1][number][] = []
  for (const { which, told, facts } of all) {
    const mail = mailOf(told, facts)
    if (mail === undefined)
      unreached.push({ id: newId(), letter: told, recipient: null, about: which })
    else mails.push({ ...mail, about: which })
  }
  await queueMails(tx, mails, now)
  await noteTold(tx, unreached, now)
}

// The jobs that purge and that end requests come in any order.
const unansweredRestore = sql`(select max(q.created_at) from requests q where q.tenant_id = u.tenant_id and q.user_id = u.id
  and q.kind = 'restore' and q.state in ('open', 'expired') and q.created_at >= u.deleted_at)`

type Erased = Which & { readonly reference: EventId; readonly code: string }

/**
 * Tells the people of these deleted users that their data is erased, with the receipt of it, in the
 * transaction that purges them. The mail is about nobody any more. Returns the receipts of those
 * who could be reached.
 */
export const tellErased = async (
  tx: Database,
  users: readonly Erased[],
  now: Date,
): Promise<EventId[]> => {
  const [tenantIds, ids] = [
    users.map(({ tenantId }) => tenantId),
    users.map(({ userId }) => userId),
  ]
  const found = await rows(
    tx,
    select<Facts & { userId: UserId; unansweredSince: Date | null }>({
      ...toldColumns,
      userId: 'u.id',
      unansweredSince: unansweredRestore,
    })`from unnest(${tenantIds}::uuid[], ${ids}::uuid[]) as k(tenant_id, id)
      join deleted_users u on u.tenant_id = k.tenant_id and u.id = k.id ${toldJoins}`,
  )
  const receipts = new Map(users.map((one) => [one.userId, one]))
  const mails = found.flatMap(({ userId, unansweredSince, ...facts }) => {
    const receipt = receipts.get(userId)
    if (receipt === undefined) return []
    const { reference, code } = receipt
    const unanswered = { unansweredSince: unansweredSince?.toISOString() ?? null }
    const mail = mailOf({ kind: 'erased', reference, code: asSecret(code), ...unanswered }, facts)
    return mail === undefined ? [] : { reference, mail }
  })
  await queueMails(
    tx,
    mails.map(({ mail }) => mail),
    now,
  )
  return mails.map(({ reference }) => reference)
}

/** Who never came hears of these where they were invited. */
const toldInvited: ReadonlySet<ToldKind> = new Set(['requestAnswered', 'requestMoved', 'lifecycle'])

const mailOf = ({ kind, ...happened }: Told, facts: Facts): Mail | undefined => {
  const { mailbox, readerId, language, ...standing } = facts
  const { invitedAddress, ...known } = standing
  const reached = mailbox ?? (toldInvited.has(kind) ? invitedAddress : null)
  if (reached === null) return undefined
  const values = { ...happened, ...known }
  return { recipient: reached, readerId, language, letter: { kind, values } as Letter }
}

/** Somebody of an organization who is written to about it. */
export type Reached = Pick<ReceiptFacts, 'organization' | 'mailbox' | 'readerId' | 'language'> & {
  readonly tenantId: TenantId
  readonly userId: UserId
}

/** Whether people of closed organizations are written to, who have nothing to do there (R121). */
type Where = { readonly closed: boolean }

/**
 * Those of `whom`, `tenant_id` and `user_id`, who can act there (R124), or could were it open, and
 * where they are reached. Roles are held by users alone: no group holds one.
 */
export const listReached = (
  db: Database,
  whom: RawBuilder<unknown>,
  { closed }: Where = { closed: false },
): Promise<Reached[]> =>
  rows(
    db,
    answering<Reached>(
      {
        tenantId: 'u.tenant_id',
        userId: 'u.id',
        organization: receiptColumns.organization,
        readerId: receiptColumns.readerId,
        language: receiptColumns.language,
        mailbox: receiptColumns.mailbox,
      },
      (list) => sql`
        select ${list} from (${whom}) r
        join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id and ${canAct('u')}
        join tenants t on t.id = u.tenant_id and (${closed} or t.state = 'active')
        left join persons p on p.id = u.person_id left join ${homeUser()}`,
    ),
  )

/** Those of these organizations whose roles let them do it, as `listReached` has them. */
export const listWhoMay = (
  db: Database,
  tenantIds: readonly TenantId[],
  action: Action,
  where?: Where,
): Promise<Reached[]> =>
  listReached(
    db,
    sql`select distinct a.tenant_id, a.user_id from role_assignments a
      where a.tenant_id = any(${[...tenantIds]}::uuid[]) and a.role_id = any(${rolesThatMay(action).map((name) => roles[name].id)}::uuid[])`,
    where,
  )
