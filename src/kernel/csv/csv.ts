/**
 * Lists that a spreadsheet has written: CSV with whatever separator, quotes and encoding it uses.
 * csv-parse reads them, by its build for browsers in a page and in Node alike, so that both read
 * the same.
 */
import { CsvError, parse } from 'csv-parse/browser/esm/sync'

/**
 * What a file is, in letters; or why it cannot be read. UTF-8 is taken strictly: what is no UTF-8
 * would come out as other names.
 */
export const decodeText = (
  bytes: Uint8Array,
): { readonly text: string } | { readonly problem: 'notText' } => {
  try {
    return { text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) }
  } catch {
    return { problem: 'notText' }
  }
}

const isAsciiIn16Bits = (high: number | undefined, low: number | undefined): boolean =>
  high === 0 && low !== undefined && low !== 0

// Excel and PowerShell write UTF-16, with a mark at the beginning or without; then every other byte
// of what is in ASCII is zero.
const encodingOf = ([first, second]: Uint8Array): string => {
  if ((first === 0xff && second === 0xfe) || isAsciiIn16Bits(second, first)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || isAsciiIn16Bits(first, second)
    ? 'utf-16be'
    : 'utf-8'
}

export type CsvLine = { readonly line: number; readonly cells: readonly string[] }
export type Csv = { readonly separator: string; readonly lines: readonly CsvLine[] }

const separators = [',', ';', '\t', '|'] as const
const separatorWords: Readonly<Record<string, string>> = {
  ',': 'a comma',
  ';': 'a semicolon',
  '\t': 'a tab',
  '|': 'a bar',
}

/** What parts the cells of a list, in words. */
export const wordsOfSeparator = (separator: string): string =>
  separatorWords[separator] ?? `"${separator}"`

// The sign that stands most often outside of quotes in the first line; Excel may say it itself.
const separatorOf = (
  text: string,
): { readonly separator: string; readonly rest: string; readonly skipped: number } => {
  const told = /^sep=(.)\r?\n/i.exec(text)
  if (told !== null)
    return { separator: told[1] ?? ',', rest: text.slice(told[0].length), skipped: 1 }
  const lines = text.replaceAll(/"(?:[^"]|"")*"/g, '').split(/\r\n|[\n\r]/, 3)
  // The first line of Entra's template is its version.
  const heading = /^version:/i.test(lines[0] ?? '')
    ? (lines[1] ?? '')
    : (lines.find((line) => line.trim() !== '') ?? '')
  const [best = ','] = separators.toSorted(
    (a, b) => heading.split(b).length - heading.split(a).length,
  )
  return { separator: best, rest: text, skipped: 0 }
}

/** Why a list cannot be taken apart, and the line in which. */
export type CsvFault = { readonly fault: 'openQuote' | 'afterQuote'; readonly line: number }

/**
 * The lines of a list, each with the line of the file it begins in; empty ones are left out. Or
 * where a quote is left open, or more stands behind a closing one.
 */
export const parseCsv = (given: string): Csv | CsvFault => {
  const { separator, rest, skipped } = separatorOf(given.replace(/^\uFEFF/, ''))
  const text = rest.replaceAll(/\r\n|\r/g, '\n')
  const lines: CsvLine[] = []
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: readonly string[], { lines: last }) => {
        const cells = record.map((cell) => cell.trim())
        const line = skipped + last - endsOfLinesIn(record.join(''))
        if (cells.some((cell) => cell !== '')) lines.push({ line, cells })
        return null
      },
    })
  } catch (error) {
    const found = faultOf(error, text)
    return { ...found, line: found.line + skipped }
  }
  return { separator, lines }
}

const endsOfLinesIn = (text: string): number => text.split('\n').length - 1

const faultOf = (error: unknown, text: string): CsvFault => {
  if (!(error instanceof CsvError)) throw error
  if (error.code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE')
    return { fault: 'afterQuote', line: Number(error['lines']) }
  if (error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error
  // It names the last line; the quote is the first one behind the last cell that was whole.
  const bytes = new TextEncoder().encode(text)
  const quote = bytes.indexOf('"'.charCodeAt(0), Number(error['bytes']))
  return {
    fault: 'openQuote',
    line: 1 + endsOfLinesIn(new TextDecoder().decode(bytes.subarray(0, quote))),
  }
}
