/** The receipt that a person gets by mail when their user in an organization ends, by themselves (R20) or by somebody else (R21). */
import type { Event } from '../events/event.ts'
import type { Mail } from '../mail/outbox.ts'
import type { UserId } from '../kernel/ids.ts'
import { writtenDay, writtenTime } from '../kernel/written-time.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import { erasedBy } from './retention.rule.ts'

export type ReceiptFacts = {
  readonly organizationName: string
  readonly privacyContact: string | null
  /** The organization is closed or suspended: nobody there restores anything. */
  readonly closed: boolean
  /** Where the person is reached; null where nobody ever came as this user, or nothing is known. */
  readonly mailbox: string | null
}

/**
 * The columns of `ReceiptFacts`, of a user `u` of a tenant `t` whose live home user is `h`: the mailbox that the home gives, or that is the home;
 * else the one that this organization invited, which is good enough for what is about this organization.
 */
export const receiptColumns: RawBuilder<ReceiptFacts> = sql`
  t.display_name as "organizationName", t.privacy_contact as "privacyContact", t.state <> 'active' as closed,
  case when u.person_id is not null then coalesce(h.mail,
    (select i.subject from identities i where i.person_id = u.person_id and i.issuer = 'urn:guesthouse:email' limit 1), u.mail) end as mailbox`

const begin = (organization: string, byThemselves: boolean): { subject: string; lead: string } =>
  byThemselves
    ? { subject: `You have left ${organization}`, lead: `You have left ${organization}. Your account there has ended.` }
    : { subject: `Your account at ${organization} has ended`, lead: `Your account at ${organization} was removed.` }

/** How the person comes back: true of an organization that is open, and of one that is closed. */
export const comingBack = ({ organizationName, closed }: Pick<ReceiptFacts, 'organizationName' | 'closed'>): string =>
  closed
    ? `${organizationName} is closed, so nobody there restores your account now. Should it open again before then, an administrator can; ask for it on the page Organizations, or quote the reference.`
    : `Until then an administrator of ${organizationName} can bring your account back, with its groups, applications and roles. Ask for it on the page Organizations, or quote the reference.`

/** The receipt of a deletion, or undefined when the person cannot be reached. */
export const receiptOf = (facts: ReceiptFacts, userId: UserId, event: Event, until: Date): Mail | undefined => {
  if (facts.mailbox === null) return undefined
  const { organizationName, privacyContact } = facts
  const { subject, lead } = begin(organizationName, event.activity === 'user.left')
  const body = [
    lead,
    '',
    `Reference: ${event.id}`,
    `Ended: ${writtenTime(event.at)}`,
    `Can be restored until: ${writtenTime(until)}`,
    `All of your data there is erased by: ${writtenDay(erasedBy(until))}`,
    `Should ${organizationName} have to keep it longer because of a legal hold, your page Organizations says so.`,
    '',
    comingBack(facts),
    ...(privacyContact === null ? [] : ['', `Questions about your data at ${organizationName}:`, privacyContact]),
  ].join('\n')
  return { recipient: facts.mailbox, subject, body, about: { tenantId: event.tenantId, userId }, outlivesUser: true }
}
