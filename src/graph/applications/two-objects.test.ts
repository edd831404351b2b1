/** An application and its service principal are two objects, each with a life of its own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { json, refusal, type Json } from '../../../test/json.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
} from '../../../test/sign-on.ts'
import { world } from '../../../test/world.ts'
import { purgeDueObjects } from '../../directory/deleted/objects/purge-objects.ts'
import { zeroId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'

type World = Awaited<ReturnType<typeof world>>

const item = (id: unknown) => `/v1.0/directory/deletedItems/${String(id)}`
const of = (principal: unknown) => `/v1.0/servicePrincipals/${String(principal)}`
const idsIn = ({ value }: Json): string[] => (value as Json[]).map((one) => String(one['id']))
const reference = (id: string) => ({ '@odata.id': `https://x.example/users/${id}` })

/** A registered application with its service principal, to which Fiona is assigned. */
const both = async (w: World) => {
  const frank = w.as(w.frank, w.fabrikam)
  const made = await json(await frank.post('/v1.0/applications', { displayName: 'Payroll' }), 201)
  const appId = String(made['appId'])
  const principal = await json(await frank.post('/v1.0/servicePrincipals', { appId }), 201)
  const [id, principalId] = [String(made['id']), String(principal['id'])]
  const assign = (to: string) =>
    frank.post(`/v1.0/servicePrincipals/${to}/appRoleAssignedTo`, {
      principalId: w.fiona.userId,
      resourceId: to,
      appRoleId: zeroId,
    })
  await json(await assign(principalId), 201)
  return { frank, appId, id, principalId, assign }
}

test('contract §7.9: an application is registered alone; its service principal is made by its appId, once', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const made = await json(await frank.post('/v1.0/applications', { displayName: 'Payroll' }), 201)
  const appId = String(made['appId'])
  const at = `/v1.0/servicePrincipals(appId='${appId}')`
  assert.equal((await frank.get(at)).status, 404)
  const wrong = await refusal(
    await frank.post('/v1.0/servicePrincipals', { appId, displayName: 'Other' }),
    400,
  )
  assert.match(wrong.message, /'displayName' is that of the application/)
  const wish = { appId, description: 'Pays people' }
  const principal = await json(await frank.post('/v1.0/servicePrincipals', wish), 201)
  assert.notEqual(principal['id'], made['id'])
  assert.deepEqual(
    ['displayName', 'appDisplayName', 'description', 'appDescription'].map((n) => principal[n]),
    ['Payroll', 'Payroll', 'Pays people', null],
  )
  const second = await refusal(await frank.post('/v1.0/servicePrincipals', { appId }), 409)
  assert.equal(second.code, 'Request_MultipleObjectsWithSameKeyValue')
  assert.equal((await json(await frank.get(at)))['id'], principal['id'])
  const elsewhere = w.as(w.nora, w.northwind)
  const unknown = await refusal(await elsewhere.post('/v1.0/servicePrincipals', { appId }), 400)
  assert.match(unknown.message, /does not reference a valid application object/)
})

test('an application without a service principal signs nobody in and gets no tokens, until it has one', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const frank = w.as(w.frank, w.fabrikam)
  const config = await relyingParty(w, application)
  const browser = await browserWith(w, w.fiona)
  await (await signOn(config, browser, application)).exchange()
  await json(await frank.delete(`/v1.0/servicePrincipals/${application.id}`), 204)
  const { appId } = application
  assert.equal((await frank.get(`/v1.0/applications(appId='${appId}')`)).status, 200)
  const { end } = await askToSignOn(config, browser, application)
  assert.ok(!end.url.href.startsWith(application.uri), 'nobody is sent back')
  await assert.rejects(client.clientCredentialsGrant(config, { scope: `${w.publicUrl}/.default` }))
  const made = await json(await frank.post('/v1.0/servicePrincipals', { appId }), 201)
  assert.notEqual(made['id'], application.id)
  await (await signOn(config, browser, application)).exchange()
})

test('a service principal that is deleted leaves its application, and a new one has nothing of it; the old one comes back with its assignments where no other is', async () => {
  const w = await world()
  const { frank, appId, id, principalId } = await both(w)
  await json(await frank.delete(of(principalId)), 204)
  assert.equal((await frank.get(`/v1.0/applications/${id}`)).status, 200)
  assert.deepEqual(
    idsIn(await json(await frank.get(`/v1.0/users/${w.fiona.userId}/appRoleAssignments`))),
    [],
  )
  const newer = await json(await frank.post('/v1.0/servicePrincipals', { appId }), 201)
  assert.deepEqual(idsIn(await json(await frank.get(`${of(newer['id'])}/appRoleAssignedTo`))), [])
  const preview = await json(
    await frank.get(`${item(principalId)}/guesthouse.objectRestorePreview`),
  )
  assert.deepEqual(
    preview['conflicts'].map((one: Json) => one['code']),
    ['hasAnother'],
  )
  const taken = await refusal(await frank.post(`${item(principalId)}/restore`), 409)
  assert.match(taken.message, /another service principal by now/)
  await json(await frank.delete(of(newer['id'])), 204)
  await json(await frank.post(`${item(principalId)}/restore`))
  const assigned = await json(await frank.get(`${of(principalId)}/appRoleAssignedTo`))
  assert.equal(assigned['value'].length, 1)
})

test('an application takes its service principal along; it comes back alone, and a service principal with its application', async () => {
  const w = await world()
  const { frank, id, principalId } = await both(w)
  const [application, principal] = [
    `/v1.0/applications/${id}`,
    `/v1.0/servicePrincipals/${principalId}`,
  ]
  const statuses = async () => [
    (await frank.get(application)).status,
    (await frank.get(principal)).status,
  ]
  const bin = '/v1.0/directory/deletedItems/microsoft.graph'
  await json(await frank.delete(application), 204)
  assert.deepEqual(await statuses(), [404, 404])
  assert.deepEqual(idsIn(await json(await frank.get(`${bin}.application`))), [id])
  assert.deepEqual(idsIn(await json(await frank.get(`${bin}.servicePrincipal`))), [principalId])
  const shown = await json(await frank.get(item(id)))
  assert.equal(shown['@odata.type'], '#microsoft.graph.application')

  assert.equal((await json(await frank.post(`${item(id)}/restore`)))['id'], id)
  assert.deepEqual(await statuses(), [200, 404])
  await json(await frank.delete(application), 204)
  const back = await json(await frank.post(`${item(principalId)}/restore`))
  assert.equal(back['@odata.type'], '#microsoft.graph.servicePrincipal')
  assert.deepEqual(await statuses(), [200, 200])
  assert.equal(
    (await json(await frank.get(`${principal}/appRoleAssignedTo`)))['value'].length,
    1,
    'with its links',
  )
  const log = await json(await frank.get('/v1.0/auditLogs/directoryAudits'))
  const said = new Set((log['value'] as Json[]).map((one) => one['activityDisplayName']))
  for (const name of [
    'Add application',
    'Add service principal',
    'Delete application',
    'Remove service principal',
    'Restore application',
    'Restore service principal',
  ])
    assert.ok(said.has(name), name)
})

test('each is deleted for good by itself, an application with its service principals; and both by the window', async () => {
  const w = await world()
  const one = await both(w)
  const { frank } = one
  await json(await frank.delete(`/v1.0/applications/${one.id}`), 204)
  await json(await frank.delete(item(one.principalId)), 204)
  assert.equal((await frank.get(item(one.id))).status, 200)
  await json(await frank.delete(item(one.id)), 204)
  assert.equal((await frank.get(item(one.id))).status, 404)
  const other = await both(w)
  await json(await frank.delete(`/v1.0/applications/${other.id}`), 204)
  await json(await frank.delete(item(other.id)), 204)
  assert.equal((await frank.get(item(other.principalId))).status, 404)
  const third = await both(w)
  await json(await frank.delete(`/v1.0/applications/${third.id}`), 204)
  w.pass(30 * dayMs)
  await purgeDueObjects(w.db, w.now())
  const later = w.as(w.frank, w.fabrikam)
  for (const id of [third.id, third.principalId])
    assert.equal((await later.get(item(id))).status, 404)
})

test('who owns an application and who its service principal are two lists; what somebody owns is both', async () => {
  const w = await world()
  const { frank, id, principalId } = await both(w)
  const owners = async (path: string) => idsIn(await json(await frank.get(`/v1.0/${path}/owners`)))
  const [application, principal] = [`applications/${id}`, `servicePrincipals/${principalId}`]
  const add = (path: string, who: string) => frank.post(`/v1.0/${path}/owners/$ref`, reference(who))
  await json(await add(application, w.fiona.userId), 204)
  await refusal(await add(application, w.fiona.userId), 400)
  assert.deepEqual([await owners(application), await owners(principal)], [[w.fiona.userId], []])
  await json(await add(principal, w.fiona.userId), 204)
  const owned = async (cast = '') =>
    idsIn(
      await json(await frank.get(`/v1.0/users/${w.fiona.userId}/ownedObjects${cast}`)),
    ).toSorted()
  assert.deepEqual(await owned(), [id, principalId].toSorted())
  assert.deepEqual(await owned('/microsoft.graph.application'), [id])
  assert.deepEqual(await owned('/microsoft.graph.servicePrincipal'), [principalId])
  for (const path of [principal, application]) await json(await frank.delete(`/v1.0/${path}`), 204)
  const lost = async (type: string) =>
    idsIn(
      await json(
        await frank.post('/v1.0/directory/deletedItems/getUserOwnedObjects', {
          userId: w.fiona.userId,
          type,
        }),
      ),
    )
  assert.deepEqual(await lost('Application'), [id])
  assert.deepEqual(await lost('ServicePrincipal'), [principalId])
  await json(await frank.post(`${item(principalId)}/restore`))
  const remove = (path: string) => frank.delete(`/v1.0/${path}/owners/${w.fiona.userId}/$ref`)
  await json(await remove(application), 204)
  await refusal(await remove(application), 404)
  assert.deepEqual(await owned(), [principalId])
  await json(await remove(principal), 204)
  assert.deepEqual(await owned(), [])
})

test('R49: what a service principal in the bin reaches is not got at by its application', async () => {
  const w = await world()
  const powerful = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.AccessAsUser.All'],
  })
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const at = `/v1.0/applications(appId='${powerful.appId}')`
  await json(await fiona.delete(`/v1.0/servicePrincipals/${powerful.id}`), 204)
  const evil = { web: { redirectUris: ['https://evil.example/callback'] } }
  for (const attempt of [
    () => fiona.post(`${at}/addPassword`, {}),
    () => fiona.patch(at, evil),
    () => fiona.post(`${at}/owners/$ref`, reference(w.fiona.userId)),
    () => fiona.post(`${item(powerful.id)}/restore`),
  ])
    assert.match((await refusal(await attempt(), 403)).message, /only those who may give/)
  const { appId } = powerful
  const newer = await json(await fiona.post('/v1.0/servicePrincipals', { appId }), 201)
  const whole = await json(await fiona.get(`/v1.0/servicePrincipals/${newer['id']}?$select=*`))
  assert.deepEqual(whole['guesthouse.graphScopes'], [], 'a new one has nothing of it')
})
