/**
 * What the fuzzer sends: values that are taken, values that nearly are, and bodies made of both.
 */
import type { z } from 'zod'

export type Random = () => number

/** Numbers from 0 to 1 that are the same for the same seed. */
export const seeded = (seed: number): Random => {
  let state = (seed >>> 0) + 0x6d2b79f5
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export const chance = (random: Random, share: number): boolean => random() < share

export const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined && from.length === 0) throw new Error('Nothing to pick from.')
  return found as T
}

const texts = [
  '',
  ' ',
  'a',
  'Ada Lovelace',
  'x'.repeat(256),
  'x'.repeat(2_000),
  '漢字かな交じり文',
  'e\u0301'.repeat(100),
  '👩‍👩‍👧'.repeat(20),
  '\u202Etxt.exe',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'a\nb\r\nc',
  'constructor',
  '__proto__',
  'toString',
  "'; drop table users; --",
  '%_\\',
  '<script>',
  '=1+1',
  '1e400',
  'NaN',
  'İSTANBUL',
  'ß',
  'ǅ',
  '..%2f..',
  '%E0%A4%A',
  '#EXT#',
]
const forms = [
  'ada@outside.example',
  "mary.o'kane@outside.example",
  'ada@bücher.example',
  'smtp:ada@outside.example',
  'https://app.example/callback',
  'http://localhost/callback',
  'https://app.example/#x',
  'app.example:callback',
  'contoso.example',
  'xn--bcher-kva.example',
  '2026-01-01T00:00:00Z',
  '2027-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59Z',
  '00000000-0000-0000-0000-000000000000',
  '62e90394-69f5-4237-9190-012177145e10',
  '10dae51f-b6af-4016-8d66-8c2a99b929b3',
  'DE',
  'en-GB',
]

/** A text that nobody expects. */
export const strangeText = (random: Random): string => pick(random, texts)

const textOf = (random: Random, ids: readonly string[]): string =>
  chance(random, 0.35)
    ? pick(random, texts)
    : chance(random, 0.5)
      ? pick(random, forms)
      : pick(random, ids)

const numbers = [0, -0, 1, -1, 7, 30, 90, 91, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308]

/** Any value of JSON, seldom a deep one. */
const anyValue = (random: Random, ids: readonly string[], depth = 0): unknown => {
  const kind = Math.floor(random() * (depth > 3 ? 5 : 7))
  if (kind <= 1) return textOf(random, ids)
  if (kind === 2) return pick(random, numbers)
  if (kind === 3) return chance(random, 0.5)
  if (kind === 4) return null
  const several = Array.from({ length: Math.floor(random() * 4) }, () =>
    anyValue(random, ids, depth + 1),
  )
  return kind === 5
    ? several
    : Object.fromEntries(
        several.map((value) => [
          pick(random, ['id', 'kind', 'uri', 'address', 'x', '__proto__']),
          value,
        ]),
      )
}

/** A value of the shape `schema`, tried until one passes; undefined when none did. */
const valueFor = (random: Random, schema: z.ZodType, ids: readonly string[]): unknown => {
  for (let n = 0; n < 12; n++) {
    const value = candidate(random, schema, ids)
    if (schema.safeParse(value).success) return value
  }
  return undefined
}

type Def = {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly element?: z.ZodType
  readonly entries?: Record<string, unknown>
  readonly values?: readonly unknown[]
  readonly options?: readonly z.ZodType[]
  readonly shape?: Readonly<Record<string, z.ZodType>>
}
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def

/** The properties of an object's schema, with what it is wrapped in taken off. */
const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined => {
  const { shape, innerType, in: input } = defOf(schema)
  const inside = innerType ?? input
  return shape ?? (inside === undefined ? undefined : shapeOf(inside))
}

const candidate = (random: Random, schema: z.ZodType, ids: readonly string[]): unknown => {
  const { type, innerType, in: input } = defOf(schema)
  const inside = innerType ?? input
  if (inside === undefined) return bareCandidate(random, schema, ids)
  if ((type === 'optional' || type === 'nullable') && chance(random, 0.2))
    return type === 'nullable' ? null : undefined
  return candidate(random, inside, ids)
}

/** The same for a schema that wraps no other. */
const bareCandidate = (random: Random, schema: z.ZodType, ids: readonly string[]): unknown => {
  const { type, element, entries, values, options } = defOf(schema)
  if (element !== undefined)
    return Array.from({ length: Math.floor(random() * 4) }, () => candidate(random, element, ids))
  if (entries !== undefined) return pick(random, Object.values(entries))
  if (values !== undefined) return pick(random, values)
  if (options !== undefined) return candidate(random, pick(random, options), ids)
  if (type === 'object') return objectFor(random, shapeOf(schema) ?? {}, ids)
  return plainOf(random, type, ids)
}

const plainOf = (random: Random, type: string, ids: readonly string[]): unknown => {
  if (type === 'boolean') return chance(random, 0.5)
  if (type === 'number' || type === 'int') return pick(random, numbers)
  return type === 'string' ? textOf(random, ids) : anyValue(random, ids)
}

const objectFor = (
  random: Random,
  shape: Readonly<Record<string, z.ZodType>>,
  ids: readonly string[],
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(shape)
      .filter(([, one]) => !one.safeParse(undefined).success || chance(random, 0.5))
      .map(([name, one]) => [name, valueFor(random, one, ids)] as const)
      .filter(([, value]) => value !== undefined),
  )

/**
 * A body: what a row's scene sends with some of its properties made anew in their shapes, or
 * anything at all.
 */
export const bodyMaker = (
  random: Random,
  schema: z.ZodType | undefined,
  base: object | undefined,
  ids: readonly string[],
): unknown => {
  if (chance(random, 0.15))
    return chance(random, 0.5)
      ? anyValue(random, ids)
      : { ...base, [pick(random, texts)]: anyValue(random, ids) }
  const shape = schema === undefined ? undefined : shapeOf(schema)
  if (schema === undefined || shape === undefined) return base ?? {}
  for (let n = 0; n < 4; n++) {
    const made = { ...base, ...objectFor(random, shape, ids) }
    if (schema.safeParse(made).success) return made
  }
  return base ?? {}
}
