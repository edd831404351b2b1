/** What is taken from a row of a list. Unknown properties are ignored, null is nothing, and what does not fit the directory is a reason. */
import { z } from 'zod'
import { isMailNickname } from '../../directory/group.rule.ts'

const text = (max: number) =>
  z
    .string()
    .refine((value) => [...value].length <= max, `is longer than ${max} characters`)
    .refine((value) => !value.includes('\0'), 'holds a zero character')
const optional = (max: number) => text(max).nullish()
const texts = z.array(text(320)).nullish()
const name = text(256)
  .refine((value) => value.trim() !== '', 'is empty')
  .refine((value) => !/\p{Cc}/u.test(value), 'holds a control character')
const id = z.string().min(1).nullish()

export const userRow = z.object({
  id,
  displayName: name,
  userPrincipalName: text(1_024).regex(/^[^\s@]+@[^\s@]+$/, 'does not have the form name@domain'),
  mail: optional(320),
  accountEnabled: z.boolean().nullish(),
  userType: z.enum(['Member', 'Guest'], 'is neither Member nor Guest').nullish(),
  externalUserState: z.string().nullish(),
  givenName: optional(64),
  surname: optional(64),
  mailNickname: optional(64),
  otherMails: texts,
  proxyAddresses: texts,
  jobTitle: optional(128),
  department: optional(64),
  companyName: optional(64),
  officeLocation: optional(128),
  mobilePhone: optional(64),
  businessPhones: texts,
  preferredLanguage: optional(35),
  usageLocation: optional(2),
})
export type UserRow = z.infer<typeof userRow>

export const groupRow = z.object({
  id,
  displayName: name,
  description: optional(1_024),
  mailNickname: z.string().refine(isMailNickname, 'is not 1 to 64 letters, digits and signs such as . and -').nullish(),
})
export type GroupRow = z.infer<typeof groupRow>

const member = z
  .object({ id, userPrincipalName: z.string().nullish(), '@odata.type': z.string().nullish() })
  .refine((value) => (value.id ?? value.userPrincipalName ?? null) !== null, 'has neither id nor userPrincipalName')
export type MemberRef = z.infer<typeof member>

export const membersRow = z
  .object({ groupId: z.string().nullish(), group: z.string().nullish(), members: z.array(z.unknown()) })
  .refine((value) => (value.groupId ?? value.group ?? null) !== null, 'has neither groupId nor group')
export const memberRow = member

/** Why a row does not fit, in one line. */
export const problemOf = (error: z.ZodError): string =>
  error.issues.map((issue) => [issue.path.join('.'), issue.message].filter((part) => part !== '').join(': ')).join('; ')

/** What a row is called in the results: the first of these properties it has. */
export const keyOf = (row: unknown): string => {
  const properties = typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {}
  const found = ['userPrincipalName', 'displayName', 'groupId', 'group', 'id'].map((property) => properties[property])
  return String(found.find((value) => typeof value === 'string') ?? '')
}
