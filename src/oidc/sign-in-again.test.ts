/**
 * Signing in again because an application asks for it: through the pages, with openid-client as the
 * application.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { browserOf, type Browser } from '../../test/in-process-browser.ts'
import { json, type Json } from '../../test/json.ts'
import {
  askToSignOn,
  registerApplication,
  relyingParty,
  signOn,
  type World,
} from '../../test/sign-on.ts'
import { world, type Person } from '../../test/world.ts'
import { hourMs, minuteMs } from '../kernel/time.ts'
import { setPassword } from '../credentials/password/set.ts'

const passphrase = 'nine copper kettles sing at dawn'

const withPasswords = async (w: World): Promise<void> => {
  for (const person of [w.ada, w.bob])
    await setPassword(
      w.db,
      { tenantId: w.contoso.id, userId: person.userId, password: passphrase },
      w.operator(),
    )
}
type Shown = Awaited<ReturnType<Browser['open']>>
const enter = (browser: Browser, shown: Shown, person: Person): Promise<Shown> =>
  browser.submit(shown, { name: person.upn, password: passphrase })
const codeOf = ({ url }: Shown): string | null => url.searchParams.get('code')

const scene = async (parameters: Record<string, string> = {}) => {
  const w = await world()
  await withPasswords(w)
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const other = await registerApplication(w, w.fabrikam, w.frank, { name: 'Other' })
  const [config, otherConfig] = [await relyingParty(w, application), await relyingParty(w, other)]
  const browser = browserOf(w)
  await enter(browser, await browser.open('/sign-in'), w.ada)
  const elsewhere = await (await signOn(otherConfig, browser, other)).exchange()
  const ask = (more: Record<string, string> = {}) =>
    askToSignOn(config, browser, application, { ...parameters, ...more })
  const otherGoesOn = async (): Promise<void> => {
    await client.refreshTokenGrant(otherConfig, String(elsewhere.refresh_token))
    assert.equal(
      (await client.tokenIntrospection(otherConfig, elsewhere.access_token)).active,
      true,
    )
  }
  return { w, browser, ask, otherGoesOn }
}

test('prompt=login: the page asks again, the session is renewed in place, and other applications stay signed in', async () => {
  const { w, browser, ask, otherGoesOn } = await scene({ prompt: 'login' })
  const sessions = async () =>
    (await json(await w.as(w.ada).get('/account/sessions')))['value'] as Json[]
  const before = await sessions()
  w.pass(5 * minuteMs)
  const { end, take } = await ask()
  assert.equal(end.url.pathname, '/sign-in', 'the session that was there is not enough')
  assert.equal(
    (await browser.open(end.url.searchParams.get('return') ?? '')).url.pathname,
    '/sign-in',
    'also when the page is passed by',
  )
  const wrong = await browser.submit(end, { name: w.ada.upn, password: 'not this one' })
  assert.equal(wrong.status, 401)
  const back = await enter(browser, wrong, w.ada)
  assert.ok(codeOf(back), `ended on ${back.url.href}: ${back.page}`)
  const claims = (await take(back.url)).claims()
  assert.equal(claims?.auth_time, Math.floor(w.now().getTime() / 1_000))
  assert.equal((await sessions()).length, before.length + 1, 'one more is the one that looks')
  await otherGoesOn()
})

test('max_age that is over asks again and signs nobody out; one that is not asks nothing', async () => {
  const { w, browser, ask, otherGoesOn } = await scene({ max_age: '600' })
  assert.ok(codeOf((await ask()).end), 'just signed in')
  w.pass(hourMs)
  const { end, take } = await ask()
  assert.equal(end.url.pathname, '/sign-in')
  const back = await enter(browser, end, w.ada)
  assert.equal((await take(back.url)).claims()?.auth_time, Math.floor(w.now().getTime() / 1_000))
  await otherGoesOn()
})

test('prompt=login without a session asks once', async () => {
  const { w, browser, ask } = await scene({ prompt: 'login' })
  await browser.post('/sign-out', {})
  const { end } = await ask()
  assert.ok(codeOf(await enter(browser, end, w.ada)))
})

test('somebody else who signs in at that page comes in as themselves, and who was there before is out', async () => {
  const { w, browser, ask } = await scene({ prompt: 'login' })
  const { end, take } = await ask()
  const tokens = await take((await enter(browser, end, w.bob)).url)
  assert.equal(decodeJwt(tokens.access_token)['oid'], w.userOf(w.bob, w.fabrikam))
})

test('the token of before opens nothing once its person has signed in again', async () => {
  const { w, browser } = await scene()
  const stolen = browserOf(w)
  for (const [key, cookie] of browser.jar) stolen.jar.set(key, cookie)
  await enter(browser, await browser.open('/sign-in?again=1'), w.ada)
  assert.equal((await stolen.open('/sign-in')).status, 200)
  assert.equal((await stolen.open('/sign-in')).url.pathname, '/sign-in')
  assert.notEqual((await browser.open('/sign-in')).url.pathname, '/sign-in')
})

test('a page that asks one person to agree is not answered by another who signs in meanwhile', async () => {
  const { w, browser, ask } = await scene({ prompt: 'consent' })
  const { end } = await ask()
  assert.match(end.page ?? '', /Sign in to Payroll\?/)
  await enter(browser, await browser.open('/sign-in?again=1'), w.bob)
  assert.equal((await browser.post(end.url, { decision: 'accept' })).status, 400)
})
