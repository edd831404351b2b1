/**
 * Whose rows are, as far as the schema does not say it: what else a row goes with, and which tables
 * hold nothing of anybody, each with the reason.
 */
import { homeIssuerStart } from '../../directory/identity-issuer.ts'
import { localIssuer } from '../../directory/users/create.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import { personAtHome } from '../../store/relations.sql.ts'

type Sql = RawBuilder<unknown>

/** What a table holds that goes with nobody. */
export type Told =
  /** Nothing of anybody but ids: readable in the backup. */
  | { readonly as: 'open'; readonly why: string }
  /** Not in the backup. */
  | { readonly as: 'leftOut'; readonly why: string }
  /** The rows outlive a user `owner` of it, who is null for nobody; these columns do not. */
  | { readonly as: 'columns'; readonly columns: readonly string[]; readonly owner: Sql }

const open = (why: string): Told => ({ as: 'open', why })
const leftOut = (why: string): Told => ({ as: 'leftOut', why })

const ofOrganization = 'what an organization has made for itself'
const idsAndDates = 'ids and dates, which outlive people in the store too'
const ofSystem = 'keys and secrets of the installation, sealed or digests'
const recounted = 'counted anew from the users'
const passing = 'counts under digests of addresses that are over in a day'

const actor = sql`(select u.id::text from users u where u.tenant_id = x.tenant_id and u.id = x.actor_id)`
const actorOfEntry = sql`(select u.id::text from events e join users u on u.tenant_id = e.tenant_id and u.id = e.actor_id
  where e.tenant_id = x.tenant_id and e.id = x.event_id)`

/** Tables whose rows do not go with a user or a person. */
export const told: Readonly<Record<string, Told>> = {
  tenants: open(ofOrganization),
  tenant_domains: open(ofOrganization),
  groups: open(ofOrganization),
  group_members: open(ofOrganization),
  group_owner_applications: open(ofOrganization),
  application_owner_applications: open(ofOrganization),
  registrations: open(ofOrganization),
  identifier_uris: open(ofOrganization),
  service_principals: open(ofOrganization),
  app_roles: open(ofOrganization),
  application_keys: open(ofOrganization),
  application_permissions: open(ofOrganization),
  federated_credentials: open(ofOrganization),
  used_assertions: open('digests of what applications said of themselves'),
  application_redirects: open(ofOrganization),
  application_roles: open(ofOrganization),
  application_secrets: open(ofOrganization),
  automatic_redemptions: open(ofOrganization),
  identity_providers: open(ofOrganization),
  lifecycle_policies: open(ofOrganization),
  lifecycle_results: open(ofOrganization),
  events: { as: 'columns', columns: ['actor_address'], owner: actor },
  event_links: { as: 'columns', columns: ['address_salt'], owner: actorOfEntry },
  events_unchained: open(idsAndDates),
  event_chains: open(idsAndDates),
  erasures: open(idsAndDates),
  receipts: open(idsAndDates),
  receipt_systems: open(idsAndDates),
  purge_requests: open(idsAndDates),
  homes_gone: open(idsAndDates),
  oidc_sign_ons: open(idsAndDates),
  invitation_refusals: open('digests of addresses, which outlive people in the store too'),
  installation: open(ofSystem),
  receipt_keys: open(ofSystem),
  signing_keys: open(ofSystem),
  setup_links: open(ofSystem),
  provider_answers: open(ofSystem),
  spent_challenges: open(ofSystem),
  sign_in_throttles: leftOut(passing),
  invitation_quotas: leftOut(passing),
  email_codes: leftOut('codes by mail, which are over in minutes'),
  directory_feeds: leftOut('a store out of a backup begins another feed, which clients notice'),
  user_counts: leftOut(recounted),
  user_count_changes: leftOut(recounted),
  turnover: open(idsAndDates),
  turnover_counted: leftOut('a store out of a backup counts the days anew from its entries'),
  directory_changes: leftOut('what has changed before, of a feed that is over then'),
  migrations: leftOut('the head of a backup says which have run'),
  bytes_owed: leftOut('about the files of that server'),
  rewrites: leftOut('about the files of that server'),
}

/** Rows that belong to nobody are left out: nothing could hide them. But not these. */
export const belongsToGroups = new Set(['app_role_assignments'])

/** More whose removal removes a row `x`, which no foreign key says; a list of JSON. */
export const also: Readonly<Record<string, (x: string) => Sql>> = {
  // Signing in at an organization ends with the user there (src/directory/deleted/erase.ts).
  identities: (
    x,
  ) => sql`coalesce((select jsonb_agg(u.id) from users u where u.person_id = ${sql.ref(`${x}.person_id`)}
    and (${sql.ref(`${x}.issuer`)} = ${sql.lit(localIssuer('' as TenantId))} || u.tenant_id and ${sql.ref(`${x}.subject`)} = u.id::text
      or starts_with(${sql.ref(`${x}.issuer`)}, ${sql.lit(homeIssuerStart)} || u.tenant_id || ':'))), '[]')`,
  // As do the sessions of people with their account at home.
  sessions: (x) =>
    sql`coalesce((select jsonb_agg(u.id) from users u join ${personAtHome()} where p.id = ${sql.ref(`${x}.person_id`)}), '[]')`,
  // It says to whom it goes, who may be another than whom it is about.
  mails: (x) => sql`jsonb_build_array((select jsonb_agg(reader.id) from (
    select u.id from users u where u.person_id = ${sql.ref(`${x}.reader_id`)}
    union select u.id from users u where u.tenant_id = ${sql.ref(`${x}.tenant_id`)} and u.mail_key = ${sql.ref(`${x}.recipient_key`)}) reader))`,
}
