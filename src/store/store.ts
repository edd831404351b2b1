/** Opens the store that the settings name, and brings its schema up to date. */
import { existsSync } from 'node:fs'
import type { Config } from '../kernel/config.ts'
import { select } from './columns.ts'
import { firstRow, sql, type Database } from './database.ts'
import { openEmbedded } from './embedded/embedded.ts'
import { places, requireFolder } from './embedded/folder.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { StoreRefused } from './store-refused.ts'

export type Store = {
  readonly db: Database
  /** A server of our own in the data folder, or one that is named by its address. */
  readonly kind: 'embedded' | 'named'
  /** To be called when the schema is there: from then on the store holds something. */
  readonly migrated: () => void
  /** Waits for what is running and lets the store go. */
  readonly close: () => Promise<void>
}

export type StoreConfig = Pick<
  Config,
  'databaseUrl' | 'dataFolder' | 'databaseConnections' | 'durable'
>

/** The store as it is. Throws `StoreRefused` or `StoreUnavailable`. */
export const openUnmigrated = ({
  databaseUrl,
  dataFolder,
  databaseConnections,
  durable,
}: StoreConfig): Promise<Store> =>
  databaseUrl === undefined
    ? openEmbedded(dataFolder, databaseConnections, { durable })
    : openPostgres(databaseUrl, databaseConnections)

const noStore = (where: string): StoreRefused =>
  new StoreRefused(
    `${where}. Name the one that the server uses with GUESTHOUSE_DATA or DATABASE_URL; the store of a demo that was started without either is reached by no command. "guesthouse serve" makes a new one.`,
  )

/** Throws `StoreRefused` where the data folder holds nothing of ours, and touches nothing. */
export const requireStoreIn = (folder: string): void => {
  const { mark, cluster } = places(folder)
  requireFolder(folder)
  // What is damaged, or somebody else's, is told as that by opening it.
  if (!existsSync(mark) && !existsSync(cluster))
    throw noStore(`There is no store in the data folder ${folder}`)
}

const requireMigrated = async (db: Database): Promise<void> => {
  const found = await firstRow(
    db,
    select<{ isThere: boolean }>({ isThere: sql`to_regclass('migrations') is not null` })``,
  )
  if (found?.isThere !== true) throw noStore('The store that is named is empty')
}

export type Opening = {
  /** Whether a store that is not there is refused instead of made. */
  readonly mustBeThere?: boolean
  /** Whether its schema is left as it is, for who only looks. */
  readonly asItIs?: boolean
}

/** The store, migrated. Throws `StoreRefused`, `StoreUnavailable`, or what a migration threw. */
export const openStore = async (
  config: StoreConfig,
  { mustBeThere = false, asItIs = false }: Opening = {},
): Promise<Store> => {
  if (mustBeThere && config.databaseUrl === undefined) requireStoreIn(config.dataFolder)
  const store = await openUnmigrated(config)
  try {
    if (mustBeThere) await requireMigrated(store.db)
    if (!asItIs) {
      await migrate(store.db)
      store.migrated()
    }
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
