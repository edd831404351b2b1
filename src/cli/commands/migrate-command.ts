/** guesthouse migrate: brings the schema up to date without serving. */
import type { Command } from 'commander'
import { rows, sql } from '../../store/database.ts'
import { print, withStore, type Session } from '../session.ts'

export const addMigrate = (program: Command, session: Session): void => {
  program
    .command('migrate')
    .description(
      'Bring the schema of the store up to date. The server does the same when it starts.',
    )
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      withStore(session, async (db) => {
        // Opening the store has migrated it.
        const migrations = await rows(
          db,
          sql<{
            name: string
            ranAt: Date
          }>`select name, ran_at as "ranAt" from migrations order by name`,
        )
        print(
          session,
          json,
          { migrations },
          `The store is up to date: ${migrations.at(-1)?.name ?? 'no migrations'}.`,
        )
      }),
    )
}
