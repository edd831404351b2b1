/**
 * What is held about a person in one organization, told once: each section of the copy of my data,
 * with the columns that it is found by (R139). A test compares it with the database's catalogue: a
 * new column that can hold somebody's id is in a section, or in `notCopied` with a reason.
 */
import type { TenantId } from '../kernel/ids.ts'
import { localIssuer } from '../directory/users/create.ts'
import { guestIssuer, guestIssuerStart, homeIssuerStart } from '../directory/identity-issuer.ts'
import { secretValues } from '../mail/letters.ts'
import { sql, type RawBuilder } from '../store/database.ts'

export type Section = {
  readonly name: string
  /** The columns by which the rows are found, as `table.column`. */
  readonly by: readonly string[]
  /** One column `item` of JSON, in order, of a user `u`. */
  readonly items: RawBuilder<unknown>
}

const mine = sql`x.tenant_id = u.tenant_id and x.user_id = u.id`
// A mail may carry a link that works once, and whoever reads a copy need not be at that mailbox.
const withoutLinks = sql`regexp_replace(x.body, 'https?://[^[:space:]]+', '(a link)', 'g')`

/** What hangs on the user of one organization, beside its ties. */
const ofUser: readonly Section[] = [
  {
    name: 'invitation',
    by: ['invitations.user_id', 'invitations.for_person_id'],
    items: sql`select json_build_object('address', x.address, 'message', x.message, 'language', x.language, 'redirectUrl', x.redirect_url,
        'createdAt', x.created_at, 'sentAt', x.sent_at, 'expiresAt', x.expires_at, 'acceptedAt', x.accepted_at, 'revokedAt', x.revoked_at) as item
      from invitations x where ${mine} order by x.created_at`,
  },
  {
    name: 'refusals',
    by: ['invitation_refusals.person_id'],
    items: sql`select json_build_object('refusedAt', x.refused_at) as item
      from invitation_refusals x where x.tenant_id = u.tenant_id and x.person_id = u.person_id order by x.refused_at`,
  },
  {
    name: 'requests',
    by: ['requests.user_id'],
    items: sql`select json_build_object('kind', x.kind, 'state', x.state, 'message', x.message, 'createdAt', x.created_at,
        'answeredAt', x.answered_at, 'answer', x.answer) as item
      from requests x where ${mine} order by x.created_at`,
  },
  {
    name: 'hiddenFromMyList',
    by: ['hidden_organizations.user_id'],
    items: sql`select json_build_object('hiddenAt', x.hidden_at) as item from hidden_organizations x where ${mine}`,
  },
  {
    name: 'receipts',
    by: ['receipts.user_id', 'receipts.person_id'],
    items: sql`select json_build_object('reference', x.id, 'kind', x.kind, 'endedAt', x.ended_at, 'restorableUntil', x.restorable_until,
        'erasedBy', x.erased_by, 'restoredAt', x.restored_at) as item
      from receipts x where ${mine} order by x.ended_at, x.id`,
  },
  {
    name: 'scopeAgreements',
    by: ['scope_agreements.user_id'],
    items: sql`select json_build_object('application', a.display_name, 'agreedAt', x.agreed_at) as item
      from scope_agreements x join applications a on a.tenant_id = x.tenant_id and a.id = x.application_id where ${mine} order by x.agreed_at`,
  },
  {
    name: 'waysIn',
    by: ['ways_in.user_id'],
    items: sql`select json_build_object('kind', x.kind, 'madeAt', x.made_at) as item from ways_in x where ${mine} order by x.made_at`,
  },
  {
    name: 'password',
    by: ['local_credentials.user_id'],
    items: sql`select json_build_object('changedAt', x.changed_at, 'mustChange', x.must_change) as item
      from local_credentials x where ${mine}`,
  },
  {
    name: 'passwordLinks',
    by: ['password_links.user_id'],
    items: sql`select json_build_object('createdAt', x.created_at, 'expiresAt', x.expires_at) as item from password_links x where ${mine}`,
  },
  {
    name: 'passkeys',
    by: ['passkeys.user_id', 'passkeys.person_id'],
    // A passkey of somebody whose home is elsewhere belongs to no organization; it is theirs, and
    // stands in each copy.
    items: sql`select json_build_object('name', x.name, 'createdAt', x.created_at, 'lastUsedAt', x.last_used_at) as item
      from passkeys x where x.person_id = u.person_id and coalesce(x.tenant_id, u.tenant_id) = u.tenant_id order by x.created_at`,
  },
  {
    name: 'authenticators',
    by: ['authenticators.user_id'],
    items: sql`select json_build_object('createdAt', x.created_at, 'confirmedAt', x.confirmed_at) as item from authenticators x where ${mine}`,
  },
  {
    name: 'recoveryCodes',
    by: ['recovery_codes.user_id'],
    items: sql`select json_build_object('left', count(*)) as item from recovery_codes x where ${mine} having count(*) > 0`,
  },
  {
    name: 'sessions',
    by: ['tenant_sessions.user_id'],
    items: sql`select json_build_object('openedAt', x.opened_at, 'address', s.address, 'userAgent', s.user_agent,
        'lastSeenAt', s.last_seen_at) as item
      from tenant_sessions x join sessions s on s.id = x.session_id where ${mine} order by x.opened_at`,
  },
  {
    name: 'signOns',
    by: ['oidc_sign_ons.user_id'],
    items: sql`select json_build_object('application', a.display_name, 'ended', x.session_id is null) as item
      from oidc_sign_ons x join applications a on a.tenant_id = x.tenant_id and a.id = x.application_id where ${mine}
      order by a.sort_name, x.sid`,
  },
  {
    name: 'consents',
    by: ['oidc_records.user_id'],
    items: sql`select json_build_object('displayName', a.display_name, 'scope', x.scope, 'since', x.created_at) as item
      from oidc_records x join live_applications a on a.tenant_id = x.tenant_id and a.id = x.application_id
      where ${mine} and x.kind = 'Grant' order by a.sort_name, x.created_at`,
  },
  {
    name: 'endedConsents',
    by: ['ended_consents.user_id'],
    items: sql`select json_build_object('displayName', a.display_name, 'endedAt', x.ended_at) as item
      from ended_consents x join live_applications a on a.tenant_id = x.tenant_id and a.id = x.application_id where ${mine}
      order by a.sort_name`,
  },
  {
    name: 'mailOutcomes',
    by: ['mail_outcomes.user_id'],
    items: sql`select json_build_object('purpose', x.purpose, 'outcome', x.outcome, 'responseCode', x.response_code, 'at', x.at) as item
      from mail_outcomes x where ${mine} order by x.at`,
  },
  {
    name: 'waitingMail',
    by: ['mails.user_id'],
    // To whom is said only where it is one of their own mailboxes: what is about them can be on its
    // way to somebody else. A letter is kept as a kind and values; one from before there were any
    // as the text itself.
    items: sql`select json_build_object('kind', x.kind, 'values', x.content - ${secretValues}::text[],
        'subject', x.subject, 'text', ${withoutLinks}, 'language', x.language, 'createdAt', x.created_at,
        'recipient', case when x.recipient_key = any(u.mailboxes) then x.recipient end) as item
      from mails x where ${mine} order by x.created_at, x.id`,
  },
]

/**
 * What hangs on the person: how they prove who they are, and the browsers that are known. Nothing
 * here names another organization.
 */
const ofPerson = (tenantId: TenantId): readonly Section[] => [
  {
    name: 'identities',
    by: ['identities.person_id'],
    items: sql`select json_build_object('issuer', x.issuer, 'subject', x.subject, 'createdAt', x.created_at) as item
      from identities x where x.person_id = u.person_id and (x.issuer = ${localIssuer(tenantId)}
        or starts_with(x.issuer, ${`${homeIssuerStart}${tenantId}:`})
        or starts_with(x.issuer, ${guestIssuer(tenantId, '')})
        or not (starts_with(x.issuer, ${localIssuer('' as TenantId)}) or starts_with(x.issuer, ${homeIssuerStart}) or starts_with(x.issuer, ${guestIssuerStart})))
      order by x.created_at, x.issuer`,
  },
  {
    name: 'home',
    by: ['persons.id'],
    items: sql`select json_build_object('organization', t.display_name, 'isThisOne', t.id = u.tenant_id) as item
      from persons x join tenants t on t.id = x.home_tenant_id where x.id = u.person_id`,
  },
  {
    name: 'settings',
    by: ['person_settings.person_id'],
    items: sql`select json_build_object('language', x.language, 'timeZone', x.time_zone, 'changedAt', x.changed_at) as item
      from person_settings x where x.person_id = u.person_id`,
  },
  {
    name: 'browsers',
    by: ['known_browsers.person_id'],
    items: sql`select json_build_object('firstSeenAt', x.first_seen_at, 'lastSeenAt', x.last_seen_at) as item
      from known_browsers x where x.person_id = u.person_id order by x.first_seen_at`,
  },
  {
    name: 'programs',
    by: [],
    items: sql`select json_build_object('displayName', a.display_name, 'scope', x.scope, 'since', x.created_at) as item
      from sessions s join oidc_records x on x.person_session_id = s.id
      join live_applications a on a.tenant_id = x.tenant_id and a.id = x.application_id
      where s.person_id = u.person_id and x.kind = 'Grant' order by a.sort_name, x.created_at`,
  },
  {
    name: 'signedIn',
    by: ['sessions.person_id'],
    items: sql`select json_build_object('createdAt', x.created_at, 'lastSeenAt', x.last_seen_at, 'address', x.address,
        'userAgent', x.user_agent) as item
      from sessions x where x.person_id = u.person_id order by x.created_at`,
  },
]

export const sectionsOf = (tenantId: TenantId): readonly Section[] => [
  ...ofUser,
  ...ofPerson(tenantId),
]

/** Columns that can hold somebody's id and are not found by it, each with the reason. */
export const notCopied: Readonly<Record<string, string>> = {
  'users.id': 'the user itself, whole',
  'users.person_id': 'the user itself, whole',
  'users.disabled_by': 'what I did to others is in the events',
  'users.deleted_by': 'what I did to others is in the events',
  'users.held_by': 'what I did to others is in the events',
  'requests.answered_by': 'what I did to others is in the events',
  'invitations.invited_by': 'what I did to others is in the events',
  'ways_in.made_by': 'what I did to others is in the events',
  'proved_accounts.person_id': 'the account is in the section of identities',
  'erasures.user_id': 'written when nothing else is left',
  'receipt_systems.application_id': 'an application, and nobody',
  'mails.reader_id': 'who reads it; what is about me here is the section of waiting mail',
  'homes_gone.person_id': 'an id alone, for the minute until organizations are told',
  'events.actor_id': 'the section of events',
  'events.target_id': 'the section of events',
  'events.related_id': 'the section of events',
}
