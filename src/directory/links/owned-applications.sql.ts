/** What of applications can be owned in an organization. */
import { sql, type RawBuilder } from '../../store/database.ts'

/**
 * A relation, `tenant_id, id, display_name`: what is registered in an organization and live, and
 * the live service principals there of other organizations' applications. Each by the id of the
 * registration, which is what a row of an owner names.
 */
export const ownedApplications: RawBuilder<unknown> = sql`(
  select tenant_id, id, display_name from live_registrations
  union all select tenant_id, registration_id, display_name from live_applications where home_tenant_id <> tenant_id)`
