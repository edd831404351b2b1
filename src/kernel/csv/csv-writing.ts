/** Lists that a spreadsheet will read, as CSV: how we write them, told once. */
import { stringify, type Options } from 'csv-stringify/browser/esm/sync'

// What begins like a formula would be run by a spreadsheet, in wide letters too.
const formula = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

/**
 * A text as the cell of a list that a spreadsheet may open: one that would be taken for a formula
 * gets a quote before it.
 */
export const plainCell = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** For csv-stringify, streamed or not: whatever a spreadsheet may part cells by is in quotes. */
export const csvOptions: Options = {
  record_delimiter: '\r\n',
  quoted_match: /[,";\n\r\t|]/,
  cast: { string: plainCell },
}

/** Rows as CSV; cells in quotes where they need them, or all of them. */
export const writeCsv = (
  rows: readonly (readonly string[])[],
  { quoteAll = false }: { readonly quoteAll?: boolean } = {},
): string => stringify([...rows], { ...csvOptions, quoted: quoteAll, quoted_empty: quoteAll })
