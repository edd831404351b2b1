import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askAccount } from '../../../test/in-process-browser.ts'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { minuteMs } from '../../kernel/time.ts'
import { installationSecret, keyedDigest } from '../../store/installation-secret.ts'
import { rows } from '../../store/database.ts'
import { sql } from 'kysely'
import { emailIssuer } from '../../kernel/address.ts'
import { findSession } from '../../people/sessions.ts'

type World = Awaited<ReturnType<typeof world>>

const invited = async (w: World, address: string, more: object = {}): Promise<string> => {
  const body = await json(
    await w.as(w.frank, w.fabrikam).post('/v1.0/invitations', {
      invitedUserEmailAddress: address,
      inviteRedirectUrl: 'https://fabrikam.example/start',
      ...more,
    }),
    201,
  )
  return new URL(String(body['inviteRedeemUrl'])).pathname
}
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const visit = (w: World, path: string, cookie = '') =>
  w.app.request(`${w.publicUrl}${path}`, { headers: { cookie } })
const submit = (w: World, path: string, cookie = '', body = '') =>
  w.app.request(`${w.publicUrl}${path}`, { method: 'POST', headers: { ...form, cookie }, body })
const text = async (response: Response | Promise<Response>, status = 200): Promise<string> => {
  const answer = await response
  const said = await answer.text()
  assert.equal(answer.status, status, said)
  return said
}
const cookieOf = async (w: World, person: World['ada']): Promise<string> => {
  const { openSession } = await import('../../people/open-session.ts')
  return `guesthouse_session=${(await openSession(w.db, person.personId, { address: null, userAgent: 'test' }, w.now())).token}`
}
/**
 * The cookie of a browser in which this address has just been proved by a code, in the session of a
 * cookie or, without one, in none.
 */
const provedCookie = async (
  w: World,
  address: string,
  { secretName = 'proved identity', inSession = '' } = {},
): Promise<string> => {
  const until = w.now().getTime() + 15 * minuteMs
  const session = (await findSession(w.db, inSession.split('=')[1], w.now()))?.sessionId ?? null
  const identity = { issuer: emailIssuer, subject: address, verifiedEmail: address, session, until }
  const payload = Buffer.from(JSON.stringify(identity)).toString('base64url')
  const digest = keyedDigest(await installationSecret(w.db, secretName), payload).toString(
    'base64url',
  )
  return `guesthouse_proved=${payload}.${digest}`
}

test('R97, R99: somebody with a home here signs in there, reviews what is shared, accepts, and is in', async () => {
  const w = await world()
  const path = await invited(w, w.carol.upn)
  assert.match(await text(visit(w, path)), /show first that/)
  const cookie = await cookieOf(w, w.carol)
  const review = await text(visit(w, path, cookie))
  assert.match(review, /Review permissions/)
  assert.match(review, /has not provided a privacy statement/)
  await w.as(w.frank, w.fabrikam).patch(`/v1.0/organization/${w.fabrikam.id}`, {
    privacyProfile: {
      contactEmail: 'p@f.example',
      statementUrl: 'https://fabrikam.example/privacy',
    },
  })
  assert.match(await text(visit(w, path, cookie)), /href="https:\/\/fabrikam.example\/privacy"/)
  assert.match(
    await text(submit(w, path, cookie)),
    /You are a guest of Fabrikam now[\s\S]*https:\/\/fabrikam.example\/start/,
  )
  const mine = (await json(await w.as(w.carol).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  )
  assert.equal(mine?.['state'], 'active')
  assert.match(await text(visit(w, path, cookie)), /You are a guest of Fabrikam/)
  assert.match(await text(visit(w, path), 404), /This invitation is over/)
})

test('somebody else with the link and a session of their own cannot accept it, only decline', async () => {
  const w = await world()
  const path = await invited(w, w.carol.upn)
  const page = await text(visit(w, path, await cookieOf(w, w.nora)))
  assert.match(page, /signed in as somebody else/)
  assert.doesNotMatch(page, />\s*Accept\s*</)
  assert.match(await text(submit(w, path, await cookieOf(w, w.nora))), /signed in as somebody else/)
  const outside = await invited(w, `eve-${newId()}@outside.example`)
  assert.match(await text(submit(w, outside, await cookieOf(w, w.nora))), /show first that/)
})

test('R99: with an address proved by a code somebody without a home becomes a person, signed in, and in', async () => {
  const w = await world()
  const address = `eve-${newId()}@outside.example`
  const path = await invited(w, address)
  assert.match(await text(visit(w, path)), /Send me a code by e-mail/)
  const proved = await provedCookie(w, address)
  assert.match(await text(visit(w, path, proved)), /Review permissions/)
  const response = await submit(w, path, proved)
  const session =
    /guesthouse_session=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? ''
  assert.match(await text(response), /You are a guest of Fabrikam now/)
  const organizations = await json(await askAccount(w, session, '/account/organizations'))
  assert.deepEqual(
    organizations['value'].map((one: Json) => [one['displayName'], one['kind']]),
    [['Fabrikam', 'other']],
  )
  const left = await askAccount(w, session, `/account/organizations/${w.fabrikam.id}/leave`, {
    method: 'POST',
  })
  assert.equal(left.status, 200, 'and can leave again without asking')
})

test('a proof of another address, an old one, and one that somebody made up prove nothing', async () => {
  const w = await world()
  const address = `eve-${newId()}@outside.example`
  const path = await invited(w, address)
  for (const cookie of [
    await provedCookie(w, `x-${address}`),
    await provedCookie(w, address, { secretName: 'another secret' }),
    'guesthouse_proved=eyJ9.x',
    'guesthouse_proved=%%%',
  ])
    assert.match(await text(submit(w, path, cookie)), /show first that/, cookie)
  const cookie = await provedCookie(w, address)
  w.pass(16 * minuteMs)
  assert.match(await text(submit(w, path, cookie)), /show first that/)
})

test('a person who is signed in proves a second address with a code, and stays who they are', async () => {
  const w = await world()
  const address = `private-${newId()}@outside.example`
  const path = await invited(w, address)
  const session = await cookieOf(w, w.carol)
  const cookie = `${session}; ${await provedCookie(w, address, { inSession: session })}`
  assert.match(await text(submit(w, path, cookie)), /You are a guest of Fabrikam now/)
  const found = await rows(
    w.db,
    sql<{
      personId: string
    }>`select person_id as "personId" from live_users where tenant_id = ${w.fabrikam.id} and mail = ${address}`,
  )
  assert.deepEqual(found, [{ personId: w.carol.personId }])
})

test('R35, R37: declining needs no sign-in, and can be for good', async () => {
  const w = await world()
  const path = await invited(w, `eve-${newId()}@outside.example`)
  assert.match(
    await text(submit(w, `${path}/decline`, '', 'forGood=yes')),
    /You have declined the invitation of Fabrikam/,
  )
  assert.match(await text(visit(w, path), 404), /over/)
  assert.equal(
    (await rows(w.db, sql`select 1 from invitation_refusals where tenant_id = ${w.fabrikam.id}`))
      .length,
    1,
  )
})

const partner = (id: string): string => `/v1.0/policies/guesthouse.automaticRedemptions/${id}`

test('R98: the question is skipped only when both organizations have agreed to skip it', async () => {
  const w = await world()
  const path = await invited(w, w.carol.upn)
  const cookie = await cookieOf(w, w.carol)
  assert.equal((await w.as(w.frank, w.fabrikam).put(partner(w.contoso.id), {})).status, 204)
  assert.match(await text(visit(w, path, cookie)), /Review permissions/)
  // The same by the address that Graph publishes: a partner alone agrees to nothing.
  const carol = w.as(w.carol, w.contoso)
  const partners = '/v1.0/policies/crossTenantAccessPolicy/partners'
  assert.equal((await carol.post(partners, { tenantId: w.fabrikam.id })).status, 201)
  assert.match(await text(visit(w, path, cookie)), /Review permissions/)
  const agreed = { inboundAllowed: true, outboundAllowed: true }
  await json(
    await carol.patch(`${partners}/${w.fabrikam.id}`, { automaticUserConsentSettings: agreed }),
    204,
  )
  assert.match(await text(visit(w, path, cookie)), /You are a guest of Fabrikam now/)
})

test('R127: who has left is asked, also where both organizations have agreed to ask nobody', async () => {
  const w = await world()
  assert.equal((await w.as(w.frank, w.fabrikam).put(partner(w.contoso.id), {})).status, 204)
  assert.equal((await w.as(w.carol, w.contoso).put(partner(w.fabrikam.id), {})).status, 204)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const path = await invited(w, w.ada.upn, { 'guesthouse.forceNew': true })
  const cookie = await cookieOf(w, w.ada)
  assert.match(await text(visit(w, path, cookie)), /Review permissions/)
  assert.equal(
    (await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`)).status,
    403,
    'nothing is live before their yes',
  )
  assert.match(await text(submit(w, path, cookie)), /You are a guest of Fabrikam now/)
})

test('from the list of organizations: accept and decline, by the invited person only', async () => {
  const w = await world()
  await invited(w, w.carol.upn)
  const path = `/account/organizations/${w.fabrikam.id}/invitation`
  assert.equal((await w.as(w.nora).post(`${path}/accept`)).status, 404)
  assert.equal(
    (await json(await w.as(w.carol).post(`${path}/accept`)))['redirectUrl'],
    'https://fabrikam.example/start',
  )
  assert.equal((await w.as(w.carol).post(`${path}/accept`)).status, 404)
  assert.equal((await w.as(w.carol, w.fabrikam).get('/v1.0/me')).status, 200)
  const zoe = await w.member(w.contoso, 'Zoe Hale')
  await invited(w, zoe.upn)
  assert.equal((await w.as(zoe).post(`${path}/decline`, { forGood: true })).status, 204)
  assert.equal((await w.as(zoe).get('/account/organizations')).status, 200)
})

test('what the inviter wrote is text, whatever it holds', async () => {
  const w = await world()
  const path = await invited(w, `eve-${newId()}@outside.example`, {
    invitedUserMessageInfo: { customizedMessageBody: '<script>alert(1)</script>"><img src=x>' },
  })
  const page = await text(visit(w, path))
  assert.doesNotMatch(page, /<script|<img/)
  assert.match(page, /&lt;script&gt;/)
})

test('a guess at a link finds nothing, and costs no statement', async () => {
  const w = await world()
  for (const token of ['x', 'A'.repeat(43), '..%2f', 'A'.repeat(500)])
    assert.match(await text(visit(w, `/invitation/${token}`), 404), /over/)
})

test('R97: whoever accepts is sent on to the portal where the inviter named no other place, and nothing of ours is called theirs', async () => {
  const w = await world()
  const cookie = await cookieOf(w, w.carol)
  const home = await invited(w, w.carol.upn, { inviteRedirectUrl: `${w.publicUrl}/` })
  const accepted = await text(submit(w, home, cookie))
  assert.match(accepted, /You are a guest of Fabrikam now/)
  assert.match(accepted, /class="button" href="\/"/)
  assert.doesNotMatch(accepted, /has named an address|belongs to them/)
  const bob = await cookieOf(w, w.bob)
  const inviteRedirectUrl = `${w.publicUrl}/organizations?order=name`
  const other = await w.as(w.nora, w.northwind).post('/v1.0/invitations', {
    invitedUserEmailAddress: w.bob.upn,
    inviteRedirectUrl,
  })
  const path = new URL(String((await json(other, 201))['inviteRedeemUrl'])).pathname
  const ours = await text(submit(w, path, bob))
  assert.match(ours, /href="\/organizations\?order=name"/)
  assert.doesNotMatch(ours, /belongs to them/)
})

test('R98: the way to another provider asks for an address, and says nothing is wrong before one is typed', async () => {
  const w = await world()
  const path = await invited(w, `eve-${newId()}@outside.example`)
  const shown = await text(visit(w, path))
  const [, way = ''] = /<a href="([^"]*)"[^>]*>Sign in with another provider/.exec(shown) ?? []
  const asked = await text(visit(w, way.replaceAll('&amp;', '&')))
  assert.match(asked, /Your address, or the domain of your home organization/)
  assert.doesNotMatch(asked, /No provider is known|aria-invalid/)
  const typed = await submit(w, '/sign-in/provider', '', 'name=eve%40outside.example')
  assert.match(await text(typed, 404), /No provider is known for outside\.example/)
})

test('who has no home organization is told of none on the page of what they sign in with', async () => {
  const w = await world()
  const address = `eve-${newId()}@outside.example`
  const path = await invited(w, address)
  const accepted = await submit(w, path, await provedCookie(w, address))
  const [session] =
    (accepted.headers.get('set-cookie') ?? '').match(/guesthouse_session=[^;]+/) ?? []
  const security = await text(visit(w, '/security', session))
  assert.match(security, /as safe as what you sign in with: a passkey, your mailbox/)
  assert.doesNotMatch(security, /Your home, or/)
})
