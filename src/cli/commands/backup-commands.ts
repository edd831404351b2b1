/** guesthouse backup: all of the store in a file, from which who is erased later cannot be read. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { readConfig, type Config } from '../../kernel/config.ts'
import { UnreadableBackup } from '../../privacy/backup/format.ts'
import { keysAfterJournal } from '../../privacy/backup/keys-after-journal.ts'
import { UnreadableKeys } from '../../privacy/backup/keys.ts'
import type { People } from '../../privacy/backup/open-rows.ts'
import { restoreBackup, type Restored } from '../../privacy/backup/restore.ts'
import { verifyBackup } from '../../privacy/backup/verify.ts'
import { BackupRunning, writeBackup } from '../../privacy/backup/write.ts'
import { UnreadableJournal } from '../../privacy/journal.ts'
import { openUnmigrated } from '../../store/store.ts'
import { StoreRefused } from '../../store/store-refused.ts'
import { refused, wrongUsage } from '../failure.ts'
import { readableFile } from '../given-file.ts'
import { print, withStore, withStoreOf, type Session } from '../session.ts'
import { version } from '../version.ts'
import { factsOf, restoredWords, verifiedWords } from './backup-words.ts'
import { outsideOf } from './erasures-commands.ts'

export const addBackup = (program: Command, session: Session): void => {
  const backup = program
    .command('backup')
    .description(
      'Write all of the store to a file, while the server runs. Whatever belongs to somebody is sealed under a key of theirs, which is destroyed when they are permanently deleted.',
    )
    .option('--to <file>', 'the file to write; it must not be there yet')
    .option('--json', 'print as JSON')
    .action((options: { to?: string; json?: boolean }) => write(session, options))
  backup
    .command('restore')
    .description(
      'Fill an empty store from a backup, without whoever was permanently deleted since. All of it, or nothing.',
    )
    .argument('<file>')
    .option('--without-people', 'also when nobody who stands in it has a key any more')
    .option('--json', 'print as JSON')
    .action((file: string, options: Restoring) => restore(session, file, options))
  backup
    .command('verify')
    .description('Read all of a backup: whether it is whole, and how many people it still shows.')
    .argument('<file>')
    .option('--json', 'print as JSON')
    .action((file: string, { json }: { json?: boolean }) => verify(session, file, json))
}

type Restoring = { readonly withoutPeople?: boolean; readonly json?: boolean }

/** What is wrong with a file that was given, as the end of the command. */
const told =
  (file: string, after: string) =>
  (error: unknown): Promise<never> => {
    if (error instanceof UnreadableBackup || error instanceof StoreRefused)
      return Promise.reject(refused(`${file} cannot be used. ${error.message} ${after}`))
    if (error instanceof UnreadableKeys || error instanceof UnreadableJournal)
      return Promise.reject(refused(`${error.message} ${after}`))
    if (error instanceof BackupRunning)
      return Promise.reject(refused('Another backup of this store is being written. Wait for it.'))
    return Promise.reject(error)
  }

const write = (
  session: Session,
  { to, json }: { readonly to?: string; readonly json?: boolean },
): Promise<void> => {
  if (to === undefined) throw wrongUsage('Name the file to write: guesthouse backup --to <file>.')
  const file = resolve(to)
  if (existsSync(file)) throw refused(`${file} is there already. Name another file.`)
  return withStore(session, async ({ db, config, clock }) => {
    const keysFile = config.backupKeys
    const done = await writeBackup(
      db,
      { file, keysFile },
      { product: version(), now: clock() },
    ).catch(told(file, 'Nothing was written.'))
    const words = [
      `Wrote ${done.rows} rows to ${file}, with ${done.people} people. Their keys are in ${keysFile}: keep that file on another disk, and no old copies of it.`,
      ...(done.leftOut > 0 ? [`Left out ${done.leftOut} rows that belong to nobody.`] : []),
    ]
    print(session, json, { file, keysFile, ...done }, words.join('\n'))
  })
}

const keysFor = (config: Config, after: string) =>
  keysAfterJournal(outsideOf(config)).catch(told(config.backupKeys, after))

const whyNot: Readonly<
  Record<Exclude<Restored['outcome'], 'restored'>, (file: string, config: Config) => string>
> = {
  notEmpty: () =>
    'This store holds something already. Restore into a new one: name a new folder with GUESTHOUSE_DATA, or an empty database with DATABASE_URL.',
  noKeys: (file, { backupKeys }) =>
    `Nobody who stands in ${file} has a key in ${backupKeys}. Put the newest copy of the file of keys there, or name it with GUESTHOUSE_BACKUP_KEYS; with --without-people what belongs to nobody is restored. Nothing was restored.`,
}

const restore = async (
  session: Session,
  given: string,
  { withoutPeople = false, json }: Restoring,
): Promise<void> => {
  const after = 'Nothing was restored.'
  const file = await readableFile(resolve(given), after)
  const config = readConfig(session.terminal.env)
  const keys = await keysFor(config, after)
  await withStoreOf({ ...session, openStore: openUnmigrated }, config, async (store) => {
    const restoring = { file, keys, withoutPeople, now: new Date() }
    const done = await restoreBackup(store.db, restoring).catch(told(file, after))
    if (done.outcome !== 'restored') throw refused(whyNot[done.outcome](file, config))
    store.migrated()
    tellOfMissing(session, done.people)
    print(
      session,
      json,
      factsOf(done),
      restoredWords(done, {
        key: config.key === undefined && !existsSync(join(config.dataFolder, 'key')),
        journal: !existsSync(outsideOf(config).file),
      }),
    )
  })
}

const tellOfMissing = ({ terminal }: Session, { missing }: People): void => {
  if (missing > 0)
    terminal.err(
      `${missing} people have no key in the file of keys, though nothing says that they were permanently deleted. If there is a newer copy of that file, restore again with it, into another empty store.`,
    )
}

const verify = async (
  session: Session,
  given: string,
  json: boolean | undefined,
): Promise<void> => {
  const file = await readableFile(resolve(given), 'Nothing was verified.')
  const keys = await keysFor(readConfig(session.terminal.env), 'Nothing was verified.')
  const found = await verifyBackup(file, keys).catch(told(file, 'Keep an older backup.'))
  print(session, json, factsOf(found), verifiedWords(file, found))
}
