/** guesthouse import: users, groups and memberships from files in the shape of Microsoft Graph's list calls. */
import type { Command } from 'commander'
import { CommandFailure, endOf, exitCodes, wrongUsage } from './failure.ts'
import { findOrganization } from './find.sql.ts'
import { importFiles, type Files } from './import/import-files.ts'
import { readList, type List } from './import/read-list.ts'
import { newResults, requireWritable, writeResults, type Results } from './import/results.ts'
import { asOperator, print, withStore, type Session } from './session.ts'

type Options = {
  readonly organization: string
  readonly users?: string
  readonly groups?: string
  readonly members?: string
  readonly results: string
  readonly json?: boolean
}

const shapesHelp = `
Files are answers of Microsoft Graph's list calls, {"value": […]}; pages that follow one another are put into one list first.
  --users    displayName, userPrincipalName, mail, accountEnabled, userType (Member or Guest), givenName, surname, …
  --groups   displayName, description, mailNickname, and members where they were expanded
  --members  groupId (an id of the groups file) or group (a name), and members, each with id or userPrincipalName

Ids in the files only connect the files. Good rows are kept when others fail, and running it again skips what is here already.`

export const addImport = (program: Command, session: Session): void => {
  program
    .command('import')
    .description('Import users, groups and memberships.')
    .requiredOption('--organization <id|domain>', 'the organization to import into')
    .requiredOption('--results <file>', 'where to write what became of each row, as JSON')
    .option('--users <file>', 'a list of users')
    .option('--groups <file>', 'a list of groups')
    .option('--members <file>', 'a list of groups with their members')
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', shapesHelp)
    .action((options: Options) => importAll(session, options))
}

const read = async (path: string | undefined): Promise<List | undefined> => (path === undefined ? undefined : readList(path))

const readFiles = async (session: Session, options: Options): Promise<Files> => {
  const files = { users: await read(options.users), groups: await read(options.groups), members: await read(options.members) }
  for (const list of Object.values(files)) {
    if (list?.hasMore === true)
      session.terminal.err(`${list.file} is one page of a longer list (it has an @odata.nextLink). What is in it is imported.`)
  }
  return files
}

const importAll = async (session: Session, options: Options): Promise<void> => {
  if (options.users === undefined && options.groups === undefined && options.members === undefined)
    throw wrongUsage('Name a file to import: --users, --groups or --members.')
  await requireWritable(
    options.results,
    [options.users, options.groups, options.members].filter((path) => path !== undefined),
  )
  // All files are read first: when one is not whole, nothing is changed.
  const files = await readFiles(session, options)
  const results = await withStore(session, async (db) => {
    const organization = await findOrganization(db, options.organization)
    const results = newResults(organization.tenantId)
    let stopped: string | undefined
    try {
      await importFiles(db, organization, files, asOperator(), results, session.terminal)
    } catch (error) {
      stopped = endOf(error).message
      throw error
    } finally {
      await writeResults(options.results, results, stopped)
    }
    return results
  })
  tell(session, options, results)
}

const tell = (session: Session, { json, results: path }: Options, { imported, skipped, failed }: Results): void => {
  const counts = { imported, skipped: skipped.length, failed: failed.length, results: path }
  const words = `Imported ${imported.users} users, ${imported.groups} groups and ${imported.memberships} memberships; ${skipped.length} rows were here already, ${failed.length} failed.`
  print(session, json, counts, words)
  if (failed.length > 0)
    throw new CommandFailure(
      exitCodes.someRowsFailed,
      `${failed.length} rows failed; ${path} says why. Mend them and run the same command again.`,
    )
}
