/**
 * guesthouse import: users, groups and memberships from files in the shape of Microsoft Graph's
 * list calls.
 */
import type { Command } from 'commander'
import { CommandFailure, endOf, exitCodes, wrongUsage } from '../failure.ts'
import { findOrganization } from '../find.sql.ts'
import { notTakenWords } from '../../kernel/csv/guest-list.ts'
import { alreadyHere } from '../import/batch.ts'
import { importFiles, type Files } from '../import/import-files.ts'
import { readList, type List } from '../import/read-list.ts'
import { newResults, requireWritable, writeResults, type Results } from '../import/results.ts'
import { asOperator, print, withStore, type Session } from '../session.ts'

type Options = {
  readonly organization: string
  readonly users?: string
  readonly groups?: string
  readonly members?: string
  readonly results: string
  readonly json?: boolean
  readonly assumeEnabled?: boolean
}

const shapesHelp = `
Files are answers of Microsoft Graph's list calls, {"value": […]}, a list of such pages, or what PowerShell
writes of them (ConvertTo-Json), in UTF-8 or UTF-16. What is not taken from them is counted by name.
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
    .option(
      '--assume-enabled',
      'users that do not say so are enabled; without it they are too, and it is told',
    )
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', shapesHelp)
    .action((options: Options) => importAll(session, options))
}

const read = async (path: string | undefined): Promise<List | undefined> =>
  path === undefined ? undefined : readList(path)

const readFiles = async (options: Options): Promise<Files> => ({
  users: await read(options.users),
  groups: await read(options.groups),
  members: await read(options.members),
})

/**
 * What the files hold and the directory does not take, for who watches. It stands in the results
 * too.
 */
const tellWhatIsLeft = (
  session: Session,
  { assumeEnabled }: Options,
  { incomplete, notTaken, assumedEnabled }: Results,
): void => {
  for (const sentence of incomplete) session.terminal.err(sentence)
  for (const [file, names] of Object.entries(notTaken))
    session.terminal.err(notTakenWords(file, names) ?? '')
  if (assumedEnabled > 0 && assumeEnabled !== true)
    session.terminal.err(
      `${assumedEnabled} users do not say whether they are enabled (accountEnabled), and count as enabled. Export them with $select=…,accountEnabled, or say so with --assume-enabled.`,
    )
}

const importAll = async (session: Session, options: Options): Promise<void> => {
  if (options.users === undefined && options.groups === undefined && options.members === undefined)
    throw wrongUsage('Name a file to import: --users, --groups or --members.')
  await requireWritable(
    options.results,
    [options.users, options.groups, options.members].filter((path) => path !== undefined),
  )
  // All files are read first: when one is not whole, nothing is changed.
  const files = await readFiles(options)
  const results = await withStore(session, async ({ db, config, clock }) => {
    const organization = await findOrganization(db, options.organization)
    const results = newResults(organization.tenantId)
    let stopped: string | undefined
    try {
      await importFiles(
        db,
        organization,
        files,
        { ...asOperator(clock), publicUrl: config.publicUrl },
        { results, terminal: session.terminal },
      )
    } catch (error) {
      stopped = endOf(error).message
      throw error
    } finally {
      await writeResults(options.results, results, stopped)
    }
    return results
  })
  tellWhatIsLeft(session, options, results)
  tell(session, options, results)
}

const tell = (session: Session, { json, results: path }: Options, results: Results): void => {
  const { imported, skipped, failed, notTaken, assumedEnabled, incomplete } = results
  const here = skipped.filter(({ reason }) => reason === alreadyHere).length
  const leftOut =
    skipped.length - here === 0 ? '' : `${skipped.length - here} are deleted where they come from, `
  const counts = {
    imported,
    skipped: skipped.length,
    failed: failed.length,
    notTaken,
    assumedEnabled,
    incomplete,
    results: path,
  }
  const words = `Imported ${imported.users} users, ${imported.groups} groups and ${imported.memberships} memberships; ${here} rows were here already, ${leftOut}${failed.length} failed.`
  print(session, json, counts, words)
  if (failed.length > 0)
    throw new CommandFailure(
      exitCodes.someRowsFailed,
      `${failed.length} rows failed; ${path} says why. Mend them and run the same command again.`,
    )
}
