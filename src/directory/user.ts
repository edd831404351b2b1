/** The user object: its properties, and what is derived from them. */
import { searchLexemes, sortName } from '../kernel/words.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import type { TenantId } from '../kernel/ids.ts'

/** What an administrator may set on a user. Absent means unchanged, null means cleared. */
export type UserProperties = {
  readonly displayName?: string
  readonly givenName?: string | null
  readonly surname?: string | null
  readonly userPrincipalName?: string
  readonly mail?: string | null
  readonly mailNickname?: string | null
  readonly otherMails?: readonly string[]
  readonly proxyAddresses?: readonly string[]
  readonly jobTitle?: string | null
  readonly department?: string | null
  readonly companyName?: string | null
  readonly officeLocation?: string | null
  readonly mobilePhone?: string | null
  readonly businessPhones?: readonly string[]
  readonly preferredLanguage?: string | null
  readonly usageLocation?: string | null
}

/** The column of each property. */
export const userColumns: Readonly<Record<keyof UserProperties, string>> = {
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

/** The names that a user is found and ordered by. */
type Named = { displayName: string; givenName?: string | null; surname?: string | null; mail?: string | null; userPrincipalName: string }

/** The values of `sort_name` and `search_words` for a user with these names. */
export const userSortName = (user: Named): string => sortName(user.displayName)
export const userSearchWords = (tenantId: TenantId, user: Named): RawBuilder<unknown> => {
  // A guest's stored name repeats their address and our own domain; only what stands before #EXT# tells them apart.
  const [name] = user.userPrincipalName.split('#EXT#')
  return searchVector(searchLexemes(tenantId, user.displayName, user.givenName, user.surname, user.mail, name))
}

/** A tsvector of exactly these lexemes. */
export const searchVector = (lexemes: readonly string[]): RawBuilder<unknown> => sql`array_to_tsvector(${[...lexemes]}::text[])`

/** A guest's user principal name (R90): `<local>_<domain>#EXT#@<organization domain>`. */
export const guestPrincipalName = (address: string, organizationDomain: string): string =>
  `${address.toLowerCase().replace('@', '_')}#EXT#@${organizationDomain}`
