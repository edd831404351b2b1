import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browsing } from '../../test/browser/browsing.ts'
import { world } from '../../test/world.ts'
import { dayMs } from '../kernel/time.ts'
import { listMails } from '../../test/mails.ts'
import { rows, sql } from '../store/database.ts'
import { browserName } from '../words/browser-name.ts'
import { fallback } from '../words/locales.ts'
import { serverWordsOf } from '../words/server-words.ts'
import { browserIn } from '../kernel/browser-name.ts'
import { setPassword } from '../credentials/password/set.ts'
import { browserKnownForMs } from './known-browsers.ts'
import { pruneSignIn } from '../credentials/prune.ts'

const passphrase = 'violet harbour sings twice'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const stage = async () => {
  const w = await world()
  for (const person of [w.ada, w.bob])
    await setPassword(
      w.db,
      { tenantId: w.contoso.id, userId: person.userId, password: passphrase },
      w.operator(),
    )
  const browse = () => browsing(w.app, w.publicUrl, { 'user-agent': firefox })
  const signIn = (someone: ReturnType<typeof browse>, person = w.ada) =>
    someone.submit('/sign-in', { name: person.upn, password: passphrase })
  const told = async (person = w.ada) =>
    (await listMails(w.db, 1_000)).filter(
      ({ recipient, subject }) => recipient === person.upn && /new sign-in/i.test(subject),
    )
  return { w, browse, signIn, told }
}

test('a sign-in with a browser that is new is told by mail, with time, browser and where to end it; the very first is not, nor a known one', async () => {
  const { w, browse, signIn, told } = await stage()
  const own = browse()
  await signIn(own)
  assert.equal((await told()).length, 0)
  await signIn(own)
  assert.equal((await told()).length, 0)
  await signIn(browse())
  const [mail, ...more] = await told()
  assert.equal(more.length, 0)
  assert.match(mail?.body ?? '', /1 May 2026 at 12:00 UTC/)
  assert.match(mail?.body ?? '', /Firefox on Linux/)
  assert.ok(mail?.body.split('\n').includes(`${w.publicUrl}/profile`))
})

test('a shared browser is known for each of its people by itself; a wrong password tells nobody; a purge forgets it', async () => {
  const { w, browse, signIn, told } = await stage()
  await signIn(browse())
  await signIn(browse(), w.bob)
  const shared = browse()
  await signIn(shared)
  await signIn(shared, w.bob)
  await signIn(shared)
  assert.deepEqual([(await told()).length, (await told(w.bob)).length], [1, 1])
  await browse().submit('/sign-in', { name: w.ada.upn, password: 'wrong' })
  assert.equal((await told()).length, 1)
  const count = async () =>
    (await rows(w.db, sql`select 1 from known_browsers where person_id = ${w.ada.personId}`)).length
  assert.equal(await count(), 2)
  w.pass(browserKnownForMs + dayMs)
  await pruneSignIn(w.db, w.now())
  assert.equal(await count(), 0)
  await signIn(shared)
  assert.equal((await told()).length, 2, 'somebody who was away for long is told too')
})

test('a browser is named in words of ours', () => {
  const named: [string | null, string][] = [
    [firefox, 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1',
      'Safari on iOS',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0 Safari/537.36',
      'Chrome on Linux',
    ],
    ['click here: http://evil.example', 'A browser that does not say its name'],
    [null, 'A browser that does not say its name'],
  ]
  for (const [agent, name] of named)
    assert.equal(browserName(browserIn(agent), serverWordsOf(fallback).mail), name)
})
