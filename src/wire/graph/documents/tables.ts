/** The definitions as tables for the documents. */
import {
  isComplex,
  namesWhere,
  type Operator,
  type Property,
  type Resource,
  type Simple,
} from '../definition/definition.ts'

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

const limitOf = ({ is, only, least, most, leastItems, mostItems }: Partial<Simple>): string => {
  if (only !== undefined) return `only ${Array.isArray(only) ? 'empty' : String(only)}`
  const range = rangeOf(least, most)
  const items = rangeOf(leastItems, mostItems)
  const one = range === '' || is === 'integer' ? range : `${range} characters`
  return [items === '' ? '' : `${items} of them`, one].filter((part) => part !== '').join(', ')
}

const writeWords = { create: 'when it is made', update: 'later', always: 'yes' } as const
const writtenBy = ({ write, required }: Property): string =>
  write === undefined ? '' : `${writeWords[write]}${required === true ? ', required' : ''}`

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

const answered = ({ byDefault, writeOnly, byRole }: Property): string => {
  const how = writeOnly === true ? 'never' : byDefault === true ? 'yes' : 'by `$select`'
  return byRole === true ? `${how}, of others by a role` : how
}

const ordersIn = (property: Property): string[] => {
  if (!isComplex(property)) return property.orders === true ? ['order'] : []
  const inner = Object.entries(property.properties)
  return inner.flatMap(([name, { orders }]) => (orders === true ? [`${name}: order`] : []))
}

const marks = (property: Property): string =>
  [...ordersIn(property), ...(property.searched === true ? ['search'] : [])].join(', ')

/** A row of a table. */
export const cells = (...all: string[]): string => `| ${all.join(' | ')} |`

/**
 * The properties of a resource, one a row: its type, limit, whether it can be written, and what a
 * list takes.
 */
export const tableOf = ({ properties }: Resource): string =>
  [
    cells(
      'property',
      'type',
      'limit',
      'answered',
      'can be written',
      '`$filter`',
      'list',
      'what it is',
    ),
    cells('---', '---', '---', '---', '---', '---', '---', '---'),
    ...Object.entries(properties).map(([name, property]) =>
      cells(
        `\`${name}\``,
        `${typeOf(property)}${property.many === true ? '[]' : ''}${property.nullable === true ? ', or null' : ''}`,
        limitOf(property as Partial<Simple>),
        answered(property),
        writtenBy(property),
        filtersOf(property),
        marks(property),
        property.means,
      ),
    ),
  ].join('\n')

const isOurs = (name: string): boolean => name.startsWith('guesthouse.')

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

/** Of each resource that Graph has: its properties by how they are answered, and what is ours. */
export const defaultsOf = (all: readonly Resource[]): string => {
  const named = new Map(all.filter(({ type }) => !isOurs(type)).map((of) => [of.set, of]))
  return [
    cells('object', 'default set', 'by `$select`', 'ours, by `$select`'),
    cells('---', '---', '---', '---'),
    ...[...named.values()].map((of) => {
      const names = namesWhere(of, ({ writeOnly }) => writeOnly !== true)
      const usual = names.filter((name) => of.properties[name]?.byDefault === true)
      const rest = names.filter((name) => !usual.includes(name))
      return cells(
        `\`${of.type}\`, \`/${of.set}\``,
        listed(usual),
        listed(rest.filter((name) => !isOurs(name))),
        listed(rest.filter(isOurs)),
      )
    }),
  ].join('\n')
}
