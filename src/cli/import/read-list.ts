/** Reading a file in the shape of a list call of Microsoft Graph: {"value": […]}. A file that is not whole is told apart before anything is changed. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { refused } from '../failure.ts'

export type List = {
  readonly file: string
  readonly rows: readonly unknown[]
  /** The file is one page of a longer list. */
  readonly hasMore: boolean
}

/** The rows of the file at `path`. Refuses, naming the file and where, what cannot be read, is not whole or is no list. */
export const readList = async (path: string): Promise<List> => {
  const file = basename(path)
  const parsed = parse(file, await readText(path))
  if (Array.isArray(parsed)) return { file, rows: parsed, hasMore: false }
  const list = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  if (!Array.isArray(list['value']))
    throw refused(`${file} is no list: it should be {"value": […]}, as a list call of Microsoft Graph answers. Nothing was imported.`)
  return { file, rows: list['value'], hasMore: list['@odata.nextLink'] !== undefined }
}

// PowerShell writes UTF-16 and byte order marks; what Graph itself answers is UTF-8.
const readText = async (path: string): Promise<string> => {
  try {
    const bytes = await readFile(path)
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    throw refused(`${path} cannot be read: ${reasonOf(error)}. Nothing was imported.`)
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8; it may have been cut in the middle of a letter',
  ERR_STRING_TOO_LONG: 'it is too large to be read whole; export in several files',
}

const reasonOf = (error: unknown): string => {
  const { code = '', message } = error as Error & { code?: string }
  return reasons[code] ?? message
}

const parse = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = faultPosition(text, error instanceof Error ? error.message : '')
    const before = text.slice(0, at).split('\n')
    const where = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} (character ${at} of ${text.length})`
    const what = text.trim() === '' ? 'is empty' : at >= text.trimEnd().length ? 'breaks off' : 'is not JSON'
    throw refused(`${file} ${what} at ${where}. Nothing was imported. Export the file again.`)
  }
}

const token = /\s*(?:[{}[\],:]|"(?:[^"\\\p{Cc}]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy

/** Where JSON.parse stopped. It says so itself, except at the end of the text and at a word that is none. */
export const faultPosition = (text: string, message: string): number => {
  const told = /at position (\d+)/.exec(message)?.[1]
  if (told !== undefined) return Number(told)
  if (message.includes('end of JSON')) return text.length
  let at = 0
  for (token.lastIndex = 0; token.test(text); at = token.lastIndex);
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)
}
