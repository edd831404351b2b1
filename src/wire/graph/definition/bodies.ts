/**
 * The strict bodies of a resource, from its definition: what may be sent to make one and to change
 * one, judged by the kernel's rules.
 */
import { z } from 'zod'
import { addressProblemWords, parseAddress } from '../../../kernel/address.ts'
import { domainProblemWords, parseDomain } from '../../../kernel/domain.ts'
import { isMailNickname, maxNicknameLength } from '../../../kernel/nickname.ts'
import { isPrincipalName, principalNameWords } from '../../../kernel/principal-name.ts'
import { nameProblemWords, parseMessage, parseName } from '../../../kernel/text.ts'
import { endOfDay } from '../../../kernel/time.ts'
import {
  isComplex,
  namesWhere,
  type Kind,
  type Properties,
  type Property,
  type Resource,
  type Simple,
} from './definition.ts'
import type { GivenChange, GivenCreation, GivenOf } from './sent.ts'

/** A text that the kernel judges: what it makes of it, or its words why not. */
const judged = <T>(judge: (text: string) => { readonly value: T } | { readonly why: string }) =>
  z.string().transform((text, check): T => {
    const result = judge(text)
    if ('value' in result) return result.value
    check.issues.push({ code: 'custom', message: result.why, input: text })
    return z.NEVER
  })

// Control characters have no place in a property, and would spoil lists, mails and logs; nor have
// lone halves of letters.
const plain = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u, 'control characters are not allowed')

/** A display name: 1 to 256 characters, something of which is visible. */
const displayName = judged((text) => {
  const parsed = parseName(text)
  return 'name' in parsed
    ? { value: parsed.name }
    : { why: `a name ${nameProblemWords[parsed.problem]}` }
})

const addressIn = (text: string) => {
  const parsed = parseAddress(text)
  return 'address' in parsed
    ? { value: parsed.address }
    : { why: addressProblemWords(parsed.problem) }
}

/** An e-mail address. */
const address = judged(addressIn)

/** A name to sign in with. */
const principalName = judged((text) =>
  isPrincipalName(text) && text.length <= 256 ? { value: text } : { why: principalNameWords },
)

/** A domain, in the letters of DNS. */
const domain = judged((text) => {
  const parsed = parseDomain(text)
  return 'domain' in parsed
    ? { value: parsed.domain }
    : { why: `a domain looks like contoso.example; this one ${domainProblemWords[parsed.problem]}` }
})

const message = judged((text) => {
  const parsed = parseMessage(text.trim())
  return parsed === undefined ? { why: 'control characters are not allowed' } : { value: parsed }
})

const visible = z.string().regex(/^[!-~]*$/, 'visible ASCII characters, without spaces')

/** An address of the web. */
const webAddress = (max: number) => z.url({ protocol: /^https?$/, hostname: /./ }).max(max)

const lengthOf = (text: string): number => [...text].length
const within = (
  text: z.ZodType<string>,
  { least = 0, most = Number.MAX_SAFE_INTEGER }: Simple,
): z.ZodType<string> =>
  text
    .refine((value) => lengthOf(value) >= least, `it has at least ${least} characters`)
    .refine((value) => lengthOf(value) <= most, `it has at most ${most} characters`)

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const lastOfDay = z.iso.date().transform((day) => new Date(endOfDay(day)))

const shapes: Readonly<Record<Kind, (property: Simple) => z.ZodType>> = {
  text: (property) => within(plain, property),
  message: (property) => within(message, property),
  visible: (property) => within(visible, property),
  unjudged: () => z.string(),
  domain: () => domain,
  name: () => displayName,
  principalName: () => principalName,
  nickname: () =>
    z
      .string()
      .refine(
        isMailNickname,
        `a mail nickname is 1 to ${maxNicknameLength} letters, digits and simple signs, without spaces`,
      ),
  address: () => address,
  proxyAddress: () => judged((text) => addressIn(text.replace(/^smtp:/i, ''))),
  webAddress: ({ most = 2_048 }) => webAddress(most),
  id: () => z.guid().toLowerCase(),
  boolean: () => z.boolean(),
  integer: ({ least = -2_147_483_648, most = 2_147_483_647 }) =>
    z.int().min(least, `at least ${least}`).max(most, `at most ${most}`),
  instant: ({ endOfDay: takesDay }) => (takesDay === true ? z.union([lastOfDay, moment]) : moment),
}

const ofWords = ({ is, words = [], nullWord }: Simple): z.ZodType => {
  if (is === 'id') return z.string().toLowerCase().pipe(z.enum(words))
  return nullWord === undefined
    ? z.enum(words)
    : z.enum([...words, nullWord]).transform((word) => (word === nullWord ? null : word))
}

const one = (property: Property): z.ZodType => {
  if (isComplex(property)) {
    const shape = shapeOf(property.properties, ({ required }) => required === true)
    return property.open === true ? z.looseObject(shape) : z.strictObject(shape)
  }
  return property.words === undefined ? shapes[property.is](property) : ofWords(property)
}

const shapeOf = (properties: Properties, isRequired: (property: Property) => boolean) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      isRequired(property) ? schemaOf(property) : schemaOf(property).optional(),
    ]),
  )

const items = (element: z.ZodType, { leastItems = 0, mostItems = 1_000 }: Property): z.ZodType =>
  z.array(element).min(leastItems, `at least ${leastItems}`).max(mostItems, `at most ${mostItems}`)

/** The one value that there is. */
const onlyOne = (only: NonNullable<Property['only']> | null): z.ZodType => {
  const words = typeof only === 'object' ? (only === null ? 'null' : 'empty') : String(only)
  const error = `it is ${words} here, and cannot be set; leave it out`
  return typeof only === 'object' && only !== null
    ? z.array(z.unknown(), { error }).max(0, { error })
    : z.literal(only, { error })
}

/** What may be sent for a property. */
export const schemaOf = (property: Property): z.ZodType => {
  if (property.only !== undefined) return onlyOne(property.only)
  const whole = property.many === true ? items(one(property), property) : one(property)
  return property.nullable === true ? whole.nullable() : whole
}

const bodyOf = ({ properties }: Resource, how: 'create' | 'update'): z.ZodType => {
  const written = Object.entries(properties).filter(
    ([, { write }]) => write === how || write === 'always',
  )
  const said = new Set(written.filter(([, { only }]) => only !== undefined).map(([name]) => name))
  const shape = shapeOf(
    Object.fromEntries(written),
    ({ required }) => how === 'create' && required === true,
  )
  // What has one value is said and changes nothing: no use case hears of it.
  return z
    .strictObject(shape)
    .transform((body) =>
      Object.fromEntries(Object.entries(body).filter(([name]) => !said.has(name))),
    )
}

// A shape is made once, when it is asked for first.
const remembered = <Key extends object>(make: (of: Key) => z.ZodType): ((of: Key) => z.ZodType) => {
  const made = new WeakMap<Key, z.ZodType>()
  return (of) => {
    const known = made.get(of) ?? make(of)
    made.set(of, known)
    return known
  }
}
const creations = remembered((of: Resource) => bodyOf(of, 'create'))
const changes = remembered((of: Resource) => bodyOf(of, 'update'))
const sendings = remembered((sent: Properties) =>
  z.strictObject(shapeOf(sent, ({ required }) => required === true)),
)

/** The body that makes one. */
export const creationOf = <R extends Resource>(of: R) =>
  creations(of) as z.ZodType<GivenCreation<R>>

/** The body that changes one. */
export const changeOf = <R extends Resource>(of: R) => changes(of) as z.ZodType<GivenChange<R>>

/** The body that is sent to do something. */
export const sentTo = <P extends Properties>({ sent }: { readonly sent: P }) =>
  sendings(sent) as z.ZodType<GivenOf<P>>

/** The properties that exist and that this body cannot hold. */
export const readOnlyIn = (of: Resource, how: 'create' | 'update'): string[] =>
  namesWhere(of, ({ write }) => write !== how && write !== 'always')
