/** The command `guesthouse`: all its commands in one tree, each in a file of its own. */
import { Command } from 'commander'
import { addApplication } from './commands/application-commands.ts'
import { addAudit } from './commands/audit-commands.ts'
import { addBackup } from './commands/backup-commands.ts'
import { addDoctor } from './doctor/doctor-command.ts'
import { addDemo } from './commands/demo-command.ts'
import { endOf, exitCodeHelp, exitCodes, type ExitCode } from './failure.ts'
import { addErasures } from './commands/erasures-commands.ts'
import { addImport } from './commands/import-command.ts'
import { addInvite } from './commands/invite-command.ts'
import { addKey } from './commands/key-commands.ts'
import { addLeave } from './commands/leave-command.ts'
import { addMigrate } from './commands/migrate-command.ts'
import { addOrganization } from './commands/organization-commands.ts'
import { addPurge } from './commands/purge-command.ts'
import { addReceipt } from './commands/read-receipt-command.ts'
import { addVerifyReceipt } from './commands/receipt-command.ts'
import { settingsHelp } from '../kernel/settings.ts'
import { addServe } from './commands/serve-command.ts'
import type { Session } from './session.ts'
import { addStore } from './commands/store-commands.ts'
import { version } from './version.ts'
import { addUser } from './commands/user-commands.ts'

/** The tree of commands over a session. Throws commander's errors instead of ending the process. */
const programFor = (session: Session): Command => {
  const { terminal } = session
  const program = new Command('guesthouse')
    .description('A directory of many organizations in which guests can see themselves out.')
    .version(version())
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .showHelpAfterError('Add --help to see how it is used.')
    .addHelpText('after', `\n${settingsHelp()}\n${exitCodeHelp}`)
  const adders = [
    addServe,
    addMigrate,
    addDemo,
    addOrganization,
    addApplication,
    addKey,
    addUser,
    addInvite,
    addLeave,
    addPurge,
    addImport,
    addStore,
    addBackup,
    addErasures,
    addReceipt,
    addVerifyReceipt,
    addAudit,
    addDoctor,
  ]
  for (const add of adders) add(program, session)
  return program
}

/**
 * Runs one command and returns its exit code. Never throws: what went wrong is told on the
 * terminal.
 */
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
