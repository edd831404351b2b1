/** Opens the store that the settings name, and brings its schema up to date. */
import type { Config } from '../kernel/config.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded/embedded.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'

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

/** The store, migrated. Throws `StoreRefused`, `StoreUnavailable`, or what a migration threw. */
export const openStore = async (config: StoreConfig): Promise<Store> => {
  const store = await openUnmigrated(config)
  try {
    await migrate(store.db)
    store.migrated()
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
