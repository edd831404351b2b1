/** The user object, from the store's words to the wire's. */
import type { UserRow } from '../directory/user-columns.sql.ts'
import { shapeOf, type Properties } from './odata.ts'

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

/** The properties of a user, always all of them unless some are chosen (docs/graph.md). */
export const userProperties: Properties<UserRow> = {
  id: (row) => row.id,
  displayName: (row) => row.displayName,
  givenName: (row) => row.givenName,
  surname: (row) => row.surname,
  userPrincipalName: (row) => row.userPrincipalName,
  mail: (row) => row.mail,
  mailNickname: (row) => row.mailNickname,
  otherMails: (row) => row.otherMails,
  proxyAddresses: (row) => row.proxyAddresses,
  jobTitle: (row) => row.jobTitle,
  department: (row) => row.department,
  companyName: (row) => row.companyName,
  officeLocation: (row) => row.officeLocation,
  mobilePhone: (row) => row.mobilePhone,
  businessPhones: (row) => row.businessPhones,
  preferredLanguage: (row) => row.preferredLanguage,
  usageLocation: (row) => row.usageLocation,
  userType: (row) => row.userType,
  accountEnabled: (row) => row.accountEnabled,
  creationType: (row) => row.creationType,
  externalUserState: (row) => row.externalUserState,
  externalUserStateChangeDateTime: (row) => instant(row.externalUserStateChangedAt),
  'guesthouse.homeDeletedDateTime': (row) => instant(row.homeDeletedAt),
  createdDateTime: (row) => instant(row.createdAt),
  deletedDateTime: (row) => instant(row.deletedAt),
  signInActivity: (row) => ({ lastSignInDateTime: instant(row.lastSignInAt) }),
}

export const userShape = shapeOf<UserRow>('user', userProperties)

/** A user in a list of objects of any kind. */
export const userObjectShape = shapeOf<UserRow>('directoryObject', { '@odata.type': () => '#microsoft.graph.user', ...userProperties })
