/** guesthouse store: where the embedded store is, and PostgreSQL's own programs on it. */
import { constants } from 'node:buffer'
import type { Command } from 'commander'
import { readConfig, type Config } from '../../kernel/config.ts'
import { select } from '../../store/columns.ts'
import { rows, sql } from '../../store/database.ts'
import { databaseName } from '../../store/embedded/cluster.ts'
import { openEmbedded, type EmbeddedStore } from '../../store/embedded/embedded.ts'
import { places } from '../../store/embedded/folder.ts'
import { requireStoreIn, type Opening } from '../../store/store.ts'
import { runAttached } from '../attached-program.ts'
import { refused, storeFailure, wrongUsage } from '../failure.ts'
import { readGiven } from '../given-file.ts'
import { print, type Session } from '../session.ts'

export const addStore = (program: Command, session: Session): void => {
  const store = program
    .command('store')
    .description('The embedded store: where it is, and PostgreSQL’s own programs on it.')
  store
    .command('show', { isDefault: true })
    .description(
      'Print where the store is and how PostgreSQL’s programs reach it while a process of Guesthouse uses it.',
    )
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) => show(session, json))
  store
    .command('exec')
    .description(
      'Run a program with the store open and PGHOST, PGPORT, PGUSER, PGDATABASE and PGPASSFILE set: guesthouse store exec pg_dump --file backup.sql',
    )
    .argument('<program>')
    .argument('[arguments...]')
    .passThroughOptions()
    .allowUnknownOption()
    .action((name: string, argv: string[]) => exec(session, name, argv))
  store
    .command('load')
    .description(
      'Fill an empty store from a dump in SQL, made by pg_dump --inserts --no-owner. All of it, or nothing.',
    )
    .argument('<file>')
    .action((file: string) => load(session, file))
}

/** With the embedded store open as it is: nothing is migrated. */
const withEmbedded = async <T>(
  { terminal }: Session,
  work: (store: EmbeddedStore, config: Config) => Promise<T>,
  { mustBeThere = false }: Opening = {},
): Promise<T> => {
  const config = readConfig(terminal.env)
  if (config.databaseUrl !== undefined)
    throw wrongUsage(
      'The store is the server that DATABASE_URL names, so use PostgreSQL’s programs with that address. This command is for the embedded store.',
    )
  const open = async (): Promise<EmbeddedStore> => {
    if (mustBeThere) requireStoreIn(config.dataFolder)
    return openEmbedded(config.dataFolder, 2, { durable: true })
  }
  const store = await open().catch((error: unknown) =>
    Promise.reject(storeFailure(error, config.dataFolder)),
  )
  try {
    return await work(store, config)
  } finally {
    await store.close()
  }
}

const environmentOf = async (
  { server }: EmbeddedStore,
  { dataFolder }: Config,
): Promise<Record<string, string>> => {
  const { host, port, user } = await server.ensure()
  return {
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    PGDATABASE: databaseName,
    PGPASSFILE: places(dataFolder).passwords,
  }
}

const show = (session: Session, json: boolean | undefined): Promise<void> =>
  withEmbedded(
    session,
    async (store, config) => {
      const environment = await environmentOf(store, config)
      const [found] = await rows(
        store.db,
        select<{ version: string; bytes: string }>({
          version: sql`current_setting('server_version')`,
          bytes: sql`pg_database_size(current_database())::text`,
        })``,
      )
      const { cluster, log } = places(config.dataFolder)
      const facts = {
        folder: config.dataFolder,
        cluster,
        log,
        version: found?.version ?? '',
        bytes: Number(found?.bytes ?? 0),
        environment,
      }
      const settings = Object.entries(environment).map(([name, value]) => `  ${name}=${value}`)
      const words = [
        `PostgreSQL ${facts.version} in ${cluster}, ${Math.round(facts.bytes / 2 ** 20)} MiB. Its log: ${log}`,
        ...settings,
      ]
      print(session, json, facts, words.join('\n'))
    },
    { mustBeThere: true },
  )

const exec = (session: Session, name: string, argv: readonly string[]): Promise<void> =>
  withEmbedded(session, async (store, config) => {
    const env = { ...session.terminal.env, ...(await environmentOf(store, config)) }
    const code = await runAttached(name, argv, env).catch((error: Error) =>
      Promise.reject(refused(`${name} cannot be run: ${error.message}. Is it installed?`)),
    )
    if (code !== 0) throw refused(`${name} ended with ${code}.`)
  })

/**
 * What `pg_dump` writes for `psql` alone, since 2025: that nothing else of that kind may follow.
 */
const forPsql = /^\\(un)?restrict .*$/gm

const readDump = async (file: string): Promise<string> => {
  const bytes = await readGiven(file, 'Nothing was loaded.')
  if (bytes.length <= constants.MAX_STRING_LENGTH) return bytes.toString().replaceAll(forPsql, '')
  throw refused(
    `${file} is too large to be loaded at once. Use "guesthouse store exec psql --single-transaction --file ${file}".`,
  )
}

const wordsOfLoad = ({ message }: Error): string =>
  message.includes('of transaction commands')
    ? 'the file begins or ends transactions itself (begin, commit, rollback), so it could not be loaded as a whole. Remove those lines.'
    : message

const load = (session: Session, file: string): Promise<void> =>
  withEmbedded(session, async (store) => {
    const text = await readDump(file)
    const tables = await rows(
      store.db,
      sql`select 1 from pg_tables where schemaname = 'public' limit 1`,
    )
    if (tables.length > 0)
      throw refused(
        'This store holds something already. Load a dump into a new data folder; name one with GUESTHOUSE_DATA.',
      )
    if (/^COPY .* FROM stdin;$/m.test(text))
      throw refused(
        `${file} holds COPY commands, which need psql. Make the dump with pg_dump --inserts --no-owner, or use "guesthouse store exec psql --file ${file}".`,
      )
    if (text.trim() === '') throw refused(`${file} is empty. Nothing was loaded.`)
    await store
      .runScript(text)
      .catch((error: Error) => Promise.reject(refused(`Nothing was loaded: ${wordsOfLoad(error)}`)))
    store.migrated()
    session.terminal.out('Loaded. The next start brings its schema up to date.')
  })
