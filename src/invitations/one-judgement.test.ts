/**
 * Inviting is judged once, of the person, whichever door: invite, send again, reset, accept (K6,
 * K7, K21, K22, R37, R132).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askAccount, browserOf } from '../../test/in-process-browser.ts'
import { json, refusal, type Json } from '../../test/json.ts'
import { mailsTo } from '../../test/mails.ts'
import { world, type Person } from '../../test/world.ts'
import { emailIssuer } from '../kernel/address.ts'
import { newId, type PersonId } from '../kernel/ids.ts'
import { dayMs } from '../kernel/time.ts'
import { openSession } from '../people/open-session.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'
import { acceptInvitation } from './accept.ts'
import { declineInvitation } from './decline.ts'

type World = Awaited<ReturnType<typeof world>>
type Client = ReturnType<World['as']>

const around = (w: World) => ({ now: w.now(), correlationId: newId<string>(), address: null })
const fresh = (name = 'p'): string => `${name}-${newId()}@outside.example`
const asking = (client: Client, address: string, more: object = {}) =>
  client.post('/v1.0/invitations', {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://fabrikam.example/welcome',
    ...more,
  })
const invitation = async (client: Client, address: string, more: object = {}) => {
  const body = await json(await asking(client, address, more), 201)
  return {
    body,
    invitationId: String(body['id']),
    id: String(body['invitedUser']['id']),
    token: tokenIn(body),
  }
}
const tokenIn = (body: Json): string => String(body['inviteRedeemUrl']).split('/').at(-1) ?? ''
const email = (address: string) => ({
  who: { issuer: emailIssuer, subject: address },
  addressProved: true,
})
const accept = async (w: World, token: string, address: string) =>
  (await acceptInvitation(w.db, token, email(address), around(w))).outcome
const mine = async (client: Client): Promise<Json[]> =>
  (await json(await client.get('/account/organizations')))['value']
const visit = async (
  w: World,
  token: string,
  person?: Person | PersonId,
): Promise<{ status: number; text: string }> => {
  const browser = browserOf(w)
  const personId = typeof person === 'string' ? person : person?.personId
  if (personId !== undefined)
    browser.signIn(
      (await openSession(w.db, personId, { address: null, userAgent: 'test' }, w.now())).token,
    )
  const url = new URL(`/invitation/${token}`, w.publicUrl)
  const response = await w.app.request(url.href, { headers: { cookie: browser.cookiesFor(url) } })
  return { status: response.status, text: await response.text() }
}
const plain = ({ text }: { text: string }, address: string, token: string): string =>
  text.replaceAll(encodeURIComponent(address), 'X').replaceAll(address, 'X').replaceAll(token, 'T')
const personOf = async (w: World, userId: string): Promise<PersonId> =>
  ((
    await rows(
      w.db,
      sql<{ id: PersonId }>`select person_id as id from live_users where id = ${userId}`,
    )
  )[0]?.id ?? '') as PersonId

test('R37, R132, row 24: a refusal is the person’s, under a new name at home too, and can be taken back', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const carol = w.as(w.carol, w.contoso)
  const zoe = await w.member(w.contoso, 'Zoe Hale')
  const { token } = await invitation(frank, zoe.upn)
  assert.equal(
    (await declineInvitation(w.db, token, { forGood: true }, around(w))).outcome,
    'declined',
  )
  const renamed = `zoe.new@${w.contoso.domain}`
  assert.equal(
    (await carol.patch(`/v1.0/users/${zoe.userId}`, { userPrincipalName: renamed })).status,
    204,
  )
  assert.equal((await refusal(await asking(frank, renamed), 409)).code, 'inviteeRefuses')
  const me = w.as(zoe)
  const [own] = (await json(await me.get('/account/refusals')))['value']
  assert.deepEqual(
    [own?.['organization'], own?.['refusedAt']],
    [{ id: w.fabrikam.id, displayName: 'Fabrikam' }, w.now().toISOString()],
  )
  assert.equal(
    (await w.as(w.nora).delete(`/account/refusals/${own?.['id']}`)).status,
    404,
    'nobody else takes it back',
  )
  assert.equal((await me.delete(`/account/refusals/${own?.['id']}`)).status, 204)
  assert.deepEqual((await json(await me.get('/account/refusals')))['value'], [])
  assert.equal((await asking(frank, renamed)).status, 201)
})

test('R132: a refusal can be given after leaving, and holds for every door', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.as(w.ada)
  assert.equal(
    (await refusal(await ada.post('/account/refusals', { organizationId: w.fabrikam.id }), 409))
      .code,
    'stillHere',
  )
  await json(await ada.leave(w.fabrikam))
  assert.equal((await ada.post('/account/refusals', { organizationId: w.fabrikam.id })).status, 204)
  assert.equal(
    (await refusal(await asking(frank, w.ada.upn, { 'guesthouse.forceNew': true }), 409)).code,
    'inviteeRefuses',
  )
  await refusal(await ada.post('/account/refusals', { organizationId: newId() }), 404)
})

test('R132, K6: who has declined an address for good without signing in finds that refusal once the address is proved', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = fresh()
  await declineInvitation(
    w.db,
    (await invitation(frank, address)).token,
    { forGood: true },
    around(w),
  )
  const elsewhere = await invitation(w.as(w.nora, w.northwind), address)
  assert.equal(await accept(w, elsewhere.token, address), 'accepted')
  const cookie = `guesthouse_session=${(await openSession(w.db, await personOf(w, elsewhere.id), { address: null, userAgent: 'test' }, w.now())).token}`
  const [own] = (await json(await askAccount(w, cookie, '/account/refusals')))['value']
  assert.equal(own?.['organization']['displayName'], 'Fabrikam')
  assert.equal(
    (await askAccount(w, cookie, `/account/refusals/${own?.['id']}`, { method: 'DELETE' })).status,
    204,
  )
  assert.equal((await asking(frank, address)).status, 201)
})

test('K6: sending again and accepting are judged like inviting: refused, disabled, domain, closed', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const resend = (id: string) =>
    frank.post(`/v1.0/guesthouse.invitations/${id}/guesthouse.resend`, {})
  const address = fresh()
  const one = await invitation(frank, address)
  await frank.patch(`/v1.0/users/${one.id}`, { accountEnabled: false })
  assert.equal(await accept(w, one.token, address), 'guestDisabled')
  assert.equal((await refusal(await resend(one.invitationId), 409)).code, 'guestDisabled')
  await frank.patch(`/v1.0/users/${one.id}`, { accountEnabled: true })
  await frank.patch('/v1.0/policies/authorizationPolicy', {
    'guesthouse.domainRule': 'block',
    'guesthouse.domains': ['outside.example'],
  })
  assert.equal(await accept(w, one.token, address), 'domainNotAllowed')
  assert.equal((await refusal(await resend(one.invitationId), 403)).code, 'domainNotAllowed')
  assert.equal(
    (await rows(w.db, sql`select 1 from identities where subject = ${address}`)).length,
    0,
    'and nobody was made of them',
  )
})

test('row 25, K7: a disabled guest who opens the link hears so, and where to ask to be removed', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const one = await invitation(frank, w.carol.upn)
  await frank.patch(`/v1.0/users/${one.id}`, { accountEnabled: false })
  const { status, text } = await visit(w, one.token, w.carol)
  assert.equal(status, 403)
  assert.match(text, /Your account at Fabrikam is disabled/)
  assert.match(text, /href="\/ask-removal"/)
})

test('K6, row 23: a corrected address is the only one that counts: the old link is over, a new one goes to the new mailbox', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [wrong, right] = [fresh('wrong'), fresh('right')]
  const one = await invitation(frank, wrong, { sendInvitationMessage: true })
  assert.equal(
    (await frank.patch(`/v1.0/users/${one.id}`, { mail: right, otherMails: [right] })).status,
    204,
  )
  assert.equal(await accept(w, one.token, wrong), 'over')
  const again = await json(
    await frank.post(`/v1.0/guesthouse.invitations/${one.invitationId}/guesthouse.resend`, {}),
  )
  const mails = await rows(
    w.db,
    sql<{ recipient: string }>`select recipient from mails where user_id = ${one.id} order by id`,
  )
  assert.deepEqual(
    mails.map(({ recipient }) => recipient),
    [right],
    'and the mail that still waited for the old one is gone',
  )
  assert.equal(await accept(w, tokenIn(again), right), 'accepted')
  const [listed] = (await json(await frank.get('/v1.0/guesthouse.invitations')))['value']
  assert.equal(listed?.['invitedUserEmailAddress'], right)
})

test('R132: an invitation that waits for an address that I have proved is in my list, and I decline or accept it there', async () => {
  const w = await world()
  const address = fresh()
  const first = await invitation(w.as(w.nora, w.northwind), address)
  assert.equal(await accept(w, first.token, address), 'accepted')
  const cookie = `guesthouse_session=${(await openSession(w.db, await personOf(w, first.id), { address: null, userAgent: 'test' }, w.now())).token}`
  const second = await invitation(w.as(w.frank, w.fabrikam), address)
  const list = async () =>
    (await json(await askAccount(w, cookie, '/account/organizations')))['value'].map(
      (one: Json) => [one['displayName'], one['state'], one['invitationOpen']],
    )
  assert.deepEqual(await list(), [
    ['Fabrikam', 'invited', true],
    ['Northwind', 'active', false],
  ])
  const path = `/account/organizations/${w.fabrikam.id}/invitation`
  assert.equal((await askAccount(w, cookie, `${path}/decline`, { method: 'POST' })).status, 204)
  assert.deepEqual(await list(), [['Northwind', 'active', false]])
  assert.equal((await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${second.id}`)).status, 404)
  await invitation(w.as(w.frank, w.fabrikam), address)
  assert.equal((await askAccount(w, cookie, `${path}/accept`, { method: 'POST' })).status, 200)
  assert.deepEqual(await list(), [
    ['Fabrikam', 'active', false],
    ['Northwind', 'active', false],
  ])
  assert.ok(
    !(await mine(w.as(w.bob))).some((one) => one['invitationOpen'] === true),
    'and in nobody else’s',
  )
})

test('K21, R77: an invitation’s owner decides: a guest who invites the same address takes nothing from an administrator’s', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = fresh()
  const own = await invitation(frank, address, {
    invitedUserMessageInfo: { customizedMessageBody: 'From Frank' },
  })
  w.pass(dayMs)
  const guests = await json(
    await asking(w.as(w.ada, w.fabrikam), address, {
      inviteRedirectUrl: 'https://evil.example/',
      invitedUserMessageInfo: { customizedMessageBody: 'From somebody else' },
      sendInvitationMessage: true,
    }),
    201,
  )
  assert.equal(guests['invitedUser']['id'], own.id)
  assert.equal(guests['inviteRedirectUrl'], 'https://fabrikam.example/welcome')
  const stored = await rows(
    w.db,
    sql`select message, redirect_url as url, invited_by as by from invitations where tenant_id = ${w.fabrikam.id}`,
  )
  assert.deepEqual(stored, [
    { message: 'From Frank', url: 'https://fabrikam.example/welcome', by: w.frank.userId },
  ])
  const [mail] = await mailsTo(w.db, address)
  assert.match(mail?.body ?? '', /^Frank Weber of Fabrikam invites you[\s\S]*> From Frank/)
  assert.equal(await accept(w, own.token, address), 'accepted', 'and the first link still works')
})

test('K21: sending again changes nothing but the dates', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const one = await invitation(frank, fresh(), {
    sendInvitationMessage: true,
    invitedUserMessageInfo: { customizedMessageBody: 'Hello', messageLanguage: 'de' },
  })
  const stored = async () =>
    (await rows(w.db, sql<Json>`select * from invitations where id = ${one.invitationId}`)).map(
      ({ expires_at: expires, sent_at: sent, ...others }) => ({
        others,
        sent: String(sent),
        expires: String(expires),
      }),
    )[0]
  const before = await stored()
  w.pass(dayMs)
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  await json(
    await w
      .as(w.fiona, w.fabrikam)
      .post(`/v1.0/guesthouse.invitations/${one.invitationId}/guesthouse.resend`, {
        sendInvitationMessage: false,
      }),
  )
  const after = await stored()
  assert.deepEqual([after?.others, after?.sent], [before?.others, before?.sent])
  assert.notEqual(after?.expires, before?.expires)
})

test('K22: before the address is proved the page says the same whether it has an account somewhere or not', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const known = await invitation(frank, w.carol.upn)
  const unknown = await invitation(frank, fresh())
  for (const visitor of [undefined, w.nora]) {
    const one = plain(await visit(w, known.token, visitor), w.carol.upn, known.token)
    const other = plain(
      await visit(w, unknown.token, visitor),
      String(unknown.body['invitedUserEmailAddress']),
      unknown.token,
    )
    assert.equal(one, other)
    assert.doesNotMatch(one, /Contoso/)
  }
})

test('K7, row 26: a link that is over says which way, to who may know, and nothing to others', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const one = await invitation(frank, w.carol.upn)
  const says = async (token: string, pattern: RegExp, status = 404) => {
    const own = await visit(w, token, w.carol)
    assert.equal(own.status, status, own.text)
    assert.match(own.text, pattern)
    const strangers = await visit(w, token, w.nora)
    assert.equal(strangers.status, 404)
    assert.match(
      strangers.text,
      /used already, is too old, was replaced by a newer one, or was taken back/,
    )
    assert.doesNotMatch(strangers.text, /Fabrikam/)
  }
  const path = `/v1.0/guesthouse.invitations/${one.invitationId}`
  const second = tokenIn(await json(await frank.post(`${path}/guesthouse.resend`, {})))
  await says(one.token, /has sent a newer link/)
  await frank.post(`${path}/guesthouse.revoke`)
  await says(second, /has taken this invitation back/)
  const third = tokenIn(await json(await frank.post(`${path}/guesthouse.resend`, {})))
  w.pass(31 * dayMs)
  await says(third, /ended on 31 May 2026 at 12:00 UTC\. Ask them to send it again/)
  const last = tokenIn(
    await json(await w.as(w.frank, w.fabrikam).post(`${path}/guesthouse.resend`, {})),
  )
  const who = { who: { personId: w.carol.personId }, addressProved: true }
  assert.equal((await acceptInvitation(w.db, last, who, around(w))).outcome, 'accepted')
  await says(last, /You are a guest of Fabrikam/, 200)
})

test('R118, R77: who only invites gives a guest no address back that an administrator has taken from them, not when the invitation is over either', async () => {
  const w = await world()
  await w.grant(w.bob, w.fabrikam, 'guestInviter')
  const [old, now] = [`old-${newId()}@outside.example`, `now-${newId()}@outside.example`]
  const invite = (by: Person, invitedUserEmailAddress: string) =>
    w.as(by, w.fabrikam).post('/v1.0/invitations', {
      invitedUserEmailAddress,
      inviteRedirectUrl: 'https://fabrikam.example/',
    })
  const frank = w.as(w.frank, w.fabrikam)
  const { invitedUser } = await json(await invite(w.bob, old), 201)
  const path = `/v1.0/users/${String(invitedUser['id'])}`
  assert.equal((await frank.patch(path, { mail: now, otherMails: [now] })).status, 204)
  const addresses = async () => {
    const found = await json(await frank.get(`${path}?$select=mail,otherMails`))
    return [found['mail'], found['otherMails']]
  }
  for (const over of [false, true]) {
    await sql`update invitations set revoked_at = ${over ? w.now() : null} where tenant_id = ${w.fabrikam.id} and user_id = ${String(invitedUser['id'])}`.execute(
      w.db,
    )
    const { message } = await refusal(await invite(w.bob, old), 403)
    assert.match(message, /only an administrator gives it back/)
    assert.deepEqual(await addresses(), [now, [now]])
  }
  assert.equal((await invite(w.bob, now)).status, 201, 'the address that the guest has is invited')
  assert.equal((await invite(w.frank, now)).status, 201)
})
