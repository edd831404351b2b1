/** Applications that own groups and other applications, as rows of their own. */
import type { ApplicationId, TenantId } from '../../../kernel/ids.ts'
import { answering, select } from '../../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../../store/keyset.ts'
import type { HeldKind } from '../link.ts'

/** What can be owned. */
export type OwnedKind = Exclude<HeldKind, 'group'>

type OwnerTable = {
  readonly table: RawBuilder<unknown>
  /** The column that names what is owned; a second one says it again where both kinds stand. */
  readonly holderId: RawBuilder<unknown>
  readonly columns: RawBuilder<unknown>
}

const ofApplications = (column: string): OwnerTable => ({
  table: sql`application_owner_applications`,
  holderId: sql.ref(column),
  columns: sql`object_id, ${sql.ref(column)}`,
})

export const ownerTables: Readonly<Record<OwnedKind, OwnerTable>> = {
  ownedGroup: {
    table: sql`group_owner_applications`,
    holderId: sql`group_id`,
    columns: sql`group_id`,
  },
  ownedApplication: ofApplications('application_id'),
  ownedRegistration: ofApplications('owned_registration_id'),
}

/** What is owned, and by which applications. */
export type Owning = {
  readonly tenantId: TenantId
  readonly kind: OwnedKind
  readonly holderId: string
  readonly ownerIds: readonly string[]
}

/** Makes them owners. Returns who was none yet. */
export const insertOwners = (
  tx: Database,
  { tenantId, kind, holderId, ownerIds }: Owning,
): Promise<{ readonly id: string }[]> => {
  const { table, columns } = ownerTables[kind]
  const named =
    kind === 'ownedGroup' ? sql`${holderId}::uuid` : sql`${holderId}::uuid, ${holderId}::uuid`
  return rows(
    tx,
    answering<{ id: string }>(
      { id: 'owner_id' },
      (list) => sql`insert into ${table} (tenant_id, ${columns}, owner_id)
        select ${tenantId}::uuid, ${named}, k.id from unnest(${[...ownerIds]}::uuid[]) k(id)
        on conflict do nothing returning ${list}`,
    ),
  )
}

/** Takes one out. False when it was none. */
export const deleteOwner = async (
  tx: Database,
  { tenantId, kind, holderId, ownerIds }: Owning,
): Promise<boolean> => {
  const { table, holderId: holder } = ownerTables[kind]
  const removed = await firstRow(
    tx,
    sql`delete from ${table} where tenant_id = ${tenantId} and ${holder} = ${holderId} and owner_id = any(${[...ownerIds]}::uuid[]) returning owner_id`,
  )
  return removed !== undefined
}

/** Whether an application owns the service principal or the registration of this id. */
export const ownsApplication = async (
  db: Database,
  tenantId: TenantId,
  ownerId: ApplicationId,
  objectId: string,
): Promise<boolean> =>
  (await firstRow(
    db,
    select<{ id: string }>({
      id: 'o.object_id',
    })`from application_owner_applications o where o.tenant_id = ${tenantId} and o.object_id = ${objectId} and o.owner_id = ${ownerId}`,
  )) !== undefined

/** What can be owned, by what it is. */
export const ownableKinds = ['group', 'application', 'registration'] as const
export type OwnableKind = (typeof ownableKinds)[number]

/** Which of them it is, and by what it is sorted. */
export type OwnedRef = {
  readonly kind: OwnableKind
  readonly id: string
  readonly sortValue: string
}

const columns = {
  group: ['group_owner_applications', 'group_id'],
  application: ['application_owner_applications', 'application_id'],
  registration: ['application_owner_applications', 'owned_registration_id'],
} as const

const byName = byText(sql`x.sort`)

/** A page of what is there of it, by name. One statement. */
export const listOwnedBy = (
  db: Database,
  {
    tenantId,
    ownerId,
    kinds,
  }: { tenantId: TenantId; ownerId: ApplicationId; kinds: readonly OwnableKind[] },
  page: Page,
): Promise<OwnedRef[]> => {
  const each = kinds.map((kind) => {
    const [table, column] = columns[kind]
    return sql`select ${sql.lit(kind)} as kind, t.id, t.sort_name as sort
      from live_applications p join ${sql.table(table)} l on l.tenant_id = p.tenant_id and l.owner_id = p.id
      join ${sql.table(`live_${kind}s`)} t on t.tenant_id = l.tenant_id and t.id = l.${sql.ref(column)}
      where p.tenant_id = ${tenantId} and p.id = ${ownerId}`
  })
  if (each.length === 0) return Promise.resolve([])
  return rows(
    db,
    select<OwnedRef>({
      kind: 'x.kind',
      id: 'x.id',
      sortValue: 'x.sort',
    })`from (${sql.join(each, sql` union all `)}) x where ${beyond(byName, sql`x.id`, page)} ${ordered(byName, sql`x.id`, page)}`,
  )
}
