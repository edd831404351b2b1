import assert from 'node:assert/strict'
import { test } from 'node:test'
import { equip } from '../../../test/equipped.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'
import { passwordMethodId } from '../../wire/graph/users/authentication-methods.ts'

type World = Awaited<ReturnType<typeof world>>

const at = ({ userId }: { userId: string }, list = 'methods') =>
  `/v1.0/users/${userId}/authentication/${list}`
const listed = async (
  w: World,
  [person, organization]: readonly [Person, Organization],
  path: string,
): Promise<Json[]> => (await json(await w.as(person, organization).get(path)))['value'] as Json[]
const idOf = async (w: World, whose: Person, list: string): Promise<string> => {
  const [found] = await listed(w, [w.carol, w.contoso], at(whose, list))
  return String(found?.['id'])
}

/** Ada with a password, a passkey and an authenticator app. */
const equipped = async (): Promise<World> => {
  const w = await world()
  const password = { password: 'Wert-71-zumba-Kante' }
  const carol = w.as(w.carol, w.contoso)
  await json(await carol.patch(`/v1.0/users/${w.ada.userId}`, { passwordProfile: password }), 204)
  await equip(w.db, w.ada, w.now())
  return w
}

test('7.1: what somebody signs in with, each in its type as it is published, and no secret of it', async () => {
  const w = await equipped()
  const found = await listed(w, [w.carol, w.contoso], at(w.ada))
  assert.deepEqual(
    found.map((one) => one['@odata.type']),
    ['password', 'fido2', 'softwareOath'].map(
      (name) => `#microsoft.graph.${name}AuthenticationMethod`,
    ),
  )
  const [password, passkey, app] = found
  const createdDateTime = w.now().toISOString()
  assert.deepEqual(password, {
    '@odata.type': '#microsoft.graph.passwordAuthenticationMethod',
    id: passwordMethodId,
    createdDateTime,
    password: null,
  })
  assert.deepEqual([passkey?.['displayName'], passkey?.['aaGuid']], ['Phone', null])
  assert.equal(app?.['secretKey'], null)
  for (const [list, one] of [
    ['passwordMethods', password],
    ['fido2Methods', passkey],
    ['softwareOathMethods', app],
  ] as const) {
    const { '@odata.type': type, ...alone } = one ?? {}
    assert.deepEqual(await listed(w, [w.carol, w.contoso], at(w.ada, list)), [alone])
    const path = `${at(w.ada)}/${String(one?.['id'])}`
    const shown = await json(await w.as(w.carol, w.contoso).get(path))
    assert.equal(shown['@odata.type'], type)
    await refusal(await w.as(w.carol, w.contoso).get(`${at(w.ada)}/${String(one?.['id'])}x`), 404)
  }
})

test('7.1: everybody reads their own, the published roles those of others, and nobody those of another organization', async () => {
  const w = await equipped()
  const [own] = await listed(w, [w.ada, w.contoso], '/v1.0/me/authentication/methods')
  assert.equal(own?.['id'], passwordMethodId)
  for (const role of ['authenticationAdministrator', 'globalReader'] as const) {
    const reader = await w.member(w.contoso, role)
    await w.grant(reader, w.contoso, role)
    assert.equal((await listed(w, [reader, w.contoso], at(w.ada))).length, 3, role)
  }
  for (const role of ['userAdministrator', 'helpdeskAdministrator'] as const) {
    const other = await w.member(w.contoso, role)
    await w.grant(other, w.contoso, role)
    await refusal(await w.as(other, w.contoso).get(at(w.ada)), 403)
  }
  await refusal(await w.as(w.frank, w.fabrikam).get(at(w.ada)), 404)
  const guest = { userId: w.userOf(w.ada, w.fabrikam) }
  assert.deepEqual(await listed(w, [w.frank, w.fabrikam], at(guest)), [])
})

test('7.1: one method is taken away as all are: recorded, with everything open ended, and a password by nobody', async () => {
  const w = await equipped()
  const carol = w.as(w.carol, w.contoso)
  const open = w.as(w.ada, w.contoso)
  await json(await open.get('/v1.0/me'))
  const passkey = `${at(w.ada, 'fido2Methods')}/${await idOf(w, w.ada, 'fido2Methods')}`
  const app = `${at(w.ada, 'softwareOathMethods')}/${await idOf(w, w.ada, 'softwareOathMethods')}`
  await json(await carol.delete(passkey), 204)
  await refusal(await open.get('/v1.0/me'), 401)
  await refusal(await carol.delete(passkey), 404)
  assert.deepEqual(
    (await listed(w, [w.carol, w.contoso], at(w.ada))).map(({ id }) => id),
    [passwordMethodId, app.split('/').at(-1)],
  )
  await json(await carol.delete(app), 204)
  assert.equal((await listed(w, [w.carol, w.contoso], at(w.ada))).length, 1)
  await refusal(await carol.delete(`${at(w.ada, 'passwordMethods')}/${passwordMethodId}`), 405)
  const { value } = await json(await carol.get('/v1.0/auditLogs/directoryAudits'))
  assert.equal(
    (value as Json[]).filter(
      (entry) => entry['activityDisplayName'] === 'Admin deleted security info',
    ).length,
    2,
  )
})

test('R49: no method of somebody above, nor one’s own, is taken away so', async () => {
  const w = await equipped()
  await equip(w.db, w.carol, w.now())
  const helper = await w.member(w.contoso, 'Helper')
  await w.grant(helper, w.contoso, 'helpdeskAdministrator')
  const path = `${at(w.carol, 'fido2Methods')}/${await idOf(w, w.carol, 'fido2Methods')}`
  await refusal(await w.as(helper, w.contoso).delete(path), 403)
  assert.match(
    (await refusal(await w.as(w.carol, w.contoso).delete(path), 400)).message,
    /cannot reset your own/,
  )
  assert.equal((await listed(w, [w.carol, w.contoso], at(w.carol, 'fido2Methods'))).length, 1)
})
