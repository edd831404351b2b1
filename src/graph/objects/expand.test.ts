/** `$expand`: what comes along is what the link tells by itself, for a page at once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caught } from '../../../test/code/explain.ts'
import { stageOf } from '../../../test/doors/graph-stage.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import fc from '../../../test/properties.ts'
import { world } from '../../../test/world.ts'
import {
  memberOfEach,
  membersOfEach,
  tiedKinds,
  tiesOfEach,
} from '../../directory/links/of-each.sql.ts'

const idsIn = (list: Json): string[] => list['value'].map(({ id }: Json) => id)
const ref = (id: string) => ({ '@odata.id': `https://graph.example/directoryObjects/${id}` })

/** People and groups, linked at random. */
const scene = async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const frank = w.as(w.frank, w.fabrikam)
  const users: string[] = [w.fiona.userId, w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  for (let n = 0; n < 3; n++) users.push(await stage.user())
  const groups = [await stage.group(), await stage.group(), await stage.group()]
  const [user, group] = [fc.constantFrom(...users), fc.constantFrom(...groups)]
  const link = fc.oneof(
    fc.record({ path: group.map((id) => `groups/${id}/members`), id: fc.oneof(user, group) }),
    fc.record({ path: group.map((id) => `groups/${id}/owners`), id: user }),
    fc.record({ path: user.map((id) => `users/${id}/sponsors`), id: fc.oneof(user, group) }),
    fc.record({ path: user.map((id) => `users/${id}/manager`), id: user }),
  )
  for (const { path, id } of fc.sample(link, 40))
    await frank[path.endsWith('manager') ? 'put' : 'post'](`/v1.0/${path}/$ref`, ref(id))
  const application = await stage.application()
  await stage.assigned(users[0] ?? '', application)
  await stage.link(`/groups/${groups[1]}/members`, application)
  await stage.link(`/servicePrincipals/${application}/owners`, users[1] ?? '')
  await stage.permitted(application)
  await stage.assigned(groups[0] ?? '', await stage.application())
  await w.grant(w.fiona, w.fabrikam, 'guestInviter')
  return { w, stage, frank, groups, users }
}

const links = {
  users: [
    'memberOf',
    'transitiveMemberOf',
    'ownedObjects',
    'directReports',
    'sponsors',
    'appRoleAssignments',
  ],
  groups: ['members', 'owners', 'memberOf', 'appRoleAssignments'],
  servicePrincipals: ['owners', 'memberOf', 'appRoleAssignedTo', 'appRoleAssignments'],
} as const

test('contract §3.6: a link that comes along is what it tells by itself, of one object and of each of a list, and of it what is chosen', async () => {
  const { frank, users } = await scene()
  const get = async (path: string) => json(await frank.get(`/v1.0/${path}`))
  let some = 0
  for (const set of ['users', 'groups', 'servicePrincipals'] as const)
    for (const name of links[set]) {
      const { value } = await get(`${set}?$select=id&$expand=${name}($select=id)`)
      assert.ok(value.length > 1)
      for (const one of value as Json[]) {
        const wanted = await get(`${set}/${one['id']}/${name}`)
        // Roles are of one's own address, in an order of their own.
        const told = one[name].map(({ id }: Json) => id)
        const roles = one[name].filter((end: Json) => end['@odata.type']?.endsWith('Role'))
        assert.deepEqual(told.toSorted(), idsIn(wanted).toSorted(), `${set} ${name}`)
        for (const end of one[name])
          assert.deepEqual(
            Object.keys(end).filter((key) => !key.startsWith('@')),
            ['id'],
          )
        some += told.length - roles.length
      }
    }
  assert.ok(some > 30, `${some} ends`)
  for (const id of users) {
    const { manager } = await get(`users/${id}?$expand=manager($select=displayName,jobTitle)`)
    const by = await frank.get(`/v1.0/users/${id}/manager`)
    const wanted = by.status === 404 ? undefined : (await json(by))['displayName']
    assert.deepEqual(
      manager,
      wanted === undefined
        ? null
        : { '@odata.type': '#microsoft.graph.user', displayName: wanted, jobTitle: null },
    )
  }
  const both = await get(`users/${users[0]}?$expand=MemberOf,manager($select=id)&$select=id`)
  assert.deepEqual(
    Object.keys(both).filter((key) => !key.startsWith('@')),
    ['id', 'memberOf', 'manager'],
  )
})

test('contract §3.6: twenty of each come along, in one statement however many there are; what cannot be read by itself does not come along', async () => {
  const { w, stage, frank, groups, users } = await scene()
  const [group = ''] = groups
  for (let n = 0; n < 21; n++) await stage.link(`/groups/${group}/members`, await stage.user())
  const { members } = await json(await frank.get(`/v1.0/groups/${group}?$expand=members`))
  assert.equal(members.length, 20)
  assert.ok('userPrincipalName' in members[0])
  const of = { tenantId: w.fabrikam.id, ids: users }
  const sent = await caught(w.db, async (db) => {
    await tiesOfEach(db, of, tiedKinds)
    await memberOfEach(db, of, 'user', 'transitive')
    await membersOfEach(db, { ...of, ids: groups })
  })
  assert.equal(sent.length, 3)
  const [fiona, ada] = [w.as(w.fiona, w.fabrikam), w.as(w.ada, w.fabrikam)]
  for (const path of ['users', `users/${w.frank.userId}`, 'me'])
    await refusal(await fiona.get(`/v1.0/${path}?$expand=sponsors`), 403)
  assert.ok('manager' in (await json(await fiona.get('/v1.0/users?$expand=manager')))['value'][0])
  assert.ok('memberOf' in (await json(await ada.get('/v1.0/me?$expand=memberOf'))))
  for (const [asked, words] of [
    ['nope', /^Parsing OData Select and Expand failed: .*'nope' on type 'microsoft.graph.user'/],
    ['manager($select=nope)', /'nope' on type 'microsoft.graph.directoryObject'/],
    ['manager($top=1)', /^Inside of \$expand only \$select is taken/],
    ['manager,Manager', /expanded twice/],
    ['manager(', /^Parsing OData/],
  ] as const)
    assert.match(
      (await refusal(await frank.get(`/v1.0/users?$expand=${asked}`), 400)).message,
      words,
      asked,
    )
})

test('contract §3.6: where links come along a page holds a hundred at most, and its link leads on', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const frank = w.as(w.frank, w.fabrikam)
  for (let n = 0; n < 101; n++) await stage.group()
  const page = async (asked: string) => json(await frank.get(`/v1.0/groups?${asked}&$select=id`))
  assert.equal((await page('$top=999'))['value'].length, 101)
  const first = await page('$top=999&$expand=members($select=id)')
  assert.equal(first['value'].length, 100)
  const next = new URL(first['@odata.nextLink'])
  const rest = await json(await frank.get(next.pathname + next.search))
  assert.equal(rest['value'].length, 1)
  assert.deepEqual(rest['value'][0].members, [])
  assert.equal(rest['@odata.nextLink'], undefined)
})
