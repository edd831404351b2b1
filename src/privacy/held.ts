/**
 * What is held about a person in one organization, told once: each section of the copy of my data,
 * with the columns that it is found by (R139). A test compares it with the database's catalogue: a
 * new column that can hold somebody's id is in a section, or in `notCopied` with a reason.
 */
import type { TenantId } from '../kernel/ids.ts'
import { localIssuer } from '../directory/users/create.ts'
import { guestIssuer, guestIssuerStart, homeIssuerStart } from '../directory/identity-issuer.ts'
import { secretValues, valuesOfOthers } from '../mail/letters.ts'
import { answering, type Columns } from '../store/columns.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import { allScopesOf } from '../store/relations.sql.ts'
import type { RowOf, SectionName } from '../wire/my-data.ts'

export type Section = {
  readonly name: SectionName
  /** The columns by which the rows are found, as `table.column`. */
  readonly by: readonly string[]
  /** The rows of a user `u`, in order, with the columns that the wire says. */
  readonly rows: RawBuilder<unknown>
}

const section = <Name extends SectionName>(
  name: Name,
  by: readonly string[],
  columns: Columns<RowOf<Name>>,
  from: RawBuilder<unknown>,
): Section => ({ name, by, rows: answering(columns, (list) => sql`select ${list} from ${from}`) })

const mine = sql`x.tenant_id = u.tenant_id and x.user_id = u.id`
// A mail may carry a link that works once, and whoever reads a copy need not be at that mailbox.
const withoutLinks = sql`regexp_replace(x.body, 'https?://[^[:space:]]+', '(a link)', 'g')`
// Of what is kept because of a hold nobody knows by when it is erased.
const isHeld = sql`exists (
  select 1 from deleted_users h where h.tenant_id = x.tenant_id and h.id = x.user_id and h.held_at is not null)`
const untold = [...secretValues, ...valuesOfOthers]
const application = (which: 'applications' | 'live_applications') =>
  sql`join ${sql.table(which)} a on a.tenant_id = x.tenant_id and a.id = x.application_id`

/** What hangs on the user of one organization, beside its ties. */
const ofUser: readonly Section[] = [
  section(
    'invitation',
    ['invitations.user_id', 'invitations.for_person_id'],
    {
      address: 'x.address',
      message: 'x.message',
      language: 'x.language',
      redirectUrl: 'x.redirect_url',
      createdAt: 'x.created_at',
      sentAt: 'x.sent_at',
      expiresAt: 'x.expires_at',
      acceptedAt: 'x.accepted_at',
      revokedAt: 'x.revoked_at',
    },
    sql`invitations x where ${mine} order by x.created_at`,
  ),
  section(
    'refusals',
    ['invitation_refusals.person_id'],
    { refusedAt: 'x.refused_at' },
    sql`invitation_refusals x where x.tenant_id = u.tenant_id and x.person_id = u.person_id order by x.refused_at`,
  ),
  section(
    'requests',
    ['requests.user_id'],
    {
      kind: 'x.kind',
      state: 'x.state',
      message: 'x.message',
      createdAt: 'x.created_at',
      answeredAt: 'x.answered_at',
      answer: 'x.answer',
      dueAt: 'x.due_at',
      heldAt: 'x.held_at',
      holdReason: 'x.hold_reason',
    },
    sql`requests x where ${mine} order by x.created_at`,
  ),
  section(
    'lifecycle',
    ['lifecycle_states.user_id'],
    { kind: 'x.reason', since: 'x.since' },
    sql`lifecycle_states x where ${mine}`,
  ),
  section(
    'receipts',
    ['receipts.user_id', 'receipts.person_id'],
    {
      reference: 'x.id',
      togetherWith: 'x.together_id',
      kind: 'x.kind',
      endedAt: 'x.ended_at',
      restorableUntil: 'x.restorable_until',
      erasedBy: sql`case when x.erased_at is not null or not ${isHeld} then x.erased_by end`,
      restoredAt: 'x.restored_at',
    },
    sql`receipts x where ${mine} order by x.ended_at, x.id`,
  ),
  section(
    'exports',
    ['exports.user_id'],
    { askedAt: 'x.asked_at', completedAt: 'x.completed_at', expiresAt: 'x.expires_at' },
    sql`exports x where ${mine} order by x.asked_at`,
  ),
  section(
    'scopeAgreements',
    ['permission_grants.user_id'],
    {
      application: 'a.display_name',
      scope: sql`array_to_string(${allScopesOf('x')}, ' ')`,
      agreedAt: 'x.agreed_at',
    },
    sql`permission_grants x ${application('applications')} where ${mine} order by x.created_at`,
  ),
  section(
    'waysIn',
    ['ways_in.user_id'],
    { kind: 'x.kind', madeAt: 'x.made_at' },
    sql`ways_in x where ${mine} order by x.made_at`,
  ),
  section(
    'password',
    ['local_credentials.user_id'],
    { changedAt: 'x.changed_at', mustChange: 'x.must_change' },
    sql`local_credentials x where ${mine}`,
  ),
  section(
    'passwordLinks',
    ['password_links.user_id'],
    { createdAt: 'x.created_at', expiresAt: 'x.expires_at' },
    sql`password_links x where ${mine} order by x.created_at`,
  ),
  section(
    'authenticators',
    ['authenticators.user_id'],
    { createdAt: 'x.created_at', confirmedAt: 'x.confirmed_at' },
    sql`authenticators x where ${mine}`,
  ),
  section(
    'recoveryCodes',
    ['recovery_codes.user_id'],
    { left: sql`count(*)` },
    sql`recovery_codes x where ${mine} having count(*) > 0`,
  ),
  section(
    'sessions',
    ['tenant_sessions.user_id'],
    { openedAt: 'x.opened_at' },
    sql`tenant_sessions x where ${mine} order by x.opened_at`,
  ),
  section(
    'signOns',
    ['oidc_sign_ons.user_id'],
    { application: 'a.display_name', ended: sql`x.session_id is null` },
    sql`oidc_sign_ons x ${application('applications')} where ${mine} order by a.sort_name, x.sid`,
  ),
  section(
    'consents',
    ['oidc_records.user_id'],
    { displayName: 'a.display_name', scope: 'x.scope', since: 'x.created_at' },
    sql`oidc_records x ${application('live_applications')} where ${mine} and x.kind = 'Grant' order by a.sort_name, x.created_at`,
  ),
  section(
    'endedConsents',
    ['ended_consents.user_id'],
    { displayName: 'a.display_name', endedAt: 'x.ended_at' },
    sql`ended_consents x ${application('live_applications')} where ${mine} order by a.sort_name`,
  ),
  section(
    'mailOutcomes',
    ['mail_outcomes.user_id'],
    {
      purpose: 'x.purpose',
      outcome: 'x.outcome',
      responseCode: 'x.response_code',
      at: 'x.at',
    },
    sql`mail_outcomes x where ${mine} order by x.at`,
  ),
  section(
    'toldMails',
    ['told_mails.user_id'],
    {
      kind: 'x.kind',
      recipient: 'x.recipient',
      queuedAt: 'x.queued_at',
      state: 'x.state',
      at: 'x.at',
    },
    sql`told_mails x where ${mine} order by x.queued_at, x.id`,
  ),
  section(
    'waitingMail',
    ['mails.user_id'],
    // To whom is said only where it is one of their own mailboxes: what is about them can be on its
    // way to somebody else. A letter is kept as a kind and values; one from before there were any
    // as the text itself.
    {
      kind: 'x.kind',
      values: sql`x.content - ${untold}::text[]`,
      subject: 'x.subject',
      text: withoutLinks,
      language: 'x.language',
      createdAt: 'x.created_at',
      recipient: sql`case when x.recipient_key = any(u.mailboxes) then x.recipient end`,
    },
    sql`mails x where ${mine} order by x.created_at, x.id`,
  ),
]

const identities = (tenantId: TenantId): Section =>
  section(
    'identities',
    ['identities.person_id'],
    { issuer: 'x.issuer', subject: 'x.subject', createdAt: 'x.created_at' },
    sql`identities x where x.person_id = u.person_id and (x.issuer = ${localIssuer(tenantId)}
          or starts_with(x.issuer, ${`${homeIssuerStart}${tenantId}:`})
          or starts_with(x.issuer, ${guestIssuer(tenantId, '')})
          or not (starts_with(x.issuer, ${localIssuer('' as TenantId)}) or starts_with(x.issuer, ${homeIssuerStart}) or starts_with(x.issuer, ${guestIssuerStart})))
        order by x.created_at, x.issuer`,
  )

/**
 * What hangs on the person: how they prove who they are, and the browsers that are known. Nothing
 * here names another organization.
 */
const ofPerson: readonly Section[] = [
  section(
    'passkeys',
    ['passkeys.user_id', 'passkeys.person_id'],
    // A passkey of somebody whose home is elsewhere belongs to no organization; it is theirs, and
    // stands in each copy.
    { name: 'x.name', createdAt: 'x.created_at', lastUsedAt: 'x.last_used_at' },
    sql`passkeys x where x.person_id = u.person_id and coalesce(x.tenant_id, u.tenant_id) = u.tenant_id order by x.created_at`,
  ),
  section(
    'hiddenFromMyList',
    ['hidden_organizations.user_id'],
    { hiddenAt: 'x.hidden_at' },
    sql`hidden_organizations x where ${mine}`,
  ),
  section(
    'shownAtHome',
    ['shown_at_home.user_id'],
    { agreedAt: 'x.agreed_at' },
    sql`shown_at_home x where ${mine}`,
  ),
  section(
    'home',
    ['persons.id'],
    { organization: 't.display_name', isThisOne: sql`t.id = u.tenant_id` },
    sql`persons x join tenants t on t.id = x.home_tenant_id where x.id = u.person_id`,
  ),
  section(
    'settings',
    ['person_settings.person_id'],
    {
      language: 'x.language',
      timeZone: 'x.time_zone',
      reviewMails: 'x.review_mails',
      reviewedAt: 'x.reviewed_at',
      changedAt: 'x.changed_at',
    },
    sql`person_settings x where x.person_id = u.person_id`,
  ),
  section(
    'browsers',
    ['known_browsers.person_id'],
    { firstSeenAt: 'x.first_seen_at', lastSeenAt: 'x.last_seen_at' },
    sql`known_browsers x where x.person_id = u.person_id order by x.first_seen_at`,
  ),
  section(
    'programs',
    [],
    { displayName: 'a.display_name', scope: 'x.scope', since: 'x.created_at' },
    sql`sessions s join oidc_records x on x.person_session_id = s.id ${application('live_applications')}
      where s.person_id = u.person_id and x.kind = 'Grant' order by a.sort_name, x.created_at`,
  ),
  section(
    'signedIn',
    ['sessions.person_id'],
    {
      createdAt: 'x.created_at',
      lastSeenAt: 'x.last_seen_at',
      address: 'x.address',
      userAgent: 'x.user_agent',
    },
    sql`sessions x where x.person_id = u.person_id order by x.created_at`,
  ),
]

/** The sections of the copy: those of the user, and for the person themselves their own. */
export const sectionsOf = (tenantId: TenantId, reader: 'person' | 'administrator' = 'person') =>
  reader === 'person' ? [...ofUser, identities(tenantId), ...ofPerson] : ofUser
