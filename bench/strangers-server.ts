/**
 * The product as one process for bench/strangers.ts: a small cast, the recurring jobs, and what the
 * other people there need, told by message.
 */
import { readObjects } from '../src/graph/subscriptions/read-objects.ts'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { roles } from '../src/access/roles.ts'
import { updateSignInSettings } from '../src/directory/applications/sign-in.ts'
import { createApplication } from '../src/directory/applications/create.ts'
import { createMember } from '../src/directory/users/create.ts'
import { setPassword } from '../src/credentials/password/set.ts'
import { openSession } from '../src/people/open-session.ts'
import { serverApp } from '../src/server/server.ts'
import { firstRow, type Database } from '../src/store/database.ts'
import { sql } from 'kysely'
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { startWorker } from '../src/worker/schedule.ts'
import { browserOf, tokenIn } from '../test/in-process-browser.ts'
import { makeOrganization, operator } from './world.ts'

export type Scene = {
  readonly port: number
  readonly organizationId: string
  readonly domain: string
  readonly appId: string
  readonly upn: string
  readonly password: string
  readonly token: string
}

const password = 'nine copper kettles sing at dawn'

const makeScene = async (
  db: Database,
  product: { app: ReturnType<typeof serverApp>; publicUrl: string },
): Promise<Omit<Scene, 'port'>> => {
  const { id: tenantId, domain } = await makeOrganization(db, 'Bench')
  const made = await createApplication(db, tenantId, { displayName: 'Bench' }, operator())
  if (made.outcome !== 'created') throw new Error(made.outcome)
  const which = { tenantId, registrationId: made.registrationId }
  await updateSignInSettings(
    db,
    which,
    { redirectUris: [{ kind: 'native', uri: 'http://localhost/callback' }] },
    operator(),
  )
  const row = await firstRow(
    db,
    sql<{
      appId: string
    }>`select app_id as "appId" from applications where id = ${made.applicationId}`,
  )
  const upn = `somebody@${domain}`
  const member = await createMember(
    db,
    tenantId,
    { displayName: 'Somebody', userPrincipalName: upn },
    operator(),
  )
  if (member.outcome !== 'created') throw new Error(member.outcome)
  await setPassword(db, { tenantId, userId: member.userId, password }, operator())
  await sql`insert into role_assignments (tenant_id, user_id, role_id, assigned_at)
    values (${tenantId}, ${member.userId}, ${roles.globalAdministrator.id}, now())`.execute(db)
  const browser = browserOf(product)
  browser.signIn(
    (await openSession(db, member.personId, { address: null, userAgent: 'bench' }, new Date()))
      .token,
  )
  const token = await tokenIn(product, browser, tenantId)
  if (token === undefined) throw new Error('there is no token')
  return {
    organizationId: tenantId,
    domain,
    appId: row?.appId ?? '',
    upn,
    password,
    token: token.text,
  }
}

const { db, close } = await openPostgres(process.argv[2] ?? '', 10)
await migrate(db)
const listening = Promise.withResolvers<AddressInfo>()
let app: ReturnType<typeof serverApp> | undefined
const server = serve(
  {
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(),
    hostname: '127.0.0.1',
    port: 0,
  },
  listening.resolve,
)
const { port } = await listening.promise
const publicUrl = `http://127.0.0.1:${port}`
const log = pino({ level: 'error' })
const sealKey = Buffer.alloc(32)
const clock = () => new Date()
// Everybody says where they come from, as behind a proxy.
app = serverApp({ db, clock, log, publicUrl, trustedProxies: 1, sealKey })
const stopWorker = startWorker({ db, clock, log, issuer: { sealKey, publicUrl }, readObjects })
process.send?.({ ...(await makeScene(db, { app, publicUrl })), port } satisfies Scene)
process.on('message', () => process.send?.({ rss: process.memoryUsage().rss }))
process.on('disconnect', () => {
  server.close()
  void stopWorker()
    .then(close)
    .finally(() => process.exit(0))
})
