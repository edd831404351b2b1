/** The definitions as tables for the documents. */
import {
  isComplex,
  type Operator,
  type Property,
  type Resource,
  type Simple,
} from './definition.ts'

const typeOf = (property: Property): string => {
  if (isComplex(property)) return `{${Object.keys(property.properties).join(', ')}}`
  const { is, words } = property
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(' ')
  return (
    { boolean: 'true, false', integer: 'number', instant: 'moment', id: 'id' }[is as 'id'] ?? 'text'
  )
}

const rangeOf = (least = 0, most?: number): string => {
  if (most === undefined) return least > 0 ? `≥ ${least}` : ''
  if (least === most) return `${most}`
  return least > 0 ? `${least}–${most}` : `≤ ${most}`
}

const limitOf = ({ is, least, most, leastItems, mostItems }: Partial<Simple>): string => {
  const range = rangeOf(least, most)
  const items = rangeOf(leastItems, mostItems)
  const one = range === '' || is === 'integer' ? range : `${range} characters`
  return [items === '' ? '' : `${items} of them`, one].filter((part) => part !== '').join(', ')
}

const writeWords = { create: 'when it is made', update: 'later', always: 'yes' } as const
const writtenBy = ({ write, required, writeOnly }: Property): string =>
  write === undefined
    ? ''
    : `${writeWords[write]}${required === true ? ', required' : ''}${writeOnly === true ? ', never answered' : ''}`

/** Operators, those of advanced queries after a star. */
const filtersOf = (property: Property): string =>
  isComplex(property) && property.filter === undefined
    ? Object.entries(property.properties)
        .flatMap(([name, inner]) =>
          inner.filter === undefined ? [] : [`${name}: ${filtersOf(inner)}`],
        )
        .join('; ')
    : (Object.entries(property.filter ?? {}) as [Operator, string][])
        .map(([operator, how]) => (how === 'advanced' ? `${operator}*` : operator))
        .join(' ')

const marks = ({ orders, searched }: Property): string =>
  [orders === true ? 'order' : '', searched === true ? 'search' : '']
    .filter((mark) => mark !== '')
    .join(', ')

const cells = (...all: string[]): string => `| ${all.join(' | ')} |`

/** The properties of a resource, one a row: its type, limit, whether it can be written, and what a list takes. */
export const tableOf = ({ properties }: Resource): string =>
  [
    cells('property', 'type', 'limit', 'can be written', '`$filter`', 'list', 'what it is'),
    cells('---', '---', '---', '---', '---', '---', '---'),
    ...Object.entries(properties).map(([name, property]) =>
      cells(
        `\`${name}\``,
        `${typeOf(property)}${property.many === true ? '[]' : ''}${property.nullable === true ? ', or null' : ''}`,
        limitOf(property as Partial<Simple>),
        writtenBy(property),
        filtersOf(property),
        marks(property),
        property.means,
      ),
    ),
  ]
    .join('\n')
    .replaceAll(/ {2,}/g, ' ')
