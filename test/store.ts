/** The store that a test run uses: opened once, for all files. The lane is PGlite unless GUESTHOUSE_TEST_DATABASE_URL names a server. */
import { after } from 'node:test'
import { migrate } from '../src/store/migrate.ts'
import { openPglite } from '../src/store/pglite.ts'
import { openPostgres } from '../src/store/postgres.ts'
import type { Store } from '../src/store/store.ts'

const url = process.env['GUESTHOUSE_TEST_DATABASE_URL']

/** Which of the two stores this run is on. */
export const lane = url === undefined ? 'pglite' : 'postgres'

/** Another way into the same PostgreSQL, with connections of its own; close it. Of PGlite there is one. */
export const openAnother = async (): Promise<Store | undefined> => (url === undefined ? undefined : openPostgres(url, 1))

export const store: Store = url === undefined ? await openPglite(undefined) : await openPostgres(url, 20)
await migrate(store.db)
after(() => store.close())
