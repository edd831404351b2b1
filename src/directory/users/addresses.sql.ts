/**
 * Whose an address is. Mail and proxy addresses are unique among the live users of a tenant, by
 * their keys; other addresses are not. They stand on the user, so that deleting a user stays one
 * row; what a unique index would do is done by a lock per address, held to the end of the
 * transaction.
 */
import type { Context } from '../../events/event.ts'
import type { Address, AddressKey } from '../../kernel/address.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../../store/database.ts'
import type { Which } from '../lock-user.sql.ts'
import { endRemoval } from './close-requests.sql.ts'
import { invitedKey } from './own-address.sql.ts'
import { proxyOf, type UserProperties } from './user.ts'

type Given = { readonly mail?: Address | null; readonly proxyAddresses?: readonly Address[] }

/**
 * A statement that waits for, then holds, the right to use these addresses in the tenant. Sorted,
 * so that two callers cannot deadlock.
 */
export const heldAddresses = (
  tenantId: TenantId,
  keys: readonly AddressKey[],
): RawBuilder<unknown> => {
  const names = keys.map((key) => `${tenantId}/smtp:${key}`).toSorted()
  return sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${names}::text[]) with ordinality as k(key, n) order by n`
}

export type TakenAddress = {
  readonly address: string
  readonly property: 'mail' | 'proxyAddresses'
}

const proxyKeysOf = ({ proxyAddresses = [] }: Given): AddressKey[] =>
  proxyAddresses.map(({ key }) => key)

/** The keys of the addresses that have to be somebody's alone. */
export const ownKeysOf = (given: Given): AddressKey[] => {
  const { mail } = given
  return [...new Set([...(mail == null ? [] : [mail.key]), ...proxyKeysOf(given)])]
}

/** The `key` of one of these addresses that another live user has, as mail or proxy address. */
export const takenKey = (
  { tenantId, userId }: Which,
  keys: readonly AddressKey[],
): RawBuilder<unknown> => {
  const wanted = keys.map((key) => proxyOf({ key }))
  return sql`
    select u.mail_key as key from live_users u where u.tenant_id = ${tenantId} and u.id <> ${userId} and u.mail_key = any(${[...keys]}::text[])
    union all select substr(a.proxy, 6) from live_users u cross join unnest(u.proxy_addresses) as a(proxy)
      where u.tenant_id = ${tenantId} and u.id <> ${userId} and u.proxy_addresses && ${wanted}::text[] and a.proxy = any(${wanted}::text[])
    limit 1`
}

/** The taken address as it is told. */
export const takenOf = (given: Given, key: AddressKey): TakenAddress =>
  proxyKeysOf(given).includes(key)
    ? { address: proxyOf({ key }), property: 'proxyAddresses' }
    : { address: key, property: 'mail' }

/**
 * Holds the addresses for the user, or says which of them another live user has, as mail or proxy
 * address.
 */
export const takeAddresses = async (
  tx: Database,
  which: Which,
  given: Given,
): Promise<TakenAddress | undefined> => {
  const keys = ownKeysOf(given)
  if (keys.length === 0) return undefined
  await heldAddresses(which.tenantId, keys).execute(tx)
  const found = await firstRow(
    tx,
    select<{ key: AddressKey }>({ key: 't.key' })`from (${takenKey(which, keys)}) t`,
  )
  return found && takenOf(given, found.key)
}

/**
 * The users of a tenant, live and deleted, that an address leads to, best first by `place`: the
 * person whose it is at home, whose mail or proxy address it is, who was invited by it, who has it
 * among others. Never by a user principal name, which anybody may have been given. `id` may come
 * more than once.
 */
export const usersWithAddress = (
  tenantId: TenantId,
  key: AddressKey,
  personId: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select u.id, 0 as place from users u where u.tenant_id = ${tenantId} and u.person_id = ${personId}
  union all select f.id, f.place from (${usersOfAddress(key, tenantId)}) f`

/** The same of every tenant, or of one, without the person. */
export const usersOfAddress = (key: AddressKey, tenantId?: TenantId): RawBuilder<unknown> => {
  const within = tenantId === undefined ? sql`true` : sql`x.tenant_id = ${tenantId}`
  return sql`
    select x.tenant_id, x.id, 1 as place from users x where ${within} and x.mail_key = ${key}
    union all select x.tenant_id, x.id, 1 from users x where ${within} and x.proxy_addresses @> array[${proxyOf({ key })}::text]
    union all select x.tenant_id, x.user_id, 2 from invitations x where ${within} and x.address_key = ${key}
    union all select x.tenant_id, x.id, 3 from users x where ${within} and x.other_mail_keys @> array[${key}::text]`
}

type Addresses = {
  readonly mailKey: AddressKey | null
  readonly otherMails: readonly Address[]
  /** At which they are invited, and nobody has come yet. */
  readonly invitedKey: AddressKey | null
}

const mailAfter = ({ mail }: UserProperties, { mailKey }: Addresses): AddressKey | null =>
  mail === undefined ? mailKey : (mail?.key ?? null)

const othersBeside = (
  { mailKey, invitedKey: invited, otherMails }: Addresses,
  mail: AddressKey | null,
): readonly Address[] =>
  mail !== mailKey && mailKey === invited
    ? otherMails.filter(({ key }) => key !== mailKey)
    : otherMails

/**
 * What changes of a user, who is held, when these properties do: whose mail is written anew before
 * anybody has come by it is invited at another address, so the wrong one goes from the others too,
 * where nothing is said of those. Where what was invited is none of theirs any more, whoever has
 * asked there to be removed hears that it is over.
 */
export const correctedAddresses = async (
  tx: Database,
  { tenantId, userId }: Which,
  given: UserProperties,
  context: Context,
): Promise<UserProperties> => {
  if (given.mail === undefined && given.otherMails === undefined) return given
  const before = await firstRow(
    tx,
    select<Addresses>({
      mailKey: 'u.mail_key',
      otherMails: sql`(select coalesce(json_agg(json_build_object('display', o.address, 'key', o.key) order by o.n), '[]')
        from unnest(u.other_mails, u.other_mail_keys) with ordinality as o(address, key, n))`,
      invitedKey,
    })`from live_users u where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )
  if (before === undefined || before.invitedKey === null) return given
  const mail = mailAfter(given, before)
  const otherMails = given.otherMails ?? othersBeside(before, mail)
  const keys = [mail, ...otherMails.map(({ key }) => key)]
  if (!keys.includes(before.invitedKey))
    await endRemoval(tx, { tenantId, userId }, 'corrected', context)
  return otherMails.length === before.otherMails.length ? given : { ...given, otherMails }
}
