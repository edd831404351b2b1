/**
 * K19: addresses that a tenant sets and the server calls; nobody waits for somebody else's
 * receiver.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { decodeJwt } from 'jose'
import { refusal } from '../../test/json.ts'
import { receiver } from '../../test/peers/receiver.ts'
import {
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
  type Application,
  type World,
} from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'
import { openSession } from '../people/open-session.ts'
import { findSession } from '../people/sessions.ts'
import { openTenantSession } from '../people/tenant-sessions.ts'
import { firstRow } from '../store/database.ts'
import { sql } from 'kysely'
import { signOnsInsert } from '../tokens/sign-ons.sql.ts'
import { tellEnded } from './back-channel.ts'

const inward = [
  'https://127.0.0.1/gone',
  'https://localhost/gone',
  'https://[::1]/gone',
  'https://[::ffff:127.0.0.1]/gone',
  'https://2130706433/gone',
  'https://169.254.169.254/latest/meta-data',
  'https://10.0.0.1/gone',
  'https://192.168.1.1/gone',
  'https://metadata.internal/gone',
  'https://printer.local/gone',
  'https://router/gone',
  'https://100.64.0.1/',
  'https://[fd00::1]/',
]
const unfit = [
  'http://app.example/gone',
  'http://127.0.0.1/gone',
  'https://app.example/gone#part',
  'https://app.example/gone#',
  'https://user:secret@app.example/gone',
]

test('K19: an address inside, without https, or with a fragment is refused as one that is told of sign-outs, in words', async () => {
  const w = await world()
  const { id } = await registerApplication(w, w.fabrikam, w.frank)
  const set = (uri: string) =>
    w
      .as(w.frank, w.fabrikam)
      .patch(`/v1.0/servicePrincipals/${id}`, { 'guesthouse.backchannelLogoutUrl': uri })
  for (const uri of inward)
    assert.match((await refusal(await set(uri), 400)).message, /internal network/, uri)
  for (const uri of unfit)
    assert.match((await refusal(await set(uri), 400)).message, /whole https address/, uri)
  assert.equal((await set('https://app.example/gone?tenant=1')).status, 204)
})

/** Ended sign-ons of somebody to an application, which is to be told of each. */
const debts = (w: World, application: Application, count: number) =>
  sql`insert into oidc_sign_ons (tenant_id, application_id, sid, subject, next_try_at)
    select ${application.at.id}, ${application.id}, 'sid-' || n, 'somebody', ${new Date(0)} from generate_series(1, ${count}::integer) as n`.execute(
    w.db,
  )

const owed = async (w: World, application: Application) =>
  (await firstRow(
    w.db,
    sql<{
      count: number
      tries: number
    }>`select count(*)::int as count, coalesce(sum(attempts), 0)::int as tries
        from oidc_sign_ons where tenant_id = ${application.at.id} and application_id = ${application.id}`,
  )) ?? { count: 0, tries: 0 }

test('K19: what stands in the store from before is judged again when it is called', async () => {
  const told = await receiver()
  const w = await world(undefined, { allowPrivateProviders: true })
  const application = await registerApplication(w, w.fabrikam, w.frank, { backchannel: told.url })
  await debts(w, application, 1)
  assert.equal(await tellEnded({ ...w.services, allowPrivateProviders: false }, new Date()), 0)
  assert.deepEqual(told.received, [])
  assert.equal(await tellEnded(w.services, new Date(Date.now() + 3_600_000)), 1)
  await told.stop()
})

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(5)
}

test('K19: behind three thousand messages to one that hangs others are told at once; it gets four at a time, and nothing is lost by stopping', async () => {
  const [hanging, sound] = [await receiver(), await receiver()]
  const stop = new AbortController()
  try {
    hanging.state.answers = 'hangs'
    const w = await world(undefined, { allowPrivateProviders: true })
    const slow = await registerApplication(w, w.fabrikam, w.frank, { backchannel: hanging.url })
    const beside = await registerApplication(w, w.fabrikam, w.frank, {
      backchannel: sound.url,
      name: 'Beside it',
    })
    const elsewhere = await registerApplication(w, w.northwind, w.nora, { backchannel: sound.url })
    await debts(w, slow, 3_000)
    await debts(w, beside, 2)
    await debts(w, elsewhere, 2)
    const telling = tellEnded(w.services, new Date(), stop.signal)
    // Nobody has been waited for: the four that hang still do.
    await until(() => sound.received.length === 4 && hanging.held.size === 4)
    // Who ends meanwhile does not wait for them either.
    await sql`insert into oidc_sign_ons (tenant_id, application_id, sid, subject, next_try_at)
      values (${w.northwind.id}, ${elsewhere.id}, 'later', 'somebody', ${new Date(0)})`.execute(
      w.db,
    )
    await until(async () => sound.received.length === 5 && (await owed(w, elsewhere)).count === 0)
    assert.equal(hanging.held.size, 4)
    stop.abort()
    await telling
    assert.deepEqual(
      await owed(w, slow),
      { count: 3_000, tries: 0 },
      'what was stopped counts as not tried',
    )
    await sql`delete from oidc_sign_ons where tenant_id = ${w.fabrikam.id}`.execute(w.db)
  } finally {
    stop.abort()
    await hanging.stop()
    await sound.stop()
  }
})

const at = (minutes: number): Date => new Date(Date.now() + minutes * 60_000)

test('K19: a receiver that fails again and again is paused, tried once, and told everything when it is back', async () => {
  const told = await receiver()
  told.state.answers = 503
  const w = await world(undefined, { allowPrivateProviders: true })
  const application = await registerApplication(w, w.fabrikam, w.frank, { backchannel: told.url })
  await debts(w, application, 30)
  await tellEnded(w.services, at(0))
  const { tries } = await owed(w, application)
  assert.ok(tries >= 4 && tries < 12, `paused after ${tries} tries`)
  await tellEnded(w.services, at(2))
  assert.equal((await owed(w, application)).tries, tries + 1, 'one goes to see')
  told.state.answers = 200
  for (let minute = 10; (await owed(w, application)).count > 0 && minute < 200; minute += 10)
    await tellEnded(w.services, at(minute))
  assert.equal(new Set(told.sids()).size, 30)
  assert.equal(told.received.length, 30)
  await told.stop()
})

test('F5: whoever is permanently deleted while the application is away is told to it when it is back, as it knew them', async () => {
  const told = await receiver()
  told.state.answers = 503
  const w = await world(undefined, { allowPrivateProviders: true })
  const application = await registerApplication(w, w.fabrikam, w.frank, { backchannel: told.url })
  const config = await relyingParty(w, application)
  const claims = []
  for (const person of [w.ada, w.bob]) {
    const tokens = await (
      await signOn(config, await browserWith(w, person), application)
    ).exchange()
    claims.push(tokens.claims())
  }
  const frank = w.as(w.frank, w.fabrikam)
  for (const person of [w.ada, w.bob]) {
    const userId = w.userOf(person, w.fabrikam)
    assert.equal((await frank.delete(`/v1.0/users/${userId}`)).status, 204)
    assert.equal(await tellEnded(w.services, at(0)), 0)
    assert.equal((await frank.delete(`/v1.0/directory/deletedItems/${userId}`)).status, 204)
  }
  told.state.answers = 200
  await tellEnded(w.services, at(60))
  assert.deepEqual(told.sids().toSorted(), claims.map((each) => each?.['sid']).toSorted())
  assert.deepEqual(
    new Set(told.received.map((token) => decodeJwt(token).sub)),
    new Set(claims.map((each) => each?.sub)),
  )
  assert.equal((await owed(w, application)).count, 0)
  await told.stop()
})

test('F5, faults §8: of two hundred who are deleted and permanently deleted at once, while messages are sent and fail, each is told of, once', async () => {
  const told = await receiver()
  const w = await world(undefined, { allowPrivateProviders: true })
  const application = await registerApplication(w, w.fabrikam, w.frank, { backchannel: told.url })
  const signedOn = async (n: number) => {
    const { personId, userId } = await w.member(w.fabrikam, `Leaver ${n}`)
    const { token } = await openSession(w.db, personId, { address: null, userAgent: null }, w.now())
    const session = await findSession(w.db, token, w.now())
    assert.ok(session !== undefined)
    await openTenantSession(w.db, session, w.fabrikam.id, w.operator())
    const standing = { tenantId: w.fabrikam.id, userId, sessionId: session.sessionId }
    await (
      await signOnsInsert(w.db, standing, { [application.appId]: { sid: `sid ${n}` } }, w.now())
    )?.execute(w.db)
    return userId
  }
  const people = []
  for (let n = 0; n < 200; n++) people.push(await signedOn(n))
  const frank = w.as(w.frank, w.fabrikam)
  const job = { isOver: false, minute: 0 }
  const telling = (async () => {
    // Each turn of the job is a minute later, so that what failed is due again.
    while (!job.isOver) await tellEnded(w.services, at(job.minute++))
  })()
  for (const [n, userId] of people.entries()) {
    if (n % 50 === 25) told.state.answers = n < 100 ? 503 : 200
    assert.equal((await frank.delete(`/v1.0/users/${userId}`)).status, 204)
    assert.equal((await frank.delete(`/v1.0/directory/deletedItems/${userId}`)).status, 204)
  }
  job.isOver = true
  await telling
  told.state.answers = 200
  for (
    let minute = job.minute;
    (await owed(w, application)).count > 0 && minute < job.minute + 2_000;
    minute += 20
  )
    await tellEnded(w.services, at(minute))
  assert.deepEqual(told.sids().toSorted(), people.map((_, n) => `sid ${n}`).toSorted())
  await told.stop()
})
