/** Who leaves an organization, and what an application of another one holds of them there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { redeem } from '../../test/anywhere.ts'
import { json } from '../../test/json.ts'
import { shared } from '../../test/many-organizations.ts'
import { browserWith, relyingParty, signOn } from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'

const refusedAs = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error as { error?: string }).error ?? (error as { code?: string }).code,
  )

test('R17, R126: what an application of another organization holds of who leaves is refused at every address, also after they come back, and what it holds of them elsewhere is not', async () => {
  const w = await world()
  const { home, there } = await shared(w)
  const scope = `openid profile offline_access ${w.publicUrl}/User.Read`
  const hold = async (at: typeof home) => {
    const party = await relyingParty(w, at)
    const { exchange } = await signOn(party, await browserWith(w, w.ada), at, { scope })
    const held = await exchange()
    const refresh = String(held.refresh_token)
    const form = { grant_type: 'refresh_token', refresh_token: refresh }
    const authorization = `Bearer ${held.access_token}`
    return {
      renewal: () => refusedAs(client.refreshTokenGrant(party, refresh)),
      common: async () => (await redeem(w, home, form)).body['error'] ?? 'nothing',
      graph: async () =>
        (await w.app.request(`${w.publicUrl}/v1.0/me`, { headers: { authorization } })).status,
      told: async () => (await client.tokenIntrospection(party, held.access_token)).active,
      toldOfRenewal: async () => (await client.tokenIntrospection(party, refresh)).active,
    }
  }
  const [here, elsewhere] = [await hold(there), await hold(home)]
  const look = async (held: typeof here) =>
    Promise.all([held.renewal(), held.common(), held.graph(), held.told(), held.toldOfRenewal()])
  const all = ['nothing', 'nothing', 200, true, true]
  const none = ['invalid_grant', 'invalid_grant', 401, false, false]
  assert.deepEqual([await look(here), await look(elsewhere)], [all, all])
  const mine = w.userOf(w.ada, w.northwind)
  await w.as(w.ada).post(`/account/organizations/${w.northwind.id}/leave`, {})
  assert.deepEqual([await look(here), await look(elsewhere)], [none, all])
  await json(
    await w.as(w.nora, w.northwind).post(`/v1.0/directory/deletedItems/${mine}/restore`, {}),
  )
  assert.deepEqual(await look(here), none)
})
