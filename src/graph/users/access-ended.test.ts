/** From which moment on what somebody holds counts, as Graph writes it (R126). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { hourMs } from '../../kernel/time.ts'

const name = 'signInSessionsValidFromDateTime'

test('R126: signInSessionsValidFromDateTime is the moment at which access last ended, here or everywhere, and is told to who chooses it', async () => {
  const w = await world()
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  const guest = `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`
  const moment = async (admin = frank, path = guest): Promise<unknown> =>
    (await json(await admin.get(`${path}?$select=id,${name}`)))[name]
  const elsewhere = () => moment(nora, `/v1.0/users/${w.userOf(w.ada, w.northwind)}`)
  assert.deepEqual([await moment(), await elsewhere()], [null, null], 'nothing has ended yet')

  w.pass(hourMs)
  const here = w.now().toISOString()
  assert.equal((await frank.post(`${guest}/revokeSignInSessions`)).status, 200)
  assert.deepEqual([await moment(), await elsewhere()], [here, null])

  w.pass(hourMs)
  const everywhere = w.now().toISOString()
  assert.equal(
    (await w.as(w.carol, w.contoso).post(`/v1.0/users/${w.ada.userId}/revokeSignInSessions`))
      .status,
    200,
  )
  assert.deepEqual([await moment(), await elsewhere()], [everywhere, everywhere], 'the later one')

  w.pass(hourMs)
  const again = w.now().toISOString()
  const late = w.as(w.frank, w.fabrikam)
  assert.equal((await late.patch(guest, { accountEnabled: false })).status, 204)
  assert.deepEqual([await moment(late), await elsewhere()], [again, everywhere])

  for (const path of [
    guest,
    '/v1.0/users',
    '/v1.0/me',
    '/v1.0/directory/deletedItems/microsoft.graph.user',
  ])
    assert.doesNotMatch(await (await late.get(path)).text(), new RegExp(name), path)
  const listed = (await json(await late.get(`/v1.0/users?$select=id,${name}`)))['value'] as Json[]
  assert.deepEqual(
    listed.filter((one) => one[name] !== null),
    [{ id: w.userOf(w.ada, w.fabrikam), [name]: again }],
  )
  assert.match(
    (await refusal(await late.patch(guest, { [name]: here }), 400)).message,
    new RegExp(name),
  )
})
