/** What nobody does to themselves by being an administrator, and that the page is told it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world, type Person } from '../../../test/world.ts'
import { roles } from '../../access/roles.ts'
import { notOnOneself, type ActOnAnother } from '../../wire/graph/users/not-on-oneself.ts'
import { roleAssignmentId } from '../roles/role-assignment-id.ts'

test('R49, K17: each act of the table is refused on oneself by the code that stands there, and only the caller is told to be it', async () => {
  const w = await world()
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  // Ada is a guest there, so that both what members and what guests are asked is asked.
  const [frank, ada] = [w.as(w.frank, w.fabrikam), w.as(w.ada, w.fabrikam)]
  const own = `/v1.0/users/${w.frank.userId}`
  const guest = w.userOf(w.ada, w.fabrikam)
  const invited = 'ada@outside.example'
  await json(await ada.patch('/v1.0/me', { otherMails: [invited] }), 204)
  const passwordProfile = { password: 'Wert-71-zumba-Kante' }
  const account = { issuer: 'https://login.example', issuerAssignedId: 'frank' }
  const attempts: Readonly<Record<ActOnAnother, () => Promise<Response>>> = {
    disable: () => frank.patch(own, { accountEnabled: false }),
    delete: () => frank.delete(own),
    convert: () => ada.patch(`/v1.0/users/${guest}`, { userType: 'Member' }),
    givePassword: () => frank.patch(own, { passwordProfile }),
    tie: () => frank.post(`${own}/guesthouse.identities`, account),
    resetFactors: () => frank.post(`${own}/guesthouse.resetFactors`),
    redeemAgain: () =>
      ada.post('/v1.0/invitations', {
        invitedUserEmailAddress: invited,
        inviteRedirectUrl: 'https://app.example/',
        resetRedemption: true,
        invitedUser: { id: guest },
      }),
  }
  for (const [act, attempt] of Object.entries(attempts))
    assert.equal((await refusal(await attempt(), 400)).code, notOnOneself[act as ActOnAnother], act)
  const listed = await json(await frank.get('/v1.0/users?$select=id,guesthouse.isMe'))
  assert.deepEqual(
    listed['value'].flatMap((one: Json) => (one['guesthouse.isMe'] === true ? [one['id']] : [])),
    [w.frank.userId],
  )
})

test('R42, R120: whether an assignment is the last, which tells of homes elsewhere, is told to who takes roles away alone', async () => {
  const w = await world()
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  const at = '/v1.0/roleManagement/directory/roleAssignments?$select=principalId,guesthouse.isLast'
  const read = async (who: Person): Promise<unknown[]> =>
    (await json(await w.as(who, w.fabrikam).get(at)))['value'].map(
      (one: Json) => one['guesthouse.isLast'],
    )
  assert.deepEqual(
    [await read(w.fiona), await read(w.frank)],
    [
      [null, null],
      [false, false],
    ],
  )
  assert.equal(
    (await w.as(w.carol, w.contoso).patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false }))
      .status,
    204,
  )
  assert.deepEqual(await read(w.fiona), [null, null], 'Ada’s home has disabled her')
  assert.deepEqual((await read(w.frank)).toSorted(), [false, true])
})

test('R49, R31: who has asked to be removed does not delete themselves by the answer, is told to be it, and somebody else does', async () => {
  const w = await world()
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  const [frank, ada] = [w.as(w.frank, w.fabrikam), w.as(w.ada, w.fabrikam)]
  const policy = { allowExternalIdentitiesToLeave: false }
  await json(await frank.patch('/v1.0/policies/externalIdentitiesPolicy', policy), 204)
  const asked = { kind: 'removal' }
  const here = `/account/organizations/${w.fabrikam.id}/requests`
  const { id } = await json(await w.as(w.ada).post(here, asked), 201)
  const meIn = async (who: typeof frank) =>
    (await json(await who.get('/v1.0/guesthouse.requests')))['value'][0].user.isMe
  assert.deepEqual([await meIn(ada), await meIn(frank)], [true, false])
  const at = `/v1.0/guesthouse.requests/${id}/guesthouse.answer`
  const refused = await refusal(await ada.post(at, { action: 'delete' }), 400)
  assert.equal(refused.code, notOnOneself.delete)
  assert.equal((await ada.get('/v1.0/me')).status, 200)
  await json(await frank.post(at, { action: 'delete' }), 204)
})

test('R42, R124: that organizations would be left without an administrator is foreseen of one, and is why both acts are refused', async () => {
  const w = await world()
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  await w.grant(w.bob, w.contoso, 'authenticationAdministrator')
  const home = w.as(w.carol, w.contoso)
  const foreseen = async (by = home) =>
    (
      await json(await by.post('/v1.0/users/guesthouse.foreseeDeletion', { users: [w.ada.userId] }))
    )['refused'].map(({ code, message }: Json) => [code, message])
  assert.deepEqual(await foreseen(), [], 'Frank is there too')
  await json(
    await w.as(w.ada, w.fabrikam).patch(`/v1.0/users/${w.frank.userId}`, { accountEnabled: false }),
    204,
  )
  const [[code, message]] = await foreseen()
  assert.equal(code, 'lastAdministrator')
  assert.match(message, /^Fabrikam would be left without a Global Administrator/)
  const disabler = w.as(w.bob, w.contoso)
  assert.deepEqual(await foreseen(disabler), [[code, message]], 'who may disable, and not delete')
  const own = `/v1.0/users/${w.ada.userId}`
  for (const attempt of [home.patch(own, { accountEnabled: false }), home.delete(own)])
    assert.equal((await refusal(await attempt, 400)).message, message)
  const disabled = await disabler.patch(own, { accountEnabled: false })
  assert.equal((await refusal(disabled, 400)).message, message)
})

test('R42: an assignment says that it is the last before it is refused to be taken away', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const base = '/v1.0/roleManagement/directory/roleAssignments'
  const id = roleAssignmentId(roles.globalAdministrator.id, w.frank.userId)
  await w.grant(w.frank, w.fabrikam, 'userAdministrator')
  const isLast = async () => {
    const { value } = await json(
      await frank.get(
        `${base}?$select=id,guesthouse.isLast&$filter=principalId eq '${w.frank.userId}'`,
      ),
    )
    return value.flatMap((one: Json) => (one['guesthouse.isLast'] === true ? [one['id']] : []))
  }
  const alone = async () =>
    (await json(await frank.get(`${base}/${id}?$select=*`)))['guesthouse.isLast']
  assert.deepEqual([await isLast(), await alone()], [[id], true])
  assert.match(
    (await refusal(await frank.delete(`${base}/${id}`), 400)).message,
    /without a Global Administrator who can act/,
  )
  await w.grant(w.fiona, w.fabrikam, 'globalAdministrator')
  assert.deepEqual([await isLast(), await alone()], [[], false])
  assert.equal((await frank.delete(`${base}/${id}`)).status, 204)
})
