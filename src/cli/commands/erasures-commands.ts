/**
 * guesthouse erasures: the journal of erasures outside the store, and erasing again after a backup
 * was put back.
 */
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Config } from '../../kernel/config.ts'
import {
  applyJournal,
  erasureJournal,
  judgeJournal,
  type Outside,
  UnreadableJournal,
} from '../../privacy/journal.ts'
import { cleanBytes, type Cleaned } from '../../store/bytes/clean.ts'
import { hurdlesOf, listHurdles } from '../../store/bytes/hurdles.ts'
import { secondMs } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { refused, wrongUsage } from '../failure.ts'
import { readGiven } from '../given-file.ts'
import { byOperator } from '../../events/context.ts'
import { asOperator, print, withStore, type Session } from '../session.ts'

/**
 * Where the server writes the journal: beside the embedded store, so keep the newer one when you
 * put back a folder.
 */
export const journalOf = ({ dataFolder }: Config): string => join(dataFolder, 'erasures.jsonl')

/** The journal, and the file with the keys of people in backups. */
export const outsideOf = (config: Config): Outside => ({
  file: journalOf(config),
  keysFile: config.backupKeys,
})

export const addErasures = (program: Command, session: Session): void => {
  const erasures = program
    .command('erasures')
    .description('The journal of permanent deletions outside the store.')
  erasures
    .command('export')
    .description(
      'Write all erasures that the store knows, and the file does not hold yet, to a file.',
    )
    .argument('[file]', 'erasures.jsonl in the data folder when left out')
    .option('--json', 'print as JSON')
    .action((file: string | undefined, { json }: { json?: boolean }) =>
      withStore(session, async ({ db, config }) => {
        const outside = outsideOf(config)
        const written = await erasureJournal({ ...outside, ...(file && { file }) })(db)
        print(
          session,
          json,
          { written },
          `Wrote ${written} erasures to ${file ?? journalOf(config)}.`,
        )
      }),
    )
  erasures
    .command('apply')
    .description(
      'After a backup was put back: permanently delete again who was, and end all sessions and tokens. Twice does no more than once.',
    )
    .argument('[file]', 'erasures.jsonl in the data folder when left out')
    .option('--json', 'print as JSON')
    .action((file: string | undefined, { json }: { json?: boolean }) =>
      withStore(session, async ({ db, config, clock }) => {
        const journal = file ?? journalOf(config)
        await readGiven(journal, 'Name the journal of erasures: guesthouse erasures apply <file>.')
        const done = await applyJournal(db, journal, asOperator(clock)).catch((error: unknown) =>
          Promise.reject(inWords(error)),
        )
        const words = `Of the erasures in ${journal} the store had undone ${done.undone}; ${done.erased} users were permanently deleted again.`
        print(session, json, done, words)
      }),
    )
  addRewrite(erasures, session)
}

const whyLeft = {
  busy: 'others use it',
  tooLong: 'it takes longer than the pause allows',
  notAllowed: 'our role may not; it has to own the table, and for pg_statistic the database',
  waiting: 'the store is not calm, or it was done just before',
  stillRead: 'a transaction that began before the deletion still runs',
} as const satisfies Record<Cleaned['left'][number]['why'], string>

const addRewrite = (erasures: Command, session: Session): void => {
  erasures
    .command('rewrite')
    .description(
      'Write the files of the store anew, so that no byte of who was permanently deleted is readable in them. The server does it by itself where it takes no longer than 5 seconds a table; nobody can use a table meanwhile.',
    )
    .option('--longest-pause <seconds>', 'how long a table may be out of use', '5')
    .option('--json', 'print as JSON')
    .action(({ longestPause, json }: { longestPause: string; json?: boolean }) => {
      const seconds = Number(longestPause)
      if (!Number.isInteger(seconds) || seconds < 1 || seconds > 7_200)
        throw wrongUsage('--longest-pause needs a whole number of seconds from 1 to 7200.')
      return withStore(session, async ({ db }) => {
        const done = await cleanBytes(db, { longestPauseMs: seconds * secondMs, now: true })
        const hurdles = hurdlesOf(await listHurdles(db))
        print(session, json, { ...done, hurdles }, rewrittenWords(done, hurdles))
      })
    })
}

const rewrittenWords = ({ rewritten, left }: Cleaned, hurdles: readonly string[]): string =>
  [
    `Wrote ${rewritten} tables anew.`,
    ...left.map(({ relation, why }) => `Still owed: ${relation}, since ${whyLeft[why]}.`),
    ...hurdles,
  ].join('\n')

const inWords = (error: unknown): unknown =>
  error instanceof UnreadableJournal
    ? refused(`${error.message} Nothing after it was applied.`)
    : error

const wrong = {
  missing:
    'is not there, though people were permanently deleted here. If this store was put back from a backup, put the newest journal back too and start again',
  cut: 'is shorter than it was when it was written last. If this store was put back from a backup, put the newest journal back and start again',
} as const

/**
 * Before anybody is served: a store that was put back from a backup holds again who was erased
 * since, and they are erased again by the journal. What was done, and what is wrong with the
 * journal, is told by `tell`.
 */
export const replayErasures = async (
  db: Database,
  config: Config,
  now: Date,
  tell: (words: string) => void,
): Promise<void> => {
  const journal = journalOf(config)
  const problem = await judgeJournal(db, journal)
  if (problem !== undefined)
    tell(
      `The journal of permanent deletions ${journal} ${wrong[problem]}. It is written anew from what the store knows.`,
    )
  const { undone, erased } = await applyJournal(db, journal, byOperator(now)).catch(
    (error: unknown) => Promise.reject(inWords(error)),
  )
  if (undone > 0)
    tell(
      `This store comes from a backup: it had undone ${undone} permanent deletions that ${journal} holds. ${erased} users were permanently deleted again, and all sessions and tokens have ended.`,
    )
}
