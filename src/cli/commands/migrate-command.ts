/** guesthouse migrate: brings the schema up to date without serving. */
import type { Command } from 'commander'
import { select } from '../../store/columns.ts'
import { rows } from '../../store/database.ts'
import { print, withStore, type Session } from '../session.ts'

export const addMigrate = (program: Command, session: Session): void => {
  program
    .command('migrate')
    .description(
      'Bring the schema of the store up to date. The server does the same when it starts.',
    )
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      withStore(
        session,
        async ({ db }) => {
          // Opening the store has migrated it.
          const migrations = await rows(
            db,
            select<{ name: string; ranAt: Date }>({
              name: 'name',
              ranAt: 'ran_at',
            })`from migrations order by name`,
          )
          print(
            session,
            json,
            { migrations },
            `The store is up to date: ${migrations.at(-1)?.name ?? 'no migrations'}.`,
          )
        },
        { makesIt: true },
      ),
    )
}
