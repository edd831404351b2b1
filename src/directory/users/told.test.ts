import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailsTo as waitingTo } from '../../../test/mails.ts'
import { world, type Person } from '../../../test/world.ts'

const mailsTo = async (w: Awaited<ReturnType<typeof world>>, person: Person): Promise<string[]> =>
  (await waitingTo(w.db, person.upn)).map(({ subject }) => subject)

test('R128: who is disabled or enabled by somebody is told, at home and as a guest, once for each change', async () => {
  const w = await world()
  const guest = `/v1.0/users/${w.ada.users.get(w.fabrikam.id)}`
  const frank = w.as(w.frank, w.fabrikam)
  for (const accountEnabled of [false, false, true, true])
    assert.equal((await frank.patch(guest, { accountEnabled })).status, 204)
  assert.deepEqual(await mailsTo(w, w.ada), [
    'Your account at Fabrikam is disabled',
    'Your account at Fabrikam is enabled again',
  ])

  assert.equal(
    (await w.as(w.carol, w.contoso).patch(`/v1.0/users/${w.bob.userId}`, { accountEnabled: false }))
      .status,
    204,
  )
  assert.deepEqual(await mailsTo(w, w.bob), ['Your account at Contoso is disabled'])
})
