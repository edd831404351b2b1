import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browsing } from '../../../test/browser/browsing.ts'
import { json, type Json } from '../../../test/json.ts'
import { newStore } from '../../../test/store.ts'
import { world } from '../../../test/world.ts'
import { createGuest } from '../../directory/users/create.ts'
import { emailIssuer, addressOf, isAddress } from '../../kernel/address.ts'
import { newId, type PersonId } from '../../kernel/ids.ts'
import { hourMs, minuteMs, secondMs } from '../../kernel/time.ts'
import { listMails } from '../../../test/mails.ts'
import { timeMachine } from '../../cli/demo/time-machine.ts'
import { serverApp } from '../../server/server.ts'
import { rows } from '../../store/database.ts'
import { sql } from 'kysely'
import { checkCode, sendCode } from './email-code.ts'
import { pruneSignIn } from '../prune.ts'

type World = Awaited<ReturnType<typeof world>>
type Browsing = ReturnType<typeof browsing>
const someAddress = () => `eve-${newId()}@outside.example`
const browse = (w: World) => browsing(w.app, w.publicUrl)

/** Somebody whose home is a mailbox, a guest of Fabrikam. */
const guestByMail = async (w: World, address: string): Promise<PersonId> => {
  const personId = newId<PersonId>()
  await sql`insert into persons (id, created_at) values (${personId}, ${w.now()})`.execute(w.db)
  await sql`insert into identities (issuer, subject, person_id, created_at) values (${emailIssuer}, ${address}, ${personId}, ${w.now()})`.execute(
    w.db,
  )
  const user = {
    personId,
    displayName: 'Eve',
    userPrincipalName: `eve.${newId()}#EXT#@${w.fabrikam.domain}`,
    mail: addressOf(address),
  }
  assert.equal((await createGuest(w.db, w.fabrikam.id, user, w.operator())).outcome, 'created')
  return personId
}
const mailsTo = async (w: World, address: string) =>
  (await listMails(w.db, 1_000)).filter(({ recipient }) => recipient === address)
const codeFor = async (w: World, address: string): Promise<string> => {
  const [newest] = await mailsTo(w, address)
  return (/Your code is (\d{4} \d{4})/.exec(newest?.body ?? '')?.[1] ?? '').replace(' ', '')
}
const ask = (someone: Browsing, address: string, to = '/') =>
  someone.submit(`/sign-in/code?return=${encodeURIComponent(to)}`, { address })
const give = (someone: Browsing, code: string, to = '/') =>
  someone.submit(`/sign-in/code/check?return=${encodeURIComponent(to)}`, { code })
const wrong = (code: string): string => String((Number(code) + 1) % 10 ** 8).padStart(8, '0')

test('a code proves the address and opens the session of the person it belongs to, who can then leave', async () => {
  const w = await world()
  const address = someAddress()
  const personId = await guestByMail(w, address)
  const eve = browse(w)
  assert.equal((await ask(eve, ` ${address.toUpperCase()} `)).status, 200)
  const code = await codeFor(w, address)
  assert.match(code, /^\d{8}$/)
  const after = await give(eve, `${code.slice(0, 4)} ${code.slice(4)}`, '/account/organizations')
  const [organization] = (JSON.parse(after.text) as Json)['value']
  assert.deepEqual([organization?.['displayName'], organization?.['kind']], ['Fabrikam', 'other'])
  assert.equal(await eve.whoAmI(), personId)
  assert.equal(
    (await eve.go(`/account/organizations/${w.fabrikam.id}/leave`, { method: 'POST' })).status,
    200,
  )
})

test('whether the address is known or not it gets a mail, and nothing is told before it is proved', async () => {
  const w = await world()
  const [known, unknown] = [someAddress(), someAddress()]
  await guestByMail(w, known)
  for (const address of [known, unknown]) await ask(browse(w), address)
  assert.deepEqual([(await mailsTo(w, known)).length, (await mailsTo(w, unknown)).length], [1, 1])
  const eve = browse(w)
  await ask(eve, unknown)
  const page = await give(eve, await codeFor(w, unknown))
  assert.equal(page.status, 403)
  assert.match(page.text, /no account here belongs to it/)
  assert.match(page.text, /open the link in the invitation/)
  assert.equal(await eve.whoAmI(), undefined)
  assert.ok(eve.jar.has('guesthouse_proved'), 'an invitation can make use of the proof')
})

test('nOAuth: a local account is not found by its mail address, nor a guest by theirs', async () => {
  const w = await world()
  await sql`update users set mail = 'ada@private.example', other_mails = '{ada@private.example}' where person_id = ${w.ada.personId}`.execute(
    w.db,
  )
  for (const address of [w.ada.upn, 'ada@private.example']) {
    const someone = browse(w)
    await ask(someone, address)
    assert.equal((await give(someone, await codeFor(w, address))).status, 403)
    assert.equal(await someone.whoAmI(), undefined)
  }
})

test('an invitation is accepted with an address that was proved by a code', async () => {
  const w = await world()
  const address = someAddress()
  const invitation = await json(
    await w.as(w.frank, w.fabrikam).post('/v1.0/invitations', {
      invitedUserEmailAddress: address,
      inviteRedirectUrl: 'https://fabrikam.example/',
    }),
    201,
  )
  const path = new URL(String(invitation['inviteRedeemUrl'])).pathname
  const eve = browse(w)
  await ask(eve, address, path)
  const review = await give(eve, await codeFor(w, address), path)
  assert.match(review.text, /Review permissions/)
  assert.match((await eve.submit(path, {})).text, /You are a guest of Fabrikam now/)
  const later = browse(w)
  await ask(later, address)
  await give(later, await codeFor(w, address))
  assert.equal(await later.whoAmI(), await eve.whoAmI(), 'and signs in by a code from then on')
})

test('a code is of the browser that asked: in another, or beside another code, it is worth nothing', async () => {
  const w = await world()
  const address = someAddress()
  await guestByMail(w, address)
  const [eve, mallory] = [browse(w), browse(w)]
  await ask(eve, address)
  const code = await codeFor(w, address)
  assert.match((await give(mallory, code)).text, /Ask for a new one/, 'no cookie at all')
  await ask(mallory, address)
  assert.notEqual(await codeFor(w, address), '')
  assert.match(
    (await give(mallory, code)).text,
    /This is not the code/,
    'a code of one flow in another',
  )
  assert.equal(await mallory.whoAmI(), undefined)
  const cookie = eve.jar.get('guesthouse_code') ?? ''
  mallory.jar.set('guesthouse_code', `${cookie.slice(0, -2)}AA`)
  assert.match((await give(mallory, code)).text, /Ask for a new one/, 'a cookie that was changed')
  await give(eve, code)
  assert.notEqual(await eve.whoAmI(), undefined)
})

test('guessing ends after five tries, also at the same moment, and the right code comes too late; what is no code is no try', async () => {
  const w = await world()
  const address = someAddress()
  await guestByMail(w, address)
  const eve = browse(w)
  await ask(eve, address)
  const code = await codeFor(w, address)
  for (const nonsense of ['', '1234', 'abcdefgh', '123456789'])
    assert.match((await give(eve, nonsense)).text, /A code has 8 digits/)
  assert.match((await give(eve, wrong(code))).text, /4 more tries/)
  const cookie = eve.jar.get('guesthouse_code') ?? ''
  const all = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const copy = browse(w)
      copy.jar.set('guesthouse_code', cookie)
      return (await give(copy, wrong(code))).text
    }),
  )
  assert.equal(
    all.filter((text) => /more tr(y|ies)/.test(text)).length,
    3,
    'the fifth says that it is over',
  )
  eve.jar.set('guesthouse_code', cookie)
  assert.match((await give(eve, code)).text, /Ask for a new one/)
  assert.equal(await eve.whoAmI(), undefined)
})

test('a code is over after ten minutes, and the store forgets it; neither code nor address ever stood in it', async () => {
  const w = await world()
  const address = someAddress()
  const eve = browse(w)
  await ask(eve, address)
  const code = await codeFor(w, address)
  const stored = await rows(w.db, sql<{ row: string }>`select c::text as row from email_codes c`)
  assert.ok(stored.every(({ row }) => !row.includes(address) && !row.includes(code)))
  w.pass(10 * minuteMs)
  assert.match((await give(eve, code)).text, /Ask for a new one/)
  w.pass(secondMs)
  await pruneSignIn(w.db, w.now())
  const left = await rows(w.db, sql`select 1 from email_codes where expires_at < ${w.now()}`)
  assert.equal(left.length, 0)
})

test('mail to one address is slowed, for one caller and for all of them; who proves it is slowed no longer', async () => {
  const w = await world()
  const address = someAddress()
  const send = (caller: string | null) =>
    sendCode(w.db, w.services.sealKey, { address, caller }, { now: w.now() })
  const outcomes: string[] = []
  for (let n = 0; n < 6; n++) outcomes.push((await send('192.0.2.1')).outcome)
  assert.deepEqual(outcomes, [...Array.from({ length: 5 }, () => 'sent'), 'throttled'])
  const crowd = await Promise.all(Array.from({ length: 20 }, (_, n) => send(`198.51.100.${n}`)))
  assert.equal(
    crowd.filter(({ outcome }) => outcome === 'sent').length,
    5,
    'ten in all, also at the same moment',
  )
  assert.equal((await mailsTo(w, address)).length, 10)
  w.pass(5 * minuteMs)
  const sent = await send('192.0.2.1')
  assert.equal(sent.outcome, 'sent', 'the wait is short')
  if (sent.outcome === 'sent') {
    const code = await codeFor(w, address)
    const checked = await checkCode(
      w.db,
      w.services.sealKey,
      { flow: sent.flow, code, caller: '192.0.2.1' },
      { now: w.now() },
    )
    assert.deepEqual(checked, { outcome: 'proved', address: addressOf(address) })
  }
  assert.equal((await send('192.0.2.1')).outcome, 'sent')
  const one = browse(w)
  const statuses: number[] = []
  for (let n = 0; n < 7; n++) statuses.push((await ask(one, 'x@busy.example')).status)
  assert.ok(statuses.includes(429), statuses.join(' '))
  w.pass(hourMs)
})

test('what is no address, or more than one, gets no mail', async () => {
  for (const bad of [
    '',
    'eve',
    'eve@',
    '@x.example',
    'eve@localhost',
    'eve@x.example, bob@x.example',
    'eve@x.example;bob@x.example',
    '"eve" <eve@x.example>',
    'eve@x.example\r\nBcc: bob@x.example',
    'eve@-x.example',
    `${'e'.repeat(65)}@x.example`,
    `eve@${'x'.repeat(260)}.example`,
    'eve\u0000@x.example',
  ])
    assert.ok(!isAddress(bad), bad)
  const w = await world()
  const page = await ask(browse(w), `"><script>alert(1)</script>@x.example`)
  assert.equal(page.status, 400)
  assert.ok(!page.text.includes('<script'))
})

test('the demo shows the mails it did not send, as text; no other product has that page', async () => {
  const w = await world()
  // In a store of its own: the page shows the newest mails, and in the store of all tests others
  // have later ones.
  const own = await newStore()
  const demo = serverApp({ ...w.services, db: own.db, demo: timeMachine(own.db, 0) })
  const address = someAddress()
  assert.equal((await ask(browsing(demo, w.publicUrl), address)).status, 200)
  await sql`update mails set kind = null, content = null, body = 'x', subject = '<script>alert(1)</script>'`.execute(
    own.db,
  )
  const text = await (await demo.request(`${w.publicUrl}/demo/mail`)).text()
  assert.match(text, new RegExp(`To ${address}, 1 May 2026 at 12:00 UTC`))
  assert.ok(text.includes('&lt;script&gt;') && !text.includes('<script'))
  assert.equal((await w.app.request(`${w.publicUrl}/demo/mail`)).status, 404)
  await own.close()
})
