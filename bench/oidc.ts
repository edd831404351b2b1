/**
 * npm run bench:oidc (node bench/oidc.ts [quick]): tokens per second for client credentials, beside
 * the bare oidc-provider with its in-memory adapter and the same kind of key, in the same run; the
 * whole code flow; and signing in with a password, with the hash's cost.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus } from 'node:os'
import { serve } from '@hono/node-server'
import autocannon from 'autocannon'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider } from 'oidc-provider'
import * as client from 'openid-client'
import { pino } from 'pino'
import { addSecret } from '../src/directory/applications/secrets.ts'
import { updateSignInSettings } from '../src/directory/applications/sign-in.ts'
import { createApplication } from '../src/directory/applications/create.ts'
import { createMember } from '../src/directory/users/create.ts'
import type { Database } from '../src/store/database.ts'
import { firstRow } from '../src/store/database.ts'
import { sql } from 'kysely'
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { serverApp } from '../src/server/server.ts'
import { setPassword } from '../src/credentials/password/set.ts'
import { openSession } from '../src/people/open-session.ts'
import { hashPassword, verifyPassword } from '../src/credentials/password/password.ts'
import { withPostgres } from '../test/postgres.ts'
import { measure } from './load.ts'
import { makeOrganization, operator } from './world.ts'

const quick = process.argv.includes('quick')
const seconds = quick ? 2 : 10
const connections = 16
const flows = quick ? 40 : 400
const signIns = quick ? 20 : 200
const passphrase = 'nine copper kettles sing at dawn'
const redirectUri = 'https://app.example/callback'

type Address = {
  readonly url: string
  readonly path: string
  readonly id: string
  readonly secret: string
}

/**
 * Tokens per second, asked for from a thread of its own. Throws when one is not given: what fails
 * is not measured.
 */
const tokensPerSecond = async ({ url, path, id, secret }: Address): Promise<number> => {
  const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
  const options = {
    url: url + path,
    method: 'POST',
    headers,
    body: 'grant_type=client_credentials',
    connections,
    workers: 1,
  } as const
  await autocannon({ ...options, duration: 1 })
  const result = await autocannon({ ...options, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed`)
  return result.requests.average
}

/**
 * The library alone: its in-memory adapter, one client, the same algorithm, tokens of the same
 * format.
 */
const bare = async (): Promise<number> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const resource = `${url}/api`
  const provider = new Provider(url, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] as never },
    clients: [
      {
        client_id: 'bench',
        client_secret: 'bench-secret',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        getResourceServerInfo: () => ({
          scope: '',
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  })
  server.on('request', provider.callback())
  const rate = await tokensPerSecond({ url, path: '/token', id: 'bench', secret: 'bench-secret' })
  server.close()
  return rate
}

const product = async (db: Database) => {
  const organization = await makeOrganization(db, 'Bench')
  const made = await createApplication(db, organization.id, { displayName: 'Bench' }, operator())
  if (made.outcome !== 'created') throw new Error(made.outcome)
  const which = { tenantId: organization.id, registrationId: made.registrationId }
  await updateSignInSettings(
    db,
    which,
    { redirectUris: [{ kind: 'web', uri: redirectUri }] },
    operator(),
  )
  const secret = await addSecret(
    db,
    which,
    { displayName: null, expiresAt: new Date(Date.now() + 86_400_000) },
    operator(),
  )
  const row = await firstRow(
    db,
    sql<{
      appId: string
    }>`select app_id as "appId" from applications where id = ${made.applicationId}`,
  )
  if (secret.outcome !== 'added' || row === undefined)
    throw new Error('the application was not made')
  const upn = `bench@${organization.domain}`
  const member = await createMember(
    db,
    organization.id,
    { displayName: 'Bench', userPrincipalName: upn },
    operator(),
  )
  if (member.outcome !== 'created') throw new Error(member.outcome)
  await setPassword(
    db,
    { tenantId: organization.id, userId: member.userId, password: passphrase },
    operator(),
  )

  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  let app: ReturnType<typeof serverApp> | undefined
  const server = serve(
    {
      fetch: (request, env) => app?.fetch(request, env) ?? new Response(),
      hostname: '127.0.0.1',
      port: 0,
    },
    resolve,
  )
  const publicUrl = `http://127.0.0.1:${(await promise).port}`
  const log = pino({ level: 'silent' })
  app = serverApp({
    db,
    clock: () => new Date(),
    log,
    publicUrl,
    trustedProxies: 0,
    sealKey: Buffer.alloc(32),
  })
  const config = await client.discovery(
    new URL(`${publicUrl}/${organization.id}/v2.0`),
    row.appId,
    undefined,
    client.ClientSecretBasic(secret.text),
    { execute: [client.allowInsecureRequests] },
  )
  return {
    publicUrl,
    config,
    organization,
    appId: row.appId,
    secret: secret.text,
    upn,
    personId: member.personId,
    stop: () => server.close(),
  }
}
type Product = Awaited<ReturnType<typeof product>>

/**
 * One code flow as a browser and an application make it: authorize, interaction, resume, exchange.
 */
const codeFlow = async ({ config, publicUrl }: Product, token: string): Promise<void> => {
  const jar = new Map([['guesthouse_session', token]])
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  let url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  while (url.href.startsWith(publicUrl)) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      jar.set(name, value)
    }
    const next =
      response.headers.get('location') ??
      /url=(.*)$/.exec(response.headers.get('refresh') ?? '')?.[1]
    if (next === undefined) throw new Error(`${response.status} at ${url.href}`)
    url = new URL(next, url)
    await response.body?.cancel()
  }
  await client.authorizationCodeGrant(config, url, {
    pkceCodeVerifier: verifier,
    expectedState: state,
  })
}

const line = (store: string, what: string, perSecond: number, more = ''): void =>
  console.log(
    `| ${store.padEnd(10)} | ${what.padEnd(44)} | ${perSecond.toFixed(0).padStart(8)} | ${more} |`,
  )

const measureStore = async (store: string, db: Database, bareRate: number): Promise<void> => {
  const p = await product(db)
  const path = `/${p.organization.id}/oauth2/v2.0/token`
  const tokens = await tokensPerSecond({ url: p.publicUrl, path, id: p.appId, secret: p.secret })
  line(
    store,
    'client-credential tokens over HTTP',
    tokens,
    `${((tokens / bareRate) * 100).toFixed(0)} % of bare`,
  )
  const sessions = await Promise.all(
    Array.from({ length: 8 }, () =>
      openSession(db, p.personId, { address: null, userAgent: 'bench' }, new Date()),
    ),
  )
  const flow = await measure(flows, 8, (n) => codeFlow(p, sessions[n % 8]?.token ?? ''))
  line(
    store,
    'whole code flows (browser and application)',
    flow.perSecond,
    `median ${flow.medianMs.toFixed(1)} ms, 8 at once`,
  )
  const body = new URLSearchParams({ name: p.upn, password: passphrase }).toString()
  const enter = await measure(signIns, 4, async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const response = await fetch(`${p.publicUrl}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body,
    })
    if (response.status !== 303) throw new Error(`sign-in: ${response.status}`)
    await response.body?.cancel()
  })
  line(
    store,
    'sign-ins with a password',
    enter.perSecond,
    `median ${enter.medianMs.toFixed(1)} ms, 4 at once`,
  )
  p.stop()
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`,
)
const bareRate = await bare()
line('none', 'bare oidc-provider, in memory, RS256', bareRate)
const hash = await hashPassword(passphrase)
const verify = await measure(quick ? 20 : 100, 1, () => verifyPassword(passphrase, hash))
line(
  'none',
  'password hashes verified, one at a time',
  verify.perSecond,
  `argon2id 19 MiB, 2 passes: ${verify.medianMs.toFixed(1)} ms`,
)
await withPostgres(
  async (url) => {
    const postgres = await openPostgres(url, 10)
    await migrate(postgres.db)
    await measureStore('PostgreSQL', postgres.db, bareRate)
    await postgres.close()
  },
  { durable: true },
)
process.exit(0)
