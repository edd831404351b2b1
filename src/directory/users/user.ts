/** The user object: its properties, and what is derived from them. */
import type { Address } from '../../kernel/address.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { searchLexemes, sortName } from '../../kernel/search-words.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import type { TenantId } from '../../kernel/ids.ts'
import type { Properties, Property } from '../../wire/graph/definition/definition.ts'
import type { Written } from '../../wire/graph/definition/sent.ts'
import { user } from '../../wire/graph/users/user.ts'

/** What an administrator may set on a user. Absent means unchanged, null means cleared. */
export type UserProperties = Omit<
  Written<typeof user>,
  'accountEnabled' | 'userType' | 'passwordProfile'
>

/** A proxy address as it is stored and compared. */
export const proxyOf = ({ key }: Pick<Address, 'key'>): string => `smtp:${key}`

/**
 * The columns that keep the given properties, each with its value; beside a name and an address
 * stands its key. Those absent are left out.
 */
export const storedColumns = (properties: UserProperties): [column: string, value: unknown][] =>
  Object.entries(user.properties as Properties).flatMap(([name, property]) => {
    const value = (properties as Readonly<Record<string, unknown>>)[name]
    return value === undefined || property.column === undefined
      ? []
      : stored(property, property.column, value)
  })

const stored = ({ is, key }: Property, column: string, value: unknown): [string, unknown][] => {
  const { shown, compared } = formsOf(is, value)
  return [
    [column, shown],
    ...(key === undefined || compared === undefined ? [] : [[key, compared] as [string, unknown]]),
  ]
}

// What has no other form to compare it by has none that goes into the column of its key.
const formsOf = (
  kind: Property['is'],
  value: unknown,
): { readonly shown: unknown; readonly compared?: unknown } => {
  if (kind === 'proxyAddress') return { shown: [...new Set((value as Address[]).map(proxyOf))] }
  if (kind === 'principalName') return { shown: value, compared: nameKey(String(value)) }
  if (kind !== 'address') return { shown: value }
  const addresses = value as Address | readonly Address[] | null
  if (addresses === null) return { shown: null, compared: null }
  return 'key' in addresses
    ? { shown: addresses.display, compared: addresses.key }
    : {
        shown: addresses.map(({ display }) => display),
        compared: addresses.map(({ key }) => key),
      }
}

/** The names that a user is found and ordered by. */
type Named = {
  readonly displayName: string
  readonly givenName?: string | null
  readonly surname?: string | null
  readonly mail?: Address | string | null
  readonly userPrincipalName: string
}

/** The values of `sort_name` and `search_words` for a user with these names. */
export const userSortName = (user: Named): string => sortName(user.displayName)
export const userSearchWords = (tenantId: TenantId, user: Named): RawBuilder<unknown> =>
  searchVector(userSearchLexemes(tenantId, user))

/** The same as lexemes. */
export const userSearchLexemes = (tenantId: TenantId, user: Named): string[] => {
  // A guest's stored name repeats their address and our own domain; only what stands before #EXT#
  // tells them apart.
  const [name] = user.userPrincipalName.split('#EXT#')
  const mail = typeof user.mail === 'object' ? user.mail?.display : user.mail
  return searchLexemes(tenantId, user.displayName, user.givenName, user.surname, mail, name)
}

/** A tsvector of exactly these lexemes. */
export const searchVector = (lexemes: readonly string[]): RawBuilder<unknown> =>
  sql`array_to_tsvector(${[...lexemes]}::text[])`

/**
 * A guest's user principal name (R90): `<local>_<domain>#EXT#@<organization domain>`. No domain has
 * an underscore, so the last one stands for the @ and two addresses never make one name. `place`
 * tells apart those that were given before and whose address has changed since.
 */
export const guestPrincipalName = (
  { key }: Pick<Address, 'key'>,
  organizationDomain: string,
  place = 1,
): string => {
  const at = key.lastIndexOf('@')
  return `${key.slice(0, at)}_${key.slice(at + 1)}${place === 1 ? '' : `_${place}`}#EXT#@${organizationDomain}`
}
