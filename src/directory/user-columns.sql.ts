/** The user object as every reader gets it. */
import type { UserId } from '../kernel/ids.ts'
import { sql, type RawBuilder } from '../store/database.ts'

export type UserRow = {
  readonly id: UserId
  readonly displayName: string
  readonly givenName: string | null
  readonly surname: string | null
  readonly userPrincipalName: string
  readonly mail: string | null
  readonly mailNickname: string | null
  readonly otherMails: readonly string[]
  readonly proxyAddresses: readonly string[]
  readonly jobTitle: string | null
  readonly department: string | null
  readonly companyName: string | null
  readonly officeLocation: string | null
  readonly mobilePhone: string | null
  readonly businessPhones: readonly string[]
  readonly preferredLanguage: string | null
  readonly usageLocation: string | null
  readonly userType: 'Member' | 'Guest'
  readonly accountEnabled: boolean
  readonly creationType: string | null
  readonly externalUserState: 'PendingAcceptance' | 'Accepted' | null
  readonly externalUserStateChangedAt: Date | null
  /** When the account at home was permanently deleted (R43). */
  readonly homeDeletedAt: Date | null
  readonly createdAt: Date
  readonly deletedAt: Date | null
  readonly lastSignInAt: Date | null
  readonly sortName: string
}

/** The columns of `UserRow`, of a user `u`, live or deleted. */
export const userSelect: RawBuilder<UserRow> = sql`
  u.id, u.display_name as "displayName", u.given_name as "givenName", u.surname, u.user_principal_name as "userPrincipalName", u.mail,
  u.mail_nickname as "mailNickname", u.other_mails as "otherMails", u.proxy_addresses as "proxyAddresses", u.job_title as "jobTitle", u.department,
  u.company_name as "companyName", u.office_location as "officeLocation", u.mobile_phone as "mobilePhone", u.business_phones as "businessPhones",
  u.preferred_language as "preferredLanguage", u.usage_location as "usageLocation", u.user_type as "userType", u.account_enabled as "accountEnabled",
  u.creation_type as "creationType", u.external_user_state as "externalUserState", u.external_user_state_changed_at as "externalUserStateChangedAt",
  u.home_deleted_at as "homeDeletedAt", u.created_at as "createdAt", u.deleted_at as "deletedAt", u.last_sign_in_at as "lastSignInAt", u.sort_name as "sortName"`
