/**
 * guesthouse erasures: the journal of erasures outside the store, and erasing again after a backup
 * was put back.
 */
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Config } from '../../kernel/config.ts'
import {
  applyJournal,
  countUndone,
  erasureJournal,
  UnreadableJournal,
} from '../../privacy/journal.ts'
import type { Database } from '../../store/database.ts'
import { CommandFailure, exitCodes, refused } from '../failure.ts'
import { readGiven } from '../given-file.ts'
import { asOperator, print, withStore, type Session } from '../session.ts'

/**
 * Where the server writes the journal: beside the embedded store, so keep the newer one when you
 * put back a folder.
 */
export const journalOf = ({ dataFolder }: Config): string => join(dataFolder, 'erasures.jsonl')

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
      withStore(session, async (db, config) => {
        const written = await erasureJournal(file ?? journalOf(config))(db)
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
      withStore(session, async (db, config) => {
        const journal = file ?? journalOf(config)
        await readGiven(journal, 'Name the journal of erasures: guesthouse erasures apply <file>.')
        const done = await applyJournal(db, journal, asOperator()).catch((error: unknown) =>
          Promise.reject(inWords(error)),
        )
        const words = `Of the erasures in ${journal} the store had undone ${done.undone}; ${done.erased} users were permanently deleted again.`
        print(session, json, done, words)
      }),
    )
}

const inWords = (error: unknown): unknown =>
  error instanceof UnreadableJournal
    ? refused(`${error.message} Nothing after it was applied.`)
    : error

/**
 * Refuses to go on with a store that was put back from a backup and holds again who was erased
 * since.
 */
export const requireErased = async (db: Database, config: Config): Promise<void> => {
  const journal = journalOf(config)
  const undone = await countUndone(db, journal).catch((error: unknown) =>
    Promise.reject(inWords(error)),
  )
  if (undone > 0)
    throw new CommandFailure(
      exitCodes.storeUnavailable,
      `This store comes from a backup: ${undone} permanent deletions that ${journal} holds are undone in it. Run "guesthouse erasures apply", then start again.`,
    )
}
