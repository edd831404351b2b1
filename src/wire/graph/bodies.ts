/**
 * The strict bodies of a resource, from its definition: what may be sent to make one and to change
 * one, judged by the kernel's rules.
 */
import { z } from 'zod'
import { addressProblemWords, parseAddress } from '../../kernel/address.ts'
import { isMailNickname, maxNicknameLength } from '../../kernel/nickname.ts'
import { isPrincipalName, principalNameWords } from '../../kernel/principal-name.ts'
import { nameProblemWords, parseName } from '../../kernel/text.ts'
import {
  isComplex,
  namesWhere,
  type Change,
  type Creation,
  type Given,
  type Kind,
  type Property,
  type Resource,
  type Simple,
} from './definition.ts'

/** A text that the kernel judges: what it makes of it, or its words why not. */
export const judged = <T>(
  judge: (text: string) => { readonly value: T } | { readonly why: string },
) =>
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
export const displayName = judged((text) => {
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
export const address = judged(addressIn)

/** A name to sign in with. */
export const principalName = judged((text) =>
  isPrincipalName(text) && text.length <= 256 ? { value: text } : { why: principalNameWords },
)

/** An address of the web. */
export const webAddress = (max: number) => z.url({ protocol: /^https?$/, hostname: /./ }).max(max)

const lengthOf = (text: string): number => [...text].length
const within = (
  text: z.ZodType<string>,
  { least = 0, most = Number.MAX_SAFE_INTEGER }: Simple,
): z.ZodType<string> =>
  text
    .refine((value) => lengthOf(value) >= least, `it has at least ${least} characters`)
    .refine((value) => lengthOf(value) <= most, `it has at most ${most} characters`)

const shapes: Readonly<Record<Kind, (property: Simple) => z.ZodType>> = {
  text: (property) => within(plain, property),
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
  id: () => z.uuid().toLowerCase(),
  boolean: () => z.boolean(),
  integer: ({ least = -2_147_483_648, most = 2_147_483_647 }) =>
    z.int().min(least, `at least ${least}`).max(most, `at most ${most}`),
  instant: () => z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
}

const one = (property: Property): z.ZodType => {
  if (isComplex(property))
    return z.strictObject(
      Object.fromEntries(
        Object.entries(property.properties).map(([name, inner]) => [
          name,
          inner.required === true ? schemaOf(inner) : schemaOf(inner).optional(),
        ]),
      ),
    )
  return property.words === undefined ? shapes[property.is](property) : z.enum(property.words)
}

/** What may be sent for a property. */
export const schemaOf = (property: Property): z.ZodType => {
  const whole =
    property.many === true
      ? z
          .array(one(property))
          .max(property.mostItems ?? 1_000, `at most ${property.mostItems ?? 1_000}`)
      : one(property)
  return property.nullable === true ? whole.nullable() : whole
}

type GivenOf<R extends Resource, Sent> = {
  readonly [N in keyof Sent & keyof R['properties']]: Given<R['properties'][N]>
}

type More = { readonly [name: string]: z.ZodType }

const bodyOf = (of: Resource, how: 'create' | 'update', more: More): z.ZodType =>
  z.strictObject({
    ...Object.fromEntries(
      Object.entries(of.properties)
        .filter(([, { write }]) => write === how || write === 'always')
        .map(([name, property]) => [
          name,
          how === 'create' && property.required === true
            ? schemaOf(property)
            : schemaOf(property).optional(),
        ]),
    ),
    ...more,
  })

/** The body that makes one. `more` is what clients send along and is not kept. */
export const creationOf = <R extends Resource>(of: R, more: More = {}) =>
  bodyOf(of, 'create', more) as z.ZodType<GivenOf<R, Creation<R>>>

/** The body that changes one. */
export const changeOf = <R extends Resource>(of: R) =>
  bodyOf(of, 'update', {}) as z.ZodType<GivenOf<R, Change<R>>>

/** The properties that exist and that this body cannot hold. */
export const readOnlyIn = (of: Resource, how: 'create' | 'update'): string[] =>
  namesWhere(of, ({ write }) => write !== how && write !== 'always')
