/**
 * Which properties of the files are understood. A row is put into Graph's spelling here, and what
 * is not taken from it is counted by name.
 */
import { groupRow, memberRow, membersRow, userRow } from './rows.ts'

type Properties = Readonly<Record<string, unknown>>

/** How many rows of a file have a property that is not taken. */
export type NotTaken = Record<string, number>

const shapes = { users: userRow, groups: groupRow, members: membersRow, member: memberRow } as const
export type Shape = keyof typeof shapes

// Read, though not written anywhere.
const read: Readonly<Record<Shape, readonly string[]>> = {
  users: ['deletedDateTime'],
  groups: ['deletedDateTime', 'members'],
  members: [],
  member: ['displayName', 'mail'],
}
// Has to stand in a row, so that an empty one is told as such.
const required = new Set(['displayName', 'userPrincipalName', 'members'])
const deepest = 3
const otherProxies = 'proxyAddresses that are no mail'

/** Null, and what PowerShell writes for null: nothing, and objects and lists of nothing. */
const isNothing = (value: unknown, depth = 0): boolean => {
  if (value === null || value === undefined || value === '') return true
  if (typeof value !== 'object' || depth >= deepest) return false
  return Object.values(value).every((one) => isNothing(one, depth + 1))
}

const propertiesOf = (row: unknown): Properties | undefined =>
  typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as Properties) : undefined

const namesOf = (shape: Shape): Map<string, string> =>
  new Map(
    [...Object.keys(shapes[shape].shape), ...read[shape]].map((name) => [name.toLowerCase(), name]),
  )
const names = {
  users: namesOf('users'),
  groups: namesOf('groups'),
  members: namesOf('members'),
  member: namesOf('member'),
}

const entriesOf = ({ AdditionalProperties: more, ...own }: Properties): [string, unknown][] => [
  ...Object.entries(own),
  ...Object.entries(propertiesOf(more) ?? {}),
]

// Annotations are about the list, not about the row; those that matter are read where they do.
const placeOf = (shape: Shape, name: string): string | undefined => {
  const annotation = name.includes('@') ? name.toLowerCase() : undefined
  return names[shape].get(name.toLowerCase()) ?? annotation
}

const count = (notTaken: NotTaken, name: string): void => {
  notTaken[name] = (notTaken[name] ?? 0) + 1
}

/**
 * A row in Graph's spelling, whatever the case of its names: PowerShell begins them with a capital,
 * and puts what it does not know beside them. A row that is no object stays what it is. Counts in
 * `notTaken` what holds something and is not understood.
 */
export const understand = (row: unknown, shape: Shape, notTaken: NotTaken): unknown => {
  const given = propertiesOf(row)
  if (given === undefined) return row
  const taken = new Map<string, unknown>()
  for (const [name, value] of entriesOf(given)) {
    const place = placeOf(shape, name)
    if (place === undefined && !isNothing(value)) count(notTaken, name)
    if (place !== undefined && !taken.has(place) && says(place, value)) taken.set(place, value)
  }
  if (hasOtherProxies(taken.get('proxyAddresses'))) count(notTaken, otherProxies)
  return Object.fromEntries(taken)
}

const says = (place: string, value: unknown): boolean =>
  !isNothing(value) || (required.has(place) && (value === '' || Array.isArray(value)))

// Addresses of other systems (X500, SIP) are theirs.
const hasOtherProxies = (proxies: unknown): boolean =>
  Array.isArray(proxies) && proxies.some((one) => typeof one === 'string' && !/^smtp:/i.test(one))
