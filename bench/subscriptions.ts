/**
 * npm run bench:subscriptions [-- changes]: users change, all at once, and subscribers are told.
 * How long it takes until everything is delivered, and what a message costs: statements, and
 * microseconds of processor of the store and of the process that sends, so that a busy machine says
 * the same. The receiver is a process of its own, on this machine, and takes everything. Prints a
 * table; fails when something was not told, or when memory grows with what waits.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { withPostgres } from '../test/postgres.ts'
import { sequenceAll } from '../src/directory/changes/sequence.ts'
import { openFeed } from '../src/directory/changes/changes.sql.ts'
import { readObjects } from '../src/graph/subscriptions/read-objects.ts'
import { dayMs } from '../src/kernel/time.ts'
import { certificate } from '../test/peers/certificate.ts'
import { select } from '../src/store/columns.ts'
import { firstRow, sql, type Database } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { deliverChanges } from '../src/subscriptions/deliver.ts'
import { standingOf } from '../src/tokens/unattended.sql.ts'
import { ownApps } from '../src/wire/sign-on.ts'
import { listening, processor } from './bare.ts'
import { postmasterOf, processorOf } from './processor.ts'
import { fill, makeAdministrator, makeOrganization, servicesOver } from './world.ts'

const changes = Number(process.argv[2] ?? 1_000)
const mine = certificate(new Date(Date.now() - dayMs), new Date(Date.now() + 90 * dayMs))
const mostGrowthMiB = 300

type Organization = Awaited<ReturnType<typeof makeOrganization>>
type Heard = { readonly messages: number; readonly notifications: number }

/** The receiver: says where it is, and how much it has heard when it is asked. */
const receive = (): void => {
  let heard: Heard = { messages: 0, notifications: 0 }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { value } = JSON.parse(body) as { value: object[] }
      heard = {
        messages: heard.messages + 1,
        notifications: heard.notifications + value.length,
      }
      response.writeHead(202).end()
    })
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
  process.on('message', () => process.send?.(heard))
}

const heardBy = async (receiver: ChildProcess): Promise<Heard> => {
  receiver.send('?')
  const [heard] = (await once(receiver, 'message')) as [Heard]
  return heard
}

/** So many subscriptions of an administrator, to so many receivers, at the end of the feed. */
const subscribe = async (
  db: Database,
  { id: tenantId }: Organization,
  { subscriptions, receivers, port }: { subscriptions: number; receivers: number; port: number },
): Promise<void> => {
  const admin = await firstRow(
    db,
    select<{ userId: string }>({
      userId: 'r.user_id',
    })`from role_assignments r where r.tenant_id = ${tenantId}`,
  )
  const userId = admin?.userId ?? ''
  const { epoch, last } = await openFeed(db, tenantId)
  const standing = await standingOf(db, { tenantId, userId })
  await sql`insert into subscriptions (tenant_id, id, app_id, user_id, scopes, resource, kind, change_types, notification_url, receiver, tls_version, created_at,
      expires_at, standing, epoch, told_to, next_try_at)
    select ${tenantId}::uuid, gen_random_uuid(), ${ownApps.admin.appId}::uuid, ${userId}::uuid, '{Directory.AccessAsUser.All,User.Read.All}', 'users', 'users', '{updated,deleted}',
      ${`http://127.0.0.1:${port}/`}, 'r' || n % ${receivers}::integer, 'v1_2', now(), now() + interval '20 days', ${standing}, ${epoch}::uuid, ${last}, now()
    from generate_series(1, ${subscriptions}::integer) n`.execute(db)
}

type Line = {
  readonly what: string
  readonly messages: number
  readonly notifications: number
  readonly seconds: number
  readonly statements: number
  /** Milliseconds of processor. */
  readonly store: number
  readonly own: number
  readonly growthMiB: number
}

const left = async (db: Database, tenantId: string): Promise<number> =>
  (
    await firstRow(
      db,
      select<{ n: number }>({
        n: sql`count(*)::int`,
      })`from subscriptions s join directory_feeds f on f.tenant_id = s.tenant_id where s.tenant_id = ${tenantId} and s.told_to < f.last_sequence`,
    )
  )?.n ?? 0

/** Lets the jobs take turns until everybody has been told; returns what it took. */
const told = async (
  db: Database,
  receiver: ChildProcess,
  tenantId: string,
): Promise<Omit<Line, 'what'>> => {
  const postmaster = await postmasterOf(db)
  const { db: heardDb, heard } = listening(db)
  const sender = { ...servicesOver(heardDb), allowPrivateProviders: true, readObjects }
  const before = await heardBy(receiver)
  const memory = process.memoryUsage.rss()
  let most = memory
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  const from = performance.now()
  const { cost } = await processorOf(postmaster, async () => {
    await sequenceAll(heardDb, new Date())
    do await deliverChanges(sender, new Date())
    while ((await left(db, tenantId)) > 0)
  })
  const seconds = (performance.now() - from) / 1_000
  clearInterval(watching)
  const { messages, notifications } = await heardBy(receiver)
  return {
    messages: messages - before.messages,
    notifications: notifications - before.notifications,
    seconds,
    statements: heard.length,
    store: cost.store / 1_000,
    own: cost.own / 1_000,
    growthMiB: (most - memory) / 1_024 / 1_024,
  }
}

type Scene = {
  /** Objects come along, encrypted. */
  readonly isEncrypted?: boolean

  readonly subscriptions: number
  readonly receivers: number
  readonly changed: number
}

const play = async (
  db: Database,
  receiver: ChildProcess,
  port: number,
  { subscriptions, receivers, changed, isEncrypted = false }: Scene,
): Promise<Line> => {
  const organization = await makeOrganization(db, 'Told')
  await fill(db, organization, changed)
  await makeAdministrator(db, organization)
  await sequenceAll(db, new Date())
  await subscribe(db, organization, { subscriptions, receivers, port })
  if (isEncrypted)
    await sql`update subscriptions set chosen = '{displayName,mail,jobTitle,accountEnabled}', certificate = ${mine.base64}, certificate_id = 'mine'
      where tenant_id = ${organization.id}`.execute(db)
  await sql`update users set job_title = 'Changed' where tenant_id = ${organization.id} and user_principal_name like 'person%'`.execute(
    db,
  )
  const line = await told(db, receiver, organization.id)
  await sql`delete from subscriptions where tenant_id = ${organization.id}`.execute(db)
  const due = changed * subscriptions
  if (line.notifications < due) throw new Error(`${line.notifications} of ${due} were told`)
  return {
    what: `${subscriptions} to ${receivers}, ${changed} changes${isEncrypted ? ', encrypted' : ''}`,
    ...line,
  }
}

const shown = ({
  what,
  messages,
  notifications,
  seconds,
  statements,
  store,
  own,
  growthMiB,
}: Line) =>
  `| ${[
    what,
    messages.toLocaleString('en'),
    notifications.toLocaleString('en'),
    seconds.toFixed(1),
    (statements / messages).toFixed(1),
    ((store * 1_000) / messages).toFixed(0),
    ((own * 1_000) / messages).toFixed(0),
    growthMiB.toFixed(0),
  ].join(' | ')} |`

const scenes: readonly Scene[] = [
  { subscriptions: 1, receivers: 1, changed: changes },
  { subscriptions: 1_000, receivers: 1, changed: changes },
  { subscriptions: 1_000, receivers: 1_000, changed: changes },
  { subscriptions: 1, receivers: 1, changed: 100 * changes },
  { subscriptions: 1, receivers: 1, changed: 10 * changes, isEncrypted: true },
]

if (process.send !== undefined) receive()
else
  await withPostgres(async (url) => {
    const store = await openPostgres(url, 4)
    const receiver = fork(import.meta.filename)
    try {
      const [port] = (await once(receiver, 'message')) as [number]
      await migrate(store.db)
      // What a process does once is not counted.
      await play(store.db, receiver, port, { subscriptions: 10, receivers: 10, changed: 100 })
      console.log(`${processor()}\n`)
      console.log(
        '| subscriptions to receivers | messages | notifications | seconds | statements a message | store, µs a message | product, µs a message | memory grew, MiB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      )
      for (const scene of scenes) {
        const line = await play(store.db, receiver, port, scene)
        console.log(shown(line))
        if (line.growthMiB > mostGrowthMiB) process.exitCode = 1
      }
    } finally {
      receiver.kill()
      await store.close()
    }
  })
