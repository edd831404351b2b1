/** What is said of a backup that was read. */
import type { Head } from '../../privacy/backup/format.ts'
import type { People, RowsRead } from '../../privacy/backup/open-rows.ts'

type Facts = { readonly head: Head; readonly people: People; readonly read: RowsRead }

export const factsOf = ({ head, people, read }: Facts) => ({
  takenAt: head.takenAt,
  product: head.product,
  schema: head.schema.at(-1)?.name,
  people,
  ...read,
})

const peopleWords = ({ there, destroyed, missing }: People): string =>
  `${there} people; ${destroyed} have no key any more, since they were permanently deleted, and of ${missing} the key is missing`

/**
 * What was restored, and what the data folder still lacks of what is kept beside a backup: the key
 * that seals, the journal of erasures.
 */
export const restoredWords = (
  { head, people, read }: Facts,
  lacks: { readonly key: boolean; readonly journal: boolean },
): string =>
  [
    `Restored the backup of ${head.takenAt}: ${peopleWords(people)}. Of ${read.rows} rows ${read.hidden} stay hidden.`,
    ...(lacks.key
      ? ['Put the file key into the data folder before the next start, or set GUESTHOUSE_KEY.']
      : []),
    ...(lacks.journal
      ? [
          'Put the newest erasures.jsonl and erasures.jsonl.end into the data folder before the next start.',
        ]
      : []),
  ].join('\n')

export const verifiedWords = (file: string, { head, people, read }: Facts): string =>
  `${file} is whole. It was taken on ${head.takenAt} by version ${head.product}: ${peopleWords(people)}. Of ${read.rows} rows ${read.hidden} can be read by nobody any more.`
