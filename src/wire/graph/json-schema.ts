/** The definitions as JSON Schema: what is answered, and what may be sent. */
import {
  isComplex,
  type Kind,
  type Properties,
  type Property,
  type Resource,
  type Simple,
} from './definition.ts'

export type JsonSchema = { readonly [name: string]: unknown }

const texts: Readonly<Record<Exclude<Kind, 'boolean' | 'integer'>, JsonSchema>> = {
  text: { type: 'string' },
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

const propertySchema = (property: Property): JsonSchema => {
  const one = isComplex(property) ? objectSchema(property.properties) : simple(property)
  const whole =
    property.many === true
      ? {
          type: 'array',
          items: one,
          ...(property.mostItems === undefined ? {} : { maxItems: property.mostItems }),
        }
      : one
  return {
    ...(property.nullable === true ? { anyOf: [whole, { type: 'null' }] } : whole),
    description: property.means,
  }
}

const objectSchema = (properties: Properties): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, propertySchema(property)]),
  ),
})

/**
 * An object of the resource as it is answered; `$select` leaves properties out, so none is
 * required.
 */
export const answerSchema = ({ properties, means }: Resource): JsonSchema => ({
  ...objectSchema(properties),
  description: means,
})

/** A body that makes or changes one; nothing else may stand in it. */
export const bodySchema = ({ properties }: Resource, how: 'create' | 'update'): JsonSchema => {
  const written = Object.entries(properties).filter(
    ([, { write }]) => write === how || write === 'always',
  )
  const required =
    how === 'create'
      ? written.filter(([, property]) => property.required === true).map(([name]) => name)
      : []
  return {
    ...objectSchema(Object.fromEntries(written)),
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
  }
}
