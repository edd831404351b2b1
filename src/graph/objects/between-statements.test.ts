/** Somebody goes between the reading of a page's references and that of what they lead to. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stageOf } from '../../../test/doors/graph-stage.ts'
import { interrupted } from '../../../test/interrupted.ts'
import { json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { operatorAuthority } from '../../directory/authority.ts'
import { deleteUser } from '../../directory/users/delete.ts'
import { roles } from '../../access/roles.ts'
import type { UserId } from '../../kernel/ids.ts'

test('K14: a list goes on to its end, though somebody of a page goes before they are read', async () => {
  const { db, store, once, isOver } = interrupted()
  const w = await world(undefined, { db })
  const stage = stageOf(w, w.fabrikam, w.frank)
  const frank = w.as(w.frank, w.fabrikam)
  const group = await stage.group()
  const people: UserId[] = []
  // Those of one letter are told in this order; each list loses one of its own.
  const lists = [
    { path: `/groups/${group}/members`, is: /with within as/ },
    { path: `/groups/${group}/transitiveMembers`, is: /with within as/ },
    { path: `/directoryRoles/${roles.guestInviter.id}/members`, is: /h\.principal_id.* limit /s },
    { path: `/users/${w.frank.userId}/createdObjects`, is: /with made as/ },
  ]
  for (let n = 0; n < 8; n++) {
    const userPrincipalName = `p${n}@${w.fabrikam.domain}`
    const made = await frank.post('/v1.0/users', { displayName: `P${n}`, userPrincipalName })
    const person = { ...w.fiona, users: new Map([[w.fabrikam.id, (await json(made, 201))['id']]]) }
    people.push(w.userOf(person, w.fabrikam))
    await stage.link(`/groups/${group}/members`, people[n] ?? '')
    await w.grant(person, w.fabrikam, 'guestInviter')
  }
  for (const { path, is } of lists) {
    // The first of the page stays, the second goes while the page is being read.
    const [, gone = '' as UserId] = people
    const which = { tenantId: w.fabrikam.id, userId: gone }
    const found: string[] = []
    once(is, () => deleteUser(store.db, which, operatorAuthority, w.operator()))
    let next: string | undefined = `/v1.0${path}/microsoft.graph.user?$top=2&$select=id`
    while (next !== undefined) {
      const page = await json(await frank.get(next))
      for (const { id } of page['value']) found.push(id)
      const link: string | undefined = page['@odata.nextLink']
      next = link && new URL(link).pathname + new URL(link).search
    }
    assert.ok(isOver(), path)
    people.splice(1, 1)
    assert.deepEqual(found, people, path)
  }
})
