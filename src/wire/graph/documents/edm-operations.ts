/**
 * What is done or told at an address of its own, as `$metadata` has it: functions, which change
 * nothing, and actions, each bound to what its address stands behind.
 */
import type { Properties, Resource } from '../definition/definition.ts'
import type { Operation } from '../definition/operation.ts'
import { attributes, propertyType, qualified, simpleName } from './edm-types.ts'

/** An operation and where it stands. */
export type Placed = {
  readonly method: string
  readonly path: string
  readonly operation?: Operation
}

type Bound = {
  readonly name: string
  readonly namespace: string
  readonly isFunction: boolean
  /** The type of what it is asked of; absent where it stands by itself. */
  readonly of: string | undefined
  readonly operation: Operation
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const bindingOf = (path: string, all: readonly Resource[]): string | undefined => {
  const before = path.slice(1, path.lastIndexOf('/'))
  if (before === 'me') return 'microsoft.graph.user'
  const of = all.find(({ set }) => before === set || before === `${set}/:id`)
  if (of === undefined) return undefined
  return before === of.set ? `Collection(${qualified(of.type)})` : qualified(of.type)
}

const boundOf = ({ method, path, operation }: Placed, all: readonly Resource[]): Bound[] => {
  // What ends with a key is called by an address of its own making.
  const last = lastOf(path)
  if (operation === undefined || last.startsWith(':')) return []
  const isOurs = last.startsWith('guesthouse.')
  return [
    {
      name: simpleName(last),
      namespace: isOurs ? 'guesthouse' : 'microsoft.graph',
      isFunction: method === 'GET',
      of: bindingOf(path, all),
      operation,
    },
  ]
}

const parameters = (of: Properties = {}): string[] =>
  Object.entries(of)
    .filter(([name]) => !name.includes('.') && !name.startsWith('@'))
    .map(
      ([name, property]) =>
        `<Parameter${attributes({ Name: name, Type: propertyType(property), Nullable: property.required === true ? 'false' : undefined })} />`,
    )

// One value in an envelope is what is answered; more of them are an object without a name.
const returned = ({ answered }: Operation): string[] => {
  if (answered === undefined) return []
  const { value } = answered
  const type = value === undefined ? 'Edm.Untyped' : propertyType(value)
  return [`<ReturnType${attributes({ Type: type })} />`]
}

const lines = ({ name, isFunction, of, operation }: Bound): string[] => {
  const kind = isFunction ? 'Function' : 'Action'
  const bound = of === undefined ? undefined : 'true'
  return [
    `<${kind}${attributes({ Name: name, IsBound: bound })}>`,
    ...(of === undefined
      ? []
      : [`<Parameter${attributes({ Name: 'bindingParameter', Type: of })} />`]),
    ...parameters(operation.sent),
    ...returned(operation),
    `</${kind}>`,
  ]
}

/** What has changed: a function of a whole collection, which answers such a collection. */
const deltaLines = ({ path }: Placed, all: readonly Resource[]): string[] => {
  if (lastOf(path) !== 'delta') return []
  const set = path.slice(1, path.lastIndexOf('/'))
  const type = all.find((one) => one.set === set)?.type ?? 'directoryObject'
  const of = `Collection(${qualified(type)})`
  return [
    `<Function${attributes({ Name: 'delta', IsBound: 'true' })}>`,
    `<Parameter${attributes({ Name: 'bindingParameter', Type: of })} />`,
    `<ReturnType${attributes({ Type: of })} />`,
    '</Function>',
  ]
}

/** The functions and actions of a namespace; a name that is bound to several stands for each. */
export const operationLines = (
  namespace: string,
  placed: readonly Placed[],
  all: readonly Resource[],
): string[] => {
  const found = placed
    .flatMap((one) => boundOf(one, all))
    .filter((one) => one.namespace === namespace)
  const once = new Map(found.map((one) => [`${one.isFunction} ${one.name} ${one.of}`, one]))
  const deltas =
    namespace === 'microsoft.graph' ? placed.flatMap((one) => deltaLines(one, all)) : []
  return [...[...once.values()].flatMap(lines), ...deltas]
}
