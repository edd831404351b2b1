/** What an administrator consents to while it is deleted, here or at its home. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationToken } from '../../../test/by-itself.ts'
import { json, type Json } from '../../../test/json.ts'
import { shared } from '../../../test/many-organizations.ts'
import { world } from '../../../test/world.ts'
import { readAsking } from '../../directory/applications/foreign/asked.sql.ts'
import { consentForAll } from '../../directory/applications/foreign/consent.ts'
import { offeredNamed } from '../../directory/applications/foreign/offered.sql.ts'
import { deleteApplication, deleteRegistration } from '../../directory/applications/delete.ts'
import type { ApplicationId } from '../../kernel/ids.ts'
import { transaction, type Database } from '../../store/database.ts'

/** Of Fabrikam, and used in Northwind, whose administrator consents while `change` is not done. */
const scene = async () => {
  const w = await world()
  const { home, there } = await shared(w, { name: 'Payroll' })
  const nora = w.as(w.nora, w.northwind)
  const named = await offeredNamed(w.db, home.appId)
  const asking = named && (await readAsking(w.db, w.northwind.id, named))
  assert.ok(named !== undefined && asking !== undefined)
  const wanted = {
    scopes: ['Group.Read.All'] as const,
    roles: ['User.Read.All'] as const,
    others: [],
  }
  const consent = () => consentForAll(w.db, w.northwind.id, asking, wanted, w.operator())
  const meanwhile = async (change: (tx: Database) => Promise<unknown>) => {
    let consenting: ReturnType<typeof consent> | undefined
    await transaction(w.db, async (tx) => {
      await change(tx)
      consenting = consent()
      await new Promise((done) => setTimeout(done, 300))
    })
    return (await consenting)?.outcome
  }
  const principals = async (): Promise<Json[]> =>
    (await json(await nora.get(`/v1.0/servicePrincipals?$filter=appId eq '${home.appId}'`)))[
      'value'
    ]
  const granted = async (): Promise<Json[]> =>
    (await json(await nora.get('/v1.0/oauth2PermissionGrants')))['value']
  return { w, home, there, nora, named, consent, meanwhile, principals, granted }
}

test('who consents while the service principal is deleted has given nothing, to that nor when it comes back; once more makes a new one', async () => {
  const { w, there, nora, consent, meanwhile, principals, granted } = await scene()
  const which = { tenantId: w.northwind.id, applicationId: there.id as ApplicationId }
  const outcome = await meanwhile((tx) => deleteApplication(tx, which, w.operator()))
  assert.deepEqual([outcome, await principals(), await granted()], ['notFound', [], []])
  await json(await nora.post(`/v1.0/directory/deletedItems/${there.id}/restore`))
  const [back] = await principals()
  const given = `/v1.0/servicePrincipals/${String(back?.['id'])}/appRoleAssignments`
  assert.deepEqual([await granted(), (await json(await nora.get(given)))['value']], [[], []])
  assert.equal((await consent()).outcome, 'given')
  assert.equal((await granted()).length, 1)
  await json(await nora.delete(`/v1.0/servicePrincipals/${there.id}`), 204)
  assert.equal((await consent()).outcome, 'given')
  const [anew, ...more] = await principals()
  assert.deepEqual([more, anew?.['id'] === there.id], [[], false])
})

test('who consents while the application is deleted at its home gives what works nowhere, and goes with it for good', async () => {
  const { w, home, there, nora, named, consent, meanwhile, principals } = await scene()
  await applicationToken(w, there)
  const frank = w.as(w.frank, w.fabrikam)
  const { id } = await json(await frank.get(`/v1.0/applications(appId='${home.appId}')`))
  const { homeTenantId: tenantId, registrationId } = named
  await meanwhile((tx) => deleteRegistration(tx, { tenantId, registrationId }, w.operator()))
  await assert.rejects(applicationToken(w, there))
  assert.equal((await principals()).length, 1)
  await json(await nora.delete(`/v1.0/servicePrincipals/${there.id}`), 204)
  assert.equal((await consent()).outcome, 'notFound', 'of what is deleted at home nothing is begun')
  await json(await frank.delete(`/v1.0/directory/deletedItems/${String(id)}`), 204)
  assert.deepEqual(await principals(), [])
  assert.equal((await nora.get(`/v1.0/directory/deletedItems/${there.id}`)).status, 404)
})
