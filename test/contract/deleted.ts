/** The recycle bin, and invitations. */
import assert from 'node:assert/strict'
import {
  listed,
  answers,
  eventual,
  having,
  holding,
  ok,
  reads,
  refuses,
  type Area,
  type Row,
} from './row.ts'

const bin = '/directory/deletedItems'
const deletedUsers = `${bin}/microsoft.graph.user`

const lists: Row[] = [
  ok(...listed('/directory/deletedItems/microsoft.graph.user')),
  ok(...listed('/directory/deletedItems/microsoft.graph.group')),
  ok(...listed('/directory/deletedItems/microsoft.graph.application')),
  ok(...listed('/directory/deletedItems/microsoft.graph.servicePrincipal')),
  ok(...listed('/directory/deletedItems/microsoft.graph.administrativeUnit')),
  ok(...listed('/directory/deletedItems/microsoft.graph.device')),
  ok(...listed('/directory/deletedItems/graph.user')),
]

const queries: Row[] = [
  ok(
    'items: no type, a prefixed principal name, $select',
    reads(`${deletedUsers}?$select=id,userPrincipalName,deletedDateTime`, (body) => {
      const [one] = body['value']
      assert.deepEqual(Object.keys(one).toSorted(), ['deletedDateTime', 'id', 'userPrincipalName'])
      assert.ok(one.userPrincipalName.startsWith(one.id.replaceAll('-', '')))
    }),
  ),
  ok(
    'what is ours stands in our namespace',
    reads(`${deletedUsers}?$select=*`, (body) =>
      assert.deepEqual(
        ['permanentDeletionDateTime', 'daysLeft', 'deletedBy', 'hold'].filter(
          (name) => name in body['value'][0],
        ),
        [],
      ),
    ),
  ),
  ok(
    '$filter by name',
    reads(`${deletedUsers}?$filter=startswith(displayName,'Scene')`, holding('deleted')),
  ),
  ok('$filter by the end of the principal name', async (s) => {
    const { userPrincipalName } = await s.call(`GET ${bin}/{deleted}`, 200)
    const name = String(userPrincipalName).slice(32)
    const path = `${deletedUsers}?$count=true&$filter=endsWith(userPrincipalName,'${name}')`
    await reads(path, holding('deleted'), { headers: eventual })(s)
  }),
  ok(
    '$orderby deletedDateTime',
    reads(`${deletedUsers}?$count=true&$orderby=deletedDateTime desc`, holding('deleted'), {
      headers: eventual,
    }),
  ),
  ok('/$count', async (s) => {
    const { status, text } = await s.raw(`GET ${deletedUsers}/$count`, { headers: eventual })
    assert.deepEqual([status, Number(text) > 0], [200, true])
  }),
  ok('one by id, with its type; 404 where it is not deleted', async (s) => {
    const body = await s.call(`GET ${bin}/{deleted}?$select=id,deletedDateTime`, 200)
    assert.equal(body['@odata.type'], '#microsoft.graph.user')
    assert.ok(body['deletedDateTime'])
    await s.call(`GET ${bin}/{fiona}`, 404)
  }),
  ok('POST getUserOwnedObjects', async (s) => {
    const id = await s.makes.group()
    await s.makes.link(`/groups/${id}/owners`, s.ids['fiona'] ?? '')
    await s.call(`DELETE /groups/${id}`, 204)
    const body = { userId: '{fiona}', type: 'Group' }
    await reads(`POST ${bin}/getUserOwnedObjects`, holding(id), { body })(s)
    const application = await s.makes.registration()
    await s.makes.link(`/applications/${application}/owners`, s.ids['fiona'] ?? '')
    await s.call(`DELETE /applications/${application}`, 204)
    const ofApplications = { userId: '{fiona}', type: 'Application' }
    await reads(`POST ${bin}/getUserOwnedObjects`, holding(application), { body: ofApplications })(
      s,
    )
  }),
]

const endings: Row[] = [
  ok('a restore without a body answers the whole user with their type', async (s) => {
    const id = await s.makes.deleted()
    const body = await s.call(`POST ${bin}/${id}/restore`, 200)
    assert.equal(body['@odata.type'], '#microsoft.graph.user')
    having('id', 'displayName', 'userPrincipalName', 'mail')(body, s)
  }),
  ok('a restore that clashes: newUserPrincipalName', async (s) => {
    const person = await s.makes.person()
    await s.call(`DELETE /users/${person.userId}`, 204)
    const again = { displayName: 'Again', userPrincipalName: person.upn }
    await s.call('POST /users', 201, { body: again })
    const { status } = await s.raw(`POST ${bin}/${person.userId}/restore`)
    assert.ok(status === 400 || status === 409)
    const body = {
      newUserPrincipalName: `other-${person.upn}`,
      autoReconcileProxyConflict: true,
    }
    await s.call(`POST ${bin}/${person.userId}/restore`, 200, { body })
  }),
  ok('for good: 204, then 404', async (s) => {
    const id = await s.makes.deleted()
    await s.call(`DELETE ${bin}/${id}`, 204)
    await s.call(`GET ${bin}/${id}`, 404)
  }),
  ok('deleted applications and service principals come back', async (s) => {
    const principal = await s.makes.application()
    const id = await s.makes.registrationOf(principal)
    await s.call(`DELETE /applications/${id}`, 204)
    await s.call(`GET /servicePrincipals/${principal}`, 404)
    await s.call(`POST ${bin}/${id}/restore`, 200)
    await s.call(`GET /applications/${id}`, 200)
    await s.call(`GET /servicePrincipals/${principal}`, 404)
    await s.call(`POST ${bin}/${principal}/restore`, 200)
    await s.call(`GET /servicePrincipals/${principal}`, 200)
  }),
]

const deleted: Area = {
  number: '7.5',
  about: 'the recycle bin',
  rows: [...lists, ...queries, ...endings],
}

const wish = (invitedUserEmailAddress: string, more: object = {}) => ({
  invitedUserEmailAddress,
  inviteRedirectUrl: 'https://app.example/',
  ...more,
})

const invitations: Area = {
  number: '7.6',
  about: 'invitations',
  rows: [
    ok(
      '201 with all that is published',
      answers('POST /invitations', 201, wish('one@outside.example'), (body, s) => {
        having(
          'id',
          'inviteRedeemUrl',
          'invitedUserDisplayName',
          'invitedUserType',
          'invitedUserEmailAddress',
          'sendInvitationMessage',
          'resetRedemption',
          'inviteRedirectUrl',
          'status',
          'invitedUserMessageInfo',
          'invitedUser',
        )(body, s)
        assert.equal(body['status'], 'PendingAcceptance')
        assert.ok(body['invitedUser']['id'])
      }),
    ),
    ok('the same address again: 201, the same user, another link', async (s) => {
      const body = wish('twice@outside.example')
      const first = await s.call('POST /invitations', 201, { body })
      const second = await s.call('POST /invitations', 201, { body })
      assert.equal(second['invitedUser']['id'], first['invitedUser']['id'])
      assert.notEqual(second['inviteRedeemUrl'], first['inviteRedeemUrl'])
    }),
    ok('a guest who has accepted again: 201, Completed', async (s) => {
      const body = wish(s.w.ada.upn)
      const answer = await s.call('POST /invitations', 201, { body })
      assert.equal(answer['status'], 'Completed')
    }),
    ok('resetRedemption with invitedUser', async (s) => {
      const body = wish(s.w.bob.upn, { resetRedemption: true, invitedUser: { id: '{bob}' } })
      const answer = await s.call('POST /invitations', 201, { body })
      assert.equal(answer['invitedUser']['id'], s.ids['bob'])
    }),
    ok('invitedUserSponsors', async (s) => {
      const body = wish('sponsored@outside.example', { invitedUserSponsors: [{ id: '{fiona}' }] })
      const { invitedUser } = await s.call('POST /invitations', 201, { body })
      await reads(`/users/${String(invitedUser['id'])}/sponsors`, holding('fiona'))(s)
    }),
    ok('invitedUserSponsors@odata.bind', async (s) => {
      const bound = { 'invitedUserSponsors@odata.bind': ['https://x.test/v1.0/users/{fiona}'] }
      const body = wish('bound@outside.example', bound)
      const { invitedUser } = await s.call('POST /invitations', 201, { body })
      await reads(`/users/${String(invitedUser['id'])}/sponsors`, holding('fiona'))(s)
    }),
    ok('invitedUserType Member', async (s) => {
      const body = wish('member@outside.example', { invitedUserType: 'Member' })
      const { invitedUser } = await s.call('POST /invitations', 201, { body })
      const path = `GET /users/${String(invitedUser['id'])}?$select=userType`
      assert.equal((await s.call(path, 200))['userType'], 'Member')
    }),
    ok(
      'an address of a domain of one’s own: 400',
      refuses('POST /invitations', 400, 'Request_BadRequest', /verified domain/, {
        body: wish('x@{domain}'),
      }),
    ),
    ok('companyName of a new guest to a marker, then null', async (s) => {
      const { user } = await s.makes.invited()
      for (const companyName of ['TERRAFORM_UPDATE_x', null])
        await s.call(`PATCH /users/${user}`, 204, { body: { companyName } })
    }),
  ],
}

export const deletedAreas = [deleted, invitations]
