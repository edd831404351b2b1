/**
 * npm run bench:graph [-- 100000]: what clients of the directory API ask most, in an organization
 * of 100,000 users and in one of 1,000,000, in process, beside the very statements that each
 * request runs, prepared and sent bare through the same driver in the same run. In processor time,
 * of the store and of the process that asks it, so that a busy machine says the same. Prints a
 * table for each.
 */
import pg from 'pg'
import { serverApp } from '../src/server/server.ts'
import { select } from '../src/store/columns.ts'
import { rows, sql, type Database } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { withPostgres } from '../test/postgres.ts'
import { barePg, heartOfRestore, listening, processor, type Bare, type Statement } from './bare.ts'
import { costOf, postmasterOf, type Cost } from './processor.ts'
import { fill, makeAdministrator, makeOrganization, publicUrl, servicesOver } from './world.ts'

const given = Number(process.argv[2])
const sizes = Number.isInteger(given) ? [given] : [100_000, 1_000_000]
const times = 300
const restores = 100

type Call = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: object
}
type Answer = { readonly [name: string]: unknown }

const get = (path: string): Call => ({ method: 'GET', path })

/** Asks the product over `db` as whoever the token is of. */
const askerOver = (db: Database, token: string) => {
  const app = serverApp(servicesOver(db))
  return async ({ method, path, body }: Call): Promise<Answer> => {
    const response = await app.request(path.startsWith('http') ? path : publicUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        consistencylevel: 'eventual',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.status === 204 ? {} : ((await response.json()) as Answer)
  }
}
type Ask = ReturnType<typeof askerOver>

type Stage = {
  readonly postmaster: string
  readonly ask: Ask
  /** The same, and what it asked the store. */
  readonly heardOf: (call: Call) => Promise<readonly Statement[]>
  readonly bare: Bare
}

const stageOf = async (db: Database, bare: Bare, token: string): Promise<Stage> => {
  const postmaster = await postmasterOf(db)
  const { db: listened, heard } = listening(db)
  const listener = askerOver(listened, token)
  // The keys and the token are known to a process that has run for a while.
  await listener({ method: 'GET', path: '/v1.0/me' })
  const heardOf = async (call: Call): Promise<readonly Statement[]> => {
    heard.length = 0
    await listener(call)
    return [...heard]
  }
  return { postmaster, ask: askerOver(db, token), heardOf, bare }
}

const note = (what: string, statements: number, ours: Cost, bare: Cost): void => {
  const [all, least] = [ours.store + ours.own, bare.store + bare.own]
  const cells = [ours.store, ours.own, all, bare.store, bare.own, least].map((one) =>
    Math.round(one).toLocaleString('en'),
  )
  console.log(`| ${what} | ${statements} | ${cells.join(' | ')} | ${(all / least).toFixed(1)} |`)
}

/** A call that only reads: its statements can be sent again as they were. */
const reading = async (stage: Stage, what: string, call: Call): Promise<void> => {
  const statements = await stage.heardOf(call)
  const replay = async (): Promise<void> => {
    for (const statement of statements) await stage.bare(statement)
  }
  const ask = () => stage.ask(call)
  for (const warm of [ask, replay]) await costOf(stage.postmaster, times / 5, warm)
  note(
    what,
    statements.length,
    await costOf(stage.postmaster, times, ask),
    await costOf(stage.postmaster, times, replay),
  )
}

const firstUsers = async (db: Database, tenantId: string, count: number): Promise<string[]> => {
  const found = await rows(
    db,
    select<{ id: string }>({
      id: 'id',
    })`from users where tenant_id = ${tenantId} and deleted_at is null and sort_name like 'person %' order by sort_name limit ${count}`,
  )
  return found.map(({ id }) => id)
}

const restore = (id: string): Call => ({
  method: 'POST',
  path: `/v1.0/directory/deletedItems/${id}/restore`,
  body: {},
})

/** Restores, beside the one update that is the heart of each. */
const restoring = async (db: Database, stage: Stage, tenantId: string): Promise<void> => {
  const ids = await firstUsers(db, tenantId, restores * 2)
  for (const id of ids) await stage.ask({ method: 'DELETE', path: `/v1.0/users/${id}` })
  const [sample = '', ...others] = ids
  const statements = await stage.heardOf(restore(sample))
  const ours = await costOf(stage.postmaster, restores, (index) =>
    stage.ask(restore(others[index] ?? '')),
  )
  const bare = await costOf(stage.postmaster, restores - 1, (index) =>
    stage.bare(heartOfRestore(tenantId, others[restores + index] ?? '')),
  )
  note('restore (beside its update)', statements.length, ours, bare)
}

/** A link from which a page of 100 changed users is read. */
const changedSince = async (db: Database, ask: Ask, tenantId: string): Promise<string> => {
  const latest = await ask({ method: 'GET', path: '/v1.0/users/delta?$deltatoken=latest' })
  const ids = await firstUsers(db, tenantId, 100)
  await sql`update users set department = 'Changed' where tenant_id = ${tenantId} and id = any(${ids}::uuid[])`.execute(
    db,
  )
  const link = String(latest['@odata.deltaLink'])
  // Whoever asks first numbers what has changed.
  await ask({ method: 'GET', path: link })
  return link
}

const measure = async (db: Database, bare: Bare, users: number): Promise<void> => {
  const organization = await makeOrganization(db, 'Large')
  await fill(db, organization, users)
  // What was filled in is no change that anybody waits for.
  await sql`delete from directory_changes where tenant_id = ${organization.id}`.execute(db)
  // Nor are the places that they have left, which autovacuum would clear in its time.
  await sql`vacuum analyze directory_changes`.execute(db)
  const stage = await stageOf(db, bare, await makeAdministrator(db, organization))
  const { id, domain } = organization
  const twenty = Array.from({ length: 20 }, (_, n) => ({
    id: String(n + 1),
    method: 'GET',
    url: `/users/person${(users / 20) * n}@${domain}?$select=id,displayName`,
  }))
  console.log(`\n${users.toLocaleString('en')} users, ${processor()}\n`)
  console.log(
    '| microseconds of processor a call | statements | store | product | together | store, bare | driver, bare | together, bare | times |',
  )
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  const list = '/v1.0/users?$top=100&$select=id,displayName,mail,userType'
  await reading(stage, 'list of 100 with $select', get(list))
  await reading(
    stage,
    'filter by mail',
    get(`/v1.0/users?$filter=mail eq 'person${users / 2}@${domain}'&$select=id,mail`),
  )
  await reading(stage, '/$count', get(`/v1.0/users/$count`))
  await reading(stage, 'a page of 100 with $count', get(`${list}&$count=true`))
  await reading(stage, 'delta, a first page', get('/v1.0/users/delta?$select=displayName,mail'))
  await reading(stage, 'delta, 100 changed', get(await changedSince(db, stage.ask, id)))
  await reading(stage, '$batch of 20', {
    method: 'POST',
    path: '/v1.0/$batch',
    body: { requests: twenty },
  })
  await restoring(db, stage, id)
}

await withPostgres(
  async (url) => {
    const store = await openPostgres(url, 2)
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    try {
      await migrate(store.db)
      for (const users of sizes) await measure(store.db, barePg(pool), users)
    } finally {
      await pool.end()
      await store.close()
    }
  },
  { durable: true },
)
