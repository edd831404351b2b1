/** Opens the store that the settings name, and brings its schema up to date. */
import type { Config } from '../kernel/config.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

export type Store = {
  readonly db: Database
  readonly kind: 'pglite' | 'postgres'
  /** Waits for what is running and lets the store go. */
  readonly close: () => Promise<void>
}

/** The store, migrated. Throws `FolderInUse`, `StoreUnavailable`, or what a migration threw. */
export const openStore = async (config: Pick<Config, 'databaseUrl' | 'dataFolder' | 'databaseConnections'>): Promise<Store> => {
  const store =
    config.databaseUrl === undefined
      ? await openPglite(config.dataFolder)
      : await openPostgres(config.databaseUrl, config.databaseConnections)
  try {
    await migrate(store.db)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
