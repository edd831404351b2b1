/**
 * What is left to be seen of somebody who has gone: one event in the transaction of the change, no
 * name in it, and a place in no list.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world, type Person } from '../../../test/world.ts'
import { acceptInvitation } from '../../invitations/accept.ts'
import { newId } from '../../kernel/ids.ts'
import { rows } from '../../store/database.ts'
import { sql } from 'kysely'
import { emailIssuer } from '../../kernel/address.ts'

type World = Awaited<ReturnType<typeof world>>
const ref = (id: string) => ({ '@odata.id': `https://x.example/directoryObjects/${id}` })

test('R15: leaving, its event and its receipt are one transaction', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const found = await rows(
    w.db,
    sql<{ event: boolean; mail: boolean; receipt: boolean }>`
      select e.xmin = u.xmin as event, m.xmin = u.xmin as mail, r.xmin = u.xmin as receipt
      from users u join events e on e.tenant_id = u.tenant_id and e.id = u.deletion_event_id
      join mails m on m.tenant_id = u.tenant_id and m.user_id = u.id
      join receipts r on r.tenant_id = u.tenant_id and r.id = u.deletion_event_id
      where u.tenant_id = ${w.fabrikam.id} and u.id = ${w.userOf(w.ada, w.fabrikam)}`,
  )
  assert.deepEqual(found, [{ event: true, mail: true, receipt: true }])
})

test('R83, R85: no event of an ending holds a name, an address or a mailbox', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.equal((await frank.delete(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`)).status, 204)
  await json(
    await frank.post(`/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}/restore`),
  )
  const found = await rows(
    w.db,
    sql<{
      text: string
    }>`select to_jsonb(e)::text as text from events e where e.tenant_id = ${w.fabrikam.id}`,
  )
  assert.ok(found.length > 3)
  for (const { text } of found) assert.doesNotMatch(text, /@|Ada|Lovelace|Bob|Okafor/)
})

/** Every list of Fabrikam in which a user can stand, with who is in it. */
const listsWith = async (
  w: World,
  person: Person,
  group: string,
  role: string,
): Promise<string[]> => {
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(person, w.fabrikam)
  const lists = [
    '/users',
    `/users?$search="displayName:Lovelace"`,
    `/users?$filter=${encodeURIComponent(`id eq '${id}'`)}`,
    `/users?$filter=${encodeURIComponent(`userType eq 'Guest'`)}`,
    `/users?$filter=${encodeURIComponent(`startswith(displayName,'Ada')`)}`,
    `/groups/${group}/members`,
    `/groups/${group}/owners`,
    `/users/${w.frank.userId}/directReports`,
    `/users/${w.fiona.userId}/sponsors`,
    `/users/${w.fiona.userId}/manager`,
    `/roleManagement/directory/roleAssignments?$filter=${encodeURIComponent(`roleDefinitionId eq '${role}'`)}`,
  ]
  const found: string[] = []
  for (const list of lists) {
    const answer = await frank.get(`/v1.0${list}`, { consistencylevel: 'eventual' })
    if (answer.status !== 404 && (await answer.text()).includes(id)) found.push(list)
  }
  return found
}

test('R16, R62: who is deleted is in no list, no search, no group and no link of anybody; restored, in all of them again', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const group = String(
    (await json(await frank.post('/v1.0/groups', { displayName: 'Welders' }), 201))['id'],
  )
  await frank.post(`/v1.0/groups/${group}/members/$ref`, ref(ada))
  await frank.post(`/v1.0/groups/${group}/owners/$ref`, ref(ada))
  await frank.put(`/v1.0/users/${ada}/manager/$ref`, ref(w.frank.userId))
  await frank.put(`/v1.0/users/${w.fiona.userId}/manager/$ref`, ref(ada))
  await frank.post(`/v1.0/users/${w.fiona.userId}/sponsors/$ref`, ref(ada))
  await w.grant(w.ada, w.fabrikam, 'guestInviter')
  const role = '95e79109-95c0-4d8e-aee3-d01accf2d47b'
  const before = await listsWith(w, w.ada, group, role)
  assert.equal(before.length, 11, before.join(', '))
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.deepEqual(await listsWith(w, w.ada, group, role), [])
  assert.equal((await frank.get(`/v1.0/users/${ada}`)).status, 404)
  await json(await frank.post(`/v1.0/directory/deletedItems/${ada}/restore`))
  assert.deepEqual(await listsWith(w, w.ada, group, role), before)
})

test('R113: inviting and redeeming write one audit entry each, with who did it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = `eve-${newId()}@outside.example`
  const invited = await json(
    await frank.post('/v1.0/invitations', {
      invitedUserEmailAddress: address,
      inviteRedirectUrl: 'https://x.example/',
    }),
    201,
  )
  const id = String(invited['invitedUser']['id'])
  const token = String(invited['inviteRedeemUrl']).split('/').at(-1) ?? ''
  const acceptor = { who: { issuer: emailIssuer, subject: address }, addressProved: true }
  const result = await acceptInvitation(w.db, token, acceptor, {
    now: w.now(),
    correlationId: newId(),
    address: null,
  })
  assert.equal(result.outcome, 'accepted')
  const filter = encodeURIComponent(`targetResources/any(t:t/id eq '${id}')`)
  const { value } = await json(await frank.get(`/v1.0/auditLogs/directoryAudits?$filter=${filter}`))
  const by = (activity: string) =>
    value
      .filter((one: Json) => one['activityDisplayName'] === activity)
      .map((one: Json) => one['initiatedBy']['user']['id'])
  assert.deepEqual(by('Invite external user'), [w.frank.userId])
  assert.deepEqual(by('Redeem external user invite'), [id])
})
