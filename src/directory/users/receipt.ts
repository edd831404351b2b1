/**
 * The receipt that a person gets by mail when their user in an organization ends, by themselves
 * (R20) or by somebody else (R21).
 */
import type { Event } from '../../events/event.ts'
import type { Mail } from '../../mail/outbox.ts'
import { asSecret, type NamedOrganization } from '../../mail/letters.ts'
import type { EventId, PersonId, UserId } from '../../kernel/ids.ts'
import { type Columns } from '../../store/columns.ts'
import { sql } from '../../store/database.ts'
import { mailboxAtHome } from '../../store/relations.sql.ts'
import { mailboxOfGuest } from './own-address.sql.ts'
import { newToken } from '../../store/token.ts'
import { namedOrganization } from '../organization.sql.ts'
import { erasedBy } from '../../wire/erasure.ts'
import type { Together } from '../../receipts/together.ts'

export type ReceiptFacts = {
  readonly organization: NamedOrganization
  readonly privacyContact: string | null
  /** The organization is closed or suspended: nobody there restores anything. */
  readonly closed: boolean
  /** Where the person is reached; null where nobody ever came as this user, or nothing is known. */
  readonly mailbox: string | null
  readonly readerId: PersonId | null
  /** What is known of their language here. */
  readonly language: string | null
}

/**
 * The columns of `ReceiptFacts`, of a user `u` of a tenant `t` whose live home user is `h`: the
 * mailbox that the home gives, or that is the home; else the one at which they came as this guest,
 * which is good enough for what is about this organization.
 */
export const receiptColumns: Columns<ReceiptFacts> = {
  organization: namedOrganization,
  privacyContact: 't.privacy_contact',
  closed: sql`t.state <> 'active'`,
  readerId: 'u.person_id',
  language: sql`coalesce(u.preferred_language, t.preferred_language)`,
  mailbox: sql`case when u.person_id is not null then coalesce(${mailboxAtHome(sql`u.person_id`)}, case when u.creation_type is null then u.mail else ${mailboxOfGuest} end) end`,
}

/** What the person is sent of their ending, and the digest of the code in it. */
export type SentReceipt = {
  readonly codeHash: Buffer | null
  readonly mail: Mail | undefined
  readonly togetherId: EventId | null
}

/** Until when they can be restored, and, where nothing stands against it, undo it by themselves. */
export type Ends = { readonly until: Date; readonly undoable: Date | null }

const valuesOf = (facts: ReceiptFacts, event: Event, { until, undoable }: Ends) => ({
  organization: facts.organization,
  privacyContact: facts.privacyContact,
  closed: facts.closed,
  byThemselves: event.activity === 'user.left',
  reference: event.id,
  endedAt: event.at.toISOString(),
  undoableUntil: undoable?.toISOString() ?? null,
  restorableUntil: until.toISOString(),
  erasedBy: erasedBy(until).toISOString(),
})

/**
 * The receipt of a deletion; without a mail when the person cannot be reached. With `together` it
 * is one of those, and stands in their mail.
 */
export const receiptOf = (
  facts: ReceiptFacts,
  userId: UserId,
  event: Event,
  ends: Ends,
  together?: Together,
): SentReceipt => {
  const { mailbox, readerId, language } = facts
  const togetherId = together?.reference ?? null
  if (mailbox === null) return { codeHash: null, mail: undefined, togetherId }
  const values = valuesOf(facts, event, ends)
  const to = { recipient: mailbox, readerId, language }
  if (together !== undefined) return sharedReceipt(together, to, values)
  const { token: code, hash: codeHash } = newToken()
  const about = { tenantId: event.tenantId, userId }
  const letter = { kind: 'receipt', values: { ...values, code: asSecret(code) } } as const
  return { codeHash, togetherId, mail: { ...to, letter, about, outlivesUser: true } }
}

// About no single user, so that no purge takes it along; it waits as long as the receipt of one.
const sharedReceipt = (
  { reference, letterTo }: Together,
  to: Pick<Mail, 'recipient' | 'readerId' | 'language'>,
  entry: ReturnType<typeof valuesOf>,
): SentReceipt => {
  const { mailId: sharedId, code, codeHash } = letterTo(to.recipient)
  const values = { reference, code: asSecret(code), entries: [entry] }
  const letter = { kind: 'receipts', values } as const
  return { codeHash, togetherId: reference, mail: { ...to, letter, sharedId, outlivesUser: true } }
}
