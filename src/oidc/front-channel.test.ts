/** What a browser tells the applications that it is signed in to where somebody signs out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { decodeJwt } from 'jose'
import { ledOnTo } from '../../test/in-process-browser.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../../test/sign-on.ts'
import { world, type Organization, type Person } from '../../test/world.ts'
import { tellEnded } from '../propagation/back-channel.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql } from '../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const framesOf = (page = ''): URL[] =>
  [...page.matchAll(/<iframe\s+src="([^"]+)"/g)].map(
    ([, address = '']) => new URL(address.replaceAll('&amp;', '&')),
  )

/** Ada in a browser, signed in to an application of an organization that has a `logoutUrl`. */
const signedOn = async (
  w: World,
  browser: Awaited<ReturnType<typeof browserWith>>,
  [at, by]: readonly [Organization, Person],
  logoutUrl: string | undefined,
) => {
  const wish = { name: `App of ${at.name}`, ...(logoutUrl === undefined ? {} : { logoutUrl }) }
  const application = await registerApplication(w, at, by, wish)
  const party = await relyingParty(w, application)
  const { id_token: idToken } = await (await signOn(party, browser, application)).exchange()
  return {
    id: application.id,
    party,
    idToken: String(idToken),
    sid: decodeJwt(String(idToken))['sid'],
  }
}

test('front channel: signing out loads the logoutUrl of every application of every organization that is signed in to, with its iss and sid, and no other frame', async () => {
  const w = await world()
  const browser = await browserWith(w, w.ada)
  const [one, other] = ['https://one.example/out?x=1', 'https://other.example/bye']
  const first = await signedOn(w, browser, [w.fabrikam, w.frank], one)
  const second = await signedOn(w, browser, [w.contoso, w.carol], other)
  const silent = await signedOn(w, browser, [w.northwind, w.nora], undefined)
  assert.equal(silent.sid, undefined)
  const elsewhere = await browserWith(w, w.ada)
  await signedOn(w, elsewhere, [w.fabrikam, w.frank], 'https://elsewhere.example/out')
  const { page } = await browser.post('/sign-out', {})
  assert.deepEqual(
    framesOf(page).map(({ origin, searchParams }) => [origin, ...searchParams.values()]),
    [
      ['https://other.example', `${w.publicUrl}/${w.contoso.id}/v2.0`, second.sid],
      ['https://one.example', '1', `${w.publicUrl}/${w.fabrikam.id}/v2.0`, first.sid],
    ],
  )
  assert.match(page ?? '', /App of Contoso[\s\S]*App of Fabrikam/)
  assert.deepEqual(framesOf((await browser.post('/sign-out', {})).page), [])
})

test('front channel: the policy of the page lets exactly these frames in', async () => {
  const w = await world()
  const browser = await browserWith(w, w.ada)
  await signedOn(w, browser, [w.fabrikam, w.frank], 'https://one.example/o;ut,?x=1')
  const cookie = browser.cookiesFor(new URL('/sign-out', w.publicUrl))
  const response = await w.app.request(`${w.publicUrl}/sign-out`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', cookie },
  })
  const policy = response.headers.get('content-security-policy') ?? ''
  assert.match(policy, /(?:^|; )frame-src https:\/\/one\.example\/o%3But%2C(?:;|$)/)
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /script-src 'self'(?:;|$)/)
  const script = await w.app.request(`${w.publicUrl}/signing-out.js`)
  assert.match(script.headers.get('content-type') ?? '', /javascript/)
})

test('front channel: signing out at an application tells the others first, and goes back to it without script too', async () => {
  const w = await world()
  const browser = await browserWith(w, w.ada)
  const { party, idToken } = await signedOn(
    w,
    browser,
    [w.fabrikam, w.frank],
    'https://one.example/out',
  )
  const end = client.buildEndSessionUrl(party, {
    id_token_hint: idToken,
    post_logout_redirect_uri: 'https://app.example/callback',
    state: 's',
  })
  const asked = await browser.open(end)
  const { page, status } = await browser.submit(asked, { logout: 'yes' })
  assert.equal(status, 200)
  assert.equal(framesOf(page).length, 1)
  assert.equal(ledOnTo(page), 'https://app.example/callback?state=s')
  const { end_session_endpoint: _, ...known } = party.serverMetadata()
  assert.equal(known['frontchannel_logout_supported'], true)
  assert.equal(known['frontchannel_logout_session_supported'], true)
})

test('front channel: of more than thirty sign-ons the latest are told, and the page names the others', async () => {
  const w = await world()
  const browser = await browserWith(w, w.ada)
  await signedOn(w, browser, [w.contoso, w.carol], 'https://first.example/out')
  await signedOn(w, browser, [w.fabrikam, w.frank], 'https://later.example/out')
  // As if that browser were signed in to the second thirty times, each later than to the first,
  // whose name comes before it.
  await sql`insert into oidc_sign_ons (tenant_id, application_id, sid, subject, user_id, session_id, signed_on_at, next_try_at)
    select tenant_id, application_id, 'sid-' || n, subject, user_id, session_id, signed_on_at + interval '1 second', next_try_at
    from oidc_sign_ons, generate_series(1, 30) as n where tenant_id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  const { page = '' } = await browser.post('/sign-out', {})
  assert.deepEqual(
    framesOf(page).map(({ origin }) => origin),
    Array.from({ length: 30 }, () => 'https://later.example'),
  )
  const [, untold = ''] = /<div class="untold">([\s\S]*?)<\/div>/.exec(page) ?? []
  assert.deepEqual(
    [...untold.matchAll(/<li>([^<]+)<\/li>/g)].map(([, name]) => name),
    ['App of Fabrikam', 'App of Contoso'],
  )
})

const endings: Record<string, (w: World, id: string) => Promise<unknown>> = {
  'a required assignment is lost': (w, id) =>
    w
      .as(w.frank, w.fabrikam)
      .patch(`/v1.0/servicePrincipals/${id}`, { appRoleAssignmentRequired: true }),
  'it is disabled for this organization': (w, id) =>
    w.as(w.frank, w.fabrikam).patch(`/v1.0/servicePrincipals/${id}`, { accountEnabled: false }),
  'it is deleted': (w, id) => w.as(w.frank, w.fabrikam).delete(`/v1.0/servicePrincipals/${id}`),
  'it has no such address any more': (w, id) =>
    w
      .as(w.frank, w.fabrikam)
      .patch(`/v1.0/servicePrincipals/${id}`, { 'guesthouse.logoutUrl': null }),
}

for (const [ending, end] of Object.entries(endings))
  test(`front channel: a sign-on that has ended before is not told in the browser: ${ending}`, async () => {
    const w = await world()
    const browser = await browserWith(w, w.ada)
    const { id } = await signedOn(w, browser, [w.fabrikam, w.frank], 'https://one.example/out')
    assert.equal(((await end(w, id)) as Response).status, 204)
    assert.deepEqual(framesOf((await browser.post('/sign-out', {})).page), [])
  })

test('front channel: an application that only the browser tells is owed nothing and stands in no receipt', async () => {
  const w = await world()
  const browser = await browserWith(w, w.ada)
  await signedOn(w, browser, [w.fabrikam, w.frank], 'https://one.example/out')
  await w.as(w.ada).leave(w.fabrikam)
  assert.equal(await tellEnded(w.services, new Date()), 0)
  const left = await firstRow(
    w.db,
    select<{ signOns: number; systems: number }>({
      signOns: sql`(select count(*)::int from oidc_sign_ons where tenant_id = ${w.fabrikam.id})`,
      systems: sql`(select count(*)::int from receipt_systems where tenant_id = ${w.fabrikam.id})`,
    })``,
  )
  assert.deepEqual(left, { signOns: 0, systems: 0 })
})
