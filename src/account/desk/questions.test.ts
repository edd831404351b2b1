/** What the questions before leaving say: what holds for this person there, and nothing else. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { world, type Organization } from '../../../test/world.ts'
import { hourMs, plus } from '../../kernel/time.ts'
import { caught } from '../../../test/code/explain.ts'
import { readInheritances } from '../../directory/succession/hand-over.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { openSession } from '../../people/open-session.ts'
import { sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const way = (id: string) => `href="/organizations/${id}/hand-over"`
const here = { address: null, userAgent: null }
const undoHours = (w: World, { id }: Organization, hours: number) =>
  sql`update tenants set undo_leaving_hours = ${hours} where id = ${id}`.execute(w.db)
const previewAt = (w: World, { id }: Organization) =>
  w
    .as(w.ada)
    .get(`/account/organizations/${id}`)
    .then((answer) => json(answer))

test('R142: the question says until when leaving can be undone by oneself, where it can, and keeps silent where it cannot', async () => {
  const w = await world()
  const ada = await signedIn(w, w.ada)
  const question = () => pageAt(ada, `/leave/${w.fabrikam.id}`)
  const until = plus(w.now(), 72 * hourMs).toISOString()
  assert.equal((await previewAt(w, w.fabrikam))['undoableUntil'], until)
  assert.match(await question(), /you can undo it yourself until 4 May 2026/)
  await undoHours(w, w.fabrikam, 24)
  assert.match(await question(), /you can undo it yourself until 2 May 2026/)
  await undoHours(w, w.fabrikam, 0)
  assert.equal((await previewAt(w, w.fabrikam))['undoableUntil'], null)
  assert.doesNotMatch(await question(), /undo/)
  await undoHours(w, w.fabrikam, 72)
  await sql`update tenants set invitation_domain_rule = 'block', invitation_domains = array[${w.contoso.domain}] where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  assert.doesNotMatch(await question(), /undo/, 'who would not be let in again')
})

test('R142: of many the question says for how many it holds, and for which', async () => {
  const w = await world()
  const ada = await signedIn(w, w.ada)
  const question = () => pageAt(ada, `/leave?o=${w.fabrikam.id}&o=${w.northwind.id}`)
  await undoHours(w, w.northwind, 24)
  assert.match(await question(), /you can undo each by yourself until 2 May 2026/)
  await undoHours(w, w.northwind, 0)
  const some = await question()
  assert.match(some, /One of them you can undo by yourself until 4 May 2026/)
  assert.match(some, /Fabrikam: can be restored until [^<]+You can undo it yourself/)
  assert.doesNotMatch(some, /Northwind: can be restored until [^<]+You can undo it yourself/)
})

test('R125: of many the question names what would have nobody, and the way to name a successor there', async () => {
  const w = await world()
  const ada = await signedIn(w, w.ada)
  const both = `/leave?o=${w.fabrikam.id}&o=${w.northwind.id}`
  assert.doesNotMatch(await pageAt(ada, both), /hand-over/)
  const frank = w.as(w.frank, w.fabrikam)
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Welders' }), 201)
  await frank.post(`/v1.0/groups/${group['id']}/owners/$ref`, {
    '@odata.id': `https://x.example/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`,
  })
  const page = await pageAt(ada, both)
  assert.match(page, /This would be left with nobody/)
  assert.match(page, /1 group that you own/)
  assert.ok(page.includes(way(w.fabrikam.id)))
  assert.ok(!page.includes(way(w.northwind.id)))
  // The last administrator cannot leave, and is shown the same way.
  await w.grant(w.ada, w.northwind, 'globalAdministrator')
  await sql`update users set account_enabled = false where tenant_id = ${w.northwind.id} and id = ${w.nora.userId}`.execute(
    w.db,
  )
  assert.ok((await pageAt(ada, both)).includes(way(w.northwind.id)))
})

test('R125: what would have nobody is read of all organizations at once', async () => {
  const w = await world()
  const { sessionId } = await openSession(w.db, w.ada.personId, here, w.now())
  const frank = w.as(w.frank, w.fabrikam)
  const nora = w.as(w.nora, w.northwind)
  for (const [admin, at] of [
    [frank, w.fabrikam],
    [nora, w.northwind],
  ] as const) {
    const group = await json(await admin.post('/v1.0/groups', { displayName: at.domain }), 201)
    const ref = { '@odata.id': `https://x.example/v1.0/users/${w.userOf(w.ada, at)}` }
    await json(await admin.post(`/v1.0/groups/${group['id']}/owners/$ref`, ref), 204)
  }
  const who = { personId: w.ada.personId, sessionId }
  const asked = (tenantIds: readonly TenantId[]) =>
    caught(w.db, async (db) => {
      const found = await readInheritances(db, who, tenantIds)
      for (const id of tenantIds) assert.equal(found.get(id)?.ownedGroup.length, 1)
    })
  const both = await asked([w.fabrikam.id, w.northwind.id])
  assert.equal(both.length, (await asked([w.fabrikam.id])).length)
})
