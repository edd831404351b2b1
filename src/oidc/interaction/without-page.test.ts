/**
 * Who is signed in and has nothing to answer comes to an application in one step; whoever has does
 * not.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { distrustedSession } from '../../../test/distrusted.ts'
import { browserOf, type Browser } from '../../../test/in-process-browser.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
  type Wish,
} from '../../../test/sign-on.ts'
import { world, type Person } from '../../../test/world.ts'
import { minuteMs } from '../../kernel/time.ts'
import { endpoints } from '../endpoints.ts'
import { rows, sql } from '../../store/database.ts'

const scene = async (wish: Wish = {}, who: 'ada' | 'carol' | 'nobody' = 'ada') => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, wish)
  const config = await relyingParty(w, application)
  const browser = who === 'nobody' ? browserOf(w) : await browserWith(w, w[who])
  /** Where the first answer to a request leads. */
  const led = async (
    more: Record<string, string> = {},
    headers: Record<string, string> = {},
    from: Browser = browser,
  ): Promise<URL> => {
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: application.uri,
      scope: 'openid',
      state: 'here',
      code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
      code_challenge_method: 'S256',
      ...more,
    })
    const cookie = from.cookiesFor(url)
    const answer = await w.app.request(url.href, {
      headers: { accept: 'text/html', cookie, ...headers },
    })
    assert.equal(answer.status, 303)
    return new URL(answer.headers.get('location') ?? '', url)
  }
  return { w, application, config, browser, led }
}

const isAtPage = ({ pathname }: URL): boolean => /\/v2\.0\/interaction\//.test(pathname)

const eventsOf = async ({ w }: Awaited<ReturnType<typeof scene>>, person: Person) =>
  rows(
    w.db,
    sql`select activity, tenant_id = ${w.fabrikam.id} as there from events
      where target_id in (${w.userOf(person, w.fabrikam)}, ${person.userId}) and activity in ('user.signedIn', 'user.enteredApplication')
      order by at, activity, there`,
  )

test('OIDC: who is signed in and has nothing to answer is at the application in one step, with all that a page would have kept', async () => {
  const s = await scene()
  const { w, config, browser, application, led } = s
  const before = await eventsOf(s, w.ada)
  const url = await led()
  assert.equal(url.origin + url.pathname, application.uri)
  assert.ok(url.searchParams.get('code'))
  const after = (await eventsOf(s, w.ada)).slice(before.length)
  assert.deepEqual(after, [
    { activity: 'user.enteredApplication', there: true },
    { activity: 'user.signedIn', there: false },
    { activity: 'user.signedIn', there: true },
  ])
  assert.ok((await led()).searchParams.get('code'), 'its door stands open')
  assert.equal((await eventsOf(s, w.ada)).length, before.length + 4, 'an entry, no sign-in')
  w.pass(5 * minuteMs)
  const tokens = await (await signOn(config, browser, application)).exchange()
  const { auth_time: since, acr, oid } = (tokens.claims() ?? {}) as Record<string, unknown>
  assert.equal(Number(since), Math.floor(w.now().getTime() / 1000) - 300, 'when they signed in')
  assert.deepEqual({ acr, oid }, { acr: '1', oid: w.userOf(w.ada, w.fabrikam) })
})

test('OIDC: what a request or its person has to be asked leads to a page, and signs nobody in', async () => {
  const { w, led } = await scene()
  const tokens = { userinfo: {}, id_token: { sub: { value: 'somebody' } } }
  w.pass(20 * minuteMs)
  for (const more of [
    { prompt: 'login' },
    { prompt: 'select_account' },
    { prompt: 'login consent' },
    { prompt: 'consent' },
    { max_age: '600' },
    { max_age: '0' },
    { login_hint: w.bob.upn },
    { acr_values: 'phr' },
    { claims: JSON.stringify({ id_token: { acr: { essential: true, values: ['2'] } } }) },
    { claims: JSON.stringify(tokens) },
  ] as Record<string, string>[]) {
    assert.ok(isAtPage(await led(more)), JSON.stringify(more))
    const kept = await rows(
      w.db,
      sql`select kind from oidc_records where user_id = ${w.userOf(w.ada, w.fabrikam)}`,
    )
    assert.deepEqual(kept, [], JSON.stringify(more))
  }
  for (const more of [{ login_hint: w.ada.upn }, { acr_values: '1' }] as Record<string, string>[])
    assert.ok((await led(more)).searchParams.get('code'), JSON.stringify(more))
})

test('OIDC: a form of ours that led to a request leads on by a page, since browsers hold it to our own origin', async () => {
  const { led } = await scene()
  assert.ok(isAtPage(await led({}, { 'sec-fetch-site': 'same-origin' })))
  assert.ok((await led({}, { 'sec-fetch-site': 'cross-site' })).searchParams.get('code'))
})

test('OIDC: an ID token that is hinted at leads to a page while it is not the one of a browser session', async () => {
  const { config, browser, application, led, w } = await scene()
  const { id_token: hint = '' } = await (await signOn(config, browser, application)).exchange()
  const elsewhere = await browserWith(w, w.bob)
  assert.ok(isAtPage(await led({ id_token_hint: hint }, {}, elsewhere)))
  assert.ok((await led({ id_token_hint: hint })).searchParams.get('code'))
})

test('OIDC: whoever may not come in, or is not assigned, reads why at a page', async () => {
  const stranger = await scene({}, 'carol')
  assert.ok(isAtPage(await stranger.led()))
  const unassigned = await scene({ assignmentRequired: true })
  assert.ok(isAtPage(await unassigned.led()))
  const disabled = await scene()
  await sql`update users set account_enabled = false where tenant_id = ${disabled.w.contoso.id} and id = ${disabled.w.ada.userId}`.execute(
    disabled.w.db,
  )
  assert.ok(isAtPage(await disabled.led()))
  const nobody = await scene({}, 'nobody')
  assert.ok(isAtPage(await nobody.led()))
})

test('K23: a door that stands open is judged again for a session that a provider for guests has opened since', async () => {
  const { w, led } = await scene({}, 'nobody')
  const { token, sessionId } = await distrustedSession(w, w.ada, w.fabrikam, w.contoso)
  const browser = browserOf(w)
  browser.signIn(token)
  const [{ provider_id: provider } = { provider_id: '' }] = (await rows(
    w.db,
    sql`update sessions set provider_id = null where id = ${sessionId} returning (select provider_id from sessions where id = ${sessionId})`,
  )) as { provider_id: string }[]
  assert.ok((await led({}, {}, browser)).searchParams.get('code'), 'signed in by themselves')
  await sql`update sessions set provider_id = ${provider} where id = ${sessionId}`.execute(w.db)
  assert.ok(isAtPage(await led({}, {}, browser)), 'signed in by a provider that is not trusted')
})

test('OIDC: a browser session that was there before somebody signed in is not theirs', async () => {
  const { w, config, application } = await scene()
  const browser = browserOf(w)
  await browser.open(`/${w.fabrikam.id}${endpoints.code_verification}`)
  const key = [...browser.jar.keys()].find((name) => name.startsWith('guesthouse_oidc '))
  const planted = browser.jar.get(key ?? '')?.value
  assert.ok(planted, [...browser.jar.keys()].join())
  browser.signIn((await browserWith(w, w.ada)).jar.get('guesthouse_session')?.value ?? '')
  const { end } = await askToSignOn(config, browser, application)
  assert.ok(end.url.searchParams.get('code'))
  assert.notEqual(browser.jar.get(key ?? '')?.value, planted)
})
