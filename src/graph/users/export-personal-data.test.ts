/** An administrator's export of a user: a job, for whoever asked, for a while. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles } from '../../access/roles.ts'
import { json, type Json } from '../../../test/json.ts'
import { newStore } from '../../../test/store.ts'
import { world } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { makeExports, pruneExports } from '../../privacy/export.ts'
import { rows, sql } from '../../store/database.ts'
import { exportedData } from '../../wire/my-data.ts'

type World = Awaited<ReturnType<typeof world>>

const frank = (w: World) => w.as(w.frank, w.fabrikam)
const ask = (w: World, by = frank(w)) =>
  by.post(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}/exportPersonalData`, {})
/** Other tests wait for theirs too. */
const make = async (w: World) => {
  while ((await makeExports(w.db, w.now(), w.services)) > 0);
}
const pathOf = (w: World, address: unknown) => String(address).replace(w.publicUrl, '')

test('R108: an export is a job with a status, a progress and a content for whoever asked', async () => {
  const w = await world()
  await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`)
  const answer = await ask(w)
  assert.equal(answer.status, 202)
  const location = pathOf(w, answer.headers.get('location'))
  assert.match(location, /^\/v1\.0\/dataPolicyOperations\/[0-9a-f-]{36}$/)
  const waiting = await json(await frank(w).get(location))
  assert.deepEqual(
    [waiting['status'], waiting['progress'], waiting['storageLocation']],
    ['notStarted', 0, null],
  )
  assert.equal((await frank(w).get(`${location}/guesthouse.content`)).status, 404)
  // Asked again, it is the same one.
  assert.equal(pathOf(w, (await ask(w)).headers.get('location')), location)

  await make(w)
  const done = await json(await frank(w).get(location))
  assert.deepEqual([done['status'], done['progress']], ['complete', 100])
  assert.equal(done['userId'], w.userOf(w.ada, w.fabrikam))
  const content = await frank(w).get(pathOf(w, done['storageLocation']))
  assert.match(content.headers.get('content-disposition') ?? '', /^attachment/)
  const text = await content.text()
  const read = exportedData.strict().safeParse(JSON.parse(text))
  assert.deepEqual(read.error?.issues ?? [], [])
  // The user here, and nothing of the person elsewhere.
  assert.match(text, /"displayName": "Ada Lovelace"/)
  for (const elsewhere of [
    w.contoso.id,
    w.northwind.id,
    w.ada.personId,
    '"identities":',
    '"signedIn":',
  ])
    assert.ok(!text.includes(elsewhere), elsewhere)

  // It is in the log, and in what the person themselves is told.
  const copy = await json(await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`))
  assert.equal(copy['exports'].length, 1)
  const activities = copy['events'].map((event: Json) => event['activity'])
  for (const activity of ['user.exportAsked', 'user.exportFetched'])
    assert.equal(activities.filter((one: string) => one === activity).length, 1, activity)
})

test('R108: an export is nobody else’s, is over after a week, and goes with the user', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'globalAdministrator')
  const made = async () => {
    const location = pathOf(w, (await ask(w)).headers.get('location'))
    await make(w)
    return location
  }
  const first = await made()
  const others = [w.as(w.fiona, w.fabrikam), w.as(w.nora, w.northwind)]
  for (const other of others)
    for (const path of [first, `${first}/guesthouse.content`])
      assert.equal((await other.get(path)).status, 404)
  w.pass(7 * dayMs)
  assert.equal((await frank(w).get(first)).status, 404)
  assert.ok((await pruneExports(w.db, w.now())) >= 1)

  const second = await made()
  const user = w.userOf(w.ada, w.fabrikam)
  assert.equal((await frank(w).delete(`/v1.0/users/${user}`)).status, 204)
  assert.equal((await frank(w).get(second)).status, 200, 'who has left can still be answered')
  assert.equal((await frank(w).delete(`/v1.0/directory/deletedItems/${user}`)).status, 204)
  assert.equal((await frank(w).get(second)).status, 404)
})

test('R108: only a Global Administrator exports, a live user, and to nowhere else', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  assert.equal((await ask(w, w.as(w.fiona, w.fabrikam))).status, 403)
  assert.equal((await ask(w, w.as(w.nora, w.northwind))).status, 404)
  const sent = await frank(w).post(
    `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}/exportPersonalData`,
    { storageLocation: 'https://elsewhere.example/container' },
  )
  assert.equal(sent.status, 400)
})

test('R108: an export that cannot be made uses up no try of another', async () => {
  const own = await newStore()
  const w = await world(undefined, { db: own.db })
  for (const person of [w.ada, w.bob]) {
    const path = `/v1.0/users/${w.userOf(person, w.fabrikam)}/exportPersonalData`
    assert.equal((await frank(w).post(path, {})).status, 202)
    w.pass(1)
  }
  await assert.rejects(makeExports(w.db, w.now(), { sealKey: Buffer.alloc(1) }))
  const tried = await rows(w.db, sql`select tries from exports order by asked_at`)
  assert.deepEqual(tried, [{ tries: 1 }, { tries: 0 }])
  assert.equal(await makeExports(w.db, w.now(), w.services), 1)
  await own.close()
})

test('R108: what somebody asked for who may no longer export is not made, and the log says so', async () => {
  const w = await world()
  const hank = await w.member(w.fabrikam, 'Hank')
  const path = '/v1.0/roleManagement/directory/roleAssignments'
  const given = await frank(w).post(path, {
    principalId: hank.userId,
    roleDefinitionId: roles.globalAdministrator.id,
    directoryScopeId: '/',
  })
  const { id } = await json(given, 201)
  const asked = await ask(w, w.as(hank, w.fabrikam))
  assert.equal(asked.status, 202)
  assert.equal((await frank(w).delete(`${path}/${id}`)).status, 204)
  await make(w)
  const operation = pathOf(w, asked.headers.get('location')).split('/').at(-1)
  const kept = await rows(w.db, sql`select 1 from exports where id = ${operation}::uuid`)
  assert.deepEqual(kept, [])
  const about = `targetResources/any(t:t/id eq '${w.userOf(w.ada, w.fabrikam)}')`
  const { value } = await json(
    await frank(w).get(`/v1.0/auditLogs/directoryAudits?$filter=${about}`),
  )
  const refused = value.find((one: Json) => one['resultReason'] === 'mayNoLonger')
  assert.equal(refused?.['activityDisplayName'], 'Refuse to export personal data of user')
})
