import assert from 'node:assert/strict'
import { test } from 'node:test'
import { softAuthenticator, type Stage } from '../../../test/peers/soft-authenticator.ts'
import { requireFocusOnTold, requireFocusOnWrong } from '../../../test/doors/refused-form.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { visitor } from '../../../test/visitor.ts'
import { world, type Person } from '../../../test/world.ts'
import { minuteMs } from '../../kernel/time.ts'
import { serverApp } from '../../server/server.ts'
import { sql } from 'kysely'
import { handleOf } from './passkey.ts'

const publicUrl = 'https://guesthouse.example'
const rpId = 'guesthouse.example'

/** The cast, behind an address for which browsers know passkeys. */
const secureWorld = async () => {
  const w = await world()
  return { ...w, publicUrl, app: serverApp({ ...w.services, publicUrl }) }
}
type World = Awaited<ReturnType<typeof secureWorld>>
type Visitor = ReturnType<typeof visitor>

const challengeIn = async (response: Response): Promise<string> => {
  const page = await response.text()
  const options = (/data-options="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"')
  return String((JSON.parse(options) as { challenge: string }).challenge)
}
const stageAt = (challenge: string, more: Partial<Stage> = {}): Stage => ({
  origin: publicUrl,
  rpId,
  challenge,
  ...more,
})

const key = (personId: string) => softAuthenticator(handleOf(personId))
type Key = ReturnType<typeof key>

const add = async (
  someone: Visitor,
  passkey: Key,
  name = 'My phone',
  more: Partial<Stage> = {},
): Promise<Response> => {
  const challenge = await challengeIn(await someone.get('/security/passkeys/add'))
  return someone.post('/security/passkeys/add', {
    name,
    answer: passkey.create(stageAt(challenge, more)),
  })
}
const withKey = async (w: World, person: Person): Promise<Key> => {
  const passkey = key(person.personId)
  assert.equal(
    (await add(await signedIn(w, person.personId), passkey)).headers.get('location'),
    '/security?done=passkeyAdded',
  )
  return passkey
}
const use = async (
  someone: Visitor,
  passkey: Key,
  more: Partial<Stage> = {},
  handle?: Uint8Array,
): Promise<Response> => {
  const challenge = await challengeIn(await someone.get('/sign-in/passkey'))
  return someone.post('/sign-in/passkey', { answer: passkey.get(stageAt(challenge, more), handle) })
}
const countOf = async (w: World, table: string, personId: string): Promise<number> =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from ${sql.table(table)} where person_id = ${personId}`.execute(
      w.db,
    )
  ).rows[0]?.n ?? -1
const eventsOf = async (w: World, person: Person): Promise<string[]> =>
  (
    await sql<{
      what: string
    }>`select concat_ws(' ', activity, reason, details->>'method') as what from events
      where tenant_id = ${person.home.id} and target_id = ${person.userId} order by id`.execute(
      w.db,
    )
  ).rows.map(({ what }) => what)

test('a passkey is added on the security page and signs in without name or password; both are recorded at home', async () => {
  const w = await secureWorld()
  const passkey = await withKey(w, w.ada)
  const someone = visitor(w)
  const response = await use(someone, passkey, { counter: 1 })
  assert.equal(response.status, 303)
  assert.ok(await someone.isSignedIn())
  assert.ok(someone.jar.has('guesthouse_device'), 'the browser is known from now on')
  assert.deepEqual((await eventsOf(w, w.ada)).slice(-2), [
    'user.passkeyAdded',
    'user.signedIn passkey',
  ])
  const page = await (await someone.get('/security?done=passkeyAdded')).text()
  assert.ok(page.includes('My phone') && page.includes('The passkey is added'))
  const me = (await (await someone.get('/account/me')).json()) as { factors: unknown }
  assert.deepEqual(me.factors, { passkeys: 1, authenticator: false })
})

test('only the two pages that ask for a passkey may run script, our own, and it is served from our own origin', async () => {
  const w = await secureWorld()
  const someone = await signedIn(w, w.ada.personId)
  const policyOf = async (path: string) =>
    (await someone.get(path)).headers.get('content-security-policy') ?? ''
  for (const path of ['/security/passkeys/add', '/sign-in/passkey'])
    assert.match(await policyOf(path), /default-src 'none'.*; script-src 'self'(?:;|$)/, path)
  for (const path of ['/security', '/sign-out', '/password'])
    assert.doesNotMatch(await policyOf(path), /script-src/, path)
  for (const path of ['/passkeys.js', '/webauthn.js'])
    assert.match((await someone.get(path)).headers.get('content-type') ?? '', /text\/javascript/)
})

test('an answer made on another site, for another site, for another challenge or without unlocking is refused', async () => {
  const w = await secureWorld()
  const passkey = await withKey(w, w.ada)
  const wrong: Partial<Stage>[] = [
    { origin: 'https://evil.example' },
    { origin: 'http://guesthouse.example' },
    { origin: 'https://guesthouse.example:8443' },
    { origin: 'https://sub.guesthouse.example' },
    { rpId: 'example' },
    { rpId: 'evil.example' },
    { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    { userVerified: false },
  ]
  for (const more of wrong) {
    const someone = visitor(w)
    const refused = await use(someone, passkey, more)
    assert.equal(refused.status, 401, JSON.stringify(more))
    assert.match(await refused.text(), /could not be checked/)
    assert.ok(!(await someone.isSignedIn()))
    assert.equal(
      (await add(await signedIn(w, w.bob.personId), key(w.bob.personId), 'x', more)).status,
      400,
      JSON.stringify(more),
    )
  }
  assert.equal(await countOf(w, 'passkeys', w.bob.personId), 0)
})

test('a credential id that is not known, or answered with another key or for another person, signs nobody in', async () => {
  const w = await secureWorld()
  const ada = await withKey(w, w.ada)
  const unknown = await use(visitor(w), key(w.ada.personId))
  assert.equal(unknown.status, 401)
  assert.match(await unknown.text(), /not known here/)
  const impostor = softAuthenticator(handleOf(w.ada.personId), ada.id)
  assert.equal(
    (await use(visitor(w), impostor)).status,
    401,
    'their credential id, signed with a key of mine',
  )
  assert.equal(
    (await use(visitor(w), ada, {}, handleOf(w.bob.personId))).status,
    401,
    'a handle of somebody else',
  )
  const taken = await add(
    await signedIn(w, w.bob.personId),
    softAuthenticator(handleOf(w.bob.personId), ada.id),
  )
  assert.equal(taken.status, 400, 'nobody registers the credential id of somebody else')
  assert.equal((await use(visitor(w), ada, { counter: 1 })).status, 303)
})

test('an answer counts beside no other challenge, and within ten minutes', async () => {
  const w = await secureWorld()
  const passkey = await withKey(w, w.ada)
  const challenge = await challengeIn(await visitor(w).get('/sign-in/passkey'))
  const answer = passkey.get(stageAt(challenge))
  const foreign = visitor(w)
  await foreign.get('/sign-in/passkey')
  assert.equal(
    (await foreign.post('/sign-in/passkey', { answer })).status,
    401,
    'another browser with a challenge of its own',
  )
  const late = visitor(w)
  const old = await challengeIn(await late.get('/sign-in/passkey'))
  w.pass(10 * minuteMs)
  assert.equal(
    (await late.post('/sign-in/passkey', { answer: passkey.get(stageAt(old)) })).status,
    400,
  )
})

test('the answer of a registration counts once, for the session that asked', async () => {
  const w = await secureWorld()
  const [ada, bob] = [await signedIn(w, w.ada.personId), await signedIn(w, w.bob.personId)]
  const challenge = await challengeIn(await ada.get('/security/passkeys/add'))
  const passkey = key(w.ada.personId)
  const fields = { name: 'x', answer: passkey.create(stageAt(challenge)) }
  const ticket = ada.jar.get('__Host-guesthouse_new_passkey')
  assert.ok(ticket)
  bob.jar.set('__Host-guesthouse_new_passkey', ticket)
  assert.equal(
    (await bob.post('/security/passkeys/add', fields)).status,
    400,
    'a ticket of another session',
  )
  const again = ada.copy()
  assert.equal((await ada.post('/security/passkeys/add', fields)).status, 303)
  assert.equal(
    (
      await again.post('/security/passkeys/add', {
        ...fields,
        answer: key(w.ada.personId).create(stageAt(challenge)),
      })
    ).status,
    400,
  )
  assert.equal(await countOf(w, 'passkeys', w.ada.personId), 1)
  assert.equal(
    (await visitor(w).post('/security/passkeys/add', fields)).headers
      .get('location')
      ?.startsWith('/sign-in'),
    true,
  )
})

test('a counter that does not go up is a copied key or a replay, and is refused; keys that never count stay at zero', async () => {
  const w = await secureWorld()
  const counting = await withKey(w, w.ada)
  assert.equal((await use(visitor(w), counting, { counter: 5 })).status, 303)
  assert.equal((await use(visitor(w), counting, { counter: 5 })).status, 401)
  assert.equal((await use(visitor(w), counting, { counter: 4 })).status, 401)
  const both = await Promise.all([
    use(visitor(w), counting, { counter: 6 }),
    use(visitor(w), counting, { counter: 6 }),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 401])
  const still = await withKey(w, w.bob)
  for (let n = 0; n < 2; n++) assert.equal((await use(visitor(w), still)).status, 303)
})

test('removing a passkey asks first, works for the owner only, and ends its use', async () => {
  const w = await secureWorld()
  const passkey = await withKey(w, w.ada)
  const ada = await signedIn(w, w.ada.personId)
  const path =
    /\/security\/passkeys\/[0-9a-f-]+\/remove/.exec(
      await (await ada.get('/security')).text(),
    )?.[0] ?? ''
  assert.match(await (await ada.get(path)).text(), /Remove this passkey\?.*“My phone”/s)
  const bob = await signedIn(w, w.bob.personId)
  assert.equal((await bob.get(path)).headers.get('location'), '/security')
  await bob.post(path)
  assert.equal((await use(visitor(w), passkey)).status, 303, 'still there')
  assert.equal((await ada.post(path)).headers.get('location'), '/security?done=passkeyRemoved')
  assert.equal((await ada.post(path)).headers.get('location'), '/security', 'again is no error')
  assert.equal((await use(visitor(w), passkey)).status, 401)
  assert.ok((await eventsOf(w, w.ada)).includes('user.passkeyRemoved'))
})

test('there are at most twenty passkeys a person; names are text, whatever they hold; nonsense is refused with words', async () => {
  const w = await secureWorld()
  const ada = await signedIn(w, w.ada.personId)
  const evil = `<script>alert(1)</script> "q" 'a' 😀`
  await add(ada, key(w.ada.personId), evil)
  const page = await (await ada.get('/security')).text()
  assert.ok(page.includes('&lt;script&gt;') && !page.includes('<script'))
  assert.equal((await add(ada, key(w.ada.personId), ' ')).status, 400)
  assert.equal((await add(ada, key(w.ada.personId), 'x'.repeat(65))).status, 400)
  for (const answer of [
    '',
    '{',
    'null',
    '[]',
    '{"id":"x"}',
    JSON.stringify({ id: '!', rawId: '!', type: 'public-key', response: {} }),
  ]) {
    const someone = visitor(w)
    await someone.get('/sign-in/passkey')
    assert.equal((await someone.post('/sign-in/passkey', { answer })).status, 400, answer)
    await ada.get('/security/passkeys/add')
    assert.equal(
      (await ada.post('/security/passkeys/add', { name: 'x', answer })).status,
      400,
      answer,
    )
  }
  const tickets = await Promise.all(
    Array.from({ length: 24 }, async () => {
      const window = ada.copy()
      return { window, challenge: await challengeIn(await window.get('/security/passkeys/add')) }
    }),
  )
  await Promise.all(
    tickets.map(({ window, challenge }) =>
      window.post('/security/passkeys/add', {
        name: 'x',
        answer: key(w.ada.personId).create(stageAt(challenge)),
      }),
    ),
  )
  assert.equal(await countOf(w, 'passkeys', w.ada.personId), 20)
  assert.match(await (await ada.get('/security/passkeys/add')).text(), /the most there can be/)
})

const refused = async (
  someone: Visitor,
  path: string,
  given: Record<string, string>,
): Promise<string> => {
  const response = await someone.post(path, given)
  assert.equal(response.status, 400, path)
  return response.text()
}

test('U12: what is wrong with the name of a passkey stands beside it; what went wrong with the passkey beside the button; each with the focus', async () => {
  const w = await secureWorld()
  const ada = await signedIn(w, w.ada.personId)
  requireFocusOnWrong(
    await refused(ada, '/security/passkeys/add', { name: ' ', answer: '' }),
    'name',
  )
  for (const [someone, path, given] of [
    [ada, '/security/passkeys/add', { name: 'Phone', answer: '' }],
    [visitor(w), '/sign-in/passkey', { answer: '' }],
    [visitor(w), '/sign-in/passkey', { answer: '{}' }],
  ] as const)
    requireFocusOnTold(await refused(someone, path, given))
})

test('where browsers know no passkeys, the pages say so instead of failing', async () => {
  const w = await world()
  const bare = {
    ...w,
    publicUrl: 'http://192.0.2.7:8080',
    app: serverApp({ ...w.services, publicUrl: 'http://192.0.2.7:8080' }),
  }
  const someone = await signedIn(bare, w.ada.personId)
  for (const path of ['/sign-in/passkey', '/security/passkeys/add'])
    assert.match(await (await someone.get(path)).text(), /reached by the address 192\.0\.2\.7:8080/)
})
