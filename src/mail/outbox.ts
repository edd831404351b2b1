/**
 * Mail is a row written in the transaction of what it tells; the worker sends it. Nothing is queued
 * outside the store. A row holds a kind and values, and who reads it; words are found when it is
 * sent.
 */
import { newId, type PersonId, type TenantId, type UserId } from '../kernel/ids.ts'
import { nameKey } from '../kernel/principal-name.ts'
import { dayMs, plus, secondMs } from '../kernel/time.ts'
import { replacing, type MailPurpose } from './outcome.sql.ts'
import { select, type Columns } from '../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { insertOf, listedColumns, listedValues, type ListedRow } from '../store/listed.ts'
import type { Letter } from './letters.ts'
import { readerColumns, readerJoins, type MailReader } from './reader.sql.ts'
import { toldInsert } from './told.sql.ts'

/** So long a mail that several write waits for more, after each of them. */
const gatheringMs = 20 * secondMs
/** A mail that could not be handed over for this long is dropped. */
const giveUpAfterMs = 3 * dayMs
/**
 * What outlives its user waits longer, and never longer than all of somebody's data may (R83,
 * R128).
 */
const giveUpOutlivingAfterMs = 30 * dayMs

export type Mail = {
  readonly recipient: string
  readonly letter: Letter
  /**
   * Who reads it, where that is known: it is written in their language and time zone, as these are
   * when it is sent.
   */
  readonly readerId?: PersonId | null | undefined
  /** A language tag, for readers of whom nothing is known. */
  readonly language?: string | null | undefined
  /** The user it is about: a purge of the user erases what is not sent yet. */
  readonly about?: { readonly tenantId: TenantId; readonly userId: UserId } | undefined
  /**
   * Sent also after a purge of that user: it is what they are told of their end (R128). It then
   * waits until its own end, no longer.
   */
  readonly outlivesUser?: true | undefined
  /**
   * When it stops being worth sending, where that is before the usual end: a code that has run out
   * helps nobody.
   */
  readonly usefulUntil?: Date | undefined
  /**
   * What it is for, where its outcome is kept for `about`. It takes the place of an earlier one
   * that is not sent yet.
   */
  readonly purpose?: MailPurpose | undefined
  /**
   * Its id, where several leaves write one mail: the entries of this one are put to those that
   * wait under the same id, and it is sent when no further one has come for a while.
   */
  readonly sharedId?: string | undefined
}

const types = {
  id: 'uuid',
  tenant_id: 'uuid',
  user_id: 'uuid',
  recipient: 'text',
  recipient_key: 'text',
  kind: 'text',
  content: 'jsonb',
  reader_id: 'uuid',
  language: 'text',
  created_at: 'timestamptz',
  next_try_at: 'timestamptz',
  give_up_at: 'timestamptz',
  outlives_user: 'boolean',
  purpose: 'text',
} as const

const endOf = ({ usefulUntil, outlivesUser }: Mail, now: Date): Date =>
  usefulUntil ?? plus(now, outlivesUser === true ? giveUpOutlivingAfterMs : giveUpAfterMs)

const firstTry = ({ sharedId }: Mail, now: Date): Date =>
  sharedId === undefined ? now : plus(now, gatheringMs)

type Numbered = Mail & { readonly id: string }
const numbered = (mail: Mail): Numbered => ({ ...mail, id: mail.sharedId ?? newId() })

const rowOf = (mail: Numbered, now: Date): ListedRow<keyof typeof types> => ({
  id: mail.id,
  tenant_id: mail.about?.tenantId,
  user_id: mail.about?.userId,
  recipient: mail.recipient,
  recipient_key: nameKey(mail.recipient),
  kind: mail.letter.kind,
  content: mail.letter.values,
  reader_id: mail.readerId,
  language: mail.language,
  created_at: now,
  next_try_at: firstTry(mail, now),
  give_up_at: endOf(mail, now),
  outlives_user: mail.outlivesUser ?? false,
  purpose: mail.purpose,
})

// What is being sent at this moment is deleted by its id afterwards: it goes on under another one,
// with everything that it said, rather than losing what is new.
const gathered = sql`on conflict (id) do update set
  content = jsonb_set(mails.content, '{entries}', mails.content -> 'entries' || (excluded.content -> 'entries')),
  next_try_at = excluded.next_try_at, give_up_at = excluded.give_up_at,
  id = case when mails.unconfirmed > 0 then gen_random_uuid() else mails.id end`

/**
 * An insert of `mail`, a receipt, for each row of `source`, to stand in a `with` beside the change
 * that makes those rows. That it was queued is noted with the receipt.
 */
export const mailInsertFrom = (
  mail: Mail,
  source: RawBuilder<unknown>,
  now: Date,
): RawBuilder<unknown> =>
  sql`insert into mails (${listedColumns(types)}) select ${listedValues(types, rowOf(numbered(mail), now))} from ${source} ${mail.sharedId === undefined ? sql`` : gathered}`

/** Queues a mail, to be sent after the transaction has committed. */
export const queueMail = (db: Database, mail: Mail, now: Date): Promise<void> =>
  queueMails(db, [mail], now)

/** The same for several, in one statement. */
export const queueMails = async (
  db: Database,
  mails: readonly Mail[],
  now: Date,
): Promise<void> => {
  if (mails.length === 0) return
  const all = mails.map(numbered)
  const written = all.map((mail) => rowOf(mail, now))
  const told = toldInsert(all, now)
  const same = mails.flatMap(({ about, purpose }) =>
    about === undefined || purpose === undefined
      ? []
      : sql`(tenant_id = ${about.tenantId} and user_id = ${about.userId} and purpose = ${purpose})`,
  )
  const beside = [
    ...(same.length === 0 ? [] : [replacing(sql.join(same, sql` or `), now)]),
    ...(told === undefined ? [] : [sql`told as (${told})`]),
  ]
  const parts = beside.length === 0 ? sql`` : sql`with ${sql.join(beside)}`
  await sql`${parts} ${insertOf('mails', types, written)}`.execute(db)
}

/**
 * An update that lets the mail that outlives its user go on without them, to stand in a `with` of
 * the transaction that purges these users; all other mail about them goes with them. It is kept
 * until it is sent, for the 30 days at most in which all data is gone (R83).
 */
export const keepingReceipts = (
  users: readonly { readonly tenantId: TenantId; readonly id: UserId }[],
  now: Date,
): RawBuilder<unknown> => {
  const [tenantIds, ids] = [users.map(({ tenantId }) => tenantId), users.map(({ id }) => id)]
  return sql`
    update mails m set tenant_id = null, user_id = null, language = coalesce(m.language, t.preferred_language)
    from unnest(${tenantIds}::uuid[], ${ids}::uuid[]) as k(tenant_id, id) join tenants t on t.id = k.tenant_id
    where m.tenant_id = k.tenant_id and m.user_id = k.id and m.outlives_user and m.give_up_at > ${now}`
}

/** A mail as it waits: a letter, or, from before there were any, the text itself. */
export type Waiting = MailReader & {
  readonly id: string
  readonly recipient: string
  readonly letter: Letter | null
  readonly subject: string | null
  readonly body: string | null
}

/** The columns of `Waiting`, of a mail `m` whose reader is joined by `readerJoins`. */
export const waitingColumns: Columns<Waiting> = {
  id: 'm.id',
  recipient: 'm.recipient',
  subject: 'm.subject',
  body: 'm.body',
  letter: sql`case when m.kind is not null then
    json_build_object('kind', m.kind, 'values', m.content) end`,
  ...readerColumns,
}

export type QueuedMail = Waiting & { readonly createdAt: Date }

/** The newest mails that nobody has taken away, newest first; the demo shows them. */
export const listMails = (db: Database, limit: number): Promise<QueuedMail[]> =>
  rows(
    db,
    select<QueuedMail>({ ...waitingColumns, createdAt: 'm.created_at' })`from mails m ${readerJoins}
      order by m.created_at desc, m.id desc limit ${limit}`,
  )
