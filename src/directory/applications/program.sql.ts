/**
 * An application as its administrators know it: its registration, and the service principal that it
 * has in the organization, where it has one.
 */
import type { Context, Event } from '../../events/event.ts'
import type { ApplicationId, RegistrationId, TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../../store/database.ts'

export type WhichRegistration = {
  readonly tenantId: TenantId
  readonly registrationId: RegistrationId
}
/** A registration, by the organization that it is registered in. */
export type RegisteredAt = {
  /** Where it is registered, whichever organization uses it. */
  readonly homeTenantId: TenantId
  readonly registrationId: RegistrationId
}
export type Program = RegisteredAt & {
  readonly tenantId: TenantId
  /** Its live service principal. */
  readonly applicationId: ApplicationId | undefined
}

/**
 * To stand after `from`: a registration `r`, with its live service principal `a` in an
 * organization, if any. One that is registered there is live; another's is what it is at its home.
 */
export const programsIn = (tenantId: TenantId): RawBuilder<unknown> => sql`registrations r
  left join service_principals a on a.tenant_id = ${tenantId} and a.home_tenant_id = r.tenant_id and a.registration_id = r.id and a.deleted_at is null`

/** A condition on it: it is registered there and live, or has a service principal there. */
export const isSeenIn = (tenantId: TenantId): RawBuilder<unknown> =>
  sql`(case when r.tenant_id = ${tenantId} then r.deleted_at is null else a.id is not null end)`

/**
 * Holds a live registration until the transaction ends, and then its service principal; undefined
 * when there is none. Whoever holds both takes them in this order.
 */
export const lockProgram = async (
  tx: Database,
  { tenantId, registrationId }: WhichRegistration,
): Promise<Program | undefined> => {
  const held = await firstRow(
    tx,
    sql`select 1 from registrations where tenant_id = ${tenantId} and id = ${registrationId} and deleted_at is null for no key update`,
  )
  if (held === undefined) return undefined
  const principal = await firstRow(
    tx,
    select<{ id: ApplicationId }>({ id: 'id' })`from service_principals
      where tenant_id = ${tenantId} and registration_id = ${registrationId} and deleted_at is null for no key update`,
  )
  return { tenantId, homeTenantId: tenantId, registrationId, applicationId: principal?.id }
}

/** Whether an organization's administrators see the application of another one in it. */
export const isForeign = ({
  tenantId,
  homeTenantId,
}: Pick<Program, 'tenantId' | 'homeTenantId'>): boolean => tenantId !== homeTenantId

/**
 * Holds a live service principal, whose application is another organization's, until the
 * transaction ends; undefined when there is none. Its registration is held by nobody but its home.
 */
export const lockForeign = async (
  tx: Database,
  {
    tenantId,
    applicationId,
  }: { readonly tenantId: TenantId; readonly applicationId: ApplicationId },
): Promise<Program | undefined> => {
  const found = await firstRow(
    tx,
    select<Omit<Program, 'tenantId'>>({
      homeTenantId: 'home_tenant_id',
      registrationId: 'registration_id',
      applicationId: 'id',
    })`from service_principals
      where tenant_id = ${tenantId} and id = ${applicationId} and home_tenant_id <> tenant_id and deleted_at is null for no key update`,
  )
  return found && { tenantId, ...found }
}

/** What the log says of a change: which of the two was named, and so whose id its target has. */
export const targetOf = (
  { registrationId, applicationId }: Program,
  { isOfRegistration }: Context,
): {
  readonly target: Event['target']
  readonly side: { readonly registration?: true }
} =>
  isOfRegistration === true || applicationId === undefined
    ? { target: { kind: 'application', id: registrationId }, side: { registration: true } }
    : { target: { kind: 'application', id: applicationId }, side: {} }
