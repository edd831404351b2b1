/** When somebody was last active in an organization, by each way of using it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../../../test/sign-on.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'
import { minuteMs } from '../../kernel/time.ts'
import { noteActivity } from './last-activity.sql.ts'

type World = Awaited<ReturnType<typeof world>>

/** What an administrator of Fabrikam is shown of it. */
const shown = async (w: World, person: Person): Promise<string | null> => {
  const user = await json(
    await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${w.userOf(person, w.fabrikam)}?$select=*`),
  )
  return user['signInActivity']['lastSignInDateTime']
}
const open = (w: World, person: Person, at: Organization) =>
  w.as(person).post(`/account/organizations/${at.id}/session`)

test('R131: a guest who opens an organization in the portal was active there, and nowhere else', async () => {
  const w = await world()
  assert.equal(await shown(w, w.ada), null)
  assert.equal((await open(w, w.ada, w.fabrikam)).status, 200)
  assert.equal(await shown(w, w.ada), w.now().toISOString())
  const northwind = await json(
    await w.as(w.nora, w.northwind).get(`/v1.0/users/${w.userOf(w.ada, w.northwind)}?$select=*`),
  )
  assert.equal(northwind['signInActivity']['lastSignInDateTime'], null)
})

test('R131: using an open session later counts, at most once in five minutes', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  await ada.post(`/account/organizations/${w.fabrikam.id}/session`)
  const first = w.now().toISOString()
  const look = () => ada.get(`/account/organizations/${w.fabrikam.id}/applications`)
  w.pass(4 * minuteMs)
  assert.equal((await look()).status, 200)
  assert.equal(await shown(w, w.ada), first)
  w.pass(minuteMs)
  assert.equal((await look()).status, 200)
  assert.equal(await shown(w, w.ada), w.now().toISOString())
})

test('R131: looking at my organizations, leaving one, or a clock that is behind says nothing of my activity there', async () => {
  const w = await world()
  await w.as(w.ada).get('/account/organizations')
  await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}`)
  assert.equal(await shown(w, w.ada), null)
  await open(w, w.ada, w.fabrikam)
  const which = { tenantId: w.fabrikam.id, userId: w.userOf(w.ada, w.fabrikam) }
  await noteActivity(w.db, which, new Date(w.now().getTime() - 60 * minuteMs))
  assert.equal(await shown(w, w.ada), w.now().toISOString())
})

test('R131, row 45: signing in to an application of an organization is activity there, and nowhere else', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  w.pass(60 * minuteMs)
  await (
    await signOn(await relyingParty(w, application), await browserWith(w, w.ada), application)
  ).exchange()
  assert.equal(await shown(w, w.ada), w.now().toISOString())
  const northwind = await json(
    await w.as(w.nora, w.northwind).get(`/v1.0/users/${w.userOf(w.ada, w.northwind)}?$select=*`),
  )
  assert.equal(northwind['signInActivity']['lastSignInDateTime'], null)
})
