/** Members and owners bound in the body of a group, and what hangs on its members. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPasswordLink } from '../../credentials/password/link.ts'
import { operatorAuthority } from '../../directory/authority.ts'
import { rows, sql } from '../../store/database.ts'
import { stageOf } from '../../../test/doors/graph-stage.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'

const refer = (of: string): string => `https://graph.nowhere.test/v1.0/directoryObjects/${of}`
const idsOf = ({ value }: Json): string[] =>
  (value as Json[]).map(({ id }) => String(id)).toSorted()
const groups = '/v1.0/groups'
const bind = (member: string) => ({ 'members@odata.bind': [refer(member)] })

const opened = async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const makes = stageOf(w, w.fabrikam, w.frank)
  const membersOf = async (id: unknown) =>
    idsOf(await json(await frank.get(`${groups}/${id}/members`)))
  return { w, frank, makes, membersOf }
}

test('12.3: a group is made with users, groups and service principals in it, by id or principal name, and with owners', async () => {
  const { w, frank, makes, membersOf } = await opened()
  const [inner, application] = [await makes.group(), await makes.application()]
  const body = {
    displayName: 'Bound',
    'members@odata.bind': [
      `https://x.test/v1.0/users/${w.fiona.upn}`,
      refer(inner),
      refer(application),
      refer(w.userOf(w.ada, w.fabrikam)),
    ],
    'owners@odata.bind': [refer(w.frank.userId)],
  }
  const made = await json(await frank.post(groups, body), 201)
  assert.deepEqual(
    await membersOf(made['id']),
    [w.fiona.userId, inner, application, w.userOf(w.ada, w.fabrikam)].toSorted(),
  )
  const owners = await json(await frank.get(`${groups}/${made['id']}/owners`))
  assert.deepEqual(idsOf(owners), [w.frank.userId])
  const noted = await json(
    await frank.get(
      `/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Add member to group'`,
    ),
  )
  assert.equal((noted['value'] as Json[]).length, 4)
})

test('12.3: all or nothing: one that is not there, is there already, or stands elsewhere keeps the others out', async () => {
  const { w, frank, makes, membersOf } = await opened()
  const id = await makes.group()
  await makes.link(`/groups/${id}/members`, w.fiona.userId)
  const other = await makes.user()
  const patched = (members: string[], more: object = {}) =>
    frank.patch(`${groups}/${id}`, { ...more, 'members@odata.bind': members.map(refer) })
  await refusal(await patched([other, w.nora.userId], { description: 'changed' }), 404)
  const again = await refusal(await patched([other, w.fiona.userId]), 400)
  assert.match(again.message, /already exist for the following modified properties: 'members'/)
  await refusal(await patched([other, id]), 400)
  assert.deepEqual(await membersOf(id), [w.fiona.userId])
  assert.equal((await json(await frank.get(`${groups}/${id}`)))['description'], null)
  const many = Array.from({ length: 11 }, () => other)
  const tooMany = { 'members@odata.bind': many.map(refer), 'owners@odata.bind': many.map(refer) }
  assert.match((await refusal(await frank.patch(`${groups}/${id}`, tooMany), 400)).message, /20/)
  await json(await patched([other, other]), 204)
  assert.deepEqual(await membersOf(id), [other, w.fiona.userId].toSorted())
  const count = await rows(w.db, sql`select 1 from groups where tenant_id = ${w.fabrikam.id}`)
  await refusal(
    await frank.post(groups, { displayName: 'None', 'owners@odata.bind': [refer(id)] }),
    404,
  )
  const after = await rows(w.db, sql`select 1 from groups where tenant_id = ${w.fabrikam.id}`)
  assert.equal(after.length, count.length)
})

test('R49: binding into a group that roles can be given to takes who gives roles, holds no groups, and ends links from before', async () => {
  const { w, frank, makes } = await opened()
  const id = await makes.group({ isAssignableToRole: true })
  const keeper = await makes.person()
  await w.grant(keeper, w.fabrikam, 'groupsAdministrator')
  const address = `${groups}/${id}`
  await refusal(await w.as(keeper, w.fabrikam).patch(address, bind(w.fiona.userId)), 403)
  await refusal(await frank.patch(address, bind(await makes.group())), 400)
  const which = { tenantId: w.fabrikam.id, userId: w.fiona.userId }
  await createPasswordLink(w.db, which, operatorAuthority, w.operator())
  await json(await frank.patch(address, bind(w.fiona.userId)), 204)
  const left = await rows(w.db, sql`select 1 from password_links where user_id = ${which.userId}`)
  assert.equal(left.length, 0)
})

test('7.3: members by reference, one of them, and found by id and name; what is no name of a group is refused', async () => {
  const { w, frank, makes } = await opened()
  const id = await makes.group()
  for (const member of [w.fiona.userId, w.userOf(w.ada, w.fabrikam)])
    await makes.link(`/groups/${id}/members`, member)
  const members = `${groups}/${id}/members`
  const first = await json(await frank.get(`${members}/$ref?$top=1`))
  assert.match(String(first['value'][0]['@odata.id']), /\/v1\.0\/directoryObjects\/[0-9a-f-]{36}$/)
  const second = await json(await frank.get(String(first['@odata.nextLink'])))
  assert.equal((second['value'] as Json[]).length, 1)
  const one = await json(await frank.get(`${members}/${w.fiona.userId}`))
  assert.equal(one['@odata.type'], '#microsoft.graph.user')
  await refusal(await frank.get(`${members}/${w.frank.userId}`), 404)
  for (const filter of [`id eq '${w.fiona.userId}'`, "startswith(displayName,'Fio')"])
    assert.deepEqual(idsOf(await json(await frank.get(`${members}?$filter=${filter}`))), [
      w.fiona.userId,
    ])
  const named = await frank.post(`${groups}/${id}/validateProperties`, { mailNickname: 'a b' })
  assert.match((await refusal(named, 400)).message, /mailNickname/)
  await refusal(await frank.post(`${groups}/${w.fiona.userId}/renew`), 404)
})
