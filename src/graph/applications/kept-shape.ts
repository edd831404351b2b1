/** What is kept of an application, from a body and for an answer. */
import { applicationKept, type Kept } from '../../wire/graph/applications/application-kept.ts'
import type { AnswerOf } from '../../wire/graph/definition/answer.ts'
import {
  isComplex,
  type Properties,
  type Property,
} from '../../wire/graph/definition/definition.ts'

const noValue = (property: Property): unknown => {
  if (property.many === true) return []
  if (property.nullable === true) return null
  if (isComplex(property)) return whole(property, {})
  return property.is === 'boolean' ? false : ''
}

const single = (property: Property): Property => {
  const { many, ...one } = property
  return many === true ? (one as Property) : property
}

const whole = (property: Property, value: unknown): unknown => {
  if (property.only !== undefined) return property.only
  if (value === undefined) return noValue(property)
  if (property.many === true && Array.isArray(value))
    return value.map((one) => whole(single(property), one))
  if (!isComplex(property) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(property.properties).map(([name, inner]) => [
      name,
      whole(inner, (value as Kept)[name]),
    ]),
  )
}

/** One property as it is answered. */
export const keptValue = (property: Property, kept: Kept, name: string): unknown =>
  whole(property, kept[name])

type Tellers<P extends Properties, Row> = {
  readonly [N in keyof P]: (row: Row) => AnswerOf<P>[N & keyof AnswerOf<P>]
}

/** How each of these properties is told, of the document that `of` finds in a row. */
export const keptTellers = <P extends Properties, Row>(
  properties: P,
  of: (row: Row) => Kept,
): Tellers<P, Row> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      (row: Row) => keptValue(property, of(row), name),
    ]),
  ) as Tellers<P, Row>

/** Of a body what is kept. */
export const keptIn = (properties: Properties, body: Kept): Kept =>
  Object.fromEntries(
    Object.keys(properties).flatMap((name) =>
      body[name] === undefined ? [] : [[name, body[name]]],
    ),
  )

/** The scopes that an application exposes, as its service principal tells them. */
export const exposedBy = (registered: Kept) =>
  keptTellers({ api: applicationKept.api }, () => registered).api(registered).oauth2PermissionScopes
