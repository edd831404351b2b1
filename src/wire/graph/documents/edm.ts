/**
 * The definitions as OData tells them to programs: `$metadata`, in CSDL. Names with a dot are those
 * of open types, which may hold more than is told.
 */
import {
  isComplex,
  type Complex,
  type Properties,
  type Resource,
} from '../definition/definition.ts'
import { operationLines, type Placed } from './edm-operations.ts'
import { attributes, propertyType, qualified, simpleName } from './edm-types.ts'

const propertyLines = (properties: Properties): string[] =>
  Object.entries(properties)
    .filter(([name]) => !name.includes('.') && !name.startsWith('@'))
    .map(([name, property]) => {
      const most =
        isComplex(property) || property.is === 'integer' || property.most === undefined
          ? undefined
          : String(property.most)
      const nullable = property.nullable === true ? undefined : 'false'
      return `<Property${attributes({ Name: name, Type: propertyType(property), Nullable: nullable, MaxLength: most })} />`
    })

/** The objects inside of objects, each type once; a type that is a resource is told as that. */
const complexIn = (properties: Properties): Complex[] =>
  Object.values(properties).flatMap((property) =>
    isComplex(property) ? [property, ...complexIn(property.properties)] : [],
  )

const entityLines = ({ type, key, properties, navigation = {} }: Resource): string[] => [
  `<EntityType${attributes({ Name: simpleName(type), OpenType: 'true' })}>`,
  `<Key><PropertyRef${attributes({ Name: key })} /></Key>`,
  ...propertyLines(properties),
  ...Object.entries(navigation).map(([name, { to, many }]) => {
    const target = qualified(to)
    return `<NavigationProperty${attributes({ Name: name, Type: many === true ? `Collection(${target})` : target })} />`
  }),
  '</EntityType>',
]

const complexLines = ({ type, properties }: Complex): string[] => [
  `<ComplexType${attributes({ Name: simpleName(type) })}>`,
  ...propertyLines(properties),
  '</ComplexType>',
]

const schemaLines = (
  namespace: string,
  all: readonly Resource[],
  placed: readonly Placed[],
): string[] => {
  const own = (type: string): boolean => qualified(type).startsWith(`${namespace}.`)
  const entities = new Map(all.map((one) => [one.type, one]))
  const operations = placed.flatMap(({ operation }) => [
    operation?.sent ?? {},
    operation?.answered ?? {},
  ])
  const complex = new Map(
    [...all.map(({ properties }) => properties), ...operations]
      .flatMap(complexIn)
      .filter(({ type }) => !entities.has(type))
      .map((one) => [one.type, one]),
  )
  const sets = all.filter(({ set }) => !set.includes('/'))
  return [
    `<Schema${attributes({ Namespace: namespace, xmlns: 'http://docs.oasis-open.org/odata/ns/edm' })}>`,
    ...[...entities.values()].filter(({ type }) => own(type)).flatMap(entityLines),
    ...[...complex.values()].filter(({ type }) => own(type)).flatMap(complexLines),
    ...operationLines(namespace, placed, all),
    ...(namespace === 'microsoft.graph'
      ? [
          `<EntityContainer${attributes({ Name: 'GraphService' })}>`,
          ...sets.map(
            ({ set, type }) =>
              `<EntitySet${attributes({ Name: set, EntityType: qualified(type) })} />`,
          ),
          '</EntityContainer>',
        ]
      : []),
    '</Schema>',
  ]
}

/** The whole of `$metadata`. */
export const metadataOf = (all: readonly Resource[], placed: readonly Placed[]): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
    '<edmx:DataServices>',
    ...['microsoft.graph', 'guesthouse'].flatMap((namespace) =>
      schemaLines(namespace, all, placed),
    ),
    '</edmx:DataServices>',
    '</edmx:Edmx>',
    '',
  ].join('\n')
