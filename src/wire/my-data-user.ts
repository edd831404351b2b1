/**
 * My user in one organization, as the copy of my data tells it. Each property is a column of the
 * user, by its name.
 */
import { z } from 'zod'
import { moment } from './my-data-moment.ts'

const text = z.string().nullable()
const texts = z.array(z.string()).nullable()
const when = moment.nullable()
const yesOrNo = z.boolean().nullable()

const names = {
  displayName: z.string(),
  givenName: text,
  surname: text,
  userPrincipalName: z.string(),
  originalUserPrincipalName: text,
  mailNickname: text,
  mail: text,
  otherMails: texts,
  proxyAddresses: texts,
  mobilePhone: text,
  businessPhones: texts,
}

const work = {
  jobTitle: text,
  department: text,
  companyName: text,
  officeLocation: text,
  employeeId: text,
  employeeType: text,
  employeeHireDate: when,
  streetAddress: text,
  postalCode: text,
  city: text,
  state: text,
  country: text,
  preferredLanguage: text,
  usageLocation: text,
}

const standing = {
  userType: z.enum(['Member', 'Guest']),
  accountEnabled: z.boolean(),
  disabledAt: when,
  creationType: text,
  externalUserState: text,
  externalUserStateChangedAt: when,
  everAccepted: yesOrNo,
  createdAt: moment,
  lastSignInAt: when,
  accessEndedAt: when,
  homeDeletedAt: when,
  withoutHomeUntil: when,
  endsAt: when,
  attestedAt: when,
  lifecycleFrom: when,
  disabledByPolicy: yesOrNo,
  endNoticeFor: when,
  endNotices: z.int().nullable(),
}

const ending = {
  deletedAt: when,
  deletedByKind: text,
  deletionEventId: text,
  restorableUntil: when,
  heldAt: when,
}

export const myUser = z
  .object({
    id: z.uuid(),
    tenantId: z.uuid(),
    personId: z.uuid().nullable(),
    ...names,
    ...work,
    ...standing,
    ...ending,
  })
  .meta({ id: 'MyUser', description: 'The user itself' })
