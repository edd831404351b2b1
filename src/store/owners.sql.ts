/**
 * Where it stands who owns what: people in one table, applications in another, and in both the
 * column that names what is owned.
 */
import { sql, type RawBuilder } from './database.ts'

/** What can be owned, by what it is. */
export const ownableKinds = ['group', 'application', 'registration'] as const
export type OwnableKind = (typeof ownableKinds)[number]

/** What can own. */
export const ownerKinds = ['user', 'application'] as const
export type OwnerKind = (typeof ownerKinds)[number]

/** Whether something of a kind can own; nothing that is not there can. */
export const canOwn = (kind: string | undefined): kind is OwnerKind =>
  ownerKinds.some((one) => one === kind)

export type OwnersOf = {
  /** The table of each kind of owner. */
  readonly tables: Readonly<Record<OwnerKind, RawBuilder<unknown>>>
  /** The column of both that names what is owned. */
  readonly owned: RawBuilder<unknown>
  /** Whether one table holds several kinds, so that a column says again what is owned. */
  readonly isShared: boolean
}

/** Where applications own things: the name of the table, and of the column that says what. */
export const owning = {
  group: { table: 'group_owner_applications', owned: 'group_id' },
  application: { table: 'application_owner_applications', owned: 'application_id' },
  registration: { table: 'application_owner_applications', owned: 'owned_registration_id' },
} as const satisfies Readonly<Record<OwnableKind, object>>

const ofApplications = (kind: 'application' | 'registration'): OwnersOf => ({
  tables: { user: sql`application_owners`, application: sql.table(owning[kind].table) },
  owned: sql.ref(owning[kind].owned),
  isShared: true,
})

export const owners: Readonly<Record<OwnableKind, OwnersOf>> = {
  group: {
    tables: { user: sql`group_owners`, application: sql.table(owning.group.table) },
    owned: sql.ref(owning.group.owned),
    isShared: false,
  },
  application: ofApplications('application'),
  registration: ofApplications('registration'),
}

/** The column of each table that names the owner. */
export const ownerColumns = {
  user: 'user_id',
  application: 'owner_id',
} as const satisfies Readonly<Record<OwnerKind, string>>

/** Nobody who is there owns what `holder`, an alias, stands for. */
export const isOwnedByNobody = (kind: OwnableKind, holder: string): RawBuilder<unknown> => {
  const { tables, owned } = owners[kind]
  const each = ownerKinds.map(
    (one) => sql`not exists (
      select 1 from ${tables[one]} w join ${sql.table(`live_${one}s`)} wo on wo.tenant_id = w.tenant_id and wo.id = w.${sql.ref(ownerColumns[one])}
      where w.tenant_id = ${sql.ref(holder)}.tenant_id and w.${owned} = ${sql.ref(holder)}.id)`,
  )
  return sql.join(each, sql` and `)
}
