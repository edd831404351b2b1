/**
 * How people sign in to an application: where they are sent back to, who is told of the end, who
 * may, and what it may ask for.
 */
import { isPowerful, type GraphRole, type GraphScope } from '../../access/graph-scopes.ts'
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { select, type Columns } from '../../store/columns.ts'
import { firstRow, rows, sql, transaction, type Database } from '../../store/database.ts'
import { givenToEverybody } from '../../store/relations.sql.ts'
import { givenOnly } from '../changed-names.ts'
import { endApplications } from './end-applications.ts'
import { endUnassigned } from './end-unassigned.ts'
import { askAgain, askAgainEverywhere } from './grants/ask-again.ts'
import { setForEverybody } from './grants/give-grant.ts'
import { givesOf, wayRefusal, type Gives, type WayRefused } from './gives.ts'
import type { GroupClaims } from '../../wire/graph/applications/application-parts.ts'
import { redirectsProblem, type BadRedirect, type Redirect } from './redirect-address.rule.ts'
import {
  lockProgram,
  isForeign,
  isSeenIn,
  programsIn,
  targetOf,
  type Program,
  type RegisteredAt,
  type WhichRegistration,
} from './program.sql.ts'
import { replaceAddresses } from './replace-addresses.ts'

export type SignInSettings = {
  readonly redirectUris: readonly Redirect[]
  /** Where people may be sent after signing out. */
  readonly logoutUrl: string | null
  /** Who is told, from server to server, when somebody's session is over. */
  readonly backchannelLogoutUrl: string | null
  readonly assignmentRequired: boolean
  /** Where it is not, nobody signs in to it, and it gets no tokens. */
  readonly accountEnabled: boolean
  /** What it was given to do for everybody. */
  readonly graphScopes: readonly GraphScope[]
  /** What it asks to do for people. Asking gives nothing (grants). */
  readonly askedScopes: readonly GraphScope[]
  /** What it asks for by itself. Asking gives nothing (permissions.sql.ts). */
  readonly askedRoles: readonly GraphRole[]
  /**
   * A code needs PKCE also where the application keeps a secret. Where it keeps none, one always
   * does.
   */
  readonly pkceRequired: boolean
  /** What it is given may last while people are away, where it asks for that (`offline_access`). */
  readonly worksWhileAway: boolean
  /**
   * Null: none, unless a request asks for them. `ApplicationGroup`: those that are assigned to it.
   */
  readonly groupClaims: GroupClaims | null
}
export type SignInChanges = { readonly [K in keyof SignInSettings]?: SignInSettings[K] | undefined }
export type UpdateSignInResult =
  | { outcome: 'updated' }
  | { outcome: 'notFound' }
  | ({ outcome: 'badRedirect' } & BadRedirect)
  /** It is that of the organization in which the application is registered alone. */
  | { outcome: 'ofItsHome'; name: keyof SignInSettings }
  /**
   * The application has, or shall have, scopes of the directory: only who may give those changes
   * how it gets at them, and never it itself.
   */
  | WayRefused

const settingsColumns: Columns<SignInSettings> = {
  assignmentRequired: sql`coalesce(a.assignment_required, false)`,
  accountEnabled: sql`coalesce(a.account_enabled, true)`,
  graphScopes: givenToEverybody(),
  askedScopes: 'r.asked_scopes',
  askedRoles: 'r.asked_roles',
  pkceRequired: 'r.pkce_required',
  worksWhileAway: 'r.works_while_away',
  groupClaims: 'r.group_claims',
  redirectUris: sql`coalesce((select json_agg(json_build_object('kind', w.kind, 'uri', w.uri) order by w.kind, w.uri) from application_redirects w
    where w.tenant_id = r.tenant_id and w.registration_id = r.id and w.kind in ('web', 'spa', 'native')), '[]')`,
  logoutUrl: sql`(select w.uri from application_redirects w where w.tenant_id = r.tenant_id and w.registration_id = r.id and w.kind = 'logout')`,
  backchannelLogoutUrl: sql`(select w.uri from application_redirects w where w.tenant_id = r.tenant_id and w.registration_id = r.id and w.kind = 'backchannel')`,
}

/** The settings of those of these registrations that an organization sees. */
export const listSignInSettings = (
  db: Database,
  tenantId: TenantId,
  all: readonly RegisteredAt[],
): Promise<(SignInSettings & Pick<RegisteredAt, 'registrationId'>)[]> =>
  rows(
    db,
    select<SignInSettings & Pick<RegisteredAt, 'registrationId'>>({
      ...settingsColumns,
      registrationId: 'r.id',
    })`from unnest(${all.map(({ homeTenantId }) => homeTenantId)}::uuid[], ${all.map(({ registrationId }) => registrationId)}::uuid[]) as k(home_id, id),
      ${programsIn(tenantId)} where r.tenant_id = k.home_id and r.id = k.id and ${isSeenIn(tenantId)}`,
  )

/** The settings of an application as an organization sees it; undefined when it does not. */
export const readSignInSettings = (
  db: Database,
  {
    tenantId,
    homeTenantId = tenantId,
    registrationId,
  }: WhichRegistration & Partial<Pick<Program, 'homeTenantId'>>,
): Promise<SignInSettings | undefined> =>
  firstRow(
    db,
    select(settingsColumns)`from ${programsIn(tenantId)}
      where r.tenant_id = ${homeTenantId} and r.id = ${registrationId} and ${isSeenIn(tenantId)}`,
  )

/** What an organization sets of an application by itself, also of another's. */
const ofPrincipal = new Set<keyof SignInSettings>([
  'accountEnabled',
  'assignmentRequired',
  'graphScopes',
])

const addresses = ['redirectUris', 'logoutUrl', 'backchannelLogoutUrl'] as const

/** The settings that open a way, each with what it is when the way is open. */
const waysOpen = [
  ['accountEnabled', true],
  ['worksWhileAway', true],
  ['pkceRequired', false],
] as const

/**
 * Whether a change leads codes and tokens elsewhere, has more or any come with them, has them last
 * longer, or asks for less to get them.
 */
const opensWays = (names: readonly (keyof SignInSettings)[], after: SignInSettings): boolean =>
  names.includes('graphScopes') ||
  addresses.some((name) => names.includes(name)) ||
  waysOpen.some(([name, open]) => names.includes(name) && after[name] === open)

const writeSettings = async (
  tx: Database,
  { tenantId, registrationId, applicationId }: Program,
  before: SignInSettings,
  after: SignInSettings,
): Promise<void> => {
  await sql`update registrations set asked_scopes = ${[...after.askedScopes]}::text[], asked_roles = ${[...after.askedRoles]}::text[],
        pkce_required = ${after.pkceRequired}, works_while_away = ${after.worksWhileAway}, group_claims = ${after.groupClaims}
      where tenant_id = ${tenantId} and id = ${registrationId}`.execute(tx)
  if (applicationId === undefined) return
  await sql`update service_principals set assignment_required = ${after.assignmentRequired}, account_enabled = ${after.accountEnabled}
      where tenant_id = ${tenantId} and id = ${applicationId}`.execute(tx)
  if (after.assignmentRequired && !before.assignmentRequired)
    await endUnassigned(tx, tenantId, { applicationId })
  // What it holds of people counts no more, when it is enabled again neither (R126).
  if (before.accountEnabled && !after.accountEnabled)
    await endApplications(tx, tenantId, [applicationId])
}

// What it reaches, or shall reach, may be more than the caller gives.
const openingRefusal = async (
  tx: Database,
  program: Program,
  { graphScopes }: SignInSettings,
  gives: Gives,
  context: Context,
): Promise<WayRefused | undefined> =>
  (await wayRefusal(tx, program, gives, context)) ??
  (gives === 'nothing' && graphScopes.some(isPowerful) ? { outcome: 'needsScopeGiver' } : undefined)

// What changes how it gets at people: what it was given has them asked again by itself.
const openWays = async (
  tx: Database,
  program: Program,
  names: readonly (keyof SignInSettings)[],
  { graphScopes }: SignInSettings,
  { now }: Context,
): Promise<void> => {
  const { tenantId, applicationId } = program
  // Its addresses are the same everywhere.
  if (names.some((name) => !ofPrincipal.has(name))) await askAgainEverywhere(tx, program)
  else if (applicationId !== undefined) await askAgain(tx, { tenantId, applicationId })
  if (applicationId !== undefined && names.includes('graphScopes'))
    await setForEverybody(tx, { tenantId, applicationId }, graphScopes, now)
}

/**
 * Changes the given settings. `redirectUris`, when given, is the whole list. `gives`: what of
 * the directory the caller may give. What is its service principal's stays where it has none.
 */
export const updateSignInSettings = (
  db: Database,
  which: WhichRegistration,
  changes: SignInChanges,
  context: Context,
  gives: Gives = givesOf(context),
): Promise<UpdateSignInResult> =>
  transaction(db, async (tx) => {
    const bad = redirectsProblem(changes.redirectUris ?? [])
    if (bad !== undefined) return { outcome: 'badRedirect', ...bad }
    const program = await lockProgram(tx, which)
    return program === undefined
      ? { outcome: 'notFound' }
      : setHeld(tx, program, changes, context, gives)
  })

/** The same of an application that the caller holds; of another organization's what is set here. */
export const setHeld = async (
  tx: Database,
  program: Program,
  changes: SignInChanges,
  context: Context,
  gives: Gives,
): Promise<UpdateSignInResult> => {
  const before = await readSignInSettings(tx, program)
  if (before === undefined) return { outcome: 'notFound' }
  // Also what is so already: it may be another tomorrow, without anybody here.
  const ofHome = namesIn(changes).find((name) => !ofPrincipal.has(name))
  if (ofHome !== undefined && isForeign(program)) return { outcome: 'ofItsHome', name: ofHome }
  const names = namesOfChanged(before, changes)
  if (names.length === 0) return { outcome: 'updated' }
  const after: SignInSettings = { ...before, ...givenOnly(changes) }
  const opens = opensWays(names, after)
  const refused = opens ? await openingRefusal(tx, program, after, gives, context) : undefined
  if (refused !== undefined) return refused
  await replaceAddresses(tx, program, names, changes)
  await writeSettings(tx, program, before, after)
  if (opens) await openWays(tx, program, names, after, context)
  const { target, side } = targetOf(program, context)
  await record(
    tx,
    eventOf(context, {
      tenantId: program.tenantId,
      activity: 'application.updated',
      target,
      details: { properties: names, ...side },
    }),
  )
  return { outcome: 'updated' }
}

const namesIn = (changes: SignInChanges) =>
  (Object.keys(changes) as (keyof SignInSettings)[]).filter((name) => changes[name] !== undefined)

const namesOfChanged = (before: SignInSettings, changes: SignInChanges) =>
  namesIn(changes).filter((name) => JSON.stringify(changes[name]) !== JSON.stringify(before[name]))
