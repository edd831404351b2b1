import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emailIssuer } from '../../kernel/address.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { listMails, mailsTo } from '../../../test/mails.ts'
import { world } from '../../../test/world.ts'
import { acceptInvitation } from '../../invitations/accept.ts'
import { declineInvitation } from '../../invitations/decline.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'
import { firstRow, rows } from '../../store/database.ts'
import { sql } from 'kysely'

type World = Awaited<ReturnType<typeof world>>
type Client = ReturnType<World['as']>

const redirect = 'https://fabrikam.example/welcome'
const inviting = (client: Client, address: string, more: object = {}) =>
  client.post('/v1.0/invitations', {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: redirect,
    ...more,
  })
const tokenOf = (body: Json): string => String(body['inviteRedeemUrl']).split('/').at(-1) ?? ''
const around = (w: World) => ({ now: w.now(), correlationId: newId<string>(), address: null })
const fresh = (): string => `p-${newId()}@outside.example`
const email = (address: string) => ({
  who: { issuer: emailIssuer, subject: address },
  addressProved: true,
})

test('R87, R89, R90, R104: an invitation makes a pending guest with its name, the inviter as sponsor, and a link', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const body = await json(
    await inviting(frank, 'Eve@Outside.example', { invitedUserDisplayName: 'Eve Stone' }),
    201,
  )
  assert.deepEqual(
    [body['status'], body['invitedUserType'], body['sendInvitationMessage']],
    ['PendingAcceptance', 'Guest', false],
  )
  const guest = await json(await frank.get(`/v1.0/users/${body['invitedUser']['id']}?$select=*`))
  assert.deepEqual(
    [
      guest['userPrincipalName'],
      guest['externalUserState'],
      guest['creationType'],
      guest['mail'],
      guest['displayName'],
    ],
    [
      `eve_outside.example#EXT#@${w.fabrikam.domain}`,
      'PendingAcceptance',
      'Invitation',
      'eve@outside.example',
      'Eve Stone',
    ],
  )
  const sponsors = await json(await frank.get(`/v1.0/users/${body['invitedUser']['id']}/sponsors`))
  assert.deepEqual(
    sponsors['value'].map((one: Json) => one['id']),
    [w.frank.userId],
  )
  assert.equal(
    (await rows(w.db, sql`select 1 from mails where recipient = 'eve@outside.example'`)).length,
    0,
    'no mail unless asked',
  )
  const stored = await rows(
    w.db,
    sql<{
      text: string
    }>`select i::text as text from invitations i where tenant_id = ${w.fabrikam.id}`,
  )
  assert.ok(
    stored.length === 1 && !stored[0]?.text.includes(tokenOf(body)),
    'the link is stored as a digest',
  )
})

test('R89, R90, R97: accepting ties the guest to who proved the address; the link works once', async () => {
  const w = await world()
  const address = `eve-${newId()}@outside.example`
  const body = await json(await inviting(w.as(w.frank, w.fabrikam), address), 201)
  const token = tokenOf(body)
  assert.equal(
    (await acceptInvitation(w.db, token, { ...email(address), addressProved: false }, around(w)))
      .outcome,
    'addressNotProved',
  )
  const accepted = await acceptInvitation(w.db, token, email(address), around(w))
  assert.equal(accepted.outcome, 'accepted')
  assert.equal((await acceptInvitation(w.db, token, email(address), around(w))).outcome, 'over')
  const guest = await json(
    await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${body['invitedUser']['id']}?$select=*`),
  )
  assert.deepEqual(
    [guest['externalUserState'], guest['externalUserStateChangeDateTime']],
    ['Accepted', w.now().toISOString()],
  )
})

test('of five who redeem the same link at the same moment one is accepted, and there is one user and one person', async () => {
  const w = await world()
  const address = `eve-${newId()}@outside.example`
  const token = tokenOf(await json(await inviting(w.as(w.frank, w.fabrikam), address), 201))
  const results = await Promise.all(
    Array.from({ length: 5 }, () => acceptInvitation(w.db, token, email(address), around(w))),
  )
  assert.deepEqual(results.map(({ outcome }) => outcome).toSorted(), [
    'accepted',
    'over',
    'over',
    'over',
    'over',
  ])
  assert.equal(
    (await rows(w.db, sql`select 1 from identities where subject = ${address}`)).length,
    1,
  )
})

test('an address whose home is known is for that person alone, is in their list at once, and nobody else redeems it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const body = await json(await inviting(frank, w.carol.upn), 201)
  const mine = (await json(await w.as(w.carol).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  )
  assert.equal(mine?.['state'], 'invited')
  assert.equal(
    (
      await acceptInvitation(
        w.db,
        tokenOf(body),
        { who: { personId: w.nora.personId }, addressProved: true },
        around(w),
      )
    ).outcome,
    'wrongPerson',
  )
  assert.equal(
    (
      await acceptInvitation(
        w.db,
        tokenOf(body),
        { who: { personId: w.carol.personId }, addressProved: false },
        around(w),
      )
    ).outcome,
    'accepted',
  )
})

test('a mail address that somebody wrote into a profile resolves to nobody: only a sign-in name in a verified domain does', async () => {
  const w = await world()
  await w.as(w.carol, w.contoso).patch(`/v1.0/users/${w.carol.userId}`, {
    mail: 'victim@outside.example',
    otherMails: ['victim@outside.example'],
  })
  await json(await inviting(w.as(w.frank, w.fabrikam), 'victim@outside.example'), 201)
  const row = await firstRow(
    w.db,
    sql<{
      personId: string | null
    }>`select person_id as "personId" from live_users where tenant_id = ${w.fabrikam.id} and mail = 'victim@outside.example'`,
  )
  assert.deepEqual(row, { personId: null })
})

test('R92: a second address of the same person ends without a second user', async () => {
  const w = await world()
  const [first, second] = [`one-${newId()}@outside.example`, `two-${newId()}@outside.example`]
  const frank = w.as(w.frank, w.fabrikam)
  const one = tokenOf(await json(await inviting(frank, first), 201))
  const accepted = await acceptInvitation(w.db, one, email(first), around(w))
  assert.ok(accepted.outcome === 'accepted')
  const two = tokenOf(await json(await inviting(frank, second), 201))
  const again = await acceptInvitation(
    w.db,
    two,
    { who: { personId: accepted.personId }, addressProved: true },
    around(w),
  )
  assert.equal(again.outcome, 'alreadyHere')
  assert.equal(
    (
      await rows(
        w.db,
        sql`select 1 from live_users where tenant_id = ${w.fabrikam.id} and person_id = ${accepted.personId}`,
      )
    ).length,
    1,
  )
  assert.equal(
    (
      await rows(
        w.db,
        sql`select 1 from live_users where tenant_id = ${w.fabrikam.id} and mail = ${second}`,
      )
    ).length,
    0,
  )
})

test('an invitation ends with time, by revoking, by sending it again, and with its guest', async () => {
  const w = await world()
  const frank = () => w.as(w.frank, w.fabrikam)
  const address = `eve-${newId()}@outside.example`
  const accept = (token: string) =>
    acceptInvitation(w.db, token, email(address), around(w)).then(({ outcome }) => outcome)
  const body = await json(await inviting(frank(), address), 201)
  const path = `/v1.0/guesthouse.invitations/${body['id']}`
  const resent = await json(await frank().post(`${path}/guesthouse.resend`, {}))
  assert.equal(await accept(tokenOf(body)), 'over', 'the older link')
  assert.equal((await frank().post(`${path}/guesthouse.revoke`)).status, 204)
  assert.equal(await accept(tokenOf(resent)), 'over', 'revoked')
  const state = async () =>
    (await json(await frank().get('/v1.0/guesthouse.invitations')))['value'].map(
      (one: Json) => one['state'],
    )
  assert.deepEqual(await state(), ['revoked'])
  const third = await json(
    await frank().post(`${path}/guesthouse.resend`, { sendInvitationMessage: false }),
  )
  w.pass(30 * dayMs)
  assert.equal(await accept(tokenOf(third)), 'over', 'too late')
  assert.deepEqual(await state(), ['expired'])
  const last = await json(await frank().post(`${path}/guesthouse.resend`, {}))
  await frank().delete(`/v1.0/users/${body['invitedUser']['id']}`)
  assert.equal(await accept(tokenOf(last)), 'over', 'the guest is deleted')
})

test('R35, R36, R37: declining needs no sign-in, removes the pending guest, and can be for good', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = `eve-${newId()}@outside.example`
  const body = await json(await inviting(frank, address), 201)
  assert.equal(
    (await declineInvitation(w.db, tokenOf(body), { forGood: false }, around(w))).outcome,
    'declined',
  )
  assert.equal((await frank.get(`/v1.0/users/${body['invitedUser']['id']}`)).status, 404)
  const second = await json(await inviting(frank, address), 201)
  assert.notEqual(second['invitedUser']['id'], body['invitedUser']['id'])
  await declineInvitation(w.db, tokenOf(second), { forGood: true }, around(w))
  assert.equal(
    (await refusal(await inviting(frank, address.toUpperCase()), 409)).code,
    'inviteeRefuses',
  )
  assert.equal(
    (await inviting(w.as(w.nora, w.northwind), address)).status,
    201,
    'another organization may ask',
  )
})

test('complaint M, R73, R74, R75: a deleted guest is offered for restoring, or made anew on demand, or, purged, simply new', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = `eve-${newId()}@outside.example`
  const first = await json(await inviting(frank, address), 201)
  const id = String(first['invitedUser']['id'])
  await frank.delete(`/v1.0/users/${id}`)
  const { code, message } = await refusal(await inviting(frank, address), 409)
  assert.equal(code, 'softDeletedUserExists')
  assert.match(message, /Restore that user/)
  assert.ok(message.includes(id))
  const forced = await json(await inviting(frank, address, { 'guesthouse.forceNew': true }), 201)
  assert.notEqual(forced['invitedUser']['id'], id)
  assert.equal(
    (await refusal(await frank.post(`/v1.0/directory/deletedItems/${id}/restore`), 409)).code,
    'userPrincipalNameConflict',
  )
  const other = String(forced['invitedUser']['id'])
  await json(await frank.delete(`/v1.0/users/${other}`), 204)
  await json(await frank.delete(`/v1.0/directory/deletedItems/${other}`), 204)
  // What the refusal says to do works: restored, and invited as the same.
  await json(await frank.post(`/v1.0/directory/deletedItems/${id}/restore`))
  assert.equal((await json(await inviting(frank, address), 201))['invitedUser']['id'], id)
  await json(await frank.delete(`/v1.0/users/${id}`), 204)
  await json(await frank.delete(`/v1.0/directory/deletedItems/${id}`), 204)
  const stranger = await json(await inviting(frank, address), 201)
  assert.ok(![id, other].includes(String(stranger['invitedUser']['id'])))
})

test('complaint M, R76, R77: a disabled guest is said to be disabled; a pending one is invited again under the same object, by any inviter', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = `eve-${newId()}@outside.example`
  const first = await json(await inviting(frank, address), 201)
  const again = await json(await inviting(w.as(w.fiona, w.fabrikam), address), 201)
  const { id } = first['invitedUser']
  const path = `/v1.0/users/${id}`
  assert.equal(again['invitedUser']['id'], id)
  assert.notEqual(again['inviteRedeemUrl'], first['inviteRedeemUrl'])
  await json(await frank.patch(path, { accountEnabled: false }), 204)
  const disabled = await refusal(await inviting(frank, address), 409)
  assert.equal(disabled.code, 'guestDisabled')
  assert.match(disabled.message, /Enable that user/)
  await json(await frank.patch(path, { accountEnabled: true }), 204)
  assert.equal((await json(await inviting(frank, address), 201))['invitedUser']['id'], id)
  const accepted = await json(await inviting(frank, w.ada.upn), 201)
  assert.equal(accepted['status'], 'Completed')
  assert.equal(accepted['invitedUser']['id'], w.userOf(w.ada, w.fabrikam))
})

test('R93, R94, R95, R96, R118: who may invite, whom as what, and from which domains', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const policy = (changes: object) => frank.patch('/v1.0/policies/authorizationPolicy', changes)
  assert.equal(
    (await json(await frank.get('/v1.0/policies/authorizationPolicy?$select=*')))[
      'allowInvitesFrom'
    ],
    'everyone',
  )
  assert.equal(
    (await inviting(w.as(w.ada, w.fabrikam), fresh())).status,
    201,
    'a guest, by default',
  )
  assert.equal(
    (await inviting(w.as(w.fiona, w.fabrikam), fresh(), { invitedUserType: 'Member' })).status,
    403,
  )
  await policy({ allowInvitesFrom: 'adminsAndGuestInviters' })
  assert.equal((await inviting(w.as(w.fiona, w.fabrikam), fresh())).status, 403)
  await w.grant(w.ada, w.fabrikam, 'guestInviter')
  assert.equal((await inviting(w.as(w.ada, w.fabrikam), fresh())).status, 201)
  await policy({ allowInvitesFrom: 'none' })
  assert.equal((await inviting(frank, fresh())).status, 403)
  await policy({
    allowInvitesFrom: 'everyone',
    'guesthouse.domainRule': 'block',
    'guesthouse.domains': ['blocked.example'],
  })
  assert.equal(
    (await refusal(await inviting(frank, 'x@eu.blocked.example'), 403)).code,
    'domainNotAllowed',
  )
  const address = fresh()
  const token = tokenOf(await json(await inviting(frank, address), 201))
  await policy({ 'guesthouse.domainRule': 'allow', 'guesthouse.domains': ['friends.example'] })
  assert.equal(
    (await acceptInvitation(w.db, token, email(address), around(w))).outcome,
    'domainNotAllowed',
    'pending ones from elsewhere fail',
  )
  assert.equal((await w.as(w.ada, w.fabrikam).get('/v1.0/me')).status, 200, 'accepted ones stay')
  for (const bad of [
    { 'guesthouse.domains': ['no domain'] },
    { 'guesthouse.domainRule': 'none', 'guesthouse.domains': ['x.example'] },
    { allowInvitesFrom: 'nobody' },
    { 'guesthouse.invitationLifetimeDays': 91 },
  ])
    await refusal(await policy(bad), 400)
})

test('R88: what is no address, and what is our own, is refused with words', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const bad of ['ada', 'a da@x.example', 'a(b@x.example', '.a@x.example'])
    await refusal(await inviting(frank, bad), 400)
  assert.match(
    (await refusal(await inviting(frank, `new@${w.fabrikam.domain}`), 400)).message,
    /verified domain of this organization/,
  )
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'nowhere'])
    await refusal(await inviting(frank, 'a@x.example', { inviteRedirectUrl: url }), 400)
  await refusal(
    await inviting(frank, 'a@x.example', { invitedUserSponsors: [{ id: w.nora.userId }] }),
    400,
  )
  assert.equal(
    (await json(await frank.get('/v1.0/users?$search="a@x"')))['value'].length,
    0,
    'nothing is left of a refused invitation',
  )
})

test('the mail goes to the invited address with the link, the copy without it, and a subject stays one line', async () => {
  const w = await world()
  await w
    .as(w.frank, w.fabrikam)
    .patch(`/v1.0/organization/${w.fabrikam.id}`, { displayName: 'Fabrikam' })
  const address = `eve-${newId()}@outside.example`
  const body = await json(
    await inviting(w.as(w.frank, w.fabrikam), address, {
      sendInvitationMessage: true,
      invitedUserMessageInfo: {
        customizedMessageBody: 'Hello\nEve',
        ccRecipients: [{ emailAddress: { address: `boss-${address}` } }],
      },
    }),
    201,
  )
  const mails = (await listMails(w.db))
    .filter(({ recipient }) => recipient.endsWith(address))
    .toSorted((a, b) => a.recipient.length - b.recipient.length)
  assert.deepEqual(
    mails.map(({ recipient }) => recipient),
    [address, `boss-${address}`],
  )
  assert.ok(
    mails[0]?.body.includes(String(body['inviteRedeemUrl'])) &&
      mails[0].body.includes('> Hello\n> Eve'),
  )
  assert.ok(!mails[1]?.body.includes('/invitation/'))
})

test('complaint G, R100: a reset keeps the object, its groups and roles, ends its sessions, and lets another identity redeem', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Kept' }), 201)
  await frank.post(`/v1.0/groups/${group['id']}/members/$ref`, {
    '@odata.id': `https://x.example/users/${id}`,
  })
  const ada = w.as(w.ada, w.fabrikam)
  await json(await ada.get('/v1.0/me'))
  await w.grant(w.fiona, w.fabrikam, 'groupsAdministrator')
  const wish = { resetRedemption: true, invitedUser: { id } }
  assert.equal((await inviting(w.as(w.fiona, w.fabrikam), 'new@outside.example', wish)).status, 403)
  const address = `new-${newId()}@outside.example`
  assert.equal((await frank.patch(`/v1.0/users/${id}`, { otherMails: [address] })).status, 204)
  const body = await json(await inviting(frank, address, wish), 201)
  assert.equal(body['invitedUser']['id'], id)
  assert.equal((await ada.get('/v1.0/me')).status, 401)
  assert.equal(
    (await acceptInvitation(w.db, tokenOf(body), email(address), around(w))).outcome,
    'accepted',
  )
  assert.equal(
    (await json(await frank.get(`/v1.0/users/${id}/memberOf`)))['value'][0]?.['id'],
    group['id'],
  )
})

test('R100: a reset takes what it does, the message with the mail too, and refuses by name whatever else is sent with it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  const wish = { resetRedemption: true, invitedUser: { id } }
  const cc = { ccRecipients: [{ emailAddress: { address: 'boss@fabrikam.example' } }] }
  for (const more of [
    { 'guesthouse.endDateTime': '2099-01-01T00:00:00Z' },
    { 'guesthouse.forceNew': true },
    { invitedUserDisplayName: 'Ada' },
    { invitedUserType: 'Member' },
    { invitedUserSponsors: [{ id: w.fiona.userId }] },
    { 'invitedUserSponsors@odata.bind': [`https://x.example/v1.0/users/${w.fiona.userId}`] },
    { invitedUserMessageInfo: cc },
  ]) {
    const [name = ''] = Object.keys(more)
    const refused = await json(await inviting(frank, w.ada.upn, { ...wish, ...more }), 400)
    assert.ok(refused['error'].message.startsWith(name), refused['error'].message)
  }
  const { accountEnabled, externalUserState } = await json(
    await frank.get(`/v1.0/users/${id}?$select=accountEnabled,externalUserState`),
  )
  assert.deepEqual([accountEnabled, externalUserState], [true, 'Accepted'], 'nothing was reset')
  const alone = await json(
    await inviting(frank, 'new@outside.example', { invitedUser: { id } }),
    400,
  )
  assert.match(alone['error'].message, /^invitedUser is taken with resetRedemption/)
  // As Graph's own example sends it.
  const invitedUserMessageInfo = {
    messageLanguage: 'en-US',
    ccRecipients: [{ emailAddress: { name: null, address: null } }],
    customizedMessageBody: 'Please come in again.',
  }
  const sent = { ...wish, sendInvitationMessage: true, invitedUserMessageInfo }
  const body = await json(await inviting(frank, w.ada.upn, sent), 201)
  assert.equal(
    body['invitedUserMessageInfo'].customizedMessageBody,
    invitedUserMessageInfo.customizedMessageBody,
  )
  const mails = await mailsTo(w.db, w.ada.upn)
  assert.ok(mails.some(({ body: text }) => text.includes('Please come in again.')))
})

test('two who invite the same address at the same moment make one guest', async () => {
  const w = await world()
  const address = `eve-${newId()}@outside.example`
  const [frank, fiona] = [w.as(w.frank, w.fabrikam), w.as(w.fiona, w.fabrikam)]
  await Promise.all([frank.get('/v1.0/me'), fiona.get('/v1.0/me')])
  const bodies = await Promise.all(
    [inviting(frank, address), inviting(fiona, address), inviting(frank, address)].map(
      async (one) => json(await one, 201),
    ),
  )
  assert.equal(new Set(bodies.map((body) => body['invitedUser']['id'])).size, 1)
})
