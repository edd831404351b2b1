/**
 * Reading a file in the shape of a list call of Microsoft Graph: {"value": […]}. A file that is not
 * whole is told apart before anything is changed.
 */
import { basename } from 'node:path'
import { decodeText } from '../../kernel/csv/csv.ts'
import { refused } from '../failure.ts'
import { readGiven, unreadable } from '../given-file.ts'

export type List = {
  readonly file: string
  readonly rows: readonly unknown[]
  /** The file is one page of a longer list. */
  readonly hasMore: boolean
}

/**
 * The rows of the file at `path`. Refuses, naming the file and where, what cannot be read, is not
 * whole or is no list.
 */
export const readList = async (path: string): Promise<List> => {
  const file = basename(path)
  const parsed = parse(file, await readText(path))
  const list = listIn(parsed)
  if (list === undefined)
    throw refused(
      `${file} is no list: it should be {"value": […]}, as a list call of Microsoft Graph answers. Nothing was imported.`,
    )
  return { file, ...list }
}

type Rows = Omit<List, 'file'>

const propertyOf = (of: object, name: string): unknown =>
  Object.entries(of).find(([key]) => key.toLowerCase() === name)?.[1]
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// A page as Graph answers it; several pages in one file; a list by itself, as PowerShell writes
// one; and one row, which it writes without a list.
const listIn = (parsed: unknown): Rows | undefined => {
  if (Array.isArray(parsed)) {
    const pages = parsed.map((one) =>
      isObject(one) && Array.isArray(propertyOf(one, 'value')) ? listIn(one) : undefined,
    )
    if (pages.length === 0 || pages.some((page) => page === undefined))
      return { rows: parsed, hasMore: false }
    return {
      rows: pages.flatMap((page) => page?.rows ?? []),
      hasMore: pages.at(-1)?.hasMore === true,
    }
  }
  if (!isObject(parsed)) return undefined
  const rows = propertyOf(parsed, 'value')
  if (Array.isArray(rows))
    return { rows, hasMore: typeof propertyOf(parsed, '@odata.nextlink') === 'string' }
  const isRow = ['displayname', 'userprincipalname', 'groupid'].some(
    (name) => typeof propertyOf(parsed, name) === 'string',
  )
  return isRow ? { rows: [parsed], hasMore: false } : undefined
}

const nothingDone = 'Nothing was imported.'
const notText = 'it is not text in UTF-8; it may have been cut in the middle of a letter'

const readText = async (path: string): Promise<string> => {
  const bytes = await readGiven(path, nothingDone)
  const decoded = decodeText(bytes)
  if ('problem' in decoded) throw unreadable(path, notText, nothingDone)
  return decoded.text
}

const parse = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = faultPosition(text, error instanceof Error ? error.message : '')
    const before = text.slice(0, at).split('\n')
    const where = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} (character ${at} of ${text.length})`
    const what =
      text.trim() === '' ? 'is empty' : at >= text.trimEnd().length ? 'breaks off' : 'is not JSON'
    throw refused(`${file} ${what} at ${where}. Nothing was imported. Export the file again.`)
  }
}

const token =
  /\s*(?:[{}[\],:]|"(?:[^"\\\p{Cc}]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy

/**
 * Where JSON.parse stopped. It says so itself, except at the end of the text and at a word that is
 * none.
 */
export const faultPosition = (text: string, message: string): number => {
  const told = /at position (\d+)/.exec(message)?.[1]
  if (told !== undefined) return Number(told)
  if (message.includes('end of JSON')) return text.length
  let at = 0
  for (token.lastIndex = 0; token.test(text); at = token.lastIndex);
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)
}
