/** What is taken from a row of a list, in Graph's spelling (understood.ts). Null is nothing, and what does not fit the directory is a reason. */
import { z } from 'zod'
import { isMailNickname } from '../../directory/group.rule.ts'
import { addressProblemWords, parseAddress, type Address } from '../../kernel/address.ts'
import { isPrincipalName } from '../../kernel/principal-name.ts'
import { nameProblemWords, parseName } from '../../kernel/text.ts'

const text = (max: number) =>
  z
    .string('is no text')
    .refine((value) => [...value].length <= max, `is longer than ${max} characters`)
    .refine((value) => !value.includes('\0'), 'holds a zero character')
const optional = (max: number) => text(max).nullish()
const texts = z.array(text(320)).nullish()
type Judgement<T> = { readonly value: T } | { readonly why: string }
/** A text that the kernel judges: what it makes of it, or its words why not. */
const judged = <T>(judge: (text: string) => Judgement<T>) =>
  z.string({ error: ({ input }) => (input === undefined ? 'is missing' : 'is no text') }).transform((value, check): T => {
    const result = judge(value)
    if ('value' in result) return result.value
    check.issues.push({ code: 'custom', message: result.why, input: value })
    return z.NEVER
  })
const name = judged((value) => {
  const parsed = parseName(value)
  return 'name' in parsed ? { value: parsed.name } : { why: nameProblemWords[parsed.problem] }
})
const addressIn = (value: string): Judgement<Address> => {
  const parsed = parseAddress(value)
  return 'address' in parsed ? { value: parsed.address } : { why: addressProblemWords(parsed.problem) }
}
const address = judged(addressIn)
const isMail = (proxy: string): boolean => /^smtp:/i.test(proxy)
// Only mail addresses: what else stands there (X500, SIP) belongs to other systems.
const proxies = z
  .array(z.string())
  .transform((all) => all.filter(isMail).map((proxy) => proxy.slice('smtp:'.length)))
  .pipe(z.array(address))
const id = z.string('is no text').min(1).nullish()
const capitalized = (value: unknown): unknown =>
  typeof value === 'string' ? `${value.slice(0, 1).toUpperCase()}${value.slice(1).toLowerCase()}` : value

export const userRow = z.object({
  id,
  displayName: name,
  userPrincipalName: z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'is no text') })
    .refine(isPrincipalName, 'does not have the form name@domain, or holds a sign that cannot be seen'),
  mail: address.nullish(),
  accountEnabled: z.boolean('is neither true nor false').nullish(),
  userType: z.preprocess(capitalized, z.enum(['Member', 'Guest'], 'is neither Member nor Guest').nullish()),
  externalUserState: z.string().nullish(),
  givenName: optional(64),
  surname: optional(64),
  mailNickname: optional(64),
  otherMails: z.array(address).nullish(),
  proxyAddresses: proxies.nullish(),
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
