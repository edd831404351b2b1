/** CSV, as far as a list of guests needs it: quotes, commas, semicolons and line breaks inside quotes (RFC 4180). */

/** The rows of a CSV text, each by the names in its first line, in lower case. Empty lines are left out. */
export const readCsv = (text: string): Record<string, string>[] => {
  const [names = [], ...lines] = cellsOf(text.replace(/^\uFEFF/, ''))
  const keys = names.map((name) => name.trim().toLowerCase())
  return lines
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => Object.fromEntries(keys.map((key, place) => [key, (cells[place] ?? '').trim()])))
}

const cellsOf = (text: string): string[][] => {
  // What Excel writes in half of Europe is separated by semicolons.
  const separator = (text.split('\n')[0] ?? '').includes(';') ? ';' : ','
  const lines: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string
    const line = lines.at(-1) as string[]
    const append = (more: string): void => void (line[line.length - 1] += more)
    if (quoted) {
      if (sign !== '"') append(sign)
      else if (text[at + 1] === '"') append(text[++at] as string)
      else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === separator) line.push('')
    else if (sign === '\n') lines.push([''])
    else if (sign !== '\r') append(sign)
  }
  return lines
}

// A cell that starts like a formula would be run by a spreadsheet; a quote before it makes it a text.
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** Rows as a CSV text. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
