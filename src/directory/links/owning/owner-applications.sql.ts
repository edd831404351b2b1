/** Applications that own groups and other applications, as rows of their own. */
import type { ApplicationId, TenantId } from '../../../kernel/ids.ts'
import { answering, select } from '../../../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../../store/keyset.ts'
import { ownableKinds, owners, type OwnableKind, type OwnersOf } from '../../../store/owners.sql.ts'
import type { HeldKind } from '../link.ts'

/** What can be owned. */
export type OwnedKind = Exclude<HeldKind, 'group'>

/** What is at the other end of each. */
const ownedBy: Readonly<Record<OwnedKind, OwnableKind>> = {
  ownedGroup: 'group',
  ownedApplication: 'application',
  ownedRegistration: 'registration',
}

/** Where the owners of what is linked so stand. */
export const ownersOf = (kind: OwnedKind): OwnersOf => owners[ownedBy[kind]]

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
  const { tables, owned, isShared } = ownersOf(kind)
  const [also, again] = isShared ? [sql`object_id, `, sql`${holderId}::uuid, `] : [sql``, sql``]
  return rows(
    tx,
    answering<{ id: string }>(
      { id: 'owner_id' },
      (list) => sql`insert into ${tables.application} (tenant_id, ${also} ${owned}, owner_id)
        select ${tenantId}::uuid, ${again} ${holderId}::uuid, k.id from unnest(${[...ownerIds]}::uuid[]) k(id)
        on conflict do nothing returning ${list}`,
    ),
  )
}

/** Takes one out. False when it was none. */
export const deleteOwner = async (
  tx: Database,
  { tenantId, kind, holderId, ownerIds }: Owning,
): Promise<boolean> => {
  const { tables, owned } = ownersOf(kind)
  const removed = await firstRow(
    tx,
    sql`delete from ${tables.application} where tenant_id = ${tenantId} and ${owned} = ${holderId} and owner_id = any(${[...ownerIds]}::uuid[]) returning owner_id`,
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
    })`from ${owners.application.tables.application} o where o.tenant_id = ${tenantId} and o.object_id = ${objectId} and o.owner_id = ${ownerId}`,
  )) !== undefined

/** Which of them it is, and by what it is sorted. */
export type OwnedRef = {
  readonly kind: OwnableKind
  readonly id: string
  readonly sortValue: string
}

const byName = byText(sql`x.sort`)

/** A page of what is there of it, by name; of all kinds where none are named. One statement. */
export const listOwnedBy = (
  db: Database,
  {
    tenantId,
    ownerId,
    kinds = ownableKinds,
  }: { tenantId: TenantId; ownerId: ApplicationId; kinds: readonly OwnableKind[] | undefined },
  page: Page,
): Promise<OwnedRef[]> => {
  const each = kinds.map((kind) => {
    const { tables, owned } = owners[kind]
    return sql`select ${sql.lit(kind)} as kind, t.id, t.sort_name as sort
      from live_applications p join ${tables.application} l on l.tenant_id = p.tenant_id and l.owner_id = p.id
      join ${sql.table(`live_${kind}s`)} t on t.tenant_id = l.tenant_id and t.id = l.${owned}
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
