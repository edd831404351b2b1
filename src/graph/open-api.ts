/**
 * What this edge tells programs about itself, to anybody: `$metadata`, and a document in OpenAPI
 * made of its rows and of the definitions.
 */
import { graphPath } from '../kernel/page-address.ts'
import { whenAsked } from '../edge/when-asked.ts'
import type { EdgeContext } from '../edge/routes.ts'
import { metadataOf } from '../wire/graph/documents/edm.ts'
import {
  answerSchema,
  bodySchema,
  operationSchema,
  type JsonSchema,
} from '../wire/graph/documents/json-schema.ts'
import type { Resource } from '../wire/graph/definition/definition.ts'
import { resources } from '../wire/graph/resources.ts'
import type { GraphRoute } from './exchange.ts'
import { typeOf } from './query/check.ts'
import { mostOfPage } from '../wire/at-once.ts'
import type { Takes } from './query/taken.ts'

const all: readonly Resource[] = Object.values(resources)

const json = (schema: JsonSchema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const named = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

const option = (name: string, schema: JsonSchema, description: string) => ({
  name: `$${name}`,
  in: 'query',
  schema,
  description,
})

const roundOptions = (rounds: Takes['rounds']) =>
  rounds === undefined
    ? []
    : [option('deltatoken', { type: 'string' }, 'Stands in the delta link; or latest.')]

const optionsOf = ({ page, search, count, filter, orderBy, select, expand, rounds }: Takes) => [
  ...roundOptions(rounds),
  ...(page === undefined
    ? []
    : [
        option(
          'top',
          { type: 'integer', minimum: 1, maximum: mostOfPage },
          'How many on a page; 100 otherwise.',
        ),
        option('skiptoken', { type: 'string' }, 'Stands in the next link.'),
      ]),
  ...(search === undefined
    ? []
    : [option('search', { type: 'string' }, 'Beginnings of words of names.')]),
  ...(count === undefined
    ? []
    : [
        option(
          'count',
          { type: 'boolean' },
          'How many there are, with ConsistencyLevel: eventual.',
        ),
      ]),
  ...(filter === undefined
    ? []
    : [option('filter', { type: 'string' }, 'A condition on properties.')]),
  ...(orderBy === undefined
    ? []
    : [
        option(
          'orderby',
          { type: 'string', enum: orderBy.flatMap((one) => [one, `${one} desc`]) },
          'The order.',
        ),
      ]),
  ...(select === undefined
    ? []
    : [option('select', { type: 'string' }, 'Properties, joined by commas.')]),
  ...(expand === undefined
    ? []
    : [
        option(
          'expand',
          { type: 'string' },
          `Links, joined by commas: ${Object.keys(expand).join(', ')}.`,
        ),
      ]),
]

/** The resource of a row's address: its own collection, or one object of it. */
const resourceAt = (path: string): Resource | undefined => {
  const at = path.slice(1)
  return all.find(({ set }) => at === set || at === `${set}/:id`)
}

const keyOf = (of: Resource): string =>
  Object.entries(resources).find(([, one]) => one === of)?.[0] ?? typeOf(of)

const answerOf = (path: string, { page, list, select, rounds }: Takes): JsonSchema | undefined => {
  if (select === undefined) return undefined
  const of = resourceAt(path) ?? all.find((one) => typeOf(one) === select.type)
  const one = of === undefined ? { type: 'object' } : named(keyOf(of))
  const isList = page === true || list === true
  return isList
    ? {
        type: 'object',
        properties: {
          value: { type: 'array', items: one },
          '@odata.nextLink': { type: 'string' },
          ...(rounds === undefined
            ? { '@odata.count': { type: 'integer' } }
            : { '@odata.deltaLink': { type: 'string' } }),
        },
        required: ['value'],
      }
    : one
}

const bodyOf = ({ method, path, operation }: GraphRoute): JsonSchema | undefined => {
  if (operation !== undefined) return operationSchema(operation, 'sent')
  const of = resourceAt(path)
  if (of === undefined || (method !== 'POST' && method !== 'PATCH')) return undefined
  return named(`${keyOf(of)}.${method === 'POST' ? 'create' : 'update'}`)
}

const operationOf = (row: GraphRoute) => {
  const { method, path, takes = {}, permission } = row
  const { operation } = row
  const answered =
    operation === undefined
      ? method === 'GET'
        ? (answerOf(path, takes) ?? {})
        : undefined
      : operationSchema(operation, 'answered')
  const body = bodyOf(row)
  const done =
    answered === undefined
      ? { description: 'Done; an answer where there is something to tell' }
      : json(answered, 'Answered')
  return {
    operationId: `${method.toLowerCase()} ${path}`.replaceAll(/[^A-Za-z0-9]+/g, '_'),
    ...(operation === undefined ? {} : { summary: operation.means }),
    description: `Needs the permission ${permission.need.action}, and one of the scopes ${permission.need.people.join(', ')}.`,
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...optionsOf(takes),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: { '2XX': done, '4XX': json(named('error'), 'Refused, in words') },
  }
}

const error: JsonSchema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: { code: { type: 'string' }, message: { type: 'string' } },
      required: ['code', 'message'],
    },
  },
  required: ['error'],
}

/** The document of these rows. */
export const openApiOf = (rows: readonly GraphRoute[]): JsonSchema => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const row of rows) {
    const path = row.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operationOf(row) }
  }
  const schemas = Object.entries(resources).flatMap(([name, of]: [string, Resource]) => [
    [name, answerSchema(of)],
    ...(['create', 'update'] as const).map(
      (how) => [`${name}.${how}`, bodySchema(of, how)] as const,
    ),
  ])
  return {
    openapi: '3.1.0',
    info: { title: 'Guesthouse directory API', version: '1', license: { name: 'MIT' } },
    servers: [{ url: graphPath }],
    security: [{ organization: [] }],
    components: {
      securitySchemes: {
        organization: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token of the organization.',
        },
      },
      schemas: { ...Object.fromEntries(schemas), error },
    },
    paths,
  }
}

/** The collections that can be listed, as OData's service document names them. */
const setsOf = (rows: readonly GraphRoute[]): object[] =>
  [...new Set(all.map(({ set }) => set))]
    .filter((set) => rows.some(({ method, path }) => method === 'GET' && path === `/${set}`))
    .map((name) => ({ name, kind: 'EntitySet', url: name }))

/** What is told to anybody, by its path: it holds nothing of any organization. */
export const openDocuments = (
  rows: readonly GraphRoute[],
): ReadonlyMap<string, (c: EdgeContext, root: string) => Response> => {
  const metadata = whenAsked(() => metadataOf(all, rows))
  const openApi = whenAsked(() => openApiOf(rows))
  const sets = setsOf(rows)
  return new Map<string, (c: EdgeContext, root: string) => Response>([
    ['/', (c, root) => c.json({ '@odata.context': `${root}/$metadata`, value: sets })],
    [
      '/$metadata',
      (c) => c.body(metadata(), 200, { 'content-type': 'application/xml; charset=utf-8' }),
    ],
    ['/openapi.json', (c) => c.json(openApi())],
  ])
}
