/** Request bodies of this edge: strict shapes, with the errors in Graph's words. */
import { z } from 'zod'
import { inShape } from '../edge/body.ts'
import { isUuid } from '../kernel/ids.ts'
import { changeOf, creationOf, readOnlyIn, sentTo } from '../wire/graph/definition/bodies.ts'
import type { Properties, Resource } from '../wire/graph/definition/definition.ts'
import { underItsNames } from '../wire/graph/definition/names-in.ts'
import type { GivenChange, GivenCreation, GivenOf } from '../wire/graph/definition/sent.ts'
import type { Operation } from '../wire/graph/definition/operation.ts'
import { mostBound } from '../wire/graph/named.ts'
import { segmentsIn } from './address/segments.ts'
import type { Exchange } from './exchange.ts'
import { badRequest, misread, notFound, programFault, valueRequired } from './refusals.ts'
import { userNamed } from './users/param.ts'

type Options = { readonly mayBeEmpty?: boolean }
type Known = Options & {
  readonly properties?: Properties
  readonly readOnly?: readonly string[]
}

const saidTwice = (name: string): Error =>
  misread(`The property '${name}' is there twice. Say it once.`)

// A property that exists but cannot be set and one that does not exist are told apart.
const readBody = async <T>(
  x: Exchange,
  schema: z.ZodType<T>,
  resource: string,
  { properties = {}, readOnly = [], ...options }: Known = {},
): Promise<T> => {
  const value = underItsNames(properties, await x.body(options), saidTwice)
  const parsed = inShape(schema, value)
  if (parsed.success) return parsed.data
  throw badRequest(wordsFor(parsed.error.issues[0], value, resource, readOnly), {
    details: parsed.error.issues.map((issue) => ({
      code: 'InvalidValue',
      message: issue.message,
      target: issue.path.join('.'),
    })),
  })
}

const wordsFor = (
  issue: z.core.$ZodIssue | undefined,
  value: unknown,
  resource: string,
  readOnly: readonly string[],
): string => {
  if (issue === undefined) return 'The request body cannot be used as it is.'
  const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : []
  if (unknown !== undefined)
    return readOnly.includes(unknown)
      ? `Property '${unknown}' is read-only and cannot be set.`
      : `Property '${unknown}' does not exist as a declared property or extension property.`
  const name = issue.path.join('.')
  const missing =
    issue.path.length === 1 && typeof value === 'object' && value !== null && !(name in value)
  if (missing) return valueRequired(name, resource)
  return name === ''
    ? 'The request body has to be a JSON object.'
    : `Invalid value specified for property '${name}' of resource '${resource}': ${issue.message}.`
}

/** What is sent to make one, in the shape that its definition says. */
export const readCreation = <R extends Resource>(x: Exchange, of: R): Promise<GivenCreation<R>> =>
  readBody(x, creationOf(of), of.called, {
    properties: of.properties,
    readOnly: readOnlyIn(of, 'create'),
  })

/** What is sent to change one. */
export const readChange = <R extends Resource>(x: Exchange, of: R): Promise<GivenChange<R>> =>
  readBody(x, changeOf(of), of.called, {
    properties: of.properties,
    readOnly: readOnlyIn(of, 'update'),
  })

/** What is sent to do something. */
export const readSent = <P extends Properties>(
  x: Exchange,
  of: Pick<Operation, 'called'> & { readonly sent: P },
  options?: Options,
): Promise<GivenOf<P>> => readBody(x, sentTo(of), of.called, { ...options, properties: of.sent })

const longestReference = 2_048
const referenceBody = z.strictObject({ '@odata.id': z.string().max(longestReference) })

/** The id that a reference body points at. */
export const readReference = async (x: Exchange): Promise<string> =>
  idOfReference(x, (await readBody(x, referenceBody, 'Reference'))['@odata.id'])

/**
 * The id that a reference points at. Any host and path are taken; only the last segment counts: an
 * id, or a user's principal name, with or without parentheses.
 */
const idOfReference = async (x: Exchange, reference: string): Promise<string> => {
  const last = segmentsIn(pathOf(reference)).at(-1)
  const name = last === undefined || last.kind === 'named' ? '' : last.text
  const id = name.includes('@') ? await userNamed(x.db, x.tenantId, name) : name
  if (id === undefined) throw notFound(name)
  if (!isUuid(id))
    throw programFault(
      `The reference '${reference.slice(0, 200)}' does not end with the id of an object.`,
    )
  return id.toLowerCase()
}

/** The ids that references of a body point at, each once. */
export const idsOfReferences = async (
  x: Exchange,
  references: readonly string[] = [],
): Promise<string[]> => {
  const tooLong = references.find((one) => one.length > longestReference)
  if (tooLong !== undefined)
    throw programFault(`A reference has at most ${longestReference} characters.`)
  return [...new Set(await Promise.all(references.map((one) => idOfReference(x, one))))]
}

/** The same of several lists of a body, which hold only so many together. */
export const idsBound = (
  x: Exchange,
  ...lists: readonly (readonly string[] | undefined)[]
): Promise<string[][]> => {
  if (lists.flatMap((list = []) => list).length > mostBound)
    throw programFault(`At most ${mostBound} references can be bound in one request.`)
  return Promise.all(lists.map((list) => idsOfReferences(x, list)))
}

const pathOf = (reference: string): string => reference.replace(/^[a-z]+:\/\/[^/]*/i, '')
