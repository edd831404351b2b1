/** R125: of two who own the same and go at the same moment, the later one knows of the earlier. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { untilBlockedBy } from '../../test/blocked.ts'
import { json, type Json } from '../../test/json.ts'
import { world } from '../../test/world.ts'
import { operatorAuthority } from '../directory/authority.ts'
import { unlinkUser } from '../directory/links/link-user.ts'
import { leave } from '../directory/users/leave.ts'
import { byOperator } from '../events/context.ts'
import { newId, type UserId } from '../kernel/ids.ts'
import { sql, transaction, type Database } from '../store/database.ts'

/** Ada and Bob own a group and an application together, and answer for the same guest. */
const twoOwners = async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const both = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  await sql`update users set user_type = 'Member' where tenant_id = ${w.fabrikam.id} and id = any(${both}::uuid[])`.execute(
    w.db,
  )
  const tie = async (path: string): Promise<void> => {
    for (const id of both)
      await json(await frank.post(path, { '@odata.id': `https://x.example/v1.0/users/${id}` }), 204)
  }
  const make = async (path: string, body: object) => json(await frank.post(path, body), 201)
  const group = `/v1.0/groups/${(await make('/v1.0/groups', { displayName: 'Welders' }))['id']}`
  const app = `/v1.0/applications/${(await make('/v1.0/applications', { displayName: 'Ovens' }))['id']}`
  const invited = await make('/v1.0/invitations', {
    invitedUserEmailAddress: 'gus@outside.example',
    inviteRedirectUrl: 'https://app.example/',
  })
  const guest = `/v1.0/users/${invited['invitedUser']['id']}`
  await tie(`${group}/owners/$ref`)
  await tie(`${app}/owners/$ref`)
  await tie(`${guest}/sponsors/$ref`)
  // Whoever invites answers for them, too.
  await json(await frank.delete(`${guest}/sponsors/${w.frank.userId}/$ref`), 204)
  const holdersOf = async (path: string) =>
    ((await json(await frank.get(path)))['value'] as Json[]).map((one) => one['id'])
  return { w, group, app, guest, holdersOf }
}
type Scene = Awaited<ReturnType<typeof twoOwners>>

/** Ada hands over to Fiona while `other` is not committed yet. */
const handOverMeanwhile = async (
  { w }: Scene,
  other: (tx: Database) => Promise<unknown>,
): Promise<void> => {
  const asked: Promise<Response>[] = []
  await transaction(w.db, async (tx) => {
    await other(tx)
    const handing = w
      .as(w.ada)
      .post(`/account/organizations/${w.fabrikam.id}/handOver`, { successorId: w.fiona.userId })
    asked.push(handing)
    await untilBlockedBy(tx, w.db, handing)
  })
  for (const handing of asked) await json(await handing)
}

test('R125: what two own goes over with the later one, although the earlier one had not quite left', async () => {
  const scene = await twoOwners()
  const { w, group, app, guest, holdersOf } = scene
  await handOverMeanwhile(scene, async (tx) => {
    const who = { personId: w.bob.personId, tenantId: w.fabrikam.id }
    const left = await leave(tx, who, { now: w.now(), correlationId: newId(), address: null })
    assert.equal(left.outcome, 'left')
  })
  for (const path of [`${group}/owners`, `${app}/owners`, `${guest}/sponsors`])
    assert.ok((await holdersOf(path)).includes(w.fiona.userId), path)
})

test('R125: the same where the other one is taken away as an owner', async () => {
  const scene = await twoOwners()
  const { w, group, holdersOf } = scene
  await handOverMeanwhile(scene, async (tx) => {
    const which = {
      tenantId: w.fabrikam.id,
      holderId: group.split('/').at(-1) ?? '',
      userId: w.userOf(w.bob, w.fabrikam) as UserId,
    }
    await unlinkUser(tx, 'ownedGroup', which, operatorAuthority, byOperator(w.now()))
  })
  assert.deepEqual(await holdersOf(`${group}/owners`), [w.fiona.userId])
})
