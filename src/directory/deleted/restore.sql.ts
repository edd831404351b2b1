/** The facts of restoring a user: what they were, and who holds by now what they would need. */
import type { EventId, PersonId, UserId } from '../../kernel/ids.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import type { DeletedByKind } from '../../wire/deleted-by.ts'
import { readHeld, type Locked, type Several } from '../lock-user.sql.ts'
import { byUserId } from '../slices.ts'
import type { RestoreFacts } from './restore.rule.ts'
import { targetColumns, type TargetRow } from '../target.sql.ts'

export type DeletedUser = RestoreFacts &
  TargetRow & {
    readonly id: UserId
    readonly personId: PersonId | null
    readonly displayName: string
    readonly givenName: string | null
    readonly surname: string | null
    readonly mail: string | null
    readonly mailKey: string | null
    readonly originalName: string
    /** The key of the name that it would come back with. */
    readonly nameKey: string
    readonly proxyAddresses: readonly string[]
    readonly held: boolean
    /** The event of the deletion, whose id its receipt has too; and who ended it. */
    readonly deletionEventId: EventId | null
    readonly deletedByKind: DeletedByKind
    /**
     * They left or refuse to come back, the organization wants their yes first, and they have not
     * said it by asking for it themselves (R127).
     */
    readonly asksPerson: boolean
  }

type Nullable<T> = { [K in keyof T]: T[K] | null }
type Row = Omit<DeletedUser, keyof RestoreFacts> &
  Nullable<RestoreFacts> & { restorableUntil: Date }

// A live user `h` that has an address of the deleted user `u`, as proxy address or as mail.
const hasProxyOf = sql`(h.proxy_addresses && u.proxy_addresses or h.mail_key = any(array(select substr(a, 6) from unnest(u.proxy_addresses) as p(a))))`

const refuses = sql`exists (select 1 from invitation_refusals r where r.tenant_id = u.tenant_id and r.person_id = u.person_id)`

const asksPerson = sql`(u.deleted_by_kind = 'self' or ${refuses}) and u.mail_key is not null and u.creation_type = 'Invitation'
  and exists (select 1 from tenants t join persons p on p.home_tenant_id is distinct from t.id where t.id = u.tenant_id and t.restoring_needs_consent and p.id = u.person_id)
  and not exists (select 1 from requests q where q.tenant_id = u.tenant_id and q.user_id = u.id and q.kind = 'restore' and q.state = 'open' and q.by_person)`

const keyOf = (name: string | undefined): RawBuilder<unknown> =>
  sql`coalesce(${name === undefined ? null : nameKey(name)}::text, u.name_key)`

// The deleted users and who holds what each would need. `name` is the user principal name that one
// would come back with; its own when undefined.
const deletedUsers = ({ tenantId, userIds }: Several, name: string | undefined): RawBuilder<Row> =>
  select<Row>({
    ...targetColumns,
    id: 'u.id',
    personId: 'u.person_id',
    restorableUntil: 'u.restorable_until',
    displayName: 'u.display_name',
    givenName: 'u.given_name',
    surname: 'u.surname',
    mail: 'u.mail',
    mailKey: 'u.mail_key',
    nameKey: keyOf(name),
    originalName: 'u.original_user_principal_name',
    proxyAddresses: 'u.proxy_addresses',
    held: sql`u.held_at is not null`,
    deletionEventId: 'u.deletion_event_id',
    deletedByKind: 'u.deleted_by_kind',
    asksPerson,
    nameHolder: sql`(select jsonb_build_object('id', h.id, 'displayName', h.display_name) from live_users h
          where h.tenant_id = u.tenant_id and h.name_key = ${keyOf(name)})`,
    addressHolder: sql`case when cardinality(u.proxy_addresses) > 0 then (
          select jsonb_build_object('id', h.id, 'displayName', h.display_name,
            'addresses', array(select a from unnest(u.proxy_addresses) as p(a) where a = any(h.proxy_addresses) or a = 'smtp:' || h.mail_key))
          from live_users h where h.tenant_id = u.tenant_id and ${hasProxyOf} limit 1) end`,
    personHolder: sql`(select jsonb_build_object('id', h.id, 'displayName', h.display_name) from live_users h
          where h.tenant_id = u.tenant_id and h.person_id = u.person_id)`,
  })`from deleted_users u where u.tenant_id = ${tenantId} and u.id = any(${[...userIds]}::uuid[])`

const withHolders = <R extends Row>(row: R) => ({
  ...row,
  nameHolder: row.nameHolder ?? undefined,
  addressHolder: row.addressHolder ?? undefined,
  personHolder: row.personHolder ?? undefined,
})

/** The deleted users and who holds what each would need, for a preview. One statement. */
export const readDeletedUsers = async (
  db: Database,
  which: Several,
): Promise<ReadonlyMap<UserId, DeletedUser>> =>
  byUserId((await rows(db, deletedUsers(which, undefined))).map(withHolders))

/**
 * The same, after `held`, which holds them until the transaction ends, or is asked while they are
 * held. `name` is the user principal name that one would come back with; its own when undefined.
 */
export const readToRestore = async (
  tx: Database,
  held: RawBuilder<unknown>,
  which: Several,
  name: string | undefined,
): Promise<ReadonlyMap<UserId, Locked<DeletedUser>>> =>
  byUserId(
    (await readHeld(tx, held, deletedUsers(which, name))).map(
      (row) => withHolders(row) as Locked<DeletedUser>,
    ),
  )

type Clash = { readonly id: UserId; readonly address: string }

/** Every proxy address of these deleted users that somebody live has now, of whom it was. */
export const readClashingAddresses = (
  db: Database,
  { tenantId, userIds }: Several,
): Promise<Clash[]> =>
  rows(
    db,
    select<Clash>({ id: 'u.id', address: 'a.address' })`
      from deleted_users u cross join unnest(u.proxy_addresses) as a(address)
      join live_users h on h.tenant_id = u.tenant_id and (h.proxy_addresses && array[a.address] or h.mail_key = substr(a.address, 6))
      where u.tenant_id = ${tenantId} and u.id = any(${[...userIds]}::uuid[])`,
  )
