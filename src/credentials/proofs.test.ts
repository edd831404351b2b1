import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { json } from '../../test/json.ts'
import { signedIn } from '../../test/signed-in.ts'
import { softAuthenticator } from '../../test/peers/soft-authenticator.ts'
import { visitor } from '../../test/visitor.ts'
import { world, type Person } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { minuteMs, secondMs } from '../kernel/time.ts'
import { listMails } from '../../test/mails.ts'
import { serverApp } from '../server/server.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'
import { signInRoutes } from '../sign-in/app.ts'
import { setPassword } from './password/set.ts'
import { handleOf } from './passkey/passkey.ts'
import { stepUpLifetimeMs } from '../sign-in/step-up.ts'

type World = Awaited<ReturnType<typeof world>>
type Visitor = ReturnType<typeof visitor>
const passphrase = 'violet harbour sings twice'

const give = (w: World, person: Person) =>
  setPassword(
    w.db,
    { tenantId: person.home.id, userId: person.userId, password: passphrase },
    w.operator(),
  )
const mailsTo = async (w: World, address: string) =>
  (await listMails(w.db, 1_000)).filter(({ recipient }) => recipient === address)
const codeFor = async (w: World, address: string): Promise<string> => {
  const mails = await mailsTo(w, address)
  return (
    mails.flatMap(
      ({ body }) => /Your code is (\d{4}) (\d{4})/.exec(body)?.slice(1).join('') ?? [],
    )[0] ?? ''
  )
}
const invited = async (w: World, address: string): Promise<string> => {
  const wish = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://fabrikam.example/' }
  return new URL(
    String(
      (await json(await w.as(w.frank, w.fabrikam).post('/v1.0/invitations', wish), 201))[
        'inviteRedeemUrl'
      ],
    ),
  ).pathname
}
/** Alice shows in a browser that an address is hers, on the way to her invitation. */
const proves = async (w: World, browser: Visitor, address: string, path: string): Promise<void> => {
  const query = `return=${encodeURIComponent(path)}`
  assert.equal((await browser.post(`/sign-in/code?${query}`, { address })).status, 200)
  const answer = await browser.post(`/sign-in/code/check?${query}`, {
    code: await codeFor(w, address),
  })
  assert.equal(answer.headers.get('location'), path)
}
const accepts = async (browser: Visitor, path: string): Promise<string> =>
  (await browser.post(path)).text()
const holderOf = (w: World, address: string) =>
  rows(
    w.db,
    sql`select person_id from live_users where tenant_id = ${w.fabrikam.id} and mail = ${address} and person_id is not null`,
  )

test('K17: what somebody proved is nothing for who signs in after them in the same browser, also with the cookie put back', async () => {
  const w = await world()
  await give(w, w.nora)
  const address = `alice-${newId()}@outside.example`
  const path = await invited(w, address)
  const browser = visitor(w)
  await proves(w, browser, address, path)
  assert.match(
    await (await browser.get(path)).text(),
    /Review permissions/,
    'Alice could accept now',
  )
  const kept = browser.jar.get('guesthouse_proved')
  assert.ok(kept)
  assert.equal((await browser.signIn(w.nora.upn, passphrase)).status, 303)
  assert.ok(!browser.jar.has('guesthouse_proved'))
  assert.match(await accepts(browser, path), /show first that/)
  browser.jar.set('guesthouse_proved', kept)
  assert.match(await accepts(browser, path), /show first that/)
  assert.deepEqual(await holderOf(w, address), [])
})

test('K17: signing out forgets what was proved, also with the cookie put back into another session', async () => {
  const w = await world()
  await give(w, w.nora)
  await give(w, w.carol)
  const address = `alice-${newId()}@outside.example`
  const path = await invited(w, address)
  const browser = visitor(w)
  await browser.signIn(w.carol.upn, passphrase)
  await proves(w, browser, address, path)
  const kept = browser.jar.get('guesthouse_proved')
  assert.ok(kept)
  await browser.post('/sign-out')
  assert.ok(!browser.jar.has('guesthouse_proved') && !browser.jar.has('guesthouse_recent'))
  browser.jar.set('guesthouse_proved', kept)
  assert.match(await accepts(browser, path), /show first that/, 'by nobody')
  await browser.signIn(w.nora.upn, passphrase)
  browser.jar.set('guesthouse_proved', kept)
  assert.match(await accepts(browser, path), /show first that/, 'by somebody else')
  assert.deepEqual(await holderOf(w, address), [])
})

test('K17: a code that was asked for before somebody signed in, or out, is not taken for them', async () => {
  const w = await world()
  await give(w, w.nora)
  const address = `alice-${newId()}@outside.example`
  const path = await invited(w, address)
  const query = `return=${encodeURIComponent(path)}`
  const browser = visitor(w)
  await browser.post(`/sign-in/code?${query}`, { address })
  await browser.signIn(w.nora.upn, passphrase)
  assert.equal(
    (await browser.post(`/sign-in/code/check?${query}`, { code: await codeFor(w, address) }))
      .status,
    400,
  )
  assert.match(await accepts(browser, path), /show first that/)
  await browser.post(`/sign-in/code?${query}`, { address })
  await browser.post('/sign-out')
  assert.equal(
    (await browser.post(`/sign-in/code/check?${query}`, { code: await codeFor(w, address) }))
      .status,
    400,
  )
})

const fill = (path: string): string => path.replace(':id', newId())

test('K17: with a session alone nobody changes what its person signs in with; every such page asks who it is first', async () => {
  const w = await world()
  await give(w, w.ada)
  const changing = signInRoutes.filter(({ path }) =>
    /^\/security\/(passkeys|authenticator)/.test(path),
  )
  assert.ok(changing.length >= 11)
  const stale = await signedIn(w, w.ada.personId, { stale: true })
  for (const { method, path } of changing) {
    const answer =
      method === 'GET'
        ? await stale.get(fill(path))
        : await stale.post(fill(path), { code: '123456', name: 'x', answer: '{}' })
    assert.equal(answer.status, 303, `${method} ${path}`)
    assert.match(
      answer.headers.get('location') ?? '',
      /^\/sign-in\?again=1&return=/,
      `${method} ${path}`,
    )
  }
  assert.deepEqual(
    await rows(w.db, sql`select 1 from authenticators where user_id = ${w.ada.userId}`),
    [],
  )
  assert.match(
    await (await stale.get('/sign-in?again=1&return=%2Fsecurity')).text(),
    /show once more who you are/,
  )
  const again = await stale.post('/sign-in?return=%2Fsecurity%2Fpasskeys%2Fadd', {
    name: w.ada.upn,
    password: passphrase,
  })
  assert.equal(again.headers.get('location'), '/security/passkeys/add')
  assert.equal((await stale.get('/security/passkeys/add')).status, 200)
  w.pass(stepUpLifetimeMs)
  assert.equal(
    (await stale.get('/security/passkeys/add')).status,
    303,
    'and again after ten minutes',
  )
})

test('K17: having shown who one is counts for one’s own session, and is over when somebody else signs in or out', async () => {
  const w = await world()
  await give(w, w.ada)
  await give(w, w.nora)
  const browser = visitor(w)
  await browser.signIn(w.ada.upn, passphrase)
  const kept = browser.jar.get('guesthouse_recent')
  assert.ok(kept)
  const nora = await signedIn(w, w.nora.personId, { stale: true })
  nora.jar.set('guesthouse_recent', kept)
  assert.equal((await nora.get('/security/passkeys/add')).status, 303)
})

const publicUrl = 'https://guesthouse.example'
const codeOf = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

test('K17, R128: each change of what somebody signs in with is told to them by mail', async () => {
  const plain = await world()
  const w = { ...plain, publicUrl, app: serverApp({ ...plain.services, publicUrl }) }
  const told = async (): Promise<string[]> => {
    const mails = await mailsTo(plain, w.ada.upn)
    await sql`delete from mails where recipient = ${w.ada.upn}`.execute(w.db)
    return mails.map(({ subject, body }) => `${subject} | ${body.replaceAll('\n', ' ')}`)
  }
  const one = async (pattern: RegExp): Promise<void> => {
    const [mail, ...more] = await told()
    assert.match(mail ?? 'no mail', pattern)
    assert.equal(more.length, 0)
  }
  await give(plain, w.ada)
  assert.deepEqual(await told(), [], 'an operator gives a new account its first password')
  const ada = await signedIn(w, w.ada.personId)
  const page = await (await ada.get('/security/passkeys/add')).text()
  const { challenge } = JSON.parse(
    (/data-options="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"'),
  ) as { challenge: string }
  const answer = softAuthenticator(handleOf(w.ada.personId)).create({
    origin: publicUrl,
    rpId: 'guesthouse.example',
    challenge,
  })
  await ada.post('/security/passkeys/add', { name: 'Phone', answer })
  await one(
    /^A passkey was added to your account .*in a session of yours.*tell an administrator of Contoso/,
  )
  const [key] = await rows(
    w.db,
    sql<{ id: string }>`select id from passkeys where person_id = ${w.ada.personId}`,
  )
  await ada.post(`/security/passkeys/${key?.id}/remove`)
  await one(/^A passkey was removed/)
  await ada.post('/security/authenticator')
  assert.deepEqual(await told(), [], 'nothing is switched on yet')
  const shown = await (await ada.get('/security/authenticator')).text()
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(shown)?.[1] ?? '').replaceAll(' ', '')
  await ada.post('/security/authenticator/confirm', { code: codeOf(secret, w.now()) })
  await one(/^An authenticator app was set up/)
  w.pass(30 * secondMs)
  await ada.post('/security/authenticator/recovery-codes', { code: codeOf(secret, w.now()) })
  await one(/^New recovery codes were made/)
  w.pass(30 * secondMs)
  await ada.post('/security/authenticator/remove', { code: codeOf(secret, w.now()) })
  await one(/^The authenticator app was removed/)
  await ada.post('/password', {
    current: passphrase,
    wanted: 'nine green lanterns wait',
    repeated: 'nine green lanterns wait',
  })
  await one(/^The password of your account was changed/)
  await plain.as(w.carol, w.contoso).post(`/v1.0/users/${w.ada.userId}/guesthouse.resetFactors`)
  await one(
    /^Your passkeys and your authenticator app were removed .*by an administrator of Contoso/,
  )
  await give(plain, w.ada)
  await one(/^The password of your account was changed .*by the operator/)
})

test('K17: a change of somebody without a home here is told to the mailbox that is their home', async () => {
  const w = await world(publicUrl)
  const address = `eve-${newId()}@outside.example`
  const eve = visitor(w)
  await eve.get('/sign-in')
  const path = await invited(w, address)
  await proves(w, eve, address, path)
  await eve.post(path)
  assert.equal(
    (await eve.get('/security/passkeys/add')).status,
    303,
    'accepting an invitation is no sign-in of hers',
  )
  w.pass(minuteMs)
  await eve.post('/sign-in/code', { address })
  await eve.post('/sign-in/code/check', { code: await codeFor(w, address) })
  const page = await (await eve.get('/security/passkeys/add')).text()
  const { challenge, user } = JSON.parse(
    (/data-options="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"'),
  ) as {
    challenge: string
    user: { id: string }
  }
  const authenticator = softAuthenticator(Buffer.from(user.id, 'base64url'))
  await eve.post('/security/passkeys/add', {
    name: 'Phone',
    answer: authenticator.create({ origin: publicUrl, rpId: 'guesthouse.example', challenge }),
  })
  const subjects = (await mailsTo(w, address)).map(({ subject }) => subject)
  assert.ok(subjects.includes('A passkey was added to your account'), subjects.join(', '))
})
