/**
 * One grammar for the addresses of this edge, read before a row is looked for, so that no row knows
 * in how many ways its address can be written: in capitals or not, keys in parentheses, alternate
 * keys, casts long and short, functions with and without `()` and namespace, `myorganization` and
 * an organization in front (contract §1.1, §1.2).
 */
import { graphPaths } from '../../kernel/page-address.ts'
import { isUuid } from '../../kernel/ids.ts'
import { segmentsIn, type Segment } from './segments.ts'
import { namespace, treeOf, wordAt, type Addressed, type Node } from './tree.ts'

/** An alternate key as a row finds it in its path: `appId=…`. */
export const alternateKey = /^([A-Za-z]+)=(.*)$/s

// A person is named by either in the same place.
const isNameOfUser = (name: string): boolean => name === 'userprincipalname' || name === 'id'

const argumentIn = (
  values: ReadonlyMap<string, string>,
  { spelling }: Node,
): string | undefined => {
  const [[name, value] = ['', '']] = values
  const given = values.get(spelling.toLowerCase())
  if (given !== undefined) return given
  if (values.size !== 1) return undefined
  return isNameOfUser(name) ? value : `${name}=${value}`
}

const valueAt = ({ param }: Node, segment: Segment): string | undefined => {
  if (param === undefined) return undefined
  return segment.kind === 'named' ? argumentIn(segment.values, param) : segment.text
}

const textOf = (segment: Segment): string =>
  segment.kind === 'named'
    ? [...segment.values].map((one) => one.join('=')).join(',')
    : segment.text

type Walk = {
  readonly at: Node | undefined
  readonly path: string
  readonly unknown: string | undefined
  /** The last segment stands for a key of a row. */
  readonly byKey?: boolean
}

const step = ({ at, path, unknown }: Walk, segment: Segment): Walk => {
  const word = at !== undefined && segment.kind === 'name' ? wordAt(at, segment.text) : undefined
  if (word !== undefined) return { at: word, path: `${path}/${word.spelling}`, unknown }
  const value = at === undefined ? undefined : valueAt(at, segment)
  const text = textOf(segment)
  if (value === undefined)
    return { at: undefined, path: `${path}/${encodeURIComponent(text)}`, unknown: unknown ?? text }
  return { at: at?.param, path: `${path}/${encodeURIComponent(value)}`, unknown, byKey: true }
}

// An organization stands in front where the rows know no such word, and know the next one.
const organizationIn = (root: Node, [first, second]: readonly Segment[]): string | undefined => {
  if (first?.kind !== 'name' || wordAt(root, first.text) !== undefined) return undefined
  const isOne = isUuid(first.text) || first.text.includes('.') || first.text.toLowerCase() === own
  const goesOn = second?.kind === 'name' && wordAt(root, second.text) !== undefined
  return isOne && goesOn ? first.text : undefined
}

const own = 'myorganization'

/** What stands for the caller where a row takes a user: `/me/…` is `/users/{me}/…`. */
export const callersKey = '~me'

/**
 * What is asked behind an address: of a list the items of one type alone, or their number; of an
 * object one property, or its bare value.
 */
export type Tail = {
  readonly cast?: string
  readonly isCounted?: true
  readonly property?: string
  readonly isBare?: true
}

const isName = (segment: Segment | undefined, name: string): boolean =>
  segment?.kind === 'name' && segment.text.toLowerCase() === name

const castIn = (segment: Segment | undefined): string | undefined =>
  segment?.kind === 'name' && namespace.test(segment.text.toLowerCase())
    ? segment.text.toLowerCase().replace(namespace, '')
    : undefined

type Found = Walk & { readonly tail: Tail }

const isRow = ({ at, unknown }: Walk): boolean => unknown === undefined && at?.isRow === true

// Rows say what lists are; what hangs behind every list alike is no row of its own.
const behindList = (walk: (of: readonly Segment[]) => Walk, all: readonly Segment[]): Found => {
  const whole = { ...walk(all), tail: {} }
  const isCounted = isName(all.at(-1), '$count')
  // Where a key may stand, a cast and the number are none.
  const isKey = whole.byKey !== true || !(isCounted || castIn(all.at(-1)) !== undefined)
  if (isRow(whole) && isKey) return whole
  const list = isCounted ? all.slice(0, -1) : all
  const cast = castIn(list.at(-1))
  const found = walk(cast === undefined ? list : list.slice(0, -1))
  if (!isRow(found)) return whole
  return {
    ...found,
    tail: { ...(cast === undefined ? {} : { cast }), ...(isCounted ? { isCounted } : {}) },
  }
}

// OData's address of a property: no row of its own, but the object's, of which one thing is told.
const behindObject = (walk: (of: readonly Segment[]) => Walk, all: readonly Segment[]): Found => {
  const found = behindList(walk, all)
  if (isRow(found)) return found
  const isBare = isName(all.at(-1), '$value')
  const [last, ...rest] = (isBare ? all.slice(0, -1) : all).toReversed()
  const object = walk(rest.toReversed())
  const property =
    last?.kind === 'name' ? object.at?.properties.get(last.text.toLowerCase()) : undefined
  if (!isRow(object) || property === undefined) return found
  return { ...object, tail: { property, ...(isBare ? { isBare } : {}) } }
}

// What is one's own is read where everybody's is, but for what has a row of its own.
const ofCaller = (walk: (of: readonly Segment[]) => Walk, all: readonly Segment[]): Found => {
  const found = behindObject(walk, all)
  const [first, ...rest] = all
  if (isRow(found) || !isName(first, 'me') || rest.length === 0) return found
  const users = [
    { kind: 'name', text: 'users' },
    { kind: 'key', text: callersKey },
  ] as const
  const asUser = behindObject(walk, [...users, ...rest])
  return isRow(asUser) ? asUser : found
}

export type Address = {
  /** As the table of rows writes it, under the version; keys are encoded. */
  readonly path: string
  /** The organization that stood in front, as it was written; undefined where none did. */
  readonly organization: string | undefined
  /** The first segment that no row knows. */
  readonly unknown: string | undefined
  readonly tail: Tail
}

const versions = new RegExp(
  `^(${graphPaths.join('|').replaceAll('.', String.raw`\.`)})(?=/|$)`,
  'i',
)

/** The path of a URL behind its version: /v1.0 and /beta serve the same. */
export const withoutVersion = (pathname: string): string => pathname.replace(versions, '')

/** Reads the path of a URL; undefined for what is under no version of this edge. */
export type AddressReader = (pathname: string) => Address | undefined

/**
 * Reads addresses for `rows`. What no row knows keeps its segments, for the refusal that
 * names the first of them.
 */
export const addressReader = (rows: readonly Addressed[]): AddressReader => {
  const root = treeOf(rows)
  return (pathname) => {
    const [prefix, version] = versions.exec(pathname) ?? []
    if (prefix === undefined || version === undefined) return undefined
    const segments = segmentsIn(pathname.slice(prefix.length))
    const organization = organizationIn(root, segments)
    const rest = organization === undefined ? segments : segments.slice(1)
    const start: Walk = { at: root, path: version.toLowerCase(), unknown: undefined }
    const walk = (of: readonly Segment[]): Walk => of.reduce(step, start)
    const { path, unknown, tail } = ofCaller(walk, rest)
    const isOwn = organization?.toLowerCase() === own
    return { path, unknown, tail, organization: isOwn ? undefined : organization }
  }
}
