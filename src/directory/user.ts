/** The user object: its properties, and what is derived from them. */
import type { Address } from '../kernel/address.ts'
import { nameKey } from '../kernel/principal-name.ts'
import { searchLexemes, sortName } from '../kernel/words.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import type { TenantId } from '../kernel/ids.ts'

/** What an administrator may set on a user. Absent means unchanged, null means cleared. */
export type UserProperties = {
  readonly displayName?: string
  readonly givenName?: string | null
  readonly surname?: string | null
  readonly userPrincipalName?: string
  readonly mail?: Address | null
  readonly mailNickname?: string | null
  readonly otherMails?: readonly Address[]
  /** Stored as smtp: and the key, so that an address is held in one spelling. */
  readonly proxyAddresses?: readonly Address[]
  readonly jobTitle?: string | null
  readonly department?: string | null
  readonly companyName?: string | null
  readonly officeLocation?: string | null
  readonly mobilePhone?: string | null
  readonly businessPhones?: readonly string[]
  readonly preferredLanguage?: string | null
  readonly usageLocation?: string | null
}

const columns: Readonly<Record<keyof UserProperties, string>> = {
  displayName: 'display_name',
  givenName: 'given_name',
  surname: 'surname',
  userPrincipalName: 'user_principal_name',
  mail: 'mail',
  mailNickname: 'mail_nickname',
  otherMails: 'other_mails',
  proxyAddresses: 'proxy_addresses',
  jobTitle: 'job_title',
  department: 'department',
  companyName: 'company_name',
  officeLocation: 'office_location',
  mobilePhone: 'mobile_phone',
  businessPhones: 'business_phones',
  preferredLanguage: 'preferred_language',
  usageLocation: 'usage_location',
}

/** A proxy address as it is stored and compared. */
export const proxyOf = ({ key }: Pick<Address, 'key'>): string => `smtp:${key}`

/** The columns that keep the given properties, each with its value; beside a name and an address stands its key. Those absent are left out. */
export const storedColumns = (properties: UserProperties): [column: string, value: unknown][] =>
  (Object.keys(columns) as (keyof UserProperties)[])
    .filter((name) => properties[name] !== undefined)
    .flatMap((name) => stored(properties, name))

const stored = (properties: UserProperties, name: keyof UserProperties): [string, unknown][] => {
  const { userPrincipalName = '', mail, otherMails = [], proxyAddresses = [] } = properties
  switch (name) {
    case 'userPrincipalName':
      return [
        [columns[name], userPrincipalName],
        ['name_key', nameKey(userPrincipalName)],
      ]
    case 'mail':
      return [
        [columns[name], mail?.display ?? null],
        ['mail_key', mail?.key ?? null],
      ]
    case 'otherMails':
      return [
        [columns[name], otherMails.map(({ display }) => display)],
        ['other_mail_keys', otherMails.map(({ key }) => key)],
      ]
    case 'proxyAddresses':
      return [[columns[name], [...new Set(proxyAddresses.map(proxyOf))]]]
    default:
      return [[columns[name], properties[name]]]
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
export const userSearchWords = (tenantId: TenantId, user: Named): RawBuilder<unknown> => {
  // A guest's stored name repeats their address and our own domain; only what stands before #EXT# tells them apart.
  const [name] = user.userPrincipalName.split('#EXT#')
  const mail = typeof user.mail === 'object' ? user.mail?.display : user.mail
  return searchVector(searchLexemes(tenantId, user.displayName, user.givenName, user.surname, mail, name))
}

/** A tsvector of exactly these lexemes. */
export const searchVector = (lexemes: readonly string[]): RawBuilder<unknown> => sql`array_to_tsvector(${[...lexemes]}::text[])`

/**
 * A guest's user principal name (R90): `<local>_<domain>#EXT#@<organization domain>`. No domain has an underscore, so the last one stands for the
 * @ and two addresses never make one name. `place` tells apart those that were given before and whose address has changed since.
 */
export const guestPrincipalName = ({ key }: Pick<Address, 'key'>, organizationDomain: string, place = 1): string => {
  const at = key.lastIndexOf('@')
  return `${key.slice(0, at)}_${key.slice(at + 1)}${place === 1 ? '' : `_${place}`}#EXT#@${organizationDomain}`
}
