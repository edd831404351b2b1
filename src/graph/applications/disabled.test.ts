/** An application that is disabled: nobody signs in to it, and it does nothing by itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { roles } from '../../access/roles.ts'
import { applicationToken, callWith } from '../../../test/by-itself.ts'
import { json, refusal } from '../../../test/json.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
} from '../../../test/sign-on.ts'
import { world } from '../../../test/world.ts'

test('R126: a disabled application gets no token of any kind, its tokens are over, and what it held of people does not come back', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const made = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.Read.All'],
  })
  const path = `/v1.0/servicePrincipals/${made.id}`
  await json(
    await frank.post('/v1.0/roleManagement/directory/roleAssignments', {
      principalId: made.id,
      roleDefinitionId: roles.directoryReaders.id,
    }),
    201,
  )
  const party = await relyingParty(w, made)
  const browser = await browserWith(w, w.frank)
  const scope = `openid offline_access ${w.publicUrl}/Directory.Read.All`
  const mine = await (await signOn(party, browser, made, { scope })).exchange()
  const [own, his] = [callWith(w, await applicationToken(w, made)), callWith(w, mine.access_token)]
  for (const call of [own, his]) assert.equal((await call('GET', '/users')).status, 200)

  await json(await frank.patch(path, { accountEnabled: false }), 204)
  assert.equal((await json(await frank.get(path)))['accountEnabled'], false)
  for (const call of [own, his]) assert.equal((await call('GET', '/users')).status, 401)
  await assert.rejects(applicationToken(w, made))
  await assert.rejects(client.refreshTokenGrant(party, String(mine.refresh_token)))
  const { end } = await askToSignOn(party, browser, made, { scope })
  assert.notEqual(end.url.origin, new URL(made.uri).origin, 'nobody is sent back to it')

  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  assert.match(
    (await refusal(await fiona.patch(path, { accountEnabled: true }), 403)).message,
    /those who may give it/,
  )
  await json(await frank.patch(path, { accountEnabled: true }), 204)
  assert.equal((await own('GET', '/users')).status, 200, 'it may what it may')
  assert.equal((await his('GET', '/users')).status, 401)
  await assert.rejects(client.refreshTokenGrant(party, String(mine.refresh_token)))
  const asked = await askToSignOn(party, browser, made, { scope })
  assert.match(asked.end.page ?? '', /in the directory of/, 'and people are asked anew')
  await json(await fiona.patch(path, { accountEnabled: false }), 204)
})
