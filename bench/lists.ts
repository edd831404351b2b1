/**
 * npm run bench:lists: pages of the lists of administrators over the product in process, in an
 * organization of 100,000 guests and in one of 1,000,000 users, half of them guests, with 10,000
 * open requests in each. Prints a table for each, and fails when a page of the queue of requests
 * takes more than 50 ms.
 */
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { withPostgres } from '../test/postgres.ts'
import { processor } from './bare.ts'
import { fillLarge } from './large-world.ts'
import { measureLists } from './list-pages.ts'
import { makeOrganization } from './world.ts'

const sizes = [
  { users: 100_000, guestEvery: 1 },
  { users: 1_000_000, guestEvery: 2 },
]

await withPostgres(
  async (url) => {
    const store = await openPostgres(url, 2)
    try {
      await migrate(store.db)
      for (const size of sizes) {
        const organization = await makeOrganization(store.db, 'Large')
        await fillLarge(store.db, organization, size)
        console.log(`${JSON.stringify(size)}, ${processor()}\n`)
        if (!(await measureLists(store.db, organization))) process.exitCode = 1
      }
    } finally {
      await store.close()
    }
  },
  { durable: true },
)
