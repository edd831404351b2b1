/** Users and me. */
import assert from 'node:assert/strict'
import { answers, having, idsOf, ok, reads, refuses, type Area } from './row.ts'

const password = { password: 'Wert-71-zumba-Kante', forceChangePasswordNextSignIn: true }

const users: Area = {
  number: '7.1',
  about: 'me and users',
  rows: [
    ok(
      'GET /me',
      reads('/me', (body, s) => assert.equal(body['id'], s.ids['frank'])),
    ),
    ok('PATCH /me', async (s) => {
      await s.call('PATCH /me', 204, { body: { mobilePhone: '+1' } })
      assert.equal((await s.call('GET /me', 200))['mobilePhone'], '+1')
    }),
    ok(
      'a user is made with passwordProfile',
      answers('POST /users', 201, {
        accountEnabled: true,
        displayName: 'Made',
        mailNickname: 'made',
        userPrincipalName: 'made@{domain}',
        passwordProfile: password,
      }),
    ),
    ok('an administrator sets a password by PATCH', async (s) => {
      const id = await s.makes.user()
      await s.call(`PATCH /users/${id}`, 204, { body: { passwordProfile: password } })
    }),
    ok(
      'POST /me/changePassword',
      refuses('POST /me/changePassword', 400, 'Request_BadRequest', /password/i, {
        body: { currentPassword: 'wrong', newPassword: password.password },
      }),
    ),
    ok(
      'POST /users/{id}/revokeSignInSessions: 200 and true',
      reads('POST /users/{fiona}/revokeSignInSessions', (body) =>
        assert.equal(body['value'], true),
      ),
    ),
    ok('POST /me/revokeSignInSessions', async (s) => {
      const person = await s.makes.person()
      await s.w.grant(person, s.w.fabrikam, 'userAdministrator')
      const answer = await s.w.as(person, s.w.fabrikam).post('/v1.0/me/revokeSignInSessions')
      assert.equal(answer.status, 200)
    }),
    ok('signInSessionsValidFromDateTime moves when sessions end', async (s) => {
      const path = 'GET /users/{fiona}?$select=signInSessionsValidFromDateTime'
      s.w.pass(60_000)
      await s.call('POST /users/{fiona}/revokeSignInSessions', 200)
      const at = String((await s.call(path, 200))['signInSessionsValidFromDateTime'])
      assert.equal(new Date(at).getTime(), s.w.now().getTime())
    }),
    ok('identities of members and guests', async (s) => {
      for (const [path, type] of [
        ['/users/{fiona}', 'userPrincipalName'],
        ['/users/{ada}', 'federated'],
      ]) {
        const { identities } = await s.call(`GET ${path}?$select=identities`, 200)
        assert.equal(identities[0]?.['signInType'], type)
      }
    }),
    ok('userType can be changed', answers('PATCH /users/{bob}', 204, { userType: 'Member' })),
    ok(
      'a guest’s creationType, externalUserState and when it changed',
      reads(
        '/users/{ada}?$select=creationType,externalUserState,externalUserStateChangeDateTime',
        (body) => {
          assert.deepEqual(
            [body['creationType'], body['externalUserState']],
            ['Invitation', 'Accepted'],
          )
          assert.ok(body['externalUserStateChangeDateTime'])
        },
      ),
    ),
    ok(
      'POST /users/{id}/assignLicense is refused as what it is',
      refuses('POST /users/{fiona}/assignLicense', 400, 'Request_BadRequest', /licen[cs]e/i, {
        body: { addLicenses: [], removeLicenses: [] },
      }),
    ),
    ok(
      'GET /users/{id}/licenseDetails',
      reads('/users/{fiona}/licenseDetails', (body) => assert.deepEqual(idsOf(body), [])),
    ),
    ok(
      'GET /subscribedSkus',
      reads('/subscribedSkus', (body) => assert.deepEqual(idsOf(body), [])),
    ),
    ok('GET /users/{id}/photo: 404', answers('GET /users/{fiona}/photo', 404)),
    ok('GET /users/{id}/authentication/methods', reads('/users/{fiona}/authentication/methods')),
    ok(
      'signInActivity with its three moments',
      reads('/users/{frank}?$select=signInActivity', ({ signInActivity }) =>
        having(
          'lastSignInDateTime',
          'lastNonInteractiveSignInDateTime',
          'lastSuccessfulSignInDateTime',
        )(signInActivity, undefined as never),
      ),
    ),
  ],
}

export const userAreas = [users]
