/**
 * npm run bench [-- quick | 100000]: the product over HTTP beside the bare statements, prepared,
 * through the same driver in the same run, in processor time of server and store. Leaving and the
 * lists are compared with the very statements that the request runs; restoring and purging with the
 * one update or delete that is their heart. Prints a table, and fails when a statement of a request
 * reads a large table from end to end.
 */
import { cpus } from 'node:os'
import pg from 'pg'
import { withPostgres } from '../test/postgres.ts'
import { serverApp } from '../src/server/server.ts'
import type { TenantId } from '../src/kernel/ids.ts'
import type { Database } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { barePg, heartOfRestore, listening, processor, type Bare, type Statement } from './bare.ts'
import { measure, sendAll, type Call, type Rate } from './load.ts'
import { asker, further } from './pages.ts'
import { each, postmasterOf, processorOf, type Cost } from './processor.ts'
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
const given = Number(process.argv[2])
const sizes = quick ? [1_000] : Number.isInteger(given) ? [given] : [1_000, 100_000, 1_000_000]
const width = 8
const repeats = quick ? 100 : 600
const departures = quick ? 60 : 800
/** So many are sent first: a connection plans a statement five times, and keeps a plan then. */
const warm = quick ? 10 : 100

/** How fast, and what each took the processor. */
type Measured = { readonly rate: Rate; readonly cost: Cost }
type Line = {
  readonly users: number
  readonly what: string
  readonly http: Measured
  /** None where what the request writes cannot be written again. */
  readonly bare: Measured | undefined
  readonly statements: number
}
const lines: Line[] = []
type Stage = {
  readonly postmaster: string
  readonly users: number
  readonly db: Database
  readonly bare: Bare
  readonly port: number
}

/** `count` turns, `width` at a time, and what each took the processor. */
const turns = async (
  { postmaster }: Stage,
  count: number,
  work: (index: number) => Promise<unknown>,
): Promise<Measured> => {
  const { result, cost } = await processorOf(postmaster, () => measure(count, width, work))
  return { rate: result, cost: each(cost, count) }
}

/** The calls over HTTP, each once. */
const sent = async ({ postmaster, port }: Stage, calls: readonly Call[]): Promise<Measured> => {
  const { result, cost } = await processorOf(postmaster, () =>
    sendAll({ port, connections: width, calls }),
  )
  return { rate: result, cost: each(cost, calls.length) }
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

const together = ({ cost }: Measured): number => cost.store + cost.own
const micros = (value: number): string => Math.round(value).toLocaleString('en')

const note = (
  stage: Stage,
  what: string,
  http: Measured,
  bare?: Measured,
  statements = 1,
): void => {
  lines.push({ users: stage.users, what, http, bare, statements })
  const beside = bare === undefined ? '' : ` of ${micros(together(bare))} µs`
  console.error(`${stage.users}: ${what}: ${micros(together(http))}${beside}`)
}

const list = async (stage: Stage, what: string, call: Call, count = repeats): Promise<void> => {
  const statements = await statementsOf(stage.db, call)
  await refuseScans(stage, what, statements)
  const replay = async (): Promise<void> => {
    for (const statement of statements) await stage.bare(statement)
  }
  await turns(stage, Math.max(warm, count / 4), replay)
  const bare = await turns(stage, count, replay)
  const calls = Array.from({ length: count }, () => call)
  await sent(stage, [...calls, ...calls].slice(0, Math.max(warm, count / 4)))
  note(stage, what, await sent(stage, calls), bare, statements.length)
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
  const replay = (of: readonly Guest[]) =>
    turns(stage, of.length, (n) => replayLeave(sample, of[n] as Guest, stage.bare))
  await replay(others.slice(0, warm))
  const bare = await replay(others.slice(warm, half))
  await requireLeft(stage.db, organization.id, others.slice(0, half))
  await sent(stage, others.slice(half, half + warm).map(call))
  const http = await sent(stage, others.slice(half + warm).map(call))
  note(stage, what, http, bare, sample.statements.length)
}

const restoring = async (
  stage: Stage,
  organization: { id: string },
  administrator: string,
  guests: readonly Guest[],
): Promise<void> => {
  const half = Math.floor(guests.length / 2)
  const bare = await turns(stage, half, (n) =>
    stage.bare(heartOfRestore(organization.id, guests[n]?.userId ?? '')),
  )
  const calls = guests.slice(half).map(({ userId }): Call => ({
    method: 'POST',
    path: `/v1.0/directory/deletedItems/${userId}/restore`,
    headers: bearing(administrator),
  }))
  await sent(stage, calls.slice(0, warm))
  note(stage, 'restore (beside its update)', await sent(stage, calls.slice(warm)), bare)
}

const purging = async (
  stage: Stage,
  organization: { id: string },
  administrator: string,
  guests: readonly Guest[],
): Promise<void> => {
  const half = Math.floor(guests.length / 2)
  const bare = await turns(stage, half, (n) =>
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
  await sent(stage, calls.slice(0, warm))
  note(stage, 'delete permanently (beside its delete)', await sent(stage, calls.slice(warm)), bare)
}

/** What writes something new each time, and has no bare statements that could be sent again. */
const writing = async (
  stage: Stage,
  what: string,
  administrator: string,
  call: (index: number) => { readonly path: string; readonly body: object },
): Promise<void> => {
  const headers = { ...bearing(administrator), 'content-type': 'application/json' }
  const calls = Array.from({ length: departures / 2 }, (_, index): Call => {
    const { path, body } = call(index)
    return { method: 'POST', path, headers, body: JSON.stringify(body) }
  })
  await sent(stage, calls.slice(0, warm))
  note(stage, what, await sent(stage, calls.slice(warm)))
}

const play = async (db: Database, bare: Bare, users: number): Promise<void> => {
  const home = await makeOrganization(db, 'Home')
  const organization = await makeOrganization(db, 'Large')
  await fill(db, organization, users)
  const administrator = await makeAdministrator(db, organization)
  const { port, stop } = await listen(db)
  const stage: Stage = { postmaster: await postmasterOf(db), users, db, bare, port }
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
  await list(stage, 'page of 50 users', { method: 'GET', path: '/v1.0/users?$top=50', headers })
  const counting = { ...headers, consistencylevel: 'eventual' }
  const counted = {
    method: 'GET',
    path: '/v1.0/users?$top=50&$count=true',
    headers: counting,
  } as const
  await list(stage, 'page of 50 users with $count', counted, repeats / 4)
  const overview = { method: 'GET', path: '/v1.0/guesthouse.overview', headers } as const
  await list(stage, 'overview', overview, repeats / 4)
  await list(stage, 'page of 100 users', { method: 'GET', path: '/v1.0/users?$top=100', headers })
  const pages = Math.min(1_000, Math.floor(users / 200))
  const far = await further(asker(db, administrator), '/v1.0/users?$top=100', pages)
  await list(stage, 'page of 100 users, far on', {
    method: 'GET',
    path: far.replace(publicUrl, ''),
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
  await writing(stage, 'create a user', administrator, (index) => ({
    path: '/v1.0/users',
    body: {
      displayName: `New ${index}`,
      userPrincipalName: `new-${index}@${organization.domain}`,
      mailNickname: `new-${index}`,
      accountEnabled: true,
      passwordProfile: undefined,
    },
  }))
  await writing(stage, 'invite a guest', administrator, (index) => ({
    path: '/v1.0/invitations',
    body: {
      invitedUserEmailAddress: `invited-${index}@${home.domain.replace('.example', '.test')}`,
      inviteRedirectUrl: 'https://app.example/',
      sendInvitationMessage: true,
    },
  }))
  await stop()
}

const onServer = (users: number): Promise<void> =>
  withPostgres(
    async (url) => {
      const store = await openPostgres(url, width)
      const pool = new pg.Pool({ connectionString: url, max: width })
      try {
        await migrate(store.db)
        await play(store.db, barePg(pool), users)
      } finally {
        await pool.end()
        await store.close()
      }
    },
    { durable: true },
  )

for (const users of sizes) await onServer(users)

const cells = (measured: Measured | undefined): string =>
  measured === undefined
    ? '– | – | –'
    : [measured.cost.store, measured.cost.own, together(measured)].map(micros).join(' | ')
console.log(`\n${cpus().length} × ${processor()}, Node ${process.version}, ${width} at a time\n`)
console.log(
  '| users | microseconds of processor a call | statements | store | server | together | store, bare | driver, bare | together, bare | times | over HTTP |',
)
console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |')
for (const { users, what, statements, http, bare } of lines) {
  const times = bare === undefined ? '–' : (together(http) / together(bare)).toFixed(1)
  const { perSecond, medianMs, p99Ms } = http.rate
  const rate = `${perSecond.toFixed(0)}/s (${medianMs.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms)`
  console.log(
    `| ${users.toLocaleString('en')} | ${what} | ${statements} | ${cells(http)} | ${cells(bare)} | ${times} | ${rate} |`,
  )
}
