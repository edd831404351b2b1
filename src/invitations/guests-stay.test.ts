/**
 * Who was here once goes by one door, and two guests of one person become one (R92, R100, R122,
 * R123, R124).
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { mailsTo } from '../../test/mails.ts'
import { world } from '../../test/world.ts'
import { createGuest } from '../directory/users/create.ts'
import { newId } from '../kernel/ids.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'
import { acceptInvitation } from './accept.ts'
import { declineInvitation } from './decline.ts'
import { emailIssuer, addressOf } from '../kernel/address.ts'

type World = Awaited<ReturnType<typeof world>>
type Client = ReturnType<World['as']>

const around = (w: World) => ({ now: w.now(), correlationId: newId<string>(), address: null })
const fresh = (name = 'p'): string => `${name}-${newId()}@outside.example`
const invitation = async (
  client: Client,
  address: string,
  more: object = {},
): Promise<{ id: string; token: string }> => {
  const wish = {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://fabrikam.example/welcome',
    ...more,
  }
  const body = await json(await client.post('/v1.0/invitations', wish), 201)
  return {
    id: String(body['invitedUser']['id']),
    token: String(body['inviteRedeemUrl']).split('/').at(-1) ?? '',
  }
}
const email = (address: string) => ({
  who: { issuer: emailIssuer, subject: address },
  addressProved: true,
})
const accepted = async (w: World, frank: Client, address: string): Promise<string> => {
  const { id, token } = await invitation(frank, address)
  assert.equal((await acceptInvitation(w.db, token, email(address), around(w))).outcome, 'accepted')
  return id
}
const inGroup = async (frank: Client, userId: string, name: string): Promise<string> => {
  const { id } = await json(await frank.post('/v1.0/groups', { displayName: name }), 201)
  assert.equal(
    (
      await frank.post(`/v1.0/groups/${id}/members/$ref`, {
        '@odata.id': `https://x.example/users/${userId}`,
      })
    ).status,
    204,
  )
  return String(id)
}
const groupsOf = async (frank: Client, userId: string): Promise<string[]> =>
  (await json(await frank.get(`/v1.0/users/${userId}/memberOf`)))['value'].map((one: Json) =>
    String(one['id']),
  )
const reset = (frank: Client, userId: string, address: string) =>
  frank.post('/v1.0/invitations', {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://fabrikam.example/welcome',
    resetRedemption: true,
    invitedUser: { id: userId },
  })

test('R128, R100: the mail of a reset, and the page behind its link, are in the language that it names', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = fresh()
  const id = await accepted(w, frank, address)
  await sql`delete from mails where recipient = ${address}`.execute(w.db)
  const wish = {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://fabrikam.example/welcome',
    sendInvitationMessage: true,
    resetRedemption: true,
    invitedUser: { id },
  }
  const named = (messageLanguage: string) =>
    frank.post('/v1.0/invitations', { ...wish, invitedUserMessageInfo: { messageLanguage } })
  await refusal(await named('<script>'), 400)
  const body = await json(await named('de'), 201)
  const subjects = (await mailsTo(w.db, address)).map(({ subject }) => subject)
  assert.ok(
    subjects.some((subject) => subject.includes('lädt Sie ein')),
    subjects.join(' | '),
  )
  const page = await w.app.request(String(body['inviteRedeemUrl']), {
    headers: { accept: 'text/html', 'accept-language': 'ja' },
  })
  assert.match(await page.text(), /<html lang="de"/)
})
const tokenIn = (body: Json): string => String(body['inviteRedeemUrl']).split('/').at(-1) ?? ''

test('R122, row 15: declining after a reset is leaving: deleted, restorable, with its links, receipt and audit entry', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = fresh()
  const id = await accepted(w, frank, address)
  const group = await inGroup(frank, id, 'Kept')
  const token = tokenIn(await json(await reset(frank, id, address), 201))
  await sql`delete from mails where recipient = ${address}`.execute(w.db)
  const declined = await declineInvitation(w.db, token, { forGood: false }, around(w))
  assert.deepEqual([declined.outcome, 'left' in declined && declined.left], ['declined', true])
  assert.equal((await frank.get(`/v1.0/users/${id}`)).status, 404)
  const deleted = await json(await frank.get(`/v1.0/directory/deletedItems/${id}?$select=*`))
  assert.deepEqual(
    [deleted['guesthouse.deletedBy']['kind'], deleted['guesthouse.daysLeft']],
    ['self', 30],
  )
  const erasures = (await json(await frank.get('/v1.0/guesthouse.erasures')))['value']
  assert.deepEqual(
    erasures.map((one: Json) => [one['id'], one['status']]),
    [[id, 'scheduled']],
  )
  const mails = await mailsTo(w.db, address)
  assert.deepEqual(
    mails.map(({ subject }) => subject),
    ['You have left Fabrikam'],
  )
  const activities = await rows(
    w.db,
    sql<{ activity: string }>`select activity from events where target_id = ${id} order by at, id`,
  )
  assert.ok(activities.some(({ activity }) => activity === 'user.left'))
  await json(await frank.post(`/v1.0/directory/deletedItems/${id}/restore`, {}))
  assert.deepEqual(await groupsOf(frank, id), [group])
})

test('R122, R24: declining after a reset is no way round an organization that does not let guests leave', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = fresh()
  const id = await accepted(w, frank, address)
  await sql`update tenants set external_users_may_leave = false where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  const token = tokenIn(await json(await reset(frank, id, address), 201))
  assert.equal(
    (await declineInvitation(w.db, token, { forGood: true }, around(w))).outcome,
    'blocked',
  )
  assert.equal((await frank.get(`/v1.0/users/${id}`)).status, 200)
})

test('R122: only the purge and the removal of who never accepted delete a row of users', () => {
  const deleting = globSync('src/**/*.ts', { exclude: ['**/*.test.ts'] })
    .toSorted()
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/delete from (live_|deleted_)?users\b[^`]*/g)].map(
        ([statement]) => ({ path, statement }),
      ),
    )
  assert.deepEqual(
    deleting.map(({ path }) => path),
    ['src/directory/deleted/erase.ts', 'src/directory/guests/end-pending.ts'],
  )
  assert.match(deleting[1]?.statement ?? '', /and not ever_accepted\b/)
})

test('R92, row 16: two guests of one person become one; links go over, what does not is named, the address is kept', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [first, second] = [fresh('one'), fresh('two')]
  const id = await accepted(w, frank, first)
  const other = await invitation(frank, second)
  const group = await inGroup(frank, other.id, 'Prepared')
  await json(
    await frank.post('/v1.0/roleManagement/directory/roleAssignments', {
      principalId: other.id,
      roleDefinitionId: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
      directoryScopeId: '/',
    }),
    201,
  )
  const [{ personId }] = (await rows(
    w.db,
    sql`select person_id as "personId" from live_users where id = ${id}`,
  )) as [{ personId: never }]
  const result = await acceptInvitation(
    w.db,
    other.token,
    { who: { personId }, addressProved: true },
    around(w),
  )
  assert.ok(result.outcome === 'alreadyHere')
  assert.deepEqual(
    [
      result.merged.takenOver.map(({ kind, id: link }) => `${kind} ${link}`),
      result.merged.notTakenOver.map(({ displayName }) => displayName),
    ],
    [[`group ${group}`, `sponsor ${w.frank.userId}`], ['Directory Readers']],
  )
  const logged = await rows(
    w.db,
    sql`select activity, target_id as target, related_id as related from events
      where tenant_id = ${w.fabrikam.id} and target_id = ${id} and reason = 'merged' order by activity`,
  )
  assert.deepEqual(logged, [
    { activity: 'group.memberAdded', target: id, related: group },
    { activity: 'user.sponsorAdded', target: id, related: w.frank.userId },
  ])
  assert.deepEqual(await groupsOf(frank, id), [group])
  assert.equal((await frank.get(`/v1.0/users/${other.id}`)).status, 404)
  assert.ok(
    (await json(await frank.get(`/v1.0/users/${id}?$select=otherMails`)))['otherMails'].includes(
      second,
    ),
  )
})

test('R92: two invitations of one person accepted at the same moment leave one guest, with what stands on both', async () => {
  for (let round = 0; round < 6; round++) {
    const w = await world()
    const frank = w.as(w.frank, w.fabrikam)
    const both = [await invitation(frank, fresh('one')), await invitation(frank, fresh('two'))]
    const groups = [
      await inGroup(frank, both[0]?.id ?? '', 'Prepared'),
      await inGroup(frank, both[1]?.id ?? '', 'Welders'),
    ]
    const who = email(fresh('who'))
    // Of somebody who is known both find the person at once; of somebody new one makes it first.
    if (round % 2 === 0) {
      const { token } = await invitation(w.as(w.nora, w.northwind), fresh('early'))
      assert.equal((await acceptInvitation(w.db, token, who, around(w))).outcome, 'accepted')
    }
    const results = await Promise.all(
      both.map(({ token }) => acceptInvitation(w.db, token, who, around(w))),
    )
    assert.deepEqual(results.map(({ outcome }) => outcome).toSorted(), ['accepted', 'alreadyHere'])
    const [one, other] = results.map((result) =>
      'personId' in result ? result.personId : undefined,
    )
    assert.equal(one, other)
    const found = await rows(
      w.db,
      sql<{
        id: string
      }>`select id from live_users where tenant_id = ${w.fabrikam.id} and person_id = ${one}`,
    )
    assert.equal(found.length, 1)
    assert.deepEqual((await groupsOf(frank, found[0]?.id ?? '')).toSorted(), groups.toSorted())
  }
})

test('R92: of two waiting invitations of one person the accepted one gets what stands on the other', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const home = await invitation(frank, w.carol.upn)
  const group = await inGroup(frank, home.id, 'Prepared')
  const address = fresh()
  const second = await invitation(frank, address)
  const who = { who: { personId: w.carol.personId }, addressProved: true }
  assert.equal((await acceptInvitation(w.db, second.token, who, around(w))).outcome, 'accepted')
  assert.deepEqual(await groupsOf(frank, second.id), [group])
  assert.equal((await frank.get(`/v1.0/users/${home.id}`)).status, 404)
})

test('R122, R92: a reset guest that somebody redeems who is here already is deleted, restorable, and its links are theirs', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [mine, theirs] = [fresh('mine'), fresh('theirs')]
  const id = await accepted(w, frank, mine)
  const lost = await accepted(w, frank, theirs)
  const group = await inGroup(frank, lost, 'Kept')
  const token = tokenIn(await json(await reset(frank, lost, theirs), 201))
  const [{ personId }] = (await rows(
    w.db,
    sql`select person_id as "personId" from live_users where id = ${id}`,
  )) as [{ personId: never }]
  assert.equal(
    (await acceptInvitation(w.db, token, { who: { personId }, addressProved: true }, around(w)))
      .outcome,
    'alreadyHere',
  )
  assert.deepEqual(await groupsOf(frank, id), [group])
  assert.equal(
    (await json(await frank.get(`/v1.0/directory/deletedItems/${lost}?$select=*`)))[
      'guesthouse.deletedBy'
    ]['kind'],
    'policy',
  )
})

test('R123, row 18: a reset goes only to an address of the guest that may be invited, and changes nothing when refused', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = fresh()
  const id = await accepted(w, frank, address)
  for (const bad of ['not an address', '', fresh('someone.else'), `${address}x`])
    await refusal(await reset(frank, id, bad), 400)
  const own = `ada@${w.fabrikam.domain}`
  await frank.patch(`/v1.0/users/${id}`, { otherMails: [own, 'x@blocked.example', w.bob.upn] })
  await refusal(await reset(frank, id, own), 400)
  assert.equal((await refusal(await reset(frank, id, w.bob.upn), 409)).code, 'alreadyGuest')
  await frank.patch('/v1.0/policies/authorizationPolicy', {
    'guesthouse.domainRule': 'block',
    'guesthouse.domains': ['blocked.example'],
  })
  assert.equal(
    (await refusal(await reset(frank, id, 'x@blocked.example'), 403)).code,
    'domainNotAllowed',
  )
  assert.equal(
    (await json(await frank.get(`/v1.0/users/${id}?$select=*`)))['externalUserState'],
    'Accepted',
  )
  assert.equal((await rows(w.db, sql`select 1 from mails where recipient = ${address}`)).length, 0)
})

test('R123: the guest is told of a reset by mail, keeps the organization in the own list, and can leave it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  const other = fresh('new')
  await frank.patch(`/v1.0/users/${id}`, { otherMails: [other] })
  const body = await json(await reset(frank, id, other), 201)
  const told = (await mailsTo(w.db, w.ada.upn)).filter(({ subject }) =>
    /accept.*again/.test(subject),
  )
  assert.equal(told.length, 1)
  assert.match(told[0]?.body ?? '', new RegExp(other.replaceAll('.', '\\.')))
  assert.match(told[0]?.body ?? '', /leave it on the page Organizations/)
  const mine = (await json(await w.as(w.ada).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  )
  assert.deepEqual(
    [mine?.['state'], mine?.['invitationOpen'], mine?.['blockers']],
    ['invited', false, []],
  )
  assert.equal(
    (await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`)).status,
    403,
  )
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.equal(
    (await acceptInvitation(w.db, tokenIn(body), email(other), around(w))).outcome,
    'over',
    'and the link is over',
  )
  assert.equal((await frank.get(`/v1.0/directory/deletedItems/${id}`)).status, 200)
})

test('R123: until somebody else redeems it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  const other = fresh('new')
  await frank.patch(`/v1.0/users/${id}`, { otherMails: [other] })
  const body = await json(await reset(frank, id, other), 201)
  assert.equal(
    (await acceptInvitation(w.db, tokenIn(body), email(other), around(w))).outcome,
    'accepted',
  )
  const mine = (await json(await w.as(w.ada).get('/account/organizations')))['value'].map(
    (one: Json) => one['displayName'],
  )
  assert.deepEqual(mine, ['Contoso', 'Northwind'])
})

test('R124, R123, row 20: a reset that would leave nobody able to act is refused', async () => {
  const w = await world()
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  const ada = w.as(w.ada, w.fabrikam)
  assert.equal(
    (await ada.patch(`/v1.0/users/${w.frank.userId}`, { accountEnabled: false })).status,
    204,
  )
  await w.grant(w.fiona, w.fabrikam, 'privilegedAuthenticationAdministrator')
  const id = w.userOf(w.ada, w.fabrikam)
  assert.match(
    (await refusal(await reset(w.as(w.fiona, w.fabrikam), id, w.ada.upn), 400)).message,
    /without a Global Administrator who can act/,
  )
  assert.equal((await json(await ada.get('/v1.0/me')))['id'], id, 'and nothing has changed')
  assert.equal(
    (await ada.patch(`/v1.0/users/${w.frank.userId}`, { accountEnabled: true })).status,
    204,
  )
  assert.equal((await reset(w.as(w.frank, w.fabrikam), id, w.ada.upn)).status, 201)
})

test('R73, row 21: whoever cannot be invited is told apart, each with a next step', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const asking = (address: string) =>
    frank.post('/v1.0/invitations', {
      invitedUserEmailAddress: address,
      inviteRedirectUrl: 'https://x.example',
      'guesthouse.forceNew': true,
    })
  const here = await json(await asking(w.bob.upn), 201)
  assert.deepEqual(
    [here['status'], here['invitedUser']],
    ['Completed', { id: w.userOf(w.bob, w.fabrikam) }],
    'who has accepted is told as that',
  )
  const carol = w.as(w.carol, w.contoso)
  await carol.delete(`/v1.0/users/${w.bob.userId}`)
  const gone = await refusal(await asking(w.bob.upn), 409)
  assert.equal(gone.code, 'guestHomeGone')
  assert.match(gone.message, /Delete that user and invite again, or .* resetRedemption/)
  assert.equal(
    (await reset(frank, w.userOf(w.bob, w.fabrikam), w.bob.upn)).status,
    201,
    'the next step works',
  )
  const nobody = fresh('imported')
  await createGuest(
    w.db,
    w.fabrikam.id,
    {
      personId: null,
      displayName: 'Imported',
      userPrincipalName: `imported#EXT#@${w.fabrikam.domain}`,
      mail: addressOf(nobody),
      otherMails: [addressOf(nobody)],
    },
    w.operator(),
  )
  const imported = await refusal(await asking(nobody), 409)
  assert.equal(imported.code, 'guestOfNobody')
  const id = /object ID: ([0-9a-f-]{36}|[0-9a-f-]+)/.exec(imported.message)?.[1] ?? ''
  assert.equal((await reset(frank, id, nobody)).status, 201)
  await frank.patch(`/v1.0/users/${w.fiona.userId}`, { mail: 'fiona@private.example' })
  assert.equal((await refusal(await asking('fiona@private.example'), 409)).code, 'alreadyMember')
})
