/**
 * What is taken from a row of a list, in Graph's spelling (understood.ts). Null is nothing, and
 * what does not fit the directory is a reason.
 */
import { z } from 'zod'
import { isMailNickname } from '../../kernel/nickname.ts'
import { longestDomain } from '../../kernel/domain.ts'
import { addressProblemWords, parseAddress, type Address } from '../../kernel/address.ts'
import { isPrincipalName } from '../../kernel/principal-name.ts'
import { nameProblemWords, parseName } from '../../kernel/text.ts'
import type { NewUser } from '../../directory/users/create.ts'
import {
  isComplex,
  type Kind,
  type Property,
  type Simple,
} from '../../wire/graph/definition/definition.ts'
import type { Written } from '../../wire/graph/definition/sent.ts'
import { user, userTypes } from '../../wire/graph/users/user.ts'

const text = (max: number, min = 0) =>
  z
    .string('is no text')
    .refine((value) => [...value].length <= max, `is longer than ${max} characters`)
    .refine((value) => [...value].length >= min, `is shorter than ${min} characters`)
    .refine((value) => !value.includes('\0'), 'holds a zero character')
const optional = (max: number) => text(max).nullish()
type Judgement<T> = { readonly value: T } | { readonly why: string }
/** A text that the kernel judges: what it makes of it, or its words why not. */
const judged = <T>(judge: (text: string) => Judgement<T>) =>
  z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'is no text') })
    .transform((value, check): T => {
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
  return 'address' in parsed
    ? { value: parsed.address }
    : { why: addressProblemWords(parsed.problem) }
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
  typeof value === 'string'
    ? `${value.slice(0, 1).toUpperCase()}${value.slice(1).toLowerCase()}`
    : value

const principalName = z
  .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'is no text') })
  .refine(
    isPrincipalName,
    'does not have the form name@domain, or holds a sign that cannot be seen',
  )

const nickname = z
  .string()
  .refine(isMailNickname, 'is not 1 to 64 letters, digits and signs such as . and -')
const flag = z.boolean('is neither true nor false')

/** How each kind of property is read from a row. */
const kinds: Readonly<Record<Kind, (property: Simple) => z.ZodType>> = {
  text: ({ most = 1_024, least }) => text(most, least),
  message: ({ most = 1_024, least }) => text(most, least),
  visible: ({ most = 1_024, least }) => text(most, least),
  unjudged: () => text(1_024),
  domain: ({ most = longestDomain }) => text(most),
  name: () => name,
  principalName: () => principalName,
  nickname: () => nickname,
  address: () => address,
  proxyAddress: () => address,
  webAddress: ({ most = 2_048 }) => text(most),
  id: () => z.string('is no text'),
  boolean: () => flag,
  integer: () => z.number('is no number'),
  instant: () =>
    z.iso
      .datetime({ offset: true, error: 'is no moment such as 2026-01-31T00:00:00Z' })
      .transform((value) => new Date(value)),
}

const readAs = (property: Property): z.ZodType => {
  if (isComplex(property)) throw new Error('An object inside of a row is not read.')
  if (property.is === 'proxyAddress') return proxies.nullish()
  const one = kinds[property.is](property)
  const whole = property.many === true ? z.array(one, 'is no list') : one
  return property.required === true ? whole : whole.nullish()
}

/** Everything of a user that can be written, and is no secret and not the same for everybody. */
const written = Object.entries(user.properties).filter(
  ([, { write, only, writeOnly }]: [string, Property]) =>
    write !== undefined && only === undefined && writeOnly !== true,
)

type Taken = {
  readonly id?: string | null
  readonly displayName: string
  readonly userPrincipalName: string
} & {
  readonly [N in Exclude<keyof Written<typeof user>, 'passwordProfile'>]?:
    | Written<typeof user>[N]
    | null
} & { readonly externalUserState?: string | null }

export const userRow = z.object({
  id,
  ...Object.fromEntries(written.map(([property, of]) => [property, readAs(of)])),
  userType: z.preprocess(capitalized, z.enum(userTypes, 'is neither Member nor Guest').nullish()),
  externalUserState: z.string().nullish(),
}) as unknown as z.ZodType<Taken> & { readonly shape: Readonly<Record<string, z.ZodType>> }
export type UserRow = Taken

const kept = written.filter(([property]) => property !== 'userType')

/** The properties of a row to be stored; what the row does not say is nothing. */
export const propertiesOf = (row: UserRow): NewUser => {
  const given = row as Readonly<Record<string, unknown>>
  const all = kept.map(([property, of]: [string, Property]) => [
    property,
    given[property] ?? (of.many === true ? [] : null),
  ])
  return { ...Object.fromEntries(all), accountEnabled: row.accountEnabled ?? true } as NewUser
}

export const groupRow = z.object({
  id,
  displayName: name,
  description: optional(1_024),
  mailNickname: nickname.nullish(),
})
export type GroupRow = z.infer<typeof groupRow>

const member = z
  .object({ id, userPrincipalName: z.string().nullish(), '@odata.type': z.string().nullish() })
  .refine(
    (value) => (value.id ?? value.userPrincipalName ?? null) !== null,
    'has neither id nor userPrincipalName',
  )
export type MemberRef = z.infer<typeof member>

export const membersRow = z
  .object({
    groupId: z.string().nullish(),
    group: z.string().nullish(),
    members: z.array(z.unknown()),
  })
  .refine(
    (value) => (value.groupId ?? value.group ?? null) !== null,
    'has neither groupId nor group',
  )
export const memberRow = member

/** Why a row does not fit, in one line. */
export const problemOf = (error: z.ZodError): string =>
  error.issues
    .map((issue) => [issue.path.join('.'), issue.message].filter((part) => part !== '').join(': '))
    .join('; ')

/** What a row is called in the results: the first of these properties it has. */
export const keyOf = (row: unknown): string => {
  const properties = typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {}
  const found = ['userPrincipalName', 'displayName', 'groupId', 'group', 'id'].map(
    (property) => properties[property],
  )
  return String(found.find((value) => typeof value === 'string') ?? '')
}
