/** What hangs on a user. */
import assert from 'node:assert/strict'
import {
  listed,
  answers,
  having,
  holding,
  idsOf,
  ok,
  reads,
  refuses,
  type Area,
  type Row,
} from './row.ts'

const refer = (name: string) => ({ '@odata.id': `https://x.test/v1.0/users/{${name}}` })
const valueIs = (call: string, body: object, ...names: string[]) =>
  reads(
    call,
    (answer, s) =>
      assert.deepEqual(
        answer['value'],
        names.map((name) => s.ids[name]),
      ),
    { body },
  )

const reading: Row[] = [
  ok(...listed('/users/{fiona}/memberOf', 'group')),
  ok(...listed('/users/{fiona}/transitiveMemberOf', 'group')),
  ok(...listed('/users/{frank}/ownedObjects', 'group', 'application', 'registration')),
  ok('GET /users/{frank}/createdObjects', reads('/users/{frank}/createdObjects')),
  ok(...listed('/users/{frank}/directReports', 'fiona')),
  ok(
    'GET /users/{fiona}/manager',
    reads('/users/{fiona}/manager', (body, s) => {
      assert.equal(body['id'], s.ids['frank'])
      assert.equal(body['@odata.type'], '#microsoft.graph.user')
    }),
  ),
  ok(...listed('/users/{ada}/sponsors', 'frank')),
  ok(...listed('/users/{frank}/sponsorOf', 'ada')),
  ok(...listed('/users/{fiona}/appRoleAssignments', 'assigned')),
  ok(...listed('/users/{fiona}/oauth2PermissionGrants')),
  ok(...listed('/users/{fiona}/ownedDevices')),
  ok(...listed('/users/{fiona}/registeredDevices')),
]

const manager: Row[] = [
  ok(
    'without a manager: 404',
    refuses('/users/{frank}/manager', 404, 'Request_ResourceNotFound', /./),
  ),
  ok(
    'GET manager/$ref',
    reads('/users/{fiona}/manager/$ref', (body, s) =>
      assert.match(String(body['@odata.id']), new RegExp(`${s.ids['frank']}$`)),
    ),
  ),
  ok('DELETE manager/$ref', async (s) => {
    await s.call('PUT /users/{ada}/manager/$ref', 204, { body: refer('fiona') })
    await s.call('DELETE /users/{ada}/manager/$ref', 204)
    await s.call('GET /users/{ada}/manager', 404)
  }),
]

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'

const casts: Row[] = [
  ok(...listed('/users/{fiona}/memberOf/microsoft.graph.group', 'group')),
  ok(...listed('/users/{frank}/memberOf/microsoft.graph.directoryRole', globalAdministrator)),
  ok(...listed('/users/{fiona}/transitiveMemberOf/microsoft.graph.group', 'group')),
  ok(...listed('/users/{frank}/ownedObjects/microsoft.graph.application', 'registration')),
  ok(
    'memberOf shows directory roles, too',
    reads('/me/memberOf', (body) =>
      assert.ok(
        (body['value'] as { '@odata.type': string }[]).some(
          (one) => one['@odata.type'] === '#microsoft.graph.directoryRole',
        ),
      ),
    ),
  ),
]

const sponsors: Row[] = [
  ok('POST sponsors/$ref', answers('POST /users/{bob}/sponsors/$ref', 204, refer('frank'))),
  ok(
    'GET sponsors with $select',
    reads('/users/{bob}/sponsors?$select=id', (body, s) => {
      assert.deepEqual(idsOf(body), [s.ids['frank']])
      assert.ok(!('displayName' in body['value'][0]))
    }),
  ),
  ok('DELETE sponsors/{id}/$ref', async (s) => {
    await s.call('DELETE /users/{bob}/sponsors/{frank}/$ref', 204)
    await s.call('GET /users/{bob}', 200)
  }),
  ok('who invites is the sponsor', async (s) => {
    const { user } = await s.makes.invited()
    await reads(`/users/${user}/sponsors`, holding('frank'))(s)
  }),
]

const groupIds = { groupIds: ['{group}', '{nobody}'] }
const ids = { ids: ['{group}', '{nobody}'] }
const securityEnabledOnly = { securityEnabledOnly: false }

const checks: Row[] = [
  ok('checkMemberGroups', valueIs('POST /users/{fiona}/checkMemberGroups', groupIds, 'group')),
  ok('checkMemberObjects', valueIs('POST /users/{fiona}/checkMemberObjects', ids, 'group')),
  ok(
    'getMemberGroups',
    valueIs('POST /users/{fiona}/getMemberGroups', securityEnabledOnly, 'group'),
  ),
  ok(
    'getMemberObjects',
    valueIs('POST /users/{fiona}/getMemberObjects', securityEnabledOnly, 'group'),
  ),
  ok('POST /me/getMemberGroups', valueIs('POST /me/getMemberGroups', securityEnabledOnly)),
]

const mine: Row[] = [
  ok('GET /me/manager', async (s) => {
    const id = await s.makes.user()
    await s.makes.link('/users/' + s.ids['frank'] + '/manager', id)
    assert.equal((await s.call('GET /me/manager', 200))['id'], id)
  }),
  ok(...listed('/me/directReports', 'fiona')),
  ok(...listed('/me/ownedObjects', 'group')),
  ok('GET /me/transitiveMemberOf', reads('/me/transitiveMemberOf')),
  ok('GET /me/appRoleAssignments', reads('/me/appRoleAssignments')),
]

const nobody = '00000000-0000-0000-0000-000000000000'
const assignment = { principalId: '{ada}', resourceId: '{application}', appRoleId: nobody }

const assignments: Row[] = [
  ok(
    'POST appRoleAssignments: 201 with names and types of both ends',
    answers(
      'POST /users/{ada}/appRoleAssignments',
      201,
      assignment,
      having(
        'id',
        'deletedDateTime',
        'appRoleId',
        'createdDateTime',
        'principalDisplayName',
        'principalId',
        'principalType',
        'resourceDisplayName',
        'resourceId',
      ),
    ),
  ),
  ok(
    'the same assignment twice',
    refuses(
      'POST /users/{ada}/appRoleAssignments',
      400,
      'Request_BadRequest',
      'Permission being assigned already exists on the object.',
      { body: assignment },
    ),
  ),
  ok(
    'access without a role where the application has none',
    answers('POST /users/{bob}/appRoleAssignments', 201, { ...assignment, principalId: '{bob}' }),
  ),
]

const relationships: Area = {
  number: '7.2',
  about: 'what hangs on a user',
  rows: [...reading, ...manager, ...casts, ...sponsors, ...checks, ...mine, ...assignments],
}

export const relationshipAreas = [relationships]
