/**
 * npm run bench:strangers (node bench/strangers.ts [seconds] [requests per second]): one stranger
 * plays with every address that needs no sign-in, for five minutes at 300 requests a second unless
 * told otherwise, out of one IPv6 /64. Ends badly when a thousand rows or more are left that live
 * longer than ten minutes, when somebody else's sign-in or API call takes three times its calm p99,
 * or when memory keeps growing.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import pg from 'pg'
import { accountRoutes } from '../src/account/app.ts'
import { graphRoutes } from '../src/graph/app.ts'
import { oidcRoutes } from '../src/oidc/app.ts'
import { signInRoutes } from '../src/sign-in/app.ts'
import { withPostgres } from '../test/postgres.ts'
import { rateOf } from './load.ts'
import type { Scene } from './strangers-server.ts'

const seconds = Number(process.argv[2] ?? 300)
const perSecond = Number(process.argv[3] ?? 300)
const calmSeconds = Math.max(10, Math.min(60, seconds / 5))
const minutesThatCount = 10
const mostRows = 1_000
const mostSlower = 3
/** What a busy process may have more than a calm one, in bytes. */
const mostMemory = 300 * 1024 * 1024

type Ask = {
  readonly method: string
  readonly path: string
  readonly form?: Record<string, string>
  readonly headers?: Record<string, string>
}
type Answer = { readonly status: number; readonly cookies: readonly string[] }

const agents = {
  stranger: new Agent({ keepAlive: true, maxSockets: 100 }),
  others: new Agent({ keepAlive: true, maxSockets: 20 }),
}
const text = (): string => randomBytes(12).toString('base64url')

const send = (
  who: keyof typeof agents,
  port: number,
  { method, path, form, headers = {} }: Ask,
): Promise<Answer> => {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const body = form === undefined ? undefined : new URLSearchParams(form).toString()
  const type =
    body === undefined
      ? {}
      : {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(body.length),
        }
  const sent = request(
    { agent: agents[who], host: '127.0.0.1', port, method, path, headers: { ...type, ...headers } },
    (answer) => {
      answer
        .on('end', () =>
          resolve({ status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [] }),
        )
        .resume()
    },
  )
  sent.on('error', reject).end(body)
  return promise
}

/**
 * Everything that a stranger can ask, each with what it takes: known and unknown names, right and
 * wrong applications.
 */
const asksOf = (scene: Scene): (() => Ask)[] => {
  const fill = (path: string): string =>
    path
      .replaceAll(':tenant', scene.organizationId)
      .replaceAll(/:\w+(?:\{[^}]*\})?/g, text)
      .replaceAll('*', text())
  const form = (): Record<string, string> => ({
    name: randomInt(2) === 0 ? scene.upn : `${text()}@${scene.domain}`,
    password: text(),
    address: `${text()}@outside.example`,
    code: String(randomInt(10 ** 8)),
    client_id: scene.appId,
    redirect_uri: 'http://localhost/callback',
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    grant_type: ['authorization_code', 'refresh_token', 'client_credentials'][randomInt(3)] ?? '',
    token: text(),
    refresh_token: text(),
    state: 'x'.repeat(randomInt(4_000)),
  })
  const open = signInRoutes.filter(({ permission }) => permission === 'anyone')
  const closed = [
    ...accountRoutes.map((one) => ({ ...one, path: `/account${one.path}` })),
    ...graphRoutes.map((one) => ({ ...one, path: `/v1.0${one.path}` })),
  ]
  return [
    ...[...open, ...oidcRoutes].map(
      ({ method, path }) =>
        () =>
          method === 'GET'
            ? { method, path: `${fill(path)}?${new URLSearchParams(form()).toString()}` }
            : { method, path: fill(path), form: form() },
    ),
    ...closed.map(({ method, path }) => () => ({
      method,
      path: fill(path),
      headers: { authorization: `Bearer ${text()}` },
    })),
  ]
}

/**
 * What somebody else does meanwhile, a sign-in each second from a device of theirs and ten API
 * calls; resolves with how long each took.
 */
const othersFor = async (scene: Scene, forSeconds: number, device: string) => {
  const took = { signIn: [] as number[], call: [] as number[] }
  const failed: string[] = []
  const timed = async (what: keyof typeof took, ask: Ask, right: number): Promise<void> => {
    const from = performance.now()
    // A kept connection that the server closes at this very moment is opened again, as browsers do.
    const { status } = await send('others', scene.port, ask).catch(() =>
      send('others', scene.port, ask),
    )
    took[what].push(performance.now() - from)
    if (status !== right) failed.push(`${what}: ${status}`)
  }
  const headers = { 'x-forwarded-for': '198.51.100.7' }
  const signIn: Ask = {
    method: 'POST',
    path: '/sign-in',
    form: { name: scene.upn, password: scene.password },
    headers: { ...headers, cookie: device },
  }
  const call: Ask = {
    method: 'GET',
    path: '/v1.0/me',
    headers: { ...headers, authorization: `Bearer ${scene.token}` },
  }
  const running: Promise<void>[] = []
  for (let n = 0; n < forSeconds * 10; n++) {
    running.push(timed('call', call, 200))
    if (n % 10 === 0) running.push(timed('signIn', signIn, 303))
    await new Promise((done) => setTimeout(done, 100))
  }
  await Promise.all(running)
  return { took, failed }
}

const strangerFor = async (scene: Scene, forSeconds: number) => {
  const asks = asksOf(scene)
  const statuses = new Map<number, number>()
  const running = new Set<Promise<void>>()
  const started = performance.now()
  for (let n = 0; performance.now() - started < forSeconds * 1_000;) {
    for (
      const due = ((performance.now() - started) / 1_000) * perSecond;
      n < due && running.size < 1_000;
      n++
    ) {
      const ask = asks[n % asks.length]?.() ?? { method: 'GET', path: '/' }
      const headers = {
        ...ask.headers,
        'x-forwarded-for': `2001:db8:bad:bad::${randomInt(65_536).toString(16)}`,
        accept: 'text/html',
      }
      const one = send('stranger', scene.port, { ...ask, headers }).then(
        ({ status }) => void statuses.set(status, (statuses.get(status) ?? 0) + 1),
        () => void statuses.set(0, (statuses.get(0) ?? 0) + 1),
      )
      running.add(one)
      void one.finally(() => running.delete(one))
    }
    await new Promise((done) => setTimeout(done, 5))
  }
  await Promise.all(running)
  return { statuses, count: [...statuses.values()].reduce((sum, count) => sum + count, 0) }
}

/**
 * Rows of each table that live longer than ten minutes from now. What the other people made by
 * signing in is left out.
 */
const lastingRows = async (client: pg.Client): Promise<Map<string, number>> => {
  const tables = await client.query<{ name: string; ends: string | null }>(`
    select t.table_name as name, max(c.column_name) as ends from information_schema.tables t
    left join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
      and c.column_name in ('expires_at', 'give_up_at')
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' group by t.table_name`)
  const counts = new Map<string, number>()
  for (const { name, ends } of tables.rows) {
    if (['sessions', 'known_browsers', 'tenant_sessions'].includes(name)) continue
    const lasting =
      ends === null ? 'true' : `${ends} > now() + interval '${minutesThatCount} minutes'`
    const others = name === 'events' ? ` and activity <> 'user.signedIn'` : ''
    const found = await client.query<{ n: number }>(
      `select count(*)::int as n from ${name} where ${lasting}${others}`,
    )
    counts.set(name, found.rows[0]?.n ?? 0)
  }
  return counts
}

const memoryOf = async (server: ChildProcess): Promise<number> => {
  server.send('memory')
  const [{ rss }] = (await once(server, 'message')) as [{ rss: number }]
  return rss
}

const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`

const play = async (url: string): Promise<boolean> => {
  const server = fork(new URL('strangers-server.ts', import.meta.url), [url])
  const [scene] = (await once(server, 'message')) as [Scene]
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const first = await send('others', scene.port, {
    method: 'POST',
    path: '/sign-in',
    form: { name: scene.upn, password: scene.password },
  })
  const device =
    first.cookies.find((one) => one.startsWith('guesthouse_device='))?.split(';')[0] ?? ''
  await othersFor(scene, 3, device)
  const calm = await othersFor(scene, calmSeconds, device)
  const [rowsBefore, memoryBefore] = [await lastingRows(client), await memoryOf(server)]
  const [stranger, others] = await Promise.all([
    strangerFor(scene, seconds),
    othersFor(scene, seconds, device),
  ])
  const [rowsAfter, memoryAfter] = [await lastingRows(client), await memoryOf(server)]
  await client.end()
  server.disconnect()
  const grown = [...rowsAfter].flatMap(([name, count]) =>
    count > (rowsBefore.get(name) ?? 0)
      ? [[name, count - (rowsBefore.get(name) ?? 0)] as const]
      : [],
  )
  const left = grown.reduce((sum, [, count]) => sum + count, 0)
  console.log(
    `stranger: ${stranger.count} requests in ${seconds} s, asked for ${perSecond * seconds}; answers ${JSON.stringify(Object.fromEntries(stranger.statuses))}`,
  )
  console.log(
    `rows that live longer than ten minutes: ${left} (${grown.map(([name, count]) => `${name} ${count}`).join(', ')})`,
  )
  console.log(`memory: ${mebibytes(memoryBefore)} before, ${mebibytes(memoryAfter)} after`)
  let isWell = left < mostRows && memoryAfter - memoryBefore < mostMemory
  for (const what of ['signIn', 'call'] as const) {
    const [before, during] = [rateOf(calm.took[what], 1), rateOf(others.took[what], 1)]
    const slower = during.p99Ms / before.p99Ms
    if (slower > mostSlower) isWell = false
    console.log(
      `${what}: calm median ${before.medianMs.toFixed(1)} ms, p99 ${before.p99Ms.toFixed(1)} ms; beside the stranger median ${during.medianMs.toFixed(1)} ms, ` +
        `p99 ${during.p99Ms.toFixed(1)} ms: ${slower.toFixed(1)} ×`,
    )
  }
  if (others.failed.length > 0)
    console.log(
      `other people were refused: ${others.failed.slice(0, 5).join(', ')}, ${others.failed.length} in all`,
    )
  return isWell && others.failed.length === 0
}

const isWell = await withPostgres(play)
agents.stranger.destroy()
agents.others.destroy()
console.log(isWell ? 'well' : 'not well')
process.exit(isWell ? 0 : 1)
