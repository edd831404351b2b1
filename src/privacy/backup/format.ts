/**
 * What a backup looks like: lines of text, compressed by gzip. A head in JSON; the people, a line
 * each; each table between a line that begins with `#` and one that begins with `=`; and a last
 * line with a digest of everything before it. How a row is written stands in docs/operating.md.
 */
import { z } from 'zod'

/** Raised when an older Guesthouse could not read it any more. */
export const formatVersion = 1

const head = z.object({
  guesthouseBackup: z.int(),
  id: z.uuid(),
  product: z.string(),
  takenAt: z.iso.datetime(),
  /** The migrations that had run, in their order, each with the digest of its text. */
  schema: z.array(z.object({ name: z.string(), digest: z.string() })),
  people: z.int(),
  tables: z.array(z.object({ name: z.string(), rows: z.int() })),
})
export type Head = z.output<typeof head>

/** A file that is no backup, or not as it was written; `message` is a whole sentence. */
export class UnreadableBackup extends Error {
  override name = 'UnreadableBackup'
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const version = z.object({ guesthouseBackup: z.int() })

/** The head of a backup. Throws `UnreadableBackup`. */
export const readHead = (line: string): Head => {
  const json = asJson(line)
  const named = version.safeParse(json)
  if (!named.success) throw new UnreadableBackup('It is not a backup that Guesthouse has written.')
  if (named.data.guesthouseBackup > formatVersion)
    throw new UnreadableBackup(
      `It was written by a newer Guesthouse (format ${named.data.guesthouseBackup}). Use that version.`,
    )
  const parsed = head.safeParse(json)
  if (!parsed.success) throw new UnreadableBackup('Its head is damaged.')
  return parsed.data
}

/** A row, or a part of it, as it stands in a line; what is not there is an empty text. */
export type WrittenRow = {
  readonly owners: string
  readonly sealed: string
  /** What is readable of it, an object of JSON. */
  readonly open: string
}

// JSON holds no tab as it is.
export const rowLine = ({ owners, sealed, open }: WrittenRow): string =>
  `${owners}\t${sealed}\t${open}`

export const readRow = (line: string): WrittenRow => {
  const [owners, sealed, open, more] = line.split('\t')
  if (owners === undefined || sealed === undefined || open === undefined || more !== undefined)
    throw new UnreadableBackup('A row of it is damaged.')
  return { owners, sealed, open }
}

/** The section in which the people stand. */
export const peopleSection = 'people'

export const beginLine = (section: string): string => `#${section}`

/** What a section held, at its end: how many lines, and a digest of them. */
export type End = { readonly lines: number; readonly digest: string }

export const endLine = (section: string, { lines, digest }: End): string =>
  `=${section} ${lines} ${digest}`

export const lastLine = (digest: string): string => `=backup ${digest}`

/** Parts of a row, each an object of JSON or not there, as one. */
export const joined = (parts: readonly (string | null)[]): string =>
  `{${parts.flatMap((part) => ((part ?? '{}') === '{}' ? [] : [(part ?? '').slice(1, -1)])).join(',')}}`

/** For which table of which backup something is sealed: it opens nowhere else. */
export const purposeOf = (backup: Pick<Head, 'id'>, table: string): string =>
  `guesthouse backup ${backup.id} ${table}`
