import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { browsing } from '../../../test/browser/browsing.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { visitor } from '../../../test/visitor.ts'
import { world, type Person } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { hourMs, minuteMs, secondMs } from '../../kernel/time.ts'
import { listMails } from '../../../test/mails.ts'
import { sql } from 'kysely'
import { setPassword } from '../password/set.ts'
import { emailIssuer } from '../../kernel/address.ts'
import { pruneSignIn } from '../prune.ts'
import { newRecoveryCodes, readCode, stepOf } from './code.ts'

type World = Awaited<ReturnType<typeof world>>
type Visitor = ReturnType<typeof visitor>
const passphrase = 'violet harbour sings twice'
const step = 30 * secondMs

const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: at.getTime(),
  })

const give = (w: World, person: Person, password = passphrase) =>
  setPassword(w.db, { tenantId: person.home.id, userId: person.userId, password }, w.operator())

const begin = async (someone: Visitor): Promise<string> => {
  await someone.post('/security/authenticator')
  const page = await (await someone.get('/security/authenticator')).text()
  return (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')
}
const codesIn = (page: string): string[] =>
  [...page.matchAll(/<code>([a-z0-9-]{19})<\/code>/g)].map(([, code = '']) => code)

/** Ada with a password and an authenticator app; a browser of hers that is signed in. */
const withApp = async () => {
  const w = await world()
  await give(w, w.ada)
  const ada = visitor(w)
  await ada.signIn(w.ada.upn, passphrase)
  const secret = await begin(ada)
  const confirmed = await ada.post('/security/authenticator/confirm', {
    code: codeAt(secret, w.now()),
  })
  assert.equal(confirmed.status, 200)
  const recoveryCodes = codesIn(await confirmed.text())
  w.pass(step)
  return { w, ada, secret, recoveryCodes, code: () => codeAt(secret, w.now()) }
}
const half = async (w: World, agent?: string): Promise<Visitor> => {
  const someone = visitor(w, agent)
  const response = await someone.signIn(w.ada.upn, passphrase)
  assert.equal(response.headers.get('location'), '/sign-in/authenticator?return=%2F')
  return someone
}
const enter = (someone: Visitor, code: string) => someone.post('/sign-in/authenticator', { code })
const eventsOf = async (w: World, person: Person): Promise<string[]> =>
  (
    await sql<{
      what: string
    }>`select concat_ws(' ', activity, reason, details->>'method') as what from events
      where tenant_id = ${person.home.id} and target_id = ${person.userId} order by id`.execute(
      w.db,
    )
  ).rows.map(({ what }) => what)

test('after setting up, the right password is half a sign-in: no session before the code, which is then recorded', async () => {
  const { w, code } = await withApp()
  const someone = await half(w)
  assert.ok(!someone.jar.has('guesthouse_session'))
  assert.ok(!(await someone.isSignedIn()))
  const page = await someone.get('/sign-in/authenticator')
  assert.match(await page.text(), /Enter your code/)
  assert.equal((await enter(someone, `${code().slice(0, 3)} ${code().slice(3)}`)).status, 303)
  assert.ok(await someone.isSignedIn())
  assert.ok(!someone.jar.has('guesthouse_half_signed_in'))
  assert.deepEqual((await eventsOf(w, w.ada)).slice(-3), [
    'user.signedIn password',
    'user.authenticatorAdded',
    'user.signedIn authenticator',
  ])
  const me = (await (await someone.get('/account/me')).json()) as { factors: unknown }
  assert.deepEqual(me.factors, { passkeys: 0, authenticator: true })
})

test('nothing is switched on before a first code is confirmed; the secret is sealed in the store, the codes are digests', async () => {
  const w = await world()
  await give(w, w.ada)
  const ada = visitor(w)
  await ada.signIn(w.ada.upn, passphrase)
  const secret = await begin(ada)
  assert.equal(secret.length, 32)
  assert.match(
    await (await ada.get('/security/authenticator')).text(),
    /role="img" aria-label="QR code[^>]*><svg/,
  )
  assert.equal((await ada.post('/security/authenticator/confirm', { code: '000000' })).status, 400)
  assert.equal(
    (await visitor(w).signIn(w.ada.upn, passphrase)).headers.get('location'),
    '/',
    'not asked for yet',
  )
  w.pass(hourMs)
  await ada.signIn(w.ada.upn, passphrase)
  assert.equal(
    (await ada.post('/security/authenticator/confirm', { code: codeAt(secret, w.now()) })).status,
    400,
    'waited too long',
  )
  const fresh = await begin(ada)
  assert.notEqual(fresh, secret)
  const done = await ada.post('/security/authenticator/confirm', { code: codeAt(fresh, w.now()) })
  const codes = codesIn(await done.text())
  assert.equal(new Set(codes).size, 10)
  const { rows } = await sql<{ row: string }>`
    select f::text || encode(f.sealed_secret, 'escape') as row from authenticators f where user_id = ${w.ada.userId}
    union all select r::text || encode(r.code_hash, 'escape') from recovery_codes r where user_id = ${w.ada.userId}`.execute(
    w.db,
  )
  assert.equal(rows.length, 11)
  const stored = JSON.stringify(rows)
  for (const text of [fresh, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
    assert.ok(!stored.includes(text))
  assert.equal(
    (await ada.post('/security/authenticator')).headers.get('location'),
    '/security',
    'set up already',
  )
  assert.doesNotMatch(
    await (await ada.get('/security')).text(),
    /[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}</,
    'the codes are shown once',
  )
})

test('a secret that waited too long is forgotten by the recurring job', async () => {
  const w = await world()
  await give(w, w.ada)
  const ada = visitor(w)
  await ada.signIn(w.ada.upn, passphrase)
  await begin(ada)
  w.pass(hourMs + 1)
  assert.ok((await pruneSignIn(w.db, w.now())) >= 1)
  const { rows } = await sql`select 1 from authenticators where user_id = ${w.ada.userId}`.execute(
    w.db,
  )
  assert.equal(rows.length, 0)
})

test('a code works once: not again, and not an older one', async () => {
  const { w, code } = await withApp()
  const [first, third] = [await half(w), await half(w)]
  const used = code()
  assert.equal((await enter(first, used)).status, 303)
  assert.equal((await enter(third, used)).status, 401)
  assert.match(await (await enter(third, used)).text(), /used already/)
  w.pass(step)
  assert.equal((await enter(third, used)).status, 401, 'still within the tolerance, and used')
  assert.equal((await enter(third, code())).status, 303)
  assert.ok((await eventsOf(w, w.ada)).includes('user.signInFailed wrongCode authenticator'))
})

test('the code that confirmed the app does not sign in as well', async () => {
  const w = await world()
  await give(w, w.ada)
  const ada = visitor(w)
  await ada.signIn(w.ada.upn, passphrase)
  const secret = await begin(ada)
  const code = codeAt(secret, w.now())
  const [one, two] = await Promise.all([
    ada.post('/security/authenticator/confirm', { code }),
    ada.copy().post('/security/authenticator/confirm', { code }),
  ])
  assert.deepEqual([one.status, two.status].toSorted(), [200, 303])
  assert.equal((await enter(await half(w), code)).status, 401)
})

test('a clock may be half a minute off, not two', () => {
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
  const now = new Date('2026-05-01T12:00:15Z')
  const at = (ms: number) => stepOf(secret, codeAt(secret, new Date(now.getTime() + ms)), now)
  const here = Math.floor(now.getTime() / step)
  assert.deepEqual([at(-step), at(0), at(step)], [here - 1, here, here + 1])
  assert.deepEqual(
    [at(-2 * step), at(2 * step), stepOf(secret, '12345', now), stepOf(secret, '', now)],
    [undefined, undefined, undefined, undefined],
  )
  // RFC 6238, appendix B, the last six digits of the SHA-1 column.
  const rfc = Secret.fromLatin1('12345678901234567890').base32
  assert.equal(stepOf(rfc, '287082', new Date(59 * secondMs)), 1)
  assert.equal(stepOf(rfc, '081804', new Date(1_111_111_109 * secondMs)), 37_037_036)
})

test('codes are read as people type them', () => {
  assert.deepEqual(readCode(' 123 456 '), { kind: 'app', code: '123456' })
  const [code = ''] = newRecoveryCodes()
  assert.deepEqual(readCode(code.toUpperCase().replaceAll('-', ' ')), {
    kind: 'recovery',
    code: code.replaceAll('-', ''),
  })
  for (const nonsense of [
    '',
    '12345',
    '1234567',
    'x'.repeat(10_000),
    '１２３４５６',
    '0000-0000-0000-0000',
  ])
    assert.equal(readCode(nonsense), undefined, nonsense.slice(0, 20))
})

test('a recovery code signs in once, also when two try at the same moment; new ones end the old', async () => {
  const { w, ada, recoveryCodes, code } = await withApp()
  const [first = '', second = ''] = recoveryCodes
  const [one, two] = [await half(w), await half(w)]
  const both = await Promise.all([enter(one, first), enter(two, first.toUpperCase())])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 401])
  assert.equal((await enter(await half(w), first)).status, 401)
  assert.ok((await eventsOf(w, w.ada)).includes('user.signedIn recoveryCode'))
  assert.match(await (await ada.get('/security')).text(), /9 recovery codes left/)
  assert.equal(
    (await ada.post('/security/authenticator/recovery-codes', { code: '000000' })).status,
    400,
  )
  const renewed = codesIn(
    await (await ada.post('/security/authenticator/recovery-codes', { code: code() })).text(),
  )
  assert.equal(renewed.length, 10)
  assert.equal((await enter(await half(w), second)).status, 401)
  assert.equal((await enter(await half(w), renewed[0] ?? '')).status, 303)
})

test('the recovery codes of one person are nothing for another', async () => {
  const { w, recoveryCodes } = await withApp()
  await give(w, w.bob)
  const bob = visitor(w)
  await bob.signIn(w.bob.upn, passphrase)
  const secret = await begin(bob)
  await bob.post('/security/authenticator/confirm', { code: codeAt(secret, w.now()) })
  const someone = visitor(w)
  await someone.signIn(w.bob.upn, passphrase)
  assert.equal((await enter(someone, recoveryCodes[0] ?? '')).status, 401)
})

test('half a sign-in is of one browser, ten minutes and one password; a ticket that was changed is none', async () => {
  const { w, code } = await withApp()
  const someone = await half(w)
  const ticket = someone.jar.get('guesthouse_half_signed_in')
  assert.ok(ticket)
  const tryWith = async (value: string, agent?: string) => {
    const other = visitor(w, agent)
    other.jar.set('guesthouse_half_signed_in', { ...ticket, value })
    const response = await enter(other, code())
    return [response.status, response.headers.get('location'), await other.isSignedIn()]
  }
  const refused = [303, '/sign-in?return=%2F', false]
  assert.deepEqual(await tryWith(ticket.value, 'another browser'), refused)
  const [first = '', ...rest] = ticket.value
  assert.deepEqual(await tryWith([first === 'A' ? 'B' : 'A', ...rest].join('')), refused)
  assert.deepEqual(await tryWith('nonsense'), refused)
  assert.deepEqual(await tryWith(''), refused)
  const changed = await half(w)
  await give(w, w.ada, 'nine green lanterns wait')
  assert.equal(
    (await enter(changed, code())).headers.get('location'),
    '/sign-in?return=%2F',
    'the password was changed meanwhile',
  )
  await give(w, w.ada)
  const late = await half(w)
  w.pass(10 * minuteMs)
  assert.equal((await enter(late, code())).headers.get('location'), '/sign-in?return=%2F')
  assert.equal(
    (await visitor(w).get('/sign-in/authenticator')).headers.get('location'),
    '/sign-in?return=%2F',
  )
})

test('guessing codes is slowed for the account, wherever it comes from, but not on a device that signed in before', async () => {
  const { w, ada, code } = await withApp()
  const own = visitor(w)
  const device = ada.jar.get('guesthouse_device')
  assert.ok(device)
  own.jar.set('guesthouse_device', device)
  await own.signIn(w.ada.upn, passphrase)
  const statuses: number[] = []
  for (let n = 0; n < 12; n++) statuses.push((await enter(await half(w), '000000')).status)
  assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 401), 429, 429])
  const guesser = await half(w)
  const slowed = await enter(guesser, code())
  assert.equal(slowed.status, 429, 'even the right code waits')
  assert.equal((await enter(own, code())).status, 303, 'her own device does not')
  w.pass((Number(slowed.headers.get('retry-after')) + 1) * secondMs)
  w.pass(step)
  assert.equal((await enter(guesser, code())).status, 303)
  const crowd: Visitor[] = []
  for (let n = 0; n < 14; n++) crowd.push(await half(w))
  await Promise.all(crowd.map((one) => enter(one, '000000')))
  assert.equal(
    (await enter(await half(w), '000000')).status,
    429,
    'tries at the same moment all count',
  )
})

test('removing the app needs a code; a session alone cannot', async () => {
  const { w, ada, code, recoveryCodes } = await withApp()
  assert.match(
    await (await ada.get('/security/authenticator/remove')).text(),
    /Type a code to go on/,
  )
  assert.equal((await ada.post('/security/authenticator/remove', {})).status, 400)
  assert.equal((await ada.post('/security/authenticator/remove', { code: '000000' })).status, 400)
  assert.equal(
    (await visitor(w).signIn(w.ada.upn, passphrase)).headers.get('location'),
    '/sign-in/authenticator?return=%2F',
  )
  assert.equal(
    (await ada.post('/security/authenticator/remove', { code: code() })).headers.get('location'),
    '/security?done=authenticatorRemoved',
  )
  assert.equal((await visitor(w).signIn(w.ada.upn, passphrase)).headers.get('location'), '/')
  assert.equal(
    (await ada.post('/security/authenticator/remove', { code: recoveryCodes[0] ?? '' })).status,
    400,
    'nothing there any more',
  )
  assert.ok((await eventsOf(w, w.ada)).includes('user.authenticatorRemoved'))
})

test('who has no password here is asked for no code, and cannot set one up', async () => {
  const w = await world()
  const bob = await signedIn(w, w.bob.personId)
  assert.match(await (await bob.get('/security')).text(), /no code is asked for/)
  assert.equal((await bob.post('/security/authenticator')).status, 400)
})

test('a code by mail is one factor: with an authenticator app at home its code is asked for as well', async () => {
  const { w, code } = await withApp()
  const address = `private-${newId()}@outside.example`
  await sql`insert into identities (issuer, subject, person_id, created_at) values (${emailIssuer}, ${address}, ${w.ada.personId}, ${w.now()})`.execute(
    w.db,
  )
  const someone = browsing(w.app, w.publicUrl)
  await someone.submit('/sign-in/code', { address })
  const mail = (await listMails(w.db, 1_000)).find(({ recipient }) => recipient === address)
  const mailed = (/Your code is (\d{4} \d{4})/.exec(mail?.body ?? '')?.[1] ?? '').replace(' ', '')
  const after = await someone.submit('/sign-in/code/check', { code: mailed })
  assert.match(after.url, /\/sign-in\/authenticator/)
  assert.equal(await someone.whoAmI(), undefined)
  await someone.submit('/sign-in/authenticator', { code: code() })
  assert.equal(await someone.whoAmI(), w.ada.personId)
})
