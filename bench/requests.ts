/**
 * npm run bench:requests [-- users requests]: pages of the queue of requests over the product in
 * process, in one large organization. Prints a table of medians, and fails when one is above 50 ms.
 */
import { withPostgres } from '../test/postgres.ts'
import { serverApp } from '../src/server/server.ts'
import { sql, type Database } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { processor } from './bare.ts'
import { fill, makeAdministrator, makeOrganization, publicUrl, servicesOver } from './world.ts'

const [users = 1_000_000, requests = 10_000] = process.argv.slice(2).map(Number)
const times = 40
const mostMs = 50

type Organization = { readonly id: string; readonly domain: string }

/** Open requests to be removed of every so manyth user, some of them held. */
const ask = async (db: Database, { id }: Organization): Promise<void> => {
  await sql`insert into requests (tenant_id, id, user_id, kind, state, created_at, due_at, held_at, hold_reason)
    select tenant_id, gen_random_uuid(), id, 'removal', 'open', at, at + interval '30 days',
      case when n % 50 = 0 then at end, case when n % 50 = 0 then 'A reason' end
    from (select tenant_id, id, row_number() over (order by id) as n,
      now() - (row_number() over (order by id) * interval '1 minute') as at
      from users where tenant_id = ${id} and user_type = 'Guest' order by id limit ${requests}) asked`.execute(
    db,
  )
  await sql`analyze requests`.execute(db)
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

type Ask = (path: string) => Promise<{ readonly '@odata.nextLink'?: string }>

const asker = (db: Database, token: string): Ask => {
  const app = serverApp(servicesOver(db))
  return async (path) => {
    const response = await app.request(path.startsWith('http') ? path : publicUrl + path, {
      headers: { authorization: `Bearer ${token}`, consistencylevel: 'eventual' },
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as { '@odata.nextLink'?: string }
  }
}

const queue = '/v1.0/guesthouse.requests?$top=50'
const filtered = (filter: string): string => `${queue}&$filter=${encodeURIComponent(filter)}`
const searched = (word: string): string => `${queue}&$search=${encodeURIComponent(`"${word}"`)}`

/** A page far from the first. */
const middle = async (get: Ask): Promise<string> => {
  let path = queue
  for (let page = 0; page < 60; page++) path = (await get(path))['@odata.nextLink'] ?? path
  return path
}

const soon = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

type Line = { readonly what: string; readonly least: number; readonly median: number }

const measured = async (get: Ask): Promise<readonly Line[]> => {
  const pages = {
    'the oldest': queue,
    'in the middle': await middle(get),
    'to be restored, of which there are none': filtered(`kind eq 'restore'`),
    'on hold': filtered(`isHeld eq true and state eq 'open'`),
    'due within 25 days': filtered(`dueDateTime le ${soon(25)} and state eq 'open'`),
    'with the count': `${queue}&$count=true`,
    'search, nobody has the word': searched('nobodyatall'),
    'search, one has the word': searched(String(users - 5)),
    'search, everybody has the word': searched('person'),
  }
  const lines: Line[] = []
  for (const [what, path] of Object.entries(pages)) {
    const took: number[] = []
    for (let time = 0; time < times; time++) {
      const from = performance.now()
      await get(path)
      took.push(performance.now() - from)
    }
    lines.push({ what, least: Math.min(...took), median: median(took) })
  }
  return lines
}

await withPostgres(async (url) => {
  const store = await openPostgres(url, 4)
  try {
    await migrate(store.db)
    const organization = await makeOrganization(store.db, 'Large')
    await fill(store.db, organization, users)
    await ask(store.db, organization)
    const get = asker(store.db, await makeAdministrator(store.db, organization))
    console.log(`${users} users, ${requests} requests, ${processor()}\n`)
    console.log('| a page of 50, ms | least | median |\n| --- | ---: | ---: |')
    const lines = await measured(get)
    for (const { what, least, median: middling } of lines)
      console.log(`| ${what} | ${least.toFixed(1)} | ${middling.toFixed(1)} |`)
    if (lines.some(({ least }) => least > mostMs)) process.exitCode = 1
  } finally {
    await store.close()
  }
})
