/**
 * A list of users that something is to be done with, as people have it: object ids or user
 * principal names in a column of our own, of Entra's templates, or alone without headings.
 */
import { decodeText, parseCsv, wordsOfSeparator, type CsvFault } from '../kernel/csv/csv.ts'
import { plainName } from '../kernel/csv/guest-list.ts'
import { isUuid } from '../kernel/ids.ts'

const idHeadings = ['objectid', 'id']
// The first of these headings that holds something in a row names the user.
const headings = [...idHeadings, 'userid', 'userprincipalname', 'upn', 'username', 'user']

export type UserListRow = {
  /** The line of the file. */
  readonly line: number
  /** An object id or a user principal name. */
  readonly user: string
}

/** Why a list cannot be used. */
export type UserListFault = {
  readonly fault: CsvFault['fault'] | 'notText' | 'empty' | 'noUser'
  /** Where, of a quote. */
  readonly line: number
  /** The headings of a list without users, and what parts them. */
  readonly found: string
}

const faultOf = (fault: UserListFault['fault'], line = 1, found = ''): UserListFault => ({
  fault,
  line,
  found,
})

const namesUser = (cell: string | undefined): boolean =>
  cell !== undefined && (isUuid(cell) || cell.includes('@'))

type Read = { readonly rows: readonly UserListRow[] } | UserListFault

/** The users of a list, or why it cannot be used. Lines that name nobody are left out. */
export const readUserList = (bytes: Uint8Array): Read => readList(bytes, headings)

/** The same of groups or applications, which go by their object id alone. */
export const readObjectList = (bytes: Uint8Array): Read => readList(bytes, idHeadings)

const readList = (bytes: Uint8Array, named: readonly string[]): Read => {
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return faultOf('notText')
  const csv = parseCsv(decoded.text)
  if ('fault' in csv) return faultOf(csv.fault, csv.line)
  // The first line of Entra's template is its version.
  const lines = /^version:/i.test(csv.lines[0]?.cells[0] ?? '') ? csv.lines.slice(1) : csv.lines
  const [first, ...rest] = lines
  if (first === undefined) return faultOf('empty')
  const bare = namesUser(first.cells[0])
  const plain = first.cells.map(plainName)
  const places = bare ? [0] : named.flatMap((name) => plain.indexOf(name)).filter((at) => at >= 0)
  if (places.length === 0) {
    const found = first.cells.map((cell) => `"${cell.slice(0, 40)}"`).join(', ')
    const parted = wordsOfSeparator(csv.separator)
    return faultOf('noUser', first.line, `${found.slice(0, 300)} (${parted})`)
  }
  const rows = (bare ? lines : rest).flatMap(({ line, cells }) => {
    const user = places.map((place) => cells[place] ?? '').find((cell) => cell !== '')
    // The template's own example is nobody.
    return user === undefined || /^example:/i.test(user) ? [] : [{ line, user }]
  })
  return { rows }
}
