/** guesthouse serve: the product, running. */
import { linkPath } from '../../kernel/one-time-link.ts'
import type { Command } from 'commander'
import { readConfig } from '../../kernel/config.ts'
import { writtenTime } from '../../kernel/written-time.ts'
import { createSetUpLink } from '../../credentials/set-up.ts'
import type { Database } from '../../store/database.ts'
import { withStoreOf, type Session } from '../session.ts'

export const addServe = (program: Command, session: Session): void => {
  program
    .command('serve')
    .description('Serve the portal, the admin centre and the APIs until stopped.')
    .action(() => {
      const config = readConfig(session.terminal.env)
      // Loaded while the store is being made or started.
      const loading = import('../serve.ts')
      return withStoreOf(session, config, async (store) =>
        (await loading).serve(session.terminal, config, store, async (publicUrl) => {
          session.terminal.out(`Guesthouse is ready at ${publicUrl}`)
          await printSetUpLink(session, store.db, publicUrl)
        }),
      )
    })
}

// Printed, never logged: whoever has the link makes the first administrator.
const printSetUpLink = async (
  { terminal }: Session,
  db: Database,
  publicUrl: string,
): Promise<void> => {
  const link = await createSetUpLink(db, new Date())
  if (link === undefined) return
  terminal.out(
    `There is no organization yet. Make the first one and its administrator with this link, which works once, until ${writtenTime(link.expiresAt)}:`,
  )
  terminal.out(`  ${publicUrl}${linkPath('setUp', link.token)}`)
}
