/** What reads and writes CSV in a page, and the file that somebody takes along. */
import { saveFile } from '../../ui/save-file.ts'

// A download of its own: most who come here bring no file and take none along.
export const files = () => import('../../../src/client/files.ts')

/** Hands the reader a file that spreadsheets open as UTF-8. */
export const saveCsv = async (
  name: string,
  columns: readonly string[],
  lines: readonly (readonly string[])[],
): Promise<void> => {
  const { writeCsv } = await files()
  const csv = writeCsv([columns, ...lines], { quoteAll: true })
  saveFile(new Blob([`\uFEFF${csv}`], { type: 'text/csv' }), name)
}
