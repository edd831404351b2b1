/**
 * Lists that a spreadsheet has written, and those that one will read: CSV with whatever separator,
 * quotes and encoding it uses.
 */

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

// Excel and PowerShell write UTF-16, with a mark at the beginning or without; then every other byte
// of what is in ASCII is zero.
const encodingOf = ([first, second]: Uint8Array): string => {
  if ((first === 0xff && second === 0xfe) || (first !== undefined && first !== 0 && second === 0))
    return 'utf-16le'
  return (first === 0xfe && second === 0xff) ||
    (first === 0 && second !== undefined && second !== 0)
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

/**
 * The lines of a list, each with the line of the file it begins in; empty ones are left out. Or the
 * line in which a quote is left open.
 */
export const parseCsv = (given: string): Csv | { readonly openQuote: number } => {
  const { separator, rest, skipped } = separatorOf(given.replace(/^\uFEFF/, ''))
  const text = rest.replaceAll(/\r\n|\r/g, '\n')
  const lines: { line: number; cells: string[] }[] = []
  let [cells, cell, line, begun, openedAt] = [[] as string[], '', 1 + skipped, 1 + skipped, 0]
  const endCell = (): void => {
    cells.push(cell.trim())
    cell = ''
  }
  const endLine = (): void => {
    endCell()
    if (cells.some((one) => one !== '')) lines.push({ line: begun, cells })
    cells = []
    begun = line + 1
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string
    if (openedAt > 0) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at] as string
      else openedAt = 0
    } else if (sign === '"' && cell.trim() === '') [openedAt, cell] = [line, '']
    else if (sign === separator) endCell()
    else if (sign === '\n') endLine()
    else cell += sign
    if (sign === '\n') line++
  }
  if (openedAt > 0) return { openQuote: openedAt }
  endLine()
  return { separator, lines }
}

// What begins like a formula would be run by a spreadsheet, in wide letters too.
const formula = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

/**
 * A text as the cell of a list that a spreadsheet may open: one that would be taken for a formula
 * gets a quote before it.
 */
export const plainCell = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** Rows as CSV; cells in quotes where they need them, or all of them. */
export const writeCsv = (
  rows: readonly (readonly string[])[],
  { quoteAll = false }: { readonly quoteAll?: boolean } = {},
): string => {
  const written = (text: string): string => {
    const cell = plainCell(text)
    return quoteAll || /[",;\n\r\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  }
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')
}
