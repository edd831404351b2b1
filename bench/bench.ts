/**
 * npm run bench [-- quick]: the product over HTTP beside the bare statements through the same
 * driver, in the same run. Leaving and the lists are compared with the very statements that the
 * request runs; restoring and purging with the one update or delete that is their heart. Prints a
 * table, and fails when a statement of a request reads a large table from end to end.
 */
import { cpus } from 'node:os'
import pg from 'pg'
import { withPostgres } from '../test/postgres.ts'
import { cursorAfter } from '../src/edge/cursor.ts'
import { serverApp } from '../src/server/server.ts'
import type { TenantId } from '../src/kernel/ids.ts'
import type { Database } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { barePg, heartOfRestore, listening, processor, type Bare, type Statement } from './bare.ts'
import { measure, sendAll, type Call, type Rate } from './load.ts'
import { replayLeave, requireLeft, sampleLeave } from './leave-statements.ts'
import {
  fill,
  listen,
  makeAdministrator,
  makeGuests,
  makeOrganization,
  makeTraveller,
  publicUrl,
  servicesOver,
  type Guest,
} from './world.ts'

const quick = process.argv.includes('quick')
const width = 8
const repeats = quick ? 100 : 600
const departures = quick ? 60 : 400

type Line = {
  readonly store: string
  readonly users: number
  readonly what: string
  readonly http: Rate
  readonly bare: Rate
  readonly statements: number
}
const lines: Line[] = []
type Stage = {
  readonly store: string
  readonly users: number
  readonly db: Database
  readonly bare: Bare
  readonly port: number
}

const bearing = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })

/**
 * What a request asks the store, without sending it over a socket. The process has verified a token
 * of the issuer before, like one that has run for a while.
 */
const statementsOf = async (db: Database, call: Call): Promise<Statement[]> => {
  const { db: listened, heard } = listening(db)
  const app = serverApp(servicesOver(listened))
  const ask = async ({ method, path, headers }: Call): Promise<void> => {
    const response = await app.request(`${publicUrl}${path}`, { method, headers })
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  }
  await ask({
    method: 'GET',
    path: call.path.startsWith('/account') ? '/account/me' : '/v1.0/me',
    headers: call.headers,
  })
  heard.length = 0
  await ask(call)
  return heard
}

const note = (stage: Stage, what: string, http: Rate, bare: Rate, statements: number): void => {
  lines.push({ store: stage.store, users: stage.users, what, http, bare, statements })
  console.error(
    `${stage.store} ${stage.users}: ${what}: ${http.perSecond.toFixed(0)}/s of ${bare.perSecond.toFixed(0)}/s`,
  )
}

const list = async (stage: Stage, what: string, call: Call, count = repeats): Promise<void> => {
  const statements = await statementsOf(stage.db, call)
  await refuseScans(stage, what, statements)
  const replay = async (): Promise<void> => {
    for (const statement of statements) await stage.bare(statement)
  }
  await measure(count / 4, width, replay)
  const bare = await measure(count, width, replay)
  const http = await sendAll({
    port: stage.port,
    connections: width,
    calls: Array.from({ length: count }, () => call),
  })
  note(stage, what, http, bare, statements.length)
}

/** A large table is reached by an index, or the run fails. */
const refuseScans = async (
  { db, users }: Stage,
  what: string,
  statements: readonly Statement[],
): Promise<void> => {
  if (users < 100_000) return
  for (const { sql: text, parameters } of statements) {
    if (!/^\s*(select|with)/.test(text) || /\b(update|delete|insert)\b/.test(text)) continue
    const plan = JSON.stringify(
      (
        await db.executeQuery({
          sql: `explain (format json) ${text}`,
          parameters,
          query: {},
          queryId: {},
        } as never)
      ).rows,
    )
    if (/"Node Type":"Seq Scan"[^{}]*"Relation Name":"(users|events|memberships)"/.test(plan))
      throw new Error(`${what} reads a whole table: ${text}\n${plan}`)
  }
}

const leaving = async (
  stage: Stage,
  organization: { id: TenantId },
  guests: readonly Guest[],
  what: string,
): Promise<void> => {
  const [sampleGuest, ...others] = guests
  if (sampleGuest === undefined) throw new Error('nobody to leave')
  const call = (guest: Guest): Call => ({
    method: 'POST',
    path: `/account/organizations/${organization.id}/leave`,
    headers: bearing(guest.token),
  })
  const sample = await sampleLeave(stage.db, organization.id, sampleGuest, () =>
    statementsOf(stage.db, call(sampleGuest)),
  )
  const half = Math.floor(others.length / 2)
  const bare = await measure(half, width, (n) =>
    replayLeave(sample, others[n] as Guest, stage.bare),
  )
  await requireLeft(stage.db, organization.id, others.slice(0, half))
  const http = await sendAll({
    port: stage.port,
    connections: width,
    calls: others.slice(half).map(call),
  })
  note(stage, what, http, bare, sample.statements.length)
}

const restoring = async (
  stage: Stage,
  organization: { id: string },
  administrator: string,
  guests: readonly Guest[],
): Promise<void> => {
  const half = Math.floor(guests.length / 2)
  const bare = await measure(half, width, (n) =>
    stage.bare(heartOfRestore(organization.id, guests[n]?.userId ?? '')),
  )
  const calls = guests.slice(half).map(({ userId }): Call => ({
    method: 'POST',
    path: `/v1.0/directory/deletedItems/${userId}/restore`,
    headers: bearing(administrator),
  }))
  note(
    stage,
    'restore (beside its update)',
    await sendAll({ port: stage.port, connections: width, calls }),
    bare,
    1,
  )
}

const purging = async (
  stage: Stage,
  organization: { id: string },
  administrator: string,
  guests: readonly Guest[],
): Promise<void> => {
  const half = Math.floor(guests.length / 2)
  const bare = await measure(half, width, (n) =>
    stage.bare({
      sql: 'delete from users where tenant_id = $1 and id = $2',
      parameters: [organization.id, guests[n]?.userId],
    }),
  )
  const calls = guests.slice(half).map(({ userId }): Call => ({
    method: 'DELETE',
    path: `/v1.0/directory/deletedItems/${userId}`,
    headers: bearing(administrator),
  }))
  note(
    stage,
    'purge (beside its delete)',
    await sendAll({ port: stage.port, connections: width, calls }),
    bare,
    1,
  )
}

const play = async (store: string, db: Database, bare: Bare, users: number): Promise<void> => {
  const home = await makeOrganization(db, 'Home')
  const organization = await makeOrganization(db, 'Large')
  await fill(db, organization, users)
  const administrator = await makeAdministrator(db, organization)
  const { port, stop } = await listen(db)
  const stage: Stage = { store, users, db, bare, port }
  const headers = bearing(administrator)
  for (const count of [1, 10, 100, 500]) {
    const traveller = await makeTraveller(db, home, count)
    const call: Call = {
      method: 'GET',
      path: '/account/organizations',
      headers: bearing(traveller.token),
    }
    await list(
      stage,
      `list my organizations, ${count}`,
      call,
      count > 50 ? Math.ceil(repeats / 4) : repeats,
    )
  }
  await list(stage, 'page of 100 users', { method: 'GET', path: '/v1.0/users?$top=100', headers })
  const middle = `person ${String(Math.floor(users / 2)).padStart(8, '0')}`
  const deep = cursorAfter([middle, administratorId], {
    key: servicesOver(db).sealKey,
    decides: [organization.id, '/users', null, null, null],
  })
  await list(stage, 'page of 100 users, in the middle', {
    method: 'GET',
    path: `/v1.0/users?$top=100&$skiptoken=${deep}`,
    headers,
  })
  await list(stage, 'search for one user', {
    method: 'GET',
    path: `/v1.0/users?$search=%22${users - 1}%22`,
    headers,
  })
  const guests = await makeGuests(db, home, organization, departures + 1)
  await leaving(stage, organization, guests, 'leave, no groups')
  await leaving(
    stage,
    organization,
    await makeGuests(db, home, organization, departures + 1, 100),
    'leave, 100 groups',
  )
  await restoring(stage, organization, administrator, guests)
  const again = await makeGuests(db, home, organization, departures + 1)
  await leaving(stage, organization, again, 'leave, again')
  await purging(stage, organization, administrator, again)
  await stop()
}
const administratorId = '00000000-0000-0000-0000-000000000000'

const onServer = (users: number): Promise<void> =>
  withPostgres(
    async (url) => {
      const store = await openPostgres(url, width)
      await migrate(store.db)
      const pool = new pg.Pool({ connectionString: url, max: width })
      await play('PostgreSQL', store.db, barePg(pool), users)
      await pool.end()
      await store.close()
    },
    { durable: true },
  )

for (const users of quick ? [1_000] : [1_000, 100_000, 1_000_000]) await onServer(users)

const figure = (rate: Rate): string =>
  `${rate.perSecond.toFixed(0)}/s (${rate.medianMs.toFixed(1)} ms, p99 ${rate.p99Ms.toFixed(1)} ms)`
console.log(`\n${cpus().length} × ${processor()}, Node ${process.version}, ${width} at a time\n`)
console.log(
  '| store | users | what | statements | over HTTP | bare | ratio |\n| --- | ---: | --- | ---: | --- | --- | ---: |',
)
for (const { store, users, what, statements, http, bare } of lines)
  console.log(
    `| ${store} | ${users.toLocaleString('en')} | ${what} | ${statements} | ${figure(http)} | ${figure(bare)} | ${((100 * http.perSecond) / bare.perSecond).toFixed(0)} % |`,
  )
