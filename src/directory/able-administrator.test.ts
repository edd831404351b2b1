/**
 * R124: an organization keeps somebody who can act as its administrator, whatever is done here or
 * at somebody's home.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { able } from '../../test/able.ts'
import { json, type Json } from '../../test/json.ts'
import { world, type Organization, type Person } from '../../test/world.ts'
import { roles } from '../access/roles.ts'
import { roleAssignmentId } from '../graph/roles/role-assignment-id.ts'
import { sql } from '../store/database.ts'
import { setOrganizationState } from './organizations/update.ts'

type World = Awaited<ReturnType<typeof world>>
const top = roles.globalAdministrator.id

const topRoleOf = (userId: string): string =>
  `/v1.0/roleManagement/directory/roleAssignments/${roleAssignmentId(top, userId)}`
const drop = (w: World, person: Person, at: Organization) =>
  sql`delete from role_assignments where tenant_id = ${at.id} and user_id = ${w.userOf(person, at)}`.execute(
    w.db,
  )

/** Ada, a guest from Contoso, is Fabrikam's only Global Administrator. */
const onlyAda = async (): Promise<World> => {
  const w = await world()
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  await drop(w, w.frank, w.fabrikam)
  await w.grant(w.fiona, w.fabrikam, 'privilegedAuthenticationAdministrator')
  await w.grant(w.bob, w.contoso, 'globalAdministrator')
  return w
}

const reset = (id: string, address: string) => ({
  invitedUserEmailAddress: address,
  inviteRedirectUrl: 'https://app.example/',
  resetRedemption: true,
  invitedUser: { id },
})

type Ending = (w: World, ada: string) => Promise<Response>
const endings: Record<string, Ending> = {
  'reset of redemption by somebody else': (w, ada) =>
    w.as(w.fiona, w.fabrikam).post('/v1.0/invitations', reset(ada, w.ada.upn)),
  leaving: (w) => w.as(w.ada).leave(w.fabrikam),
  'own role given up': (w, ada) => w.as(w.ada, w.fabrikam).delete(topRoleOf(ada)),
  'disabled here': (w, ada) =>
    w.as(w.fiona, w.fabrikam).patch(`/v1.0/users/${ada}`, { accountEnabled: false }),
  'deleted here': (w, ada) => w.as(w.fiona, w.fabrikam).delete(`/v1.0/users/${ada}`),
  'disabled at home': (w) =>
    w.as(w.carol, w.contoso).patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false }),
  'deleted at home': (w) => w.as(w.carol, w.contoso).delete(`/v1.0/users/${w.ada.userId}`),
}

for (const [name, end] of Object.entries(endings))
  test(`R42, R124: ${name} is refused while nobody else could administer the organization, which is named`, async () => {
    const w = await onlyAda()
    const answer = await end(w, w.userOf(w.ada, w.fabrikam))
    const text = await answer.text()
    assert.ok([400, 403, 409].includes(answer.status), `${answer.status} ${text}`)
    // Who gives up, leaves or resets something is told which; everybody else is told why.
    assert.match(text, /Fabrikam/)
    assert.deepEqual(await able(w, w.fabrikam), ['Ada Lovelace'])
  })

test('R124: the last administrator does not reset their own redemption, as nobody does', async () => {
  const w = await onlyAda()
  const own = reset(w.userOf(w.ada, w.fabrikam), w.ada.upn)
  const answer = await w.as(w.ada, w.fabrikam).post('/v1.0/invitations', own)
  const { error } = await json(answer, 400)
  assert.equal((error as Json)['innerError']['code'], 'yourself')
  assert.deepEqual(await able(w, w.fabrikam), ['Ada Lovelace'])
})

test('R124: a second holder whose home does not let them in is no administrator who stays', async () => {
  for (const how of ['disabled', 'deleted', 'purged', 'closed', 'suspended'] as const) {
    const w = await world()
    await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
    const carol = w.as(w.carol, w.contoso)
    const atHome = `/v1.0/users/${w.ada.userId}`
    if (how === 'disabled')
      assert.equal((await carol.patch(atHome, { accountEnabled: false })).status, 204)
    else if (how === 'deleted' || how === 'purged') {
      assert.equal((await carol.delete(atHome)).status, 204)
      if (how === 'purged')
        assert.equal(
          (await carol.delete(`/v1.0/directory/deletedItems/${w.ada.userId}`)).status,
          204,
        )
    } else
      await setOrganizationState(w.db, w.contoso.id, { state: how, anyway: false }, w.operator())
    const given = await w.as(w.frank, w.fabrikam).delete(topRoleOf(w.frank.userId))
    assert.equal(given.status, 400, how)
    assert.match((await json(given, 400))['error']['message'], /^Fabrikam would be left/)
    assert.deepEqual(await able(w, w.fabrikam), ['Frank Weber'])
  }
})

test('R124: a home is not closed or suspended while another organization lives from its people, unless an operator insists', async () => {
  const w = await onlyAda()
  for (const state of ['closed', 'suspended'] as const) {
    const result = await setOrganizationState(
      w.db,
      w.contoso.id,
      { state, anyway: false },
      w.operator(),
    )
    assert.deepEqual(result, { outcome: 'lastAdministrator', organizations: ['Fabrikam'] })
  }
  assert.deepEqual(await able(w, w.fabrikam), ['Ada Lovelace'])
  assert.equal(
    (
      await setOrganizationState(
        w.db,
        w.contoso.id,
        { state: 'closed', anyway: true },
        w.operator(),
      )
    ).outcome,
    'set',
  )
})

test('R124: passkeys that are the only way in of the only administrator are not taken; with a password beside them they are', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'privilegedAuthenticationAdministrator')
  const { tenantId, userId, personId } = {
    tenantId: w.fabrikam.id,
    userId: w.frank.userId,
    personId: w.frank.personId,
  }
  await sql`insert into passkeys (id, person_id, tenant_id, user_id, credential_id, public_key, counter, name, created_at)
    values (${userId}, ${personId}, ${tenantId}, ${userId}, ${Buffer.from(userId)}, ${Buffer.alloc(8)}, 0, 'Key', ${w.now()})`.execute(
    w.db,
  )
  const take = () => w.as(w.fiona, w.fabrikam).post(`/v1.0/users/${userId}/guesthouse.resetFactors`)
  assert.match((await json(await take(), 400))['error']['message'], /Fabrikam would be left/)
  await sql`insert into local_credentials (tenant_id, user_id, password_hash, changed_at) values (${tenantId}, ${userId}, 'x', ${w.now()})`.execute(
    w.db,
  )
  assert.deepEqual(await json(await take()), { passkeys: 1, authenticator: false })
})

test('R124: a group holds no role, whatever it says, so nobody is an administrator through one', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { id } = await json(
    await frank.post('/v1.0/groups', { displayName: 'Keepers', isAssignableToRole: true }),
    201,
  )
  const wish = { principalId: id, roleDefinitionId: top, directoryScopeId: '/' }
  assert.equal(
    (await frank.post('/v1.0/roleManagement/directory/roleAssignments', wish)).status,
    404,
  )
  await assert.rejects(
    sql`insert into role_assignments (tenant_id, user_id, role_id, assigned_at) values (${w.fabrikam.id}, ${id}, ${top}, ${w.now()})`.execute(
      w.db,
    ),
  )
  await frank.post(`/v1.0/groups/${id}/members/$ref`, {
    '@odata.id': `https://x.example/users/${w.fiona.userId}`,
  })
  assert.equal((await w.as(w.fiona, w.fabrikam).get('/v1.0/auditLogs/directoryAudits')).status, 403)
  assert.equal(
    (await frank.delete(topRoleOf(w.frank.userId))).status,
    400,
    'Frank is still the last',
  )
})
