/** Applications that are put into the store by hand, with one app role. */
import { newId } from '../src/kernel/ids.ts'
import { sql, type Database } from '../src/store/database.ts'

export type StoredApplication = {
  /** Of its service principal. */
  readonly id: string
  readonly registrationId: string
  readonly role: string
}

/** Stores a registration with its service principal; the tenant is any. */
export const storeApplication = async (
  db: Database,
  tenantId: string,
  name = 'Expenses',
): Promise<StoredApplication> => {
  const [id, registrationId, role] = [newId<string>(), newId<string>(), newId<string>()]
  const key = name.toLowerCase()
  await sql`insert into registrations (tenant_id, id, app_id, display_name, created_at, name_key, sort_name, search_words)
    values (${tenantId}, ${registrationId}, ${newId<string>()}, ${name}, now(), ${key}, ${key}, '')`.execute(
    db,
  )
  await sql`insert into service_principals (tenant_id, id, home_tenant_id, registration_id, created_at) values (${tenantId}, ${id}, ${tenantId}, ${registrationId}, now())`.execute(
    db,
  )
  await storeAppRole(db, tenantId, registrationId, role)
  return { id, registrationId, role }
}

export const storeAppRole = async (
  db: Database,
  tenantId: string,
  registrationId: string,
  role: string,
): Promise<void> => {
  await sql`insert into app_roles (tenant_id, registration_id, id, value, display_name) values (${tenantId}, ${registrationId}, ${role}, ${role}, 'Approver')`.execute(
    db,
  )
}

/** Assigns it; `column` says whether to a user or a group. */
export const storeAssignment = async (
  db: Database,
  tenantId: string,
  { id, registrationId, role }: StoredApplication,
  column: 'user_id' | 'group_id',
  to: string,
): Promise<string> => {
  const assignment = newId<string>()
  await sql`insert into app_role_assignments (tenant_id, id, application_id, registration_id, app_role_id, ${sql.ref(column)}, created_at)
    values (${tenantId}, ${assignment}, ${id}, ${registrationId}, ${role}, ${to}, now())`.execute(
    db,
  )
  return assignment
}

/** Makes a user the owner of both of its sides. */
export const storeOwner = async (
  db: Database,
  tenantId: string,
  { id, registrationId }: Pick<StoredApplication, 'id' | 'registrationId'>,
  userId: string,
): Promise<void> => {
  await sql`insert into application_owners (tenant_id, registration_id, owned_registration_id, application_id, user_id)
    values (${tenantId}, ${registrationId}, ${registrationId}, ${id}, ${userId})`.execute(db)
}
