/** Where the directory API stands, and how its addresses may be written. */
import assert from 'node:assert/strict'
import { having, holding, idsOf, ok, reads, type Area } from './row.ts'

const base: Area = {
  number: '1.1',
  about: 'base and versions',
  rows: [
    ok('/beta is the same router', reads('/beta/users?$top=1')),
    ok(
      'links carry the version that was asked',
      reads('/beta/users?$top=1', (body) => {
        assert.match(String(body['@odata.nextLink']), /\/beta\/users\?/)
        assert.match(String(body['@odata.context']), /\/beta\/\$metadata#users/)
      }),
    ),
    ok('/v1.0/myorganization/… is an alias', reads('/v1.0/myorganization/users?$top=1')),
    ok('/v1.0/{organization}/… is an alias; another one is refused', async (s) => {
      await s.call('GET /{tenant}/users?$top=1', 200)
      await s.call('GET /{domain}/users?$top=1', 200)
      await s.call('GET /{elsewhere}/users?$top=1', 403)
    }),
  ],
}

const grammar: Area = {
  number: '1.2',
  about: 'how addresses are written',
  rows: [
    ok('segments in any case', async (s) => {
      await s.call('GET /Users/{fiona}/MemberOf', 200)
      await s.call('GET /Groups/{group}/Members', 200)
      await s.call('GET /directory/deleteditems/Microsoft.Graph.User', 200)
    }),
    ok(
      'a key in parentheses, an id or a user principal name',
      async (s) =>
        await Promise.all([
          s.call("GET /users('{fiona}')", 200),
          s.call("GET /users('{fionaName}')", 200),
          s.call("GET /users/('{fionaName}')", 200),
        ]),
    ),
    ok('a user by principal name: GET', reads('/users/{fionaName}', having('id'))),
    ok('a user by principal name: PATCH, what hangs on them, actions', async (s) => {
      await s.call('PATCH /users/{fionaName}', 204, { body: { jobTitle: 'Tester' } })
      await s.call('GET /users/{fionaName}/memberOf', 200)
      await s.call('POST /users/{fionaName}/revokeSignInSessions', 200)
    }),
    ok('a user by principal name: DELETE', async (s) => {
      const person = await s.makes.person()
      await s.call(`DELETE /users/${person.upn}`, 204)
      await s.call(`GET /users/${person.userId}`, 404)
    }),
    ok('a guest’s principal name with %23, GET and DELETE', async (s) => {
      const { user } = await s.makes.invited()
      const guest = await s.call(`GET /users/${user}`, 200)
      const name = encodeURIComponent(String(guest['userPrincipalName']))
      assert.match(name, /%23EXT%23/)
      await s.call(`GET /users/${name}`, 200)
      await s.call(`DELETE /users/${name}`, 204)
    }),
    ok('/users(userPrincipalName=…)', reads("/users(userPrincipalName='{fionaName}')")),
    ok('/applications(appId=…)', reads("/applications(appId='{appId}')", having('appId'))),
    ok(
      '/servicePrincipals(appId=…)',
      reads("/servicePrincipals(appId='{appId}')", having('appId')),
    ),
    ok(
      '/directoryRoles(roleTemplateId=…)',
      reads(
        "/directoryRoles(roleTemplateId='62e90394-69f5-4237-9190-012177145e10')",
        having('roleTemplateId'),
      ),
    ),
    ok('a cast in any case, long and short', async (s) => {
      for (const cast of ['microsoft.graph.user', 'Microsoft.Graph.User', 'graph.user'])
        await s.call(`GET /directory/deletedItems/${cast}`, 200)
    }),
    ok('functions with and without () and namespace', async (s) => {
      for (const name of ['delta', 'delta()', 'microsoft.graph.delta'])
        await s.call(`GET /users/${name}`, 200)
    }),
    ok(
      'option names percent-encoded and in any order',
      reads('/users?%24top=1&%24filter=accountEnabled%20eq%20true', (body) =>
        assert.equal(idsOf(body).length, 1),
      ),
    ),
    ok("a '+' of a query is a space", reads("/users?$filter=userType+eq+'Guest'", holding('ada'))),
    ok(
      'names of properties in a filter in any case',
      reads("/users?$filter=startswith(DisplayName,'Fiona')", holding('fiona')),
    ),
    ok('a slash at the end', reads('/groups/{group}/')),
    ok(
      'options without their $',
      reads('/users?top=1', (body) => assert.equal(idsOf(body).length, 1)),
    ),
  ],
}

export const addressAreas = [base, grammar]
