/**
 * Each event says from which address it was asked for, through whatever door, and the address goes
 * with its person.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { signedIn } from '../../test/signed-in.ts'
import { json } from '../../test/json.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../../test/sign-on.ts'
import { visitor } from '../../test/visitor.ts'
import { world } from '../../test/world.ts'
import { purgeDue } from '../directory/deleted/purge.ts'
import { dayMs } from '../kernel/time.ts'
import { setPassword } from '../credentials/password/set.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'
import { activities, type Activity } from './event.ts'

type World = Awaited<ReturnType<typeof world>>
const passphrase = 'violet harbour sings twice'

/** From now on everybody comes from `address`; `headers` is what a proxy adds. */
const comeFrom = (w: World, address: string, headers: Record<string, string> = {}): void => {
  const { app } = w
  const before = app.request
  app.request = (url, init = {}) =>
    before(
      url,
      { ...init, headers: { ...(init.headers as object), ...headers } },
      { incoming: { socket: { remoteAddress: address } } },
    )
}

type Row = { activity: Activity; kind: string; address: string | null }
const eventsOf = (w: World): Promise<Row[]> =>
  rows(
    w.db,
    sql<Row>`
    select activity, actor_kind as kind, actor_address as address from events
    where tenant_id in (${w.contoso.id}, ${w.fabrikam.id}, ${w.northwind.id}) order by at, id`,
  )

const signInPages = async (w: World): Promise<void> => {
  await setPassword(
    w.db,
    { tenantId: w.contoso.id, userId: w.ada.userId, password: passphrase },
    w.operator(),
  )
  const someone = visitor(w)
  await someone.signIn(w.ada.upn, 'not the right words at all')
  assert.equal((await someone.signIn(w.ada.upn, passphrase)).status, 303)
  await someone.post('/sign-out')
  const ada = await signedIn(w, w.ada.personId)
  const changed = await ada.post('/password', {
    current: passphrase,
    wanted: 'seven lanterns over water',
    repeated: 'seven lanterns over water',
  })
  assert.ok(changed.status < 400, await changed.text())
  const invited = await invite(w, w.fiona.upn, w.as(w.carol, w.contoso))
  const fiona = await signedIn(w, w.fiona.personId)
  assert.equal((await fiona.post(invited)).status, 200)
}

const invite = async (w: World, address: string, by: ReturnType<World['as']>): Promise<string> => {
  const wish = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://app.example/' }
  return new URL(
    String((await json(await by.post('/v1.0/invitations', wish), 201))['inviteRedeemUrl']),
  ).pathname
}

const accountApi = async (w: World): Promise<void> => {
  const [ada, bob] = [w.as(w.ada), w.as(w.bob)]
  await json(await ada.get(`/account/organizations/${w.fabrikam.id}/data`))
  const frank = w.as(w.frank, w.fabrikam)
  const leaving = async (allowed: boolean) =>
    assert.equal(
      (
        await frank.patch('/v1.0/policies/externalIdentitiesPolicy', {
          allowExternalIdentitiesToLeave: allowed,
        })
      ).status,
      204,
    )
  await leaving(false)
  const asked = await json(
    await bob.post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' }),
    201,
  )
  assert.ok(
    (await bob.delete(`/account/organizations/${w.fabrikam.id}/requests/${asked['id']}`)).ok,
  )
  await json(
    await bob.post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' }),
    201,
  )
  await leaving(true)
  assert.equal((await bob.leave(w.fabrikam)).status, 200)
  assert.ok((await bob.post('/account/refusals', { organizationId: w.fabrikam.id })).ok)
}

const directoryApi = async (w: World): Promise<void> => {
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.post('/v1.0/groups', { displayName: 'Crew' }), 201)
  assert.equal(
    (await frank.patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, { displayName: 'Ada L.' }))
      .status,
    204,
  )
}

const provider = async (w: World): Promise<void> => {
  const application = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  const config = await relyingParty(w, application)
  const tokens = await (await signOn(config, await browserWith(w, w.ada), application)).exchange()
  let token = String(tokens.refresh_token)
  const old = token
  for (let n = 0; n < 2; n++)
    token = String((await client.refreshTokenGrant(config, token)).refresh_token)
  await assert.rejects(client.refreshTokenGrant(config, old))
}

const walked: readonly Activity[] = [
  ...([
    'user.signInFailed',
    'user.signedIn',
    'user.signedOut',
    'user.passwordChanged',
    'invitation.redeemed',
  ] as const),
  ...([
    'user.dataExported',
    'request.created',
    'request.withdrawn',
    'request.done',
    'user.left',
    'invitation.refused',
  ] as const),
  ...([
    'group.created',
    'user.updated',
    'invitation.created',
    'user.enteredApplication',
    'user.tokenReused',
  ] as const),
]

test('R113: every event that a request causes says its address, at whichever edge, and those of jobs and operators none', async () => {
  const w = await world()
  const before = (await eventsOf(w)).length
  comeFrom(w, '::ffff:203.0.113.7')
  for (const walk of [signInPages, accountApi, directoryApi, provider]) await walk(w)
  const seen = (await eventsOf(w)).slice(before)
  const asked = seen.filter(({ kind }) => kind === 'user')
  assert.deepEqual(
    asked.filter(({ address }) => address !== '203.0.113.7'),
    [],
  )
  const known = new Set(asked.map(({ activity }) => activity))
  assert.deepEqual(
    walked.filter((activity) => !known.has(activity)),
    [],
    `of ${activities.length}`,
  )
  assert.deepEqual(
    seen.filter(({ kind, address }) => kind !== 'user' && address !== null),
    [],
  )
})

test('R113: the address is the one that trusted proxies say, and never what a stranger writes', async () => {
  const w = await world('http://guesthouse.test', { trustedProxies: 1 })
  comeFrom(w, '10.0.0.2', { 'x-forwarded-for': '198.51.100.9, 203.0.113.8:4711' })
  await accountApi(w)
  assert.deepEqual(
    [
      ...new Set(
        (await eventsOf(w)).filter(({ kind }) => kind === 'user').map(({ address }) => address),
      ),
    ],
    ['203.0.113.8'],
  )
  const without = await world()
  comeFrom(without, '203.0.113.9', { 'x-forwarded-for': '198.51.100.9' })
  await accountApi(without)
  const found = (await eventsOf(without))
    .filter(({ kind }) => kind === 'user')
    .map(({ address }) => address)
  assert.deepEqual([...new Set(found)], ['203.0.113.9'])
})

test('R85, R107: the address is in the copy of who came from there, in nobody else’s, and goes when they are purged or decline', async () => {
  const w = await world()
  comeFrom(w, '203.0.113.7')
  const copyOf = async (who: World['ada']) =>
    JSON.stringify(await json(await w.as(who).get(`/account/organizations/${w.fabrikam.id}/data`)))
  await copyOf(w.ada)
  assert.match(await copyOf(w.ada), /"fromAddress":"203\.0\.113\.7"/)
  const frank = w.as(w.frank, w.fabrikam)
  assert.equal(
    (await frank.patch(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`, { jobTitle: 'Cook' })).status,
    204,
  )
  const bobs = await copyOf(w.bob)
  assert.match(bobs, /"activity":"user\.updated"[^}]*"byMe":false,"fromAddress":null/)

  const held = async (userId: string) =>
    (
      await rows(
        w.db,
        sql<{
          address: string | null
        }>`select actor_address as address from events where actor_id = ${userId}::uuid`,
      )
    ).map(({ address }) => address)
  const ada = w.userOf(w.ada, w.fabrikam)
  assert.equal((await w.as(w.ada).leave(w.fabrikam)).status, 200)
  assert.ok((await held(ada)).includes('203.0.113.7'))
  await purgeDue(w.db, new Date(w.now().getTime() + 31 * dayMs))
  assert.ok((await held(ada)).length > 0)
  assert.deepEqual(new Set(await held(ada)), new Set([null]))

  const path = await invite(w, 'zoe@mailbox.example', frank)
  const declined = await visitor(w).post(`${path}/decline`)
  assert.equal(declined.status, 200)
  const [last] = await rows(
    w.db,
    sql<{
      address: string | null
    }>`select actor_address as address from events where tenant_id = ${w.fabrikam.id} and activity = 'invitation.declined'`,
  )
  assert.deepEqual(
    last,
    { address: null },
    'who declines what they never accepted leaves nothing behind',
  )
})
