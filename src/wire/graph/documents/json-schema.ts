/** The definitions as JSON Schema: what is answered, and what may be sent. */
import {
  isComplex,
  type Kind,
  type Properties,
  type Property,
  type Resource,
  type Simple,
} from '../definition/definition.ts'
import type { Operation } from '../definition/operation.ts'

export type JsonSchema = { readonly [name: string]: unknown }

const texts: Readonly<Record<Exclude<Kind, 'boolean' | 'integer'>, JsonSchema>> = {
  text: { type: 'string' },
  message: { type: 'string' },
  visible: { type: 'string', pattern: '^[!-~]*$' },
  unjudged: { type: 'string' },
  domain: { type: 'string' },
  name: { type: 'string', minLength: 1 },
  principalName: { type: 'string' },
  nickname: { type: 'string', minLength: 1 },
  address: { type: 'string' },
  proxyAddress: { type: 'string' },
  webAddress: { type: 'string', format: 'uri' },
  id: { type: 'string' },
  instant: { type: 'string', format: 'date-time' },
}

const simple = ({ is, words, least, most }: Simple): JsonSchema => {
  if (is === 'boolean') return { type: 'boolean' }
  if (is === 'integer')
    return {
      type: 'integer',
      ...(least === undefined ? {} : { minimum: least }),
      ...(most === undefined ? {} : { maximum: most }),
    }
  if (words !== undefined) return { type: 'string', enum: words }
  return {
    ...texts[is],
    ...(least === undefined ? {} : { minLength: least }),
    ...(most === undefined ? {} : { maxLength: most }),
  }
}

/** Whether it is told of an answer, or of what is sent. */
type Way = 'answered' | 'sent'

const countOf = ({ leastItems, mostItems }: Property): JsonSchema => ({
  ...(leastItems === undefined ? {} : { minItems: leastItems }),
  ...(mostItems === undefined ? {} : { maxItems: mostItems }),
})

/** Of the one value that there is. */
const onlySchema = ({ only }: Property): JsonSchema =>
  Array.isArray(only) ? { type: 'array', maxItems: 0 } : { const: only }

const propertySchema = (property: Property, way: Way): JsonSchema => {
  if (property.only !== undefined) return { ...onlySchema(property), description: property.means }
  const one = isComplex(property) ? objectSchema(property, way) : simple(property)
  const whole = property.many === true ? { type: 'array', items: one, ...countOf(property) } : one
  return {
    ...(property.nullable === true ? { anyOf: [whole, { type: 'null' }] } : whole),
    description: property.means,
  }
}

/**
 * An object of these properties. `$select` leaves properties out of answers, so none is required
 * there; what is sent holds nothing else, where it is not open.
 */
const objectSchema = (
  { properties, open }: { readonly properties: Properties; readonly open?: true },
  way: Way,
): JsonSchema => {
  const told = Object.entries(properties).filter(
    ([, { writeOnly }]) => way === 'sent' || writeOnly !== true,
  )
  const required =
    way === 'sent' ? told.filter(([, one]) => one.required === true).map(([name]) => name) : []
  return {
    type: 'object',
    properties: Object.fromEntries(
      told.map(([name, property]) => [name, propertySchema(property, way)]),
    ),
    ...(way === 'sent' && open !== true ? { additionalProperties: false } : {}),
    ...(required.length === 0 ? {} : { required }),
  }
}

/** An object of the resource as it is answered. */
export const answerSchema = ({ properties, means }: Resource): JsonSchema => ({
  ...objectSchema({ properties }, 'answered'),
  description: means,
})

/** A body that makes or changes one; nothing else may stand in it. */
export const bodySchema = ({ properties }: Resource, how: 'create' | 'update'): JsonSchema => {
  const written = Object.entries(properties)
    .filter(([, { write }]) => write === how || write === 'always')
    .map(([name, property]) => [
      name,
      how === 'create' ? property : { ...property, required: undefined },
    ])
  return objectSchema({ properties: Object.fromEntries(written) as Properties }, 'sent')
}

/** What is sent to an operation, and what it answers; undefined where it is nothing. */
export const operationSchema = (
  { sent, answered }: Operation,
  way: Way,
): JsonSchema | undefined => {
  const properties = way === 'sent' ? sent : answered
  return properties && objectSchema({ properties }, way)
}
