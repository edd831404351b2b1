/** The user object, from the store's words to the wire's. */
import type { UserRow } from '../directory/user-columns.sql.ts'

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

/** All properties of a user as this edge writes them, always (docs/graph.md). */
export const userShape = (row: UserRow) => ({
  id: row.id,
  displayName: row.displayName,
  givenName: row.givenName,
  surname: row.surname,
  userPrincipalName: row.userPrincipalName,
  mail: row.mail,
  mailNickname: row.mailNickname,
  otherMails: row.otherMails,
  proxyAddresses: row.proxyAddresses,
  jobTitle: row.jobTitle,
  department: row.department,
  companyName: row.companyName,
  officeLocation: row.officeLocation,
  mobilePhone: row.mobilePhone,
  businessPhones: row.businessPhones,
  preferredLanguage: row.preferredLanguage,
  usageLocation: row.usageLocation,
  userType: row.userType,
  accountEnabled: row.accountEnabled,
  creationType: row.creationType,
  externalUserState: row.externalUserState,
  externalUserStateChangeDateTime: instant(row.externalUserStateChangedAt),
  'guesthouse.homeDeletedDateTime': instant(row.homeDeletedAt),
  createdDateTime: instant(row.createdAt),
  deletedDateTime: instant(row.deletedAt),
  signInActivity: { lastSignInDateTime: instant(row.lastSignInAt) },
})
