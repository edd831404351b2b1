/** Refusals, with status, code and words. */
import assert from 'node:assert/strict'
import { answers, decided, holding, ok, reads, refuses, type Area, type Check } from './row.ts'

const person = {
  accountEnabled: true,
  displayName: 'New',
  mailNickname: 'new',
  userPrincipalName: 'new@{domain}',
  passwordProfile: { password: 'Wert-71-zumba-Kante', forceChangePasswordNextSignIn: true },
}
const { passwordProfile: _, ...passwordless } = person
const group = { displayName: 'G', mailEnabled: false, mailNickname: 'g', securityEnabled: true }
const member = { '@odata.id': 'https://x.test/v1.0/users/{fiona}' }
const advanced = (operator: string) =>
  `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`
const missing =
  "Resource '{nobody}' does not exist or one of its queried reference-property objects are not present."

/** What is sent as it is, without being JSON. */
const sentPlainly =
  (text: string, words: string): Check =>
  async (s) => {
    const answer = await s.w.app.request(`${s.w.publicUrl}/v1.0/groups`, {
      method: 'POST',
      headers: {
        ...(await s.caller.headersFor('/v1.0/groups')),
        'content-type': 'application/json',
      },
      body: text,
    })
    const { error } = (await answer.json()) as { error: Record<string, unknown> }
    assert.deepEqual([answer.status, error['code'], error['message']], [400, 'BadRequest', words])
  }

const errors: Area = {
  number: '2',
  about: 'errors',
  rows: [
    ok(
      'an unknown path: 400, the segment is named',
      refuses('/nonsense', 400, 'BadRequest', "Resource not found for the segment 'nonsense'."),
    ),
    ok(
      'an unknown path below a user: the segment is named',
      refuses(
        '/users/{fiona}/nonsense/more',
        400,
        'BadRequest',
        "Resource not found for the segment 'nonsense'.",
      ),
    ),
    ok(
      'a malformed filter',
      refuses("/users?$filter=displayName eqq 'x'", 400, 'BadRequest', /^Invalid filter clause/),
    ),
    ok(
      'an unknown property of $select',
      refuses(
        '/users?$select=nope',
        400,
        'BadRequest',
        "Parsing OData Select and Expand failed: Could not find a property named 'nope' on type 'microsoft.graph.user'.",
      ),
    ),
    ok(
      'a body that is no JSON',
      sentPlainly(
        '{"displayName":',
        'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
      ),
    ),
    ok('no body', sentPlainly('', 'Empty Payload. JSON content expected.')),
    ok(
      'a member twice',
      refuses(
        'POST /groups/{group}/members/$ref',
        400,
        'Request_BadRequest',
        "One or more added object references already exist for the following modified properties: 'members'.",
        { body: member },
      ),
    ),
    ok('a principal name that is taken: 400 with ObjectConflict', async (s) => {
      const words =
        'Another object with the same value for property userPrincipalName already exists.'
      const body = { ...passwordless, userPrincipalName: '{fionaName}' }
      const { error } = await s.call('POST /users', 400, { body })
      assert.deepEqual([error['code'], error['message']], ['Request_BadRequest', words])
      assert.deepEqual(error['details'], [
        { code: 'ObjectConflict', message: words, target: 'userPrincipalName' },
      ])
    }),
    ok('security groups may have one mailNickname', async (s) => {
      await s.call('POST /groups', 201, { body: group })
      await s.call('POST /groups', 201, { body: group })
    }),
    ok(
      'a second service principal for an appId: 409',
      refuses(
        'POST /servicePrincipals',
        409,
        'Request_MultipleObjectsWithSameKeyValue',
        'A conflicting object with one or more of the specified property values is present in the directory.',
        { body: { appId: '{appId}' } },
      ),
    ),
    ok(
      'a property that is missing',
      refuses(
        'POST /groups',
        400,
        'Request_BadRequest',
        "A value is required for property 'displayName' of resource 'Group'.",
        { body: { mailEnabled: false, mailNickname: 'x', securityEnabled: true } },
      ),
    ),
    decided(
      43,
      'a user without mailNickname, accountEnabled or passwordProfile is refused: made',
      answers('POST /users', 201, { displayName: 'X', userPrincipalName: 'x@{domain}' }),
    ),
    ok(
      'a property that is only read',
      refuses(
        'PATCH /users/{fiona}',
        400,
        'Request_BadRequest',
        "Property 'createdDateTime' is read-only and cannot be set.",
        { body: { createdDateTime: '2026-01-01T00:00:00Z' } },
      ),
    ),
    ok(
      'a weak password',
      refuses(
        'POST /users',
        400,
        'Request_BadRequest',
        'The specified password does not comply with password complexity requirements. Please provide a different password.',
        { body: { ...person, passwordProfile: { password: 'a' } } },
      ),
    ),
    ok(
      'a domain that is not the organization’s',
      refuses(
        'POST /users',
        400,
        'Request_BadRequest',
        /^The domain portion of the userPrincipalName property is invalid\./,
        { body: { ...passwordless, userPrincipalName: 'x@elsewhere.example' } },
      ),
    ),
    ok(
      '/$count without ConsistencyLevel',
      refuses('/users/$count', 400, 'Request_BadRequest', '$count is not currently supported.'),
    ),
    decided(
      43,
      '$search without ConsistencyLevel is refused: searched',
      reads('/users?$search="displayName:Fiona"', holding('fiona')),
    ),
    ok(
      'endsWith without the header',
      refuses(
        "/users?$filter=endsWith(mail,'x')",
        400,
        'Request_UnsupportedQuery',
        advanced('endsWith'),
      ),
    ),
    ok(
      '$top out of range',
      refuses(
        '/users?$top=1000',
        400,
        'Request_UnsupportedQuery',
        "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.",
      ),
    ),
    ok('lists without a type are refused', async (s) => {
      for (const path of ['/directoryObjects', '/directory/deletedItems'])
        await refuses(
          path,
          400,
          'Request_UnsupportedQuery',
          'Direct queries to this resource type are not supported.',
        )(s)
    }),
    ok('an unknown user', refuses('/users/{nobody}', 404, 'Request_ResourceNotFound', missing)),
    ok(
      'a method that an address does not take: 405',
      refuses(
        'DELETE /organization',
        405,
        'Request_BadRequest',
        'Specified HTTP method is not allowed for the request target.',
      ),
    ),
    ok('missing rights: 403', async (s) => {
      const { body } = await s.plainly('GET /auditLogs/directoryAudits', {
        headers: await s.w.as(s.w.fiona, s.w.fabrikam).headersFor('/v1.0/x'),
      })
      assert.equal(body['error']['code'], 'Authorization_RequestDenied')
      assert.match(
        String(body['error']['message']),
        /^Insufficient privileges to complete the operation\./,
      )
    }),
    ok('an error has innerError with date without a zone, and both ids', async (s) => {
      const { error } = await s.call('GET /nonsense', 400)
      assert.match(String(error['innerError']['date']), /^[\d-]{10}T[\d:]{8}$/)
      for (const name of ['request-id', 'client-request-id'])
        assert.match(String(error['innerError'][name]), /^[0-9a-f-]{36}$/)
    }),
    ok(
      'removing a member that is none: 404',
      refuses(
        'DELETE /groups/{group}/members/{ada}/$ref',
        404,
        'Request_ResourceNotFound',
        /^One or more removed object references do not exist/,
      ),
    ),
    ok('DELETE of a member without /$ref deletes nobody: 405', async (s) => {
      await s.call('DELETE /groups/{group}/members/{fiona}', 405)
      await s.call('GET /users/{fiona}', 200)
    }),
  ],
}

export const errorAreas = [errors]
