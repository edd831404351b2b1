/** What bodies hold beside properties, and what ids are made of. */
import assert from 'node:assert/strict'
import { answers, decided, idsOf, ok, reads, refuses, type Area } from './row.ts'
import type { Stage } from './stage.ts'

const contextOf = async (s: Stage, path: string): Promise<string> =>
  String((await s.call(`GET ${path}`, 200))['@odata.context']).split('$metadata')[1] ?? ''

const refer = (address: string) => ({ '@odata.id': address })
const userRefs = async (s: Stage): Promise<string[]> => {
  const ids = [await s.makes.user(), await s.makes.user()]
  return ids.map((id) => `https://graph.microsoft.com/v1.0/directoryObjects/${id}`)
}

const bodies: Area = {
  number: '1.6',
  about: 'JSON bodies',
  rows: [
    ok('the context of a list, of one, of objects of several types', async (s) => {
      assert.equal(await contextOf(s, '/users'), '#users')
      assert.equal(await contextOf(s, '/users/{fiona}'), '#users/$entity')
      assert.equal(await contextOf(s, '/groups/{group}/members'), '#directoryObjects')
    }),
    ok('the context names what was chosen', async (s) =>
      assert.equal(await contextOf(s, '/users?$select=id,displayName'), '#users(id,displayName)'),
    ),
    ok(
      'objects of several types say their type',
      reads('/groups/{group}/members', (body) =>
        assert.equal(body['value'][0]['@odata.type'], '#microsoft.graph.user'),
      ),
    ),
    ok(
      'metadata none leaves out context and types, and keeps next link and count',
      reads(
        '/users?$top=1&$count=true',
        (body) => {
          assert.deepEqual(
            Object.keys(body).filter((name) => name.startsWith('@')),
            ['@odata.count', '@odata.nextLink'],
          )
          assert.ok(!('@odata.type' in body['value'][0]))
        },
        {
          headers: { accept: 'application/json;odata.metadata=none', consistencylevel: 'eventual' },
        },
      ),
    ),
    ok(
      'what is absent is null, and a collection []',
      reads('/users/{frank}?$select=department,businessPhones,otherMails', (body) =>
        assert.deepEqual(
          [body['department'], body['businessPhones'], body['otherMails']],
          [null, [], []],
        ),
      ),
    ),
    decided(
      43,
      'times in seconds: in milliseconds, in UTC with Z',
      reads('/users/{frank}?$select=createdDateTime', (body) =>
        assert.match(String(body['createdDateTime']), /^[\d-]{10}T[\d:]{8}\.\d{3}Z$/),
      ),
    ),
    ok(
      'passwordProfile never comes back',
      reads('/users/{frank}?$select=id,passwordProfile', (body) =>
        assert.ok(body['passwordProfile'] === null || !('passwordProfile' in body)),
      ),
    ),
    ok('PATCH: null clears, what is unknown is refused, 204', async (s) => {
      await s.call('PATCH /users/{fiona}', 204, { body: { companyName: 'X' } })
      await s.call('PATCH /users/{fiona}', 204, { body: { companyName: null } })
      const read = await s.call('GET /users/{fiona}?$select=companyName', 200)
      assert.equal(read['companyName'], null)
      await refuses('PATCH /users/{fiona}', 400, 'Request_BadRequest', /'nope' does not exist/, {
        body: { nope: 1 },
      })(s)
    }),
    ok('@odata.id of any host, version and collection', async (s) => {
      for (const path of ['v1.0/directoryObjects', 'v1.0/users', 'beta/directoryObjects'])
        await s.makes.user().then((id) =>
          s.call('POST /groups/{group}/members/$ref', 204, {
            body: refer(`https://graph.nowhere.test/${path}/${id}`),
          }),
        )
    }),
    ok(
      '@odata.id by user principal name',
      answers('PUT /users/{ada}/manager/$ref', 204, refer('https://x.test/v1.0/users/{fionaName}')),
    ),
    ok(
      '@odata.id with a key in parentheses',
      answers('PUT /users/{ada}/manager/$ref', 204, refer("https://x.test/v1.0/users('{fiona}')")),
    ),
    ok('members@odata.bind and owners@odata.bind of a new group', async (s) => {
      const [member, owner] = await userRefs(s)
      const body = {
        displayName: 'Bound',
        mailEnabled: false,
        mailNickname: 'bound',
        securityEnabled: true,
        'members@odata.bind': [member],
        'owners@odata.bind': [owner],
      }
      const { id } = await s.call('POST /groups', 201, { body })
      const members = idsOf(await s.call(`GET /groups/${String(id)}/members`, 200))
      assert.deepEqual(
        members.map((one) => one),
        [member?.split('/').at(-1)],
      )
    }),
    ok('members@odata.bind of a change to a group, at most 20', async (s) => {
      const id = await s.makes.group()
      const body = { 'members@odata.bind': await userRefs(s) }
      await s.call(`PATCH /groups/${id}`, 204, { body })
      assert.equal(idsOf(await s.call(`GET /groups/${id}/members`, 200)).length, 2)
    }),
  ],
}

/** The 16 bytes of an id as a GUID is laid out. */
const bytesOf = (id: string): Buffer => {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  bytes.subarray(0, 4).reverse()
  bytes.subarray(4, 6).reverse()
  bytes.subarray(6, 8).reverse()
  return bytes
}

const securityIdentifier = (id: string): string =>
  `S-1-12-1-${[0, 4, 8, 12].map((at) => bytesOf(id).readUInt32LE(at)).join('-')}`

const identifiers: Area = {
  number: '1.7',
  about: 'ids that follow from others',
  rows: [
    ok('securityIdentifier of users and groups', async (s) => {
      assert.equal(
        securityIdentifier('a3f6c606-38ec-42d7-8c0e-d4ecaf0d9d61'),
        'S-1-12-1-2750858758-1121401068-3973320332-1637682607',
      )
      for (const [path, id] of [
        ['/users/{fiona}', s.ids['fiona']],
        ['/groups/{group}', s.ids['group']],
      ]) {
        const read = await s.call(`GET ${path}?$select=securityIdentifier`, 200)
        assert.equal(read['securityIdentifier'], securityIdentifier(id ?? ''))
      }
    }),
    ok(
      'the id of a role assignment is made of role and principal, and ends in -1',
      reads(
        "/roleManagement/directory/roleAssignments?$filter=principalId eq '{frank}'",
        (body) => {
          const [one] = body['value']
          const whole = Buffer.concat([bytesOf(one.roleDefinitionId), bytesOf(one.principalId)])
          assert.equal(one.id, `${whole.toString('base64url')}-1`)
        },
      ),
    ),
    ok(
      'a guest’s principal name is {local}_{domain}#EXT#@{default domain}',
      reads('/users/{ada}', (body, s) =>
        assert.equal(
          body['userPrincipalName'],
          `${s.w.ada.upn.replace('@', '_')}#EXT#@${s.w.fabrikam.domain}`,
        ),
      ),
    ),
    ok(
      'the principal name of a deleted user begins with the id without dashes',
      reads('/directory/deletedItems/{deleted}', (body, s) =>
        assert.ok(
          String(body['userPrincipalName']).startsWith(
            String(s.ids['deleted']).replaceAll('-', ''),
          ),
        ),
      ),
    ),
    ok(
      'the ids of roles are the published ones',
      reads('/roleManagement/directory/roleDefinitions', (body) =>
        assert.ok(idsOf(body).includes('62e90394-69f5-4237-9190-012177145e10')),
      ),
    ),
  ],
}

export const bodyAreas = [bodies, identifiers]
