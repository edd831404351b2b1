/** The command `guesthouse`: all its commands in one tree, each in a file of its own. */
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { addApplication } from './application-commands.ts'
import { addDemo } from './demo-command.ts'
import { endOf, exitCodeHelp, exitCodes, type ExitCode } from './failure.ts'
import { addImport } from './import-command.ts'
import { addInvite } from './invite-command.ts'
import { addLeave } from './leave-command.ts'
import { addMigrate } from './migrate-command.ts'
import { addOrganization } from './organization-commands.ts'
import { addPurge } from './purge-command.ts'
import { addServe } from './serve-command.ts'
import type { Session } from './session.ts'
import { addStore } from './store-commands.ts'
import { addUser } from './user-commands.ts'

const settingsHelp = `
Settings (environment):
  GUESTHOUSE_DATA   folder of the embedded store (./data)
  DATABASE_URL      a PostgreSQL server instead of the embedded store
  PORT              port to listen on (7090)
  GUESTHOUSE_HOST   address to listen on (127.0.0.1)
  GUESTHOUSE_URL    the address people use, when a proxy stands in front
  GUESTHOUSE_TRUSTED_PROXIES        how many proxies in front to believe (0)
  GUESTHOUSE_DATABASE_CONNECTIONS   most connections to PostgreSQL (10)
  GUESTHOUSE_METRICS_TOKEN          serves /metrics to bearers of this token
  GUESTHOUSE_KEY    32 bytes in base64 that seal secrets (a key file in the data folder)
  GUESTHOUSE_SMTP_URL   where mail is handed over, smtp://user:password@host:587
  GUESTHOUSE_MAIL_FROM  the sender of mail
  LOG_LEVEL         fatal, error, warn, info, debug, trace or silent (info)`

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** The tree of commands over a session. Throws commander's errors instead of ending the process. */
const programFor = (session: Session): Command => {
  const { terminal } = session
  const program = new Command('guesthouse')
    .description('A directory of many organizations in which guests can see themselves out.')
    .version(version())
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: (text) => terminal.err(text.trimEnd()) })
    .showHelpAfterError('Add --help to see how it is used.')
    .addHelpText('after', `${settingsHelp}\n${exitCodeHelp}`)
  const adders = [
    addServe,
    addMigrate,
    addDemo,
    addOrganization,
    addApplication,
    addUser,
    addInvite,
    addLeave,
    addPurge,
    addImport,
    addStore,
  ]
  for (const add of adders) add(program, session)
  return program
}

/** Runs one command and returns its exit code. Never throws: what went wrong is told on the terminal. */
export const run = async (argv: readonly string[], session: Session): Promise<ExitCode> => {
  try {
    await programFor(session).parseAsync([...argv], { from: 'user' })
    return exitCodes.done
  } catch (error) {
    const { code, message } = endOf(error)
    if (message !== undefined) session.terminal.err(message)
    return code
  }
}
