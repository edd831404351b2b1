/**
 * A list of people to invite, as people have it: our own columns, those of Entra's template, or
 * those of whatever they exported.
 */
import { decodeText, parseCsv, wordsOfSeparator, type CsvFault, type CsvLine } from './csv.ts'
import { endOfDay } from '../time.ts'
import type { GuestRowProblem } from './guest-row-problem.ts'

// The first of these headings that a list has is taken.
const columns = {
  email: [
    'email',
    'inviteeemail',
    'inviteduseremailaddress',
    'emailaddress',
    'emailaddresstoinvite',
    'mail',
  ],
  displayName: ['displayname', 'inviteduserdisplayname', 'fullname', 'name'],
  message: [
    'message',
    'custommessage',
    'customizedmessagebody',
    'customizedinvitationmessage',
    'invitationmessage',
  ],
  redirectUrl: ['redirecturl', 'redirectionurl', 'inviteredirecturl'],
  sendMail: ['sendmail', 'sendemail', 'sendinvitationmessage'],
  endDate: ['enddate', 'enddatetime', 'endsat', 'endson'],
} as const satisfies Record<string, readonly string[]>
type Column = keyof typeof columns

export type GuestRow = {
  /** Counts the people of the list from 1. */
  readonly row: number
  readonly email: string
  readonly displayName?: string
  readonly message?: string
  readonly redirectUrl?: string
  readonly sendMail?: boolean
  /** When the guest is removed by itself, as an instant. */
  readonly endsAt?: string
  /** Why this row cannot be taken as it is, where it cannot. */
  readonly problem?: GuestRowProblem
}

export type GuestList = {
  readonly rows: readonly GuestRow[]
  /**
   * Columns that hold something and are not taken: how many rows have it, by the name in the list.
   */
  readonly notTaken: Readonly<Record<string, number>>
}

/**
 * A heading as it is compared. Those of Entra carry their own name in brackets: "Email address to
 * invite [inviteeEmail] Required".
 */
export const plainName = (heading: string): string => {
  const name = /\[([^\]]+)\]/.exec(heading)?.[1] ?? heading.replace(/\b(required|optional)\b/i, '')
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Where each column stands in a list with these headings; -1 for one that it does not have. */
const placesOf = (headings: readonly string[]): Readonly<Record<Column, number>> => {
  const plain = headings.map(plainName)
  const placeOf = (names: readonly string[]): number =>
    names.map((name) => plain.indexOf(name)).find((place) => place >= 0) ?? -1
  return Object.fromEntries(
    Object.entries(columns).map(([column, names]) => [column, placeOf(names)]),
  ) as Record<Column, number>
}

const yes = new Set(['true', 'yes', '1'])
const no = new Set(['false', 'no', '0', ''])

/** The instant that a text names, of a day its end; null for none, undefined for anything else. */
const instantIn = (text: string): string | null | undefined => {
  if (text === '') return null
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z)?$/.test(text)) return undefined
  const at = new Date(text.length === 10 ? endOfDay(text) : text)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** Why a cell cannot be taken. */
const wrongWith = (has: (column: Column) => string): GuestRowProblem | undefined => {
  const send = has('sendMail').toLowerCase()
  if (!yes.has(send) && !no.has(send))
    return { fault: 'notYesOrNo', found: has('sendMail').slice(0, 40) }
  return instantIn(has('endDate')) === undefined
    ? { fault: 'noDay', found: has('endDate').slice(0, 40) }
    : undefined
}

const rowOf = (
  line: CsvLine,
  row: number,
  width: number,
  places: Readonly<Record<Column, number>>,
): GuestRow => {
  const has = (column: Column): string => line.cells[places[column]] ?? ''
  const text = (column: Column) => (has(column) === '' ? {} : { [column]: has(column) })
  const send = has('sendMail').toLowerCase()
  const end = instantIn(has('endDate'))
  const tooMany = line.cells.slice(width).some((cell) => cell !== '')
  const problem: GuestRowProblem | undefined = tooMany
    ? { fault: 'moreCells', line: line.line }
    : wrongWith(has)
  return {
    row,
    email: has('email'),
    ...text('displayName'),
    ...text('message'),
    ...text('redirectUrl'),
    ...(send === '' ? {} : { sendMail: yes.has(send) }),
    ...(end === undefined || end === null ? {} : { endsAt: end }),
    ...(problem === undefined ? {} : { problem }),
  }
}

/** Why a list cannot be used. */
export type ListFault = {
  readonly fault: CsvFault['fault'] | 'notText' | 'empty' | 'noEmail'
  /** Where, of a quote. */
  readonly line: number
  /** The headings of a list without addresses, and what parts them. */
  readonly found: string
  readonly separator: string
}

const faultOf = (fault: ListFault['fault'], more: Partial<ListFault> = {}): ListFault => ({
  fault,
  line: 1,
  found: '',
  separator: '',
  ...more,
})

const faultWords: Readonly<Record<ListFault['fault'], (fault: ListFault) => string>> = {
  notText: () => 'it is not text in UTF-8; in Excel, save it as "CSV UTF-8"',
  openQuote: ({ line }) => `a quote that opens in line ${line} does not close`,
  afterQuote: ({ line }) =>
    `line ${line} goes on behind a closing quote; write a quote inside of quotes twice`,
  empty: () => 'it is empty',
  noEmail: ({ separator, found }) =>
    `its first line does not name a column email; parted by ${separator} it names ${found}`,
}

/** Why a list cannot be used, in a sentence without its end, for an operator. */
export const listFaultWords = (fault: ListFault): string => faultWords[fault.fault](fault)

/** The people of a list, or why it cannot be used. */
export const readGuestList = (bytes: Uint8Array): GuestList | ListFault => {
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return faultOf('notText')
  const csv = parseCsv(decoded.text)
  if ('fault' in csv) return faultOf(csv.fault, { line: csv.line })
  // The first line of Entra's template is its version.
  const [heading, ...lines] = /^version:/i.test(csv.lines[0]?.cells[0] ?? '')
    ? csv.lines.slice(1)
    : csv.lines
  if (heading === undefined) return faultOf('empty')
  const places = placesOf(heading.cells)
  if (places.email < 0) {
    const found = heading.cells.map((cell) => `"${cell.slice(0, 40)}"`).join(', ')
    return faultOf('noEmail', {
      separator: wordsOfSeparator(csv.separator),
      found: found.slice(0, 300),
    })
  }
  // The template's own example is nobody.
  const people = lines.filter(({ cells }) => !/^example:/i.test(cells[places.email] ?? ''))
  const taken = new Set(Object.values(places))
  const notTaken = heading.cells.flatMap((name, place) => {
    const count = taken.has(place)
      ? 0
      : people.filter(({ cells }) => (cells[place] ?? '') !== '').length
    return count === 0 ? [] : [[name === '' ? `column ${place + 1}` : name, count] as const]
  })
  return {
    rows: people.map((line, place) => rowOf(line, place + 1, heading.cells.length, places)),
    notTaken: Object.fromEntries(notTaken),
  }
}

/** What was not taken from a file, in a sentence for who watches; undefined when all was. */
export const notTakenWords = (
  file: string,
  notTaken: Readonly<Record<string, number>>,
): string | undefined => {
  const names = Object.entries(notTaken).map(([name, count]) => `${name} (${count})`)
  return names.length === 0
    ? undefined
    : `Not taken from ${file}: ${names.join(', ')}. In brackets: how many rows have it.`
}
