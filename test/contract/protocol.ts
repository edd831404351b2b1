/** Tokens and headers, of requests and of answers. */
import assert from 'node:assert/strict'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { roleIds } from '../../src/access/graph-scopes.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../sign-on.ts'
import { ok, reads, type Area, type Check } from './row.ts'
import type { Stage } from './stage.ts'

/** A token that an application gets for itself, with User.Read.All. */
const ownToken = async (s: Stage): Promise<string> => {
  const made = await registerApplication(s.w, s.w.fabrikam, s.w.frank, { name: 'Cleaner' })
  const body = {
    principalId: made.id,
    resourceId: '{graphPrincipal}',
    appRoleId: roleIds['User.Read.All'],
  }
  await s.call(`POST /servicePrincipals/${made.id}/appRoleAssignments`, 201, { body })
  const party = await relyingParty(s.w, made)
  const tokens = await client.clientCredentialsGrant(party, { scope: `${s.w.publicUrl}/.default` })
  return tokens.access_token
}

/** A token with which an application acts for Frank. */
const delegatedToken = async (s: Stage): Promise<string> => {
  const program = await registerApplication(s.w, s.w.fabrikam, s.w.frank, {
    scopes: ['User.Read', 'Directory.Read.All'],
  })
  const flow = await signOn(
    await relyingParty(s.w, program),
    await browserWith(s.w, s.w.frank),
    program,
    { scope: `openid ${s.w.publicUrl}/.default` },
  )
  return (await flow.exchange()).access_token
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

const authentication: Area = {
  number: '1.3',
  about: 'authentication',
  rows: [
    ok('a token that acts for somebody is a JWT with oid, tid, appid and scp', async (s) => {
      const claims = decodeJwt(await delegatedToken(s))
      assert.deepEqual([claims['oid'], claims['tid']], [s.ids['frank'], s.ids['tenant']])
      assert.match(String(claims['scp']), /User\.Read/)
      assert.ok(claims['appid'])
    }),
    ok(
      'a token of an application: roles, idtyp, oid of the service principal, no scp',
      async (s) => {
        const claims = decodeJwt(await ownToken(s))
        assert.deepEqual(claims['roles'], ['User.Read.All'])
        assert.equal(claims['idtyp'], 'app')
        assert.equal(claims['scp'], undefined)
        await s.call(`GET /servicePrincipals/${String(claims['oid'])}`, 200)
      },
    ),
    ok('a token of an application says its name', async (s) =>
      assert.equal(decodeJwt(await ownToken(s))['app_displayname'], 'Cleaner'),
    ),
    ok('a token of an application opens GET /users', async (s) => {
      const { status } = await s.plainly('GET /users?$top=1', bearer(await ownToken(s)))
      assert.equal(status, 200)
    }),
    ok('at /me such a token gets 400 with the published words', async (s) => {
      const { status, body } = await s.plainly('GET /me', bearer(await ownToken(s)))
      assert.equal(status, 400)
      assert.equal(
        body['error']['message'],
        '/me request is only valid with delegated authentication flow.',
      )
    }),
    ok('without a token: 401, WWW-Authenticate, "Access token is empty."', async (s) => {
      const { status, headers, body } = await s.plainly('GET /users')
      assert.equal(status, 401)
      assert.match(headers.get('www-authenticate') ?? '', /^Bearer /)
      assert.deepEqual(
        [body['error']['code'], body['error']['message']],
        ['InvalidAuthenticationToken', 'Access token is empty.'],
      )
    }),
    ok('published permissions of applications can be given', async (s) => {
      const made = await s.makes.application()
      await s.makes.permitted(made)
    }),
    ok('published delegated scopes can be asked for', async (s) => {
      const asked = {
        resourceAppId: '{graph}',
        // User.ReadWrite.All and Group.Read.All, as they act for somebody.
        resourceAccess: [
          { id: '204e0828-b5ca-4ad8-b9f3-f32a958e7cc4', type: 'Scope' },
          { id: '5f8c59db-677d-491f-a6b8-5f174b11ec1d', type: 'Scope' },
        ],
      }
      const made = await s.makes.registration()
      const body = { requiredResourceAccess: [asked] }
      await s.call(`PATCH /applications/${made}`, 204, { body })
    }),
  ],
}

const full = 'application/json; charset=utf-8; IEEE754Compatible=false; odata.metadata=full'
const accepting = (accept: string): Check =>
  reads('/users?$top=1', () => {}, { headers: { accept } })
const sending =
  (type: string): Check =>
  (s) =>
    s.call('PATCH /users/{fiona}', 204, {
      body: { jobTitle: 'Tester' },
      headers: { 'content-type': type },
    })

const requestHeaders: Area = {
  number: '1.4',
  about: 'headers of requests',
  rows: [
    ok('Accept: */*', accepting('*/*')),
    ok('Accept: odata.metadata=minimal', accepting('application/json;odata.metadata=minimal')),
    ok('Accept: odata=nometadata', accepting('application/json;odata=nometadata')),
    ok('Accept: metadata full between other parameters', accepting(full)),
    ok('a body of odata.metadata=none', sending('application/json;odata.metadata=none')),
    ok('a body with metadata full between other parameters', sending(full)),
    ok(
      'ConsistencyLevel and its value in any case',
      reads('/users?$count=true&$top=1', (body) => assert.ok(body['@odata.count'] > 1), {
        headers: { ConsistencyLEVEL: 'Eventual' },
      }),
    ),
    ok('client-request-id comes back, in the header and in an error', async (s) => {
      const headers = { 'client-request-id': '5c1d7b52-0f0e-4d8f-9a55-d1b0e3f7a0ff' }
      const answer = await s.raw('GET /users/{nobody}', { headers })
      assert.equal(answer.headers.get('client-request-id'), headers['client-request-id'])
      const inner = answer.body['error']['innerError']
      assert.equal(inner['client-request-id'], headers['client-request-id'])
    }),
    ok('If-Match is ignored', (s) =>
      s.call('PATCH /users/{fiona}', 204, {
        body: { jobTitle: 'Tester' },
        headers: { 'if-match': '"x"' },
      }),
    ),
  ],
}

const answerHeaders: Area = {
  number: '1.5',
  about: 'headers of answers',
  rows: [
    ok('Content-Type with metadata, streaming, IEEE754Compatible and charset', async (s) => {
      const { headers } = await s.raw('GET /users?$top=1')
      assert.equal(
        headers.get('content-type'),
        'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
      )
    }),
    ok('OData-Version: 4.0', async (s) => {
      const { headers } = await s.raw('GET /users?$top=1')
      assert.equal(headers.get('odata-version'), '4.0')
    }),
    ok('request-id and client-request-id on every answer', async (s) => {
      for (const call of ['GET /users?$top=1', 'GET /nonsense', 'PATCH /users/{fiona}']) {
        const { headers } = await s.raw(call, call.startsWith('PATCH') ? { body: {} } : {})
        assert.match(headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/)
        assert.match(headers.get('client-request-id') ?? '', /^[0-9a-f-]{36}$/)
      }
    }),
    ok('Cache-Control no-cache or stricter; Strict-Transport-Security', async (s) => {
      const { headers } = await s.raw('GET /users?$top=1')
      assert.match(headers.get('cache-control') ?? '', /no-cache|no-store/)
      assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d+/)
    }),
    ok('Location on 201', async (s) => {
      const { status, headers, body } = await s.raw('POST /groups', { body: { displayName: 'L' } })
      assert.equal(status, 201)
      assert.equal(headers.get('location'), `${s.w.publicUrl}/v1.0/groups/${String(body['id'])}`)
    }),
    ok('204 without a body and its type; no ETag', async (s) => {
      const { text, headers } = await s.raw('PATCH /users/{fiona}', { body: { jobTitle: 'T' } })
      assert.deepEqual([text, headers.get('content-type'), headers.get('etag')], ['', null, null])
      const read = await s.raw('GET /users/{fiona}')
      assert.deepEqual([read.headers.get('etag'), read.body['@odata.etag']], [null, undefined])
    }),
    ok('x-ms-resource-unit', async (s) => {
      const { headers } = await s.raw('GET /users?$top=1')
      assert.match(headers.get('x-ms-resource-unit') ?? '', /^\d+$/)
    }),
  ],
}

export const protocolAreas = [authentication, requestHeaders, answerHeaders]
