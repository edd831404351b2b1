/** Types, names and attributes as `$metadata` writes them. */
import { isComplex, type Kind, type Property } from '../definition/definition.ts'

const edmTypes: Readonly<Record<Kind, string>> = {
  text: 'Edm.String',
  message: 'Edm.String',
  visible: 'Edm.String',
  unjudged: 'Edm.String',
  domain: 'Edm.String',
  name: 'Edm.String',
  principalName: 'Edm.String',
  nickname: 'Edm.String',
  address: 'Edm.String',
  proxyAddress: 'Edm.String',
  webAddress: 'Edm.String',
  id: 'Edm.String',
  boolean: 'Edm.Boolean',
  integer: 'Edm.Int32',
  instant: 'Edm.DateTimeOffset',
}

/** A type with its namespace. */
export const qualified = (type: string): string =>
  type.startsWith('guesthouse.') ? type : `microsoft.graph.${type}`

/** The type of a property. */
export const propertyType = (property: Property): string => {
  const one = isComplex(property) ? qualified(property.type) : edmTypes[property.is]
  return property.many === true ? `Collection(${one})` : one
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Attributes of XML, without those that have no value. */
export const attributes = (of: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(of)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('')

/** A type or an operation without its namespace. */
export const simpleName = (type: string): string => type.slice(type.lastIndexOf('.') + 1)
