/** Groups, and objects whatever their type. */
import assert from 'node:assert/strict'
import {
  listed,
  answers,
  decided,
  eventual,
  holding,
  idsOf,
  ok,
  reads,
  refuses,
  type Area,
  type Check,
  type Row,
} from './row.ts'

const group = { displayName: 'G', mailEnabled: false, mailNickname: 'g', securityEnabled: true }
const refer = (id: string) => ({ '@odata.id': `https://x.test/v1.0/directoryObjects/${id}` })

const making: Row[] = [
  decided(
    43,
    'a Microsoft 365 group: refused at the property',
    refuses('POST /groups', 400, 'Request_BadRequest', /'(?:mailEnabled|groupTypes)/, {
      body: { ...group, groupTypes: ['Unified'], mailEnabled: true },
    }),
  ),
  decided(
    43,
    'a group with dynamic members: refused at the property',
    refuses('POST /groups', 400, 'Request_BadRequest', /'groupTypes/, {
      body: {
        ...group,
        groupTypes: ['DynamicMembership'],
        membershipRule: 'user.department -eq "x"',
        membershipRuleProcessingState: 'On',
      },
    }),
  ),
  ok('visibility, and the long PATCH of clients', async (s) => {
    const body = { ...group, description: 'D', visibility: 'Public' }
    const { id, visibility } = await s.call('POST /groups', 201, { body })
    assert.equal(visibility, 'Public')
    const at = `/groups/${String(id)}`
    await s.call(`PATCH ${at}`, 204, { body: { ...body, visibility: 'Private' } })
    assert.equal((await s.call(`GET ${at}`, 200))['visibility'], 'Private')
    const hidden = { ...group, visibility: 'HiddenMembership' }
    await s.call('POST /groups', 400, { body: hidden })
  }),
  decided(
    43,
    'PATCH /groups(uniqueName=…) makes a group: there is no such key',
    refuses("PATCH /groups(uniqueName='one')", 400, 'BadRequest', /^Resource not found/, {
      body: group,
      headers: { prefer: 'create-if-missing' },
    }),
  ),
]

const reading: Row[] = [
  ok(...listed('/groups/{group}/members', 'fiona')),
  ok(...listed('/groups/{group}/owners', 'frank')),
  ok(...listed('/groups/{group}/transitiveMembers', 'fiona')),
  ok(...listed('/groups/{group}/memberOf')),
  ok(...listed('/groups/{group}/transitiveMemberOf')),
  ok(...listed('/groups/{group}/appRoleAssignments')),
  ok(
    'a cast: /groups/{group}/members/microsoft.graph.user',
    reads('/groups/{group}/members/microsoft.graph.user', holding('fiona')),
  ),
  ok(
    'GET members/$ref',
    reads('/groups/{group}/members/$ref', (body, s) =>
      assert.match(String(body['value'][0]['@odata.id']), new RegExp(`${s.ids['fiona']}$`)),
    ),
  ),
  ok(
    'GET members/{id}',
    reads('/groups/{group}/members/{fiona}', (body, s) => assert.equal(body['id'], s.ids['fiona'])),
  ),
]

const members: Row[] = [
  ok('a group in a group', async (s) => {
    const inner = await s.makes.group()
    await s.call('POST /groups/{group}/members/$ref', 204, { body: refer(inner) })
  }),
  ok(
    'a service principal as a member',
    answers('POST /groups/{group}/members/$ref', 204, refer('{application}')),
  ),
  ok(
    'a service principal as an owner',
    answers('POST /groups/{group}/owners/$ref', 204, refer('{application}')),
  ),
  ok('the last owner cannot be removed: 400', async (s) => {
    const id = await s.makes.group()
    await s.makes.link(`/groups/${id}/owners`, s.ids['frank'] ?? '')
    await s.call(`DELETE /groups/${id}/owners/{frank}/$ref`, 400)
  }),
  ok(
    '$search in members',
    reads('/groups/{group}/members?$search="displayName:Fiona"&$count=true', holding('fiona'), {
      headers: eventual,
    }),
  ),
  ok(
    '$filter in members',
    reads(
      "/groups/{group}/members?$filter=startswith(displayName,'Fiona')&$count=true",
      holding('fiona'),
      { headers: eventual },
    ),
  ),
]

const acts: Row[] = [
  ok(
    'validateProperties',
    answers('POST /groups/{group}/validateProperties', 204, {
      displayName: 'V',
      mailNickname: 'v',
      onBehalfOfUserId: '{frank}',
    }),
  ),
  ok('renew', answers('POST /groups/{group}/renew', 204)),
  ok(
    'checkMemberGroups of a group',
    reads('POST /groups/{group}/checkMemberGroups', () => {}, {
      body: { groupIds: ['{nobody}'] },
    }),
  ),
  ok('a deleted security group is listed, and comes back with its members', async (s) => {
    const id = await s.makes.group()
    await s.makes.link(`/groups/${id}/members`, s.ids['fiona'] ?? '')
    await s.call(`DELETE /groups/${id}`, 204)
    await reads('/directory/deletedItems/microsoft.graph.group', holding(id))(s)
    await s.call(`POST /directory/deletedItems/${id}/restore`, 200)
    await reads(`/groups/${id}/members`, holding('fiona'))(s)
  }),
]

const groups: Area = {
  number: '7.3',
  about: 'groups',
  rows: [...making, ...reading, ...members, ...acts],
}

const isIn = (name: string, of: string): Check =>
  reads(
    `POST /directoryObjects/{fiona}/${name}`,
    (answer, s) => assert.deepEqual(answer['value'], [s.ids['group']]),
    { body: { [of]: ['{group}', '{nobody}'] } },
  )

const objects: Area = {
  number: '7.4',
  about: 'objects of any type',
  rows: [
    ok('GET /directoryObjects/{id}', async (s) => {
      for (const [name, type] of [
        ['fiona', 'user'],
        ['group', 'group'],
      ]) {
        const body = await s.call(`GET /directoryObjects/{${name}}`, 200)
        assert.equal(body['@odata.type'], `#microsoft.graph.${type}`)
      }
    }),
    ok(
      'getByIds: those that there are, whatever types are named',
      reads(
        'POST /directoryObjects/getByIds',
        (body, s) =>
          assert.deepEqual(
            idsOf(body).toSorted(),
            ['fiona', 'group', 'application'].map((name) => s.ids[name]).toSorted(),
          ),
        {
          body: {
            ids: ['{fiona}', '{group}', '{application}', '{nobody}'],
            types: ['user', 'group', 'servicePrincipal', 'directoryObjectPartnerReference'],
          },
        },
      ),
    ),
    ok('POST /directoryObjects/{id}/checkMemberGroups', isIn('checkMemberGroups', 'groupIds')),
    ok('POST /directoryObjects/{id}/checkMemberObjects', isIn('checkMemberObjects', 'ids')),
    ok(
      'POST /directoryObjects/{id}/getMemberGroups',
      reads(
        'POST /directoryObjects/{fiona}/getMemberGroups',
        (answer, s) => assert.ok((answer['value'] as unknown[]).includes(s.ids['group'])),
        { body: { securityEnabledOnly: true } },
      ),
    ),
    ok(
      'POST /directoryObjects/validateProperties',
      answers('POST /directoryObjects/validateProperties', 204, {
        entityType: 'Group',
        displayName: 'V',
        mailNickname: 'v',
      }),
    ),
    ok('DELETE /directoryObjects/{id}', async (s) => {
      const id = await s.makes.user()
      await s.call(`DELETE /directoryObjects/${id}`, 204)
      await refuses(`/users/${id}`, 404, 'Request_ResourceNotFound', /./)(s)
    }),
  ],
}

export const groupAreas = [groups, objects]
