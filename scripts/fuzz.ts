/**
 * Requests that nobody thought of, to every row of the directory and account APIs: `npm run fuzz`,
 * or `npm run fuzz -- 20000` for so many, or `-- 20000 7` for the same ones as seed 7 made. At
 * least half of the bodies have the shape that their row reads. Fails when an answer is 5xx, or
 * when too many bodies fell short of their rows. In process, on the store of the tests.
 */
import { shapes, type Shaped } from '../src/edge/body.ts'
import { accountRoutes } from '../src/account/app.ts'
import { graphRoutes } from '../src/graph/app.ts'
import { addressOf, scenesOf, type Ids } from '../test/doors/graph-scenes.ts'
import { stageOf } from '../test/doors/graph-stage.ts'
import { world } from '../test/world.ts'
import { bodyMaker, chance, pick, seeded, strangeText } from './fuzz-values.ts'

const [count = 100_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number)
/** So many requests see one world; then there is a new one. */
const perWorld = 2_500
const random = seeded(seed)

type Row = { readonly method: string; readonly path: string; readonly api: 'graph' | 'account' }
const rows: readonly Row[] = [
  ...graphRoutes.map(({ method, path }) => ({ method, path, api: 'graph' as const })),
  ...accountRoutes.map(({ method, path }) => ({ method, path, api: 'account' as const })),
]

type World = Awaited<ReturnType<typeof world>>
type Client = ReturnType<World['as']>

let asked = 0
let withBody = 0
let inShape = 0
const statuses = new Map<number, number>()
const faults: string[] = []
let shaped: Shaped | undefined
shapes.subscribe((message) => (shaped = message as Shaped))

/** What each row's body has to look like, learnt from what the row reads. */
const learnt = new Map<string, Shaped['schema']>()
const accountBodies: Readonly<Record<string, object>> = {
  '/organizations/:id/requests': { kind: 'removal' },
  '/organizations/:id/invitation/decline': { forGood: false },
}

const options = [
  '$top=1',
  '$top=0x1',
  '$search="a"',
  '$filter=',
  '$orderby=',
  '$select=id',
  '$count=true',
  '$expand=manager',
  'x=1',
]
const properties = [
  'displayName',
  'id',
  'constructor',
  'createdDateTime',
  'signInActivity/lastSignInDateTime',
  'sponsors/$count',
  'activityDateTime',
]

// What is refused for its options never comes to its body, so those with one have few.
const queryOf = ({ method }: Row): string => {
  if (!chance(random, method === 'GET' ? 0.4 : 0.04)) return ''
  const option = pick(random, options)
  if (option === '$filter=')
    return `?$filter=${encodeURIComponent(`${pick(random, properties)} ${pick(random, ['eq', 'ge', 'lt'])} ${pick(random, [`'${strangeText(random)}'`, '2026-01-01', 'null', 'true'])}`.toWellFormed())}`
  if (option === '$orderby=') return `?$orderby=${pick(random, properties)} desc`
  return `?${option}`
}

/**
 * The ids of a row's own scene, now and then with one of another kind, or something that is none,
 * in its place.
 */
const bent = (ids: Ids, known: readonly string[]): Ids => {
  if (!chance(random, 0.12)) return ids
  const name = pick(random, Object.keys(ids).length === 0 ? ['id'] : Object.keys(ids))
  return {
    ...ids,
    [name]: chance(random, 0.6) ? pick(random, known) : strangeText(random).slice(0, 300),
  }
}

/** What a request is made of, beside chance. */
type Stand = { readonly ids: Ids; readonly base: object | undefined }

// Mostly what an earlier request left behind. A scene that cannot be set any more, in a world where
// everything has been changed, is no fault.
const standOf = async (
  w: World,
  stage: ReturnType<typeof stageOf>,
  row: Row,
  before: Map<Row, Stand>,
): Promise<Stand> => {
  if (row.api === 'account')
    return {
      ids: { id: pick(random, [w.fabrikam.id, w.northwind.id, w.contoso.id]) },
      base: accountBodies[row.path],
    }
  const old = before.get(row)
  if (old !== undefined && chance(random, 0.7)) return old
  try {
    const scene = await pick(random, scenesOf(row))(stage, w.frank.userId)
    const stand = { ids: scene.ids, base: scene.body?.(scene.ids) }
    before.set(row, stand)
    return stand
  } catch {
    return old ?? { ids: {}, base: undefined }
  }
}

const noteShape = (row: Row, hasBody: boolean): void => {
  if (hasBody) withBody++
  if (shaped === undefined) return
  if (hasBody && (shaped as Shaped).passed) inShape++
  learnt.set(`${row.method} ${row.path}`, (shaped as Shaped).schema)
}

const send = async (client: Client, row: Row, address: string, made: unknown): Promise<number> => {
  shaped = undefined
  asked++
  const method = chance(random, 0.02)
    ? pick(random, ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'])
    : row.method
  const body = method === 'GET' ? undefined : made
  const headers: Record<string, string> = chance(random, 0.3)
    ? { consistencylevel: 'eventual' }
    : {}
  const response = await client.request(method, address, body, headers)
  const text = await response.text()
  statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
  noteShape(row, body !== undefined)
  if (response.status >= 500)
    faults.push(
      `${response.status} ${method} ${address} ${JSON.stringify(body)?.slice(0, 600) ?? ''}\n    ${text.slice(0, 300)}`,
    )
  return response.status
}

// Now and then an address that is no good text at all.
const atApi = ({ api }: Row, path: string): string =>
  (api === 'graph' ? path : path.replace('/v1.0', '/account')) +
  (chance(random, 0.01) ? '/%E0%A4%A' : '')

const inOneWorld = async (most: number): Promise<void> => {
  const w = await world('http://guesthouse.test', { log: complaining })
  const stage = stageOf(w, w.fabrikam, w.frank)
  const people = [...Array.from({ length: 8 }, () => w.frank), w.fiona, w.ada]
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  let clients = people.map((person) => w.as(person, w.fabrikam))
  const stands = new Map<Row, Stand>()
  const known: string[] = [w.fabrikam.id, w.frank.userId, w.fiona.userId]
  for (let n = 0; n < most; n++) {
    const row = rows[n % rows.length] as Row
    const { ids, base } = await standOf(w, stage, row, stands)
    known.push(...Object.values(ids).slice(0, 2))
    const path = addressOf(row.path, bent(ids, known.slice(-200)))
    const schema = learnt.get(`${row.method} ${row.path}`)
    const reads =
      row.method !== 'GET' && (base !== undefined || schema !== undefined || chance(random, 0.02))
    const body = reads ? bodyMaker(random, schema, base, known) : undefined
    const status = await send(
      pick(random, clients),
      row,
      `${atApi(row, path)}${queryOf(row)}`,
      body,
    )
    // Sessions are ended by what is asked here; who lost theirs signs in again.
    if (status === 401) clients = people.map((person) => w.as(person, w.fabrikam))
  }
}

/** A log that keeps what went wrong, to be told beside the answer. */
const told: string[] = []
const complaining = {
  error: (facts: { err?: Error }, message: string) =>
    told.push(`${message}: ${facts.err?.stack ?? ''}`),
  warn: () => {},
  info: () => {},
  debug: () => {},
  trace: () => {},
  fatal: () => {},
  child: () => complaining,
  level: 'error',
} as unknown as World['services']['log']

for (let left = count; left > 0; left -= perWorld) {
  await inOneWorld(Math.min(perWorld, left))
  console.log(
    `${asked} asked, ${inShape} of ${withBody} bodies in shape, ${faults.length} answers of 5xx`,
  )
}
const share = withBody === 0 ? 0 : inShape / withBody
console.log(
  `seed ${seed}; answers: ${[...statuses]
    .toSorted(([a], [b]) => a - b)
    .map(([status, n]) => `${status} × ${n}`)
    .join(', ')}`,
)
for (const [place, fault] of faults.slice(0, 20).entries())
  console.log(`${fault}\n    ${(told[place] ?? '').split('\n').slice(0, 6).join('\n    ')}`)
console.log(
  `${asked} requests to ${rows.length} rows, ${(share * 100).toFixed(1)} % of ${withBody} bodies in the shape of their row, ${faults.length} answers of 5xx`,
)
process.exitCode = faults.length > 0 || share < 0.5 ? 1 : 0
