/** An example of a filter for each property that takes one: for documents and for refusals. */
import {
  isComplex,
  type Filters,
  type Property,
  type Resource,
  type Simple,
} from '../../wire/graph/definition/definition.ts'

export const plainOf = (filter: Filters = {}): string[] =>
  Object.entries(filter).flatMap(([operator, how]) => (how === 'plain' ? [operator] : []))

const valueIn = (property: Property): string =>
  (isComplex(property) ? undefined : property.words?.at(-1)) ?? '…'

const anyOf = (name: string, inner: string, property: Property): string[] =>
  property.filter?.eq === 'plain' ? [`${name}/any(x:x/${inner} eq '${valueIn(property)}')`] : []

const exampleOf = (name: string, property: Property): string[] =>
  isComplex(property)
    ? Object.entries(property.properties).flatMap(([inner, one]) =>
        property.many === true ? anyOf(name, inner, one) : exampleOf(`${name}/${inner}`, one),
      )
    : simpleExampleOf(name, property)

const simpleExampleOf = (name: string, property: Simple): string[] => {
  const known = plainOf(property.filter)
  if (known.includes('any')) return [`${name}/any(x:x eq '…')`]
  if (property.is === 'instant')
    return known.includes('ge') ? [`${name} ge 2026-01-01T00:00:00Z`] : []
  if (!known.includes('eq')) return []
  if (property.is === 'boolean') return [`${name} eq false`]
  if (property.is === 'integer') return [`${name} eq 1`]
  return [
    `${name} eq '${valueIn(property)}'`,
    ...(known.includes('startsWith') ? [`startsWith(${name},'…')`] : []),
  ]
}

/** What a list of the resource can be filtered by, each as an example that anybody can ask. */
export const examplesOf = ({ properties, navigation = {} }: Resource): string[] => [
  ...Object.entries(properties).flatMap(([name, property]) => exampleOf(name, property)),
  ...Object.entries(navigation).flatMap(([name, { filter }]) =>
    filter?.count === 'plain' ? [`${name}/$count eq 0`] : [],
  ),
]
