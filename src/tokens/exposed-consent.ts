/** What a request asks to do at another application for a person, and what of it they agree to. */
import type { Around } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { scopesChanged } from '../events/scopes-changed.ts'
import type { ApplicationId, TenantId } from '../kernel/ids.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { readAgreeing } from './agree.ts'
import { covered, readExposed, type Exposed, type ExposedScope } from './exposed.sql.ts'

export type AskingFor = {
  readonly tenantId: TenantId
  readonly userId: string
  /** The client id of the asking application. */
  readonly clientId: string
}

/** Something that the application does not have for the person. */
export type Missing = {
  /** As a request writes it. */
  readonly scope: string
  readonly exposed: Exposed
  readonly wanted: ExposedScope
}

export type AskedOfOthers = {
  readonly missing: readonly Missing[]
  /** What of it the person cannot agree to. */
  readonly beyond: readonly Missing[]
}

/** The resource that a scope names; undefined where it names none. */
export const resourceOf = (scope: string): string | undefined => {
  const end = scope.lastIndexOf('/')
  return end > 0 ? scope.slice(0, end) : undefined
}

// `.default` stands for what the application has and asks for.
const wantedOf = (exposed: Exposed, resource: string, scopes: readonly string[]): Missing[] => {
  const has = new Set(covered(exposed))
  const names = new Set(scopes.map((one) => one.slice(resource.length + 1)))
  return exposed.scopes.flatMap((wanted) => {
    const isAsked = names.has(wanted.value) || (names.has('.default') && wanted.isAskedFor)
    return isAsked && !has.has(wanted.value)
      ? [{ scope: `${resource}/${wanted.value}`, exposed, wanted }]
      : []
  })
}

/**
 * What of `scopes` the application does not have for the person at other applications. Nothing
 * where its resource is none of them.
 */
export const askedOfOthers = async (
  db: Database,
  asking: AskingFor,
  scopes: readonly string[],
): Promise<AskedOfOthers> => {
  const resources = new Set(scopes.flatMap((one) => resourceOf(one) ?? []))
  const missing: Missing[] = []
  for (const resource of resources) {
    const exposed = await readExposed(db, { ...asking, resource })
    if (exposed === undefined) continue
    const own = scopes.filter((one) => resourceOf(one) === resource)
    missing.push(...wantedOf(exposed, resource, own))
  }
  if (missing.length === 0) return { missing, beyond: [] }
  const { usersConsent, administers } = await readAgreeing(db, asking)
  const beyond = administers
    ? []
    : missing.filter(({ wanted }) => !usersConsent || !wanted.isForPeople)
  return { missing, beyond }
}

/** Notes that a person agrees, and in the log with what. */
export const agreeToOthers = (
  db: Database,
  { tenantId, userId }: AskingFor,
  asking: { readonly applicationId: string; readonly waysInVersion: number },
  missing: readonly Missing[],
  context: Around,
): Promise<void> =>
  transaction(db, async (tx) => {
    const byResource = Map.groupBy(missing, ({ exposed }) => exposed.applicationId)
    for (const [resourceId, all] of byResource) {
      const names = all.map(({ wanted }) => wanted.value)
      await note(tx, { tenantId, userId, resourceId, ...asking }, names, context.now)
    }
    const target = { kind: 'user', id: userId } as const
    await record(
      tx,
      eventOf(
        { ...context, actor: target },
        {
          tenantId,
          activity: 'user.consentGiven',
          target,
          related: { kind: 'application', id: asking.applicationId },
          details: scopesChanged(
            [],
            missing.map(({ scope }) => scope),
          ),
        },
      ),
    )
  })

type Which = {
  readonly tenantId: TenantId
  readonly userId: string
  readonly applicationId: string
  readonly resourceId: ApplicationId
  readonly waysInVersion: number
}

const note = async (
  tx: Database,
  { tenantId, userId, applicationId, resourceId, waysInVersion }: Which,
  names: readonly string[],
  now: Date,
): Promise<void> => {
  await sql`insert into permission_grants as g (tenant_id, id, application_id, resource_id, user_id, scopes, agreed_scopes, agreed_version, agreed_at, created_at)
    values (${tenantId}, gen_random_uuid(), ${applicationId}::uuid, ${resourceId}::uuid, ${userId}::uuid, '{}', ${[...names]}::text[], ${waysInVersion}, ${now}, ${now})
    on conflict (tenant_id, application_id, user_id, resource_id) where user_id is not null and resource_id is not null do update set
      agreed_scopes = array(select distinct s from unnest(
        case when g.agreed_version = excluded.agreed_version then g.agreed_scopes else '{}' end || excluded.agreed_scopes) as s),
      agreed_version = excluded.agreed_version, agreed_at = excluded.agreed_at`.execute(tx)
}
