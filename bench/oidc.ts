/**
 * npm run bench:oidc (node bench/oidc.ts [quick]): tokens by client credentials, whole code flows,
 * and signing in with a password, with processor time of store and server; beside the bare
 * oidc-provider with its in-memory adapter and the same kind of key, in the same run.
 */
import { cpus } from 'node:os'
import { addSecret } from '../src/directory/applications/secrets.ts'
import { updateSignInSettings } from '../src/directory/applications/sign-in.ts'
import { createApplication } from '../src/directory/applications/create.ts'
import { createMember } from '../src/directory/users/create.ts'
import { firstRow, type Database } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { select } from '../src/store/columns.ts'
import { setPassword } from '../src/credentials/password/set.ts'
import { openSession } from '../src/people/open-session.ts'
import { hashPassword, verifyPassword } from '../src/credentials/password/password.ts'
import { withPostgres } from '../test/postgres.ts'
import { bareClient, bareProvider } from './bare-provider.ts'
import { redirectUri, sendFlows, type Flows } from './code-flows.ts'
import { measure, sendAll, type Call, type Rate } from './load.ts'
import { each, postmasterOf, processorOf, type Cost } from './processor.ts'
import { listenAs, makeOrganization, operator } from './world.ts'

const quick = process.argv.includes('quick')
const tokens = quick ? 1_000 : 10_000
const flows = quick ? 200 : 1_000
const signIns = quick ? 20 : 200
const passphrase = 'nine copper kettles sing at dawn'

type Measured = { readonly rate: Rate; readonly cost: Cost }

const line = (what: string, { rate, cost }: Measured, more = ''): void => {
  const { store, own } = cost
  const micros = [store, own, store + own].map((one) => one.toFixed(0)).join(' | ')
  console.log(
    `| ${what} | ${rate.perSecond.toFixed(0)} | ${rate.medianMs.toFixed(1)} | ${micros} | ${more} |`,
  )
}

/** `count` of something, with the processor time of each. */
const timed = async (
  postmaster: string,
  count: number,
  run: () => Promise<Rate>,
): Promise<Measured> => {
  const { result, cost } = await processorOf(postmaster, run)
  return { rate: result, cost: each(cost, count) }
}

type Tokens = { readonly url: string; readonly id: string; readonly secret: string }

/** Tokens of an application that acts by itself, 16 at a time. */
const tokensOf = async (postmaster: string, { url, id, secret }: Tokens): Promise<Measured> => {
  const { port, pathname: path } = new URL(url)
  const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
  const call: Call = { method: 'POST', path, headers, body: 'grant_type=client_credentials' }
  const send = (count: number) =>
    sendAll({
      port: Number(port),
      connections: 16,
      calls: Array.from({ length: count }, () => call),
    })
  await send(200)
  return timed(postmaster, tokens, () => send(tokens))
}

const flowsOf = (postmaster: string, flow: Flows): Promise<Measured> =>
  sendFlows(flow, (run) => timed(postmaster, flow.count, run))

const bare = async (postmaster: string): Promise<{ token: Measured; flow: Measured }> => {
  const { url, stop } = await bareProvider()
  const token = await tokensOf(postmaster, { url: `${url}/token`, ...bareClient })
  const flow = await flowsOf(postmaster, {
    issuer: url,
    clientId: bareClient.id,
    secret: bareClient.secret,
    browsers: Array.from({ length: 8 }, () => []),
    keeps: true,
    count: flows,
  })
  stop()
  return { token, flow }
}

/** An application of an organization, and a member who has a password. */
const scene = async (db: Database) => {
  const organization = await makeOrganization(db, 'Bench')
  const { id } = organization
  const made = await createApplication(db, id, { displayName: 'Bench' }, operator())
  if (made.outcome !== 'created') throw new Error(made.outcome)
  const which = { tenantId: id, registrationId: made.registrationId }
  const settings = { redirectUris: [{ kind: 'web', uri: redirectUri }] } as const
  await updateSignInSettings(db, which, settings, operator())
  const expiresAt = new Date(Date.now() + 86_400_000)
  const secret = await addSecret(db, which, { displayName: null, expiresAt }, operator())
  const row = await firstRow(
    db,
    select<{ appId: string }>({
      appId: 'app_id',
    })`from applications where id = ${made.applicationId}`,
  )
  const name = `bench@${organization.domain}`
  const bench = { displayName: 'Bench', userPrincipalName: name }
  const member = await createMember(db, id, bench, operator())
  if (secret.outcome !== 'added' || row === undefined || member.outcome !== 'created')
    throw new Error('the application was not made')
  const { userId, personId } = member
  await setPassword(db, { tenantId: id, userId, password: passphrase }, operator())
  return { id, appId: row.appId, secret: secret.text, name, personId }
}

const passwordSignIns = (postmaster: string, url: string, name: string): Promise<Measured> => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ name, password: passphrase }).toString()
  const enter = async (): Promise<void> => {
    const response = await fetch(`${url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body,
    })
    if (response.status !== 303) throw new Error(`sign-in: ${response.status}`)
    await response.body?.cancel()
  }
  return timed(postmaster, signIns, () => measure(signIns, 4, enter))
}

const times = (ours: Measured, bares: Measured): string => {
  const sum = ({ cost }: Measured): number => cost.store + cost.own
  return `${(sum(ours) / sum(bares)).toFixed(1)} × bare`
}

const product = async (
  db: Database,
  postmaster: string,
  beside: Awaited<ReturnType<typeof bare>>,
): Promise<void> => {
  const { id, appId, secret, name, personId } = await scene(db)
  const { publicUrl, stop } = await listenAs(db)
  const url = `${publicUrl}/${id}/oauth2/v2.0/token`
  const token = await tokensOf(postmaster, { url, id: appId, secret })
  line('client-credential token', token, times(token, beside.token))
  const device = { address: null, userAgent: 'bench' }
  const sessions = await Promise.all(
    Array.from({ length: 8 }, () => openSession(db, personId, device, new Date())),
  )
  const flow = {
    issuer: `${publicUrl}/${id}/v2.0`,
    clientId: appId,
    secret,
    browsers: sessions.map((session) => [['guesthouse_session', session.token]] as const),
    count: flows,
  }
  const first = await flowsOf(postmaster, { ...flow, keeps: false })
  line(
    'code flow, signed in, new to the organization’s applications',
    first,
    times(first, beside.flow),
  )
  const again = await flowsOf(postmaster, { ...flow, keeps: true })
  line('code flow, signed in, again in the same browser', again, times(again, beside.flow))
  line('sign-in with a password', await passwordSignIns(postmaster, publicUrl, name), '4 at once')
  await stop()
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`,
)
console.log('| what | per second | median, ms | store, µs | server, µs | together, µs | |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | --- |')
await withPostgres(
  async (url) => {
    const postgres = await openPostgres(url, 10)
    const { db } = postgres
    await migrate(db)
    const postmaster = await postmasterOf(db)
    const beside = await bare(postmaster)
    line('bare oidc-provider, in memory: client-credential token', beside.token)
    line('bare oidc-provider, in memory: code flow', beside.flow)
    const hash = await hashPassword(passphrase)
    const checks = quick ? 20 : 100
    const verified = () => measure(checks, 1, () => verifyPassword(passphrase, hash))
    line(
      'password hash verified (argon2id 19 MiB, 2 passes)',
      await timed(postmaster, checks, verified),
    )
    await product(db, postmaster, beside)
    await postgres.close()
  },
  { durable: true },
)
process.exit(0)
