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
export type Program = WhichRegistration & {
  /** Its live service principal. */
  readonly applicationId: ApplicationId | undefined
}

/** To stand after `from`: a live registration `r`, with its live service principal `a`, if any. */
export const programs: RawBuilder<unknown> = sql`live_registrations r
  left join service_principals a on a.tenant_id = r.tenant_id and a.registration_id = r.id and a.deleted_at is null`

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
  return { tenantId, registrationId, applicationId: principal?.id }
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
