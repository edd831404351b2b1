/** Where a message goes: to the receiver that was asked, as it is when it is told. */
import assert from 'node:assert/strict'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { changeReceiver } from '../../test/peers/change-receiver.ts'
import { done, subscribersIn, toldOf, turn } from '../../test/subscribers.ts'
import { minuteMs } from '../kernel/time.ts'
import { sql } from 'kysely'
import { readObjects } from '../graph/subscriptions/read-objects.ts'
import { rows } from '../store/database.ts'
import { sequenceAll } from '../directory/changes/sequence.ts'
import { atOnce } from '../outbound/delivery/deliver.ts'
import { deliverChanges } from './deliver.ts'

/** Until it is undone, one name stands for this machine. */
const standsHere = (name: string): { readonly asked: () => number; readonly undo: () => void } => {
  const { lookup } = dns
  let asked = 0
  const faked = (host: string, options: object, done: (...found: unknown[]) => void): void => {
    if (host !== name) return void (lookup as (...all: unknown[]) => void)(host, options, done)
    asked++
    const found = { address: '127.0.0.1', family: 4 }
    if ('all' in options && options.all === true) done(null, [found])
    else done(null, found.address, found.family)
  }
  dns.lookup = faked as unknown as typeof dns.lookup
  syncBuiltinESMExports()
  return {
    asked: () => asked,
    undo: () => {
      dns.lookup = lookup
      syncBuiltinESMExports()
    },
  }
}

test('contract §10, K19: a name that stands for an internal address since the handshake is not called, and is tried again as one that does not answer', async () => {
  const { to, w, subscribe, rename } = await subscribersIn()
  const id = await subscribe('users')
  let reached = 0
  const inside = createServer((socket) => {
    reached++
    socket.destroy()
  })
  await new Promise<void>((listening) => inside.listen(0, '127.0.0.1', listening))
  const { port } = inside.address() as AddressInfo
  const name = 'receiver.example'
  await sql`update subscriptions set notification_url = ${`https://${name}:${port}/hook`}, receiver = ${`${name}:${port}`} where id = ${id}::uuid`.execute(
    w.db,
  )
  const names = standsHere(name)
  try {
    await rename(w.fiona.userId, 'inside')
    const { allowPrivateProviders: _, ...strict } = w.services
    await turn({ ...w, services: strict })
    assert.equal(names.asked(), 1, 'the name is looked up when it is told')
    assert.equal(reached, 0)
    const [row] = await rows(
      w.db,
      sql<{
        attempts: number
        failing: boolean
      }>`select attempts, failing_since is not null as failing from subscriptions where id = ${id}::uuid`,
    )
    assert.deepEqual(row, { attempts: 1, failing: true })
    w.pass(minuteMs)
    await deliverChanges({ ...strict, readObjects }, w.now())
    assert.deepEqual([names.asked(), reached], [2, 0])
  } finally {
    names.undo()
    inside.close()
  }
  // Back where it was, it is told.
  await sql`update subscriptions set notification_url = ${`${to.url}/hook`} where id = ${id}::uuid`.execute(
    w.db,
  )
  w.pass(5 * minuteMs)
  await turn(w)
  assert.deepEqual(toldOf(to.received, w.fiona.userId), ['updated'])
  await to.stop()
})

test('contract §10: both addresses of a subscription at one receiver are on one lane, however its host is written', async () => {
  const { to, w, subscribe } = await subscribersIn()
  const { port } = new URL(to.url)
  for (const host of ['127.0.0.1', '127.1', '0x7f.0.0.1', '2130706433'])
    await subscribe('users', { lifecycleNotificationUrl: `http://${host}:${port}/hook` })
  await subscribe('groups')
  const lanes = await rows(
    w.db,
    sql<{
      lane: string
      lifecycle: string | null
    }>`select distinct receiver as lane, lifecycle_receiver as lifecycle from subscriptions where tenant_id = ${w.fabrikam.id} order by 2`,
  )
  const lane = `127.0.0.1:${port}`
  assert.deepEqual(lanes, [
    { lane, lifecycle: lane },
    { lane, lifecycle: null },
  ])
  await to.stop()
})

test('K19: an organization whose receivers all hang has so many calls under way and no more, and others go on', async () => {
  const { to, w, subscribe, rename } = await subscribersIn()
  const hanging = await changeReceiver()
  const id = await subscribe('users', { notificationUrl: hanging.url })
  await subscribe('users', {}, w.nora, w.northwind)
  hanging.state.answers = 'hangs'
  await sql`insert into subscriptions select (jsonb_populate_record(null::subscriptions, to_jsonb(s) || jsonb_build_object('id', gen_random_uuid(), 'receiver', 'r' || n))).*
    from subscriptions s, generate_series(1, 200) n where s.id = ${id}::uuid`.execute(w.db)
  await rename(w.fiona.userId, 'here')
  const stop = new AbortController()
  const telling = turn(w, stop.signal)
  // Each time that somebody else is told, it has been looked once more for what is due.
  for (let told = 1; told <= 3; told++) {
    await done(
      w.as(w.nora, w.northwind).patch(`/v1.0/users/${w.nora.userId}`, { jobTitle: `t${told}` }),
    )
    await sequenceAll(w.db, w.now())
    while (to.received.length < told) await new Promise((tick) => setTimeout(tick, 5))
    const { organization } = atOnce
    assert.ok(hanging.held.size <= organization, `${hanging.held.size} of one are under way`)
  }
  stop.abort()
  await telling
  await sql`delete from subscriptions where tenant_id = ${w.fabrikam.id}`.execute(w.db)
  await hanging.stop()
  await to.stop()
})
