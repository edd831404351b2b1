/** Several who give and take the same at the same moment, and what is asked for twice. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { offer, shared } from '../../../test/many-organizations.ts'
import {
  browserWith,
  registerApplication,
  type Application,
  type World,
} from '../../../test/sign-on.ts'
import { world } from '../../../test/world.ts'
import { roleIds, scopeIds } from '../../access/graph-scopes.ts'
import { consentForAll } from '../../directory/applications/foreign/consent.ts'
import { readAsking } from '../../directory/applications/foreign/asked.sql.ts'
import { offeredNamed } from '../../directory/applications/foreign/offered.sql.ts'
import { changeGrant } from '../../directory/applications/grants/give-grant.ts'
import type { GrantId } from '../../kernel/ids.ts'
import { sql, transaction } from '../../store/database.ts'
import { graphAudience } from '../../tokens/access-token.ts'

const asks = (resourceAppId: string, all: readonly (readonly [string, 'Scope' | 'Role'])[]) => ({
  resourceAppId,
  resourceAccess: all.map(([id, type]) => ({ id, type })),
})

const usual = asks(graphAudience, [
  [scopeIds['Group.Read.All'], 'Scope'],
  [roleIds['User.Read.All'], 'Role'],
])

/** Of Fabrikam, offered to all, and asking for this. */
const scene = async (requiredResourceAccess: readonly object[] = [usual]) => {
  const w = await world()
  const home = await registerApplication(w, w.fabrikam, w.frank, { name: 'Payroll' })
  await offer(w, home)
  const frank = w.as(w.frank, w.fabrikam)
  const registered = `/v1.0/applications(appId='${home.appId}')`
  await json(await frank.patch(registered, { requiredResourceAccess }), 204)
  return { w, home, frank, registered }
}

const opened = async (w: World, { appId, uri }: Application) => {
  const query = new URLSearchParams({ client_id: appId, redirect_uri: uri })
  const browser = await browserWith(w, w.nora)
  const end = await browser.open(
    new URL(`${w.publicUrl}/${w.northwind.id}/adminconsent?${query.toString()}`),
  )
  return { page: end.page ?? '', accept: () => browser.submit(end, { decision: 'accept' }) }
}

const grantsIn = async (w: World): Promise<Json[]> =>
  (await json(await w.as(w.nora, w.northwind).get('/v1.0/oauth2PermissionGrants')))['value']

test('what a registration asks for twice is shown once and given once, at the directory and at others', async () => {
  const { w, home, frank, registered } = await scene()
  const { home: api } = await shared(w, { name: 'Orders' })
  const id = '7f3b1f5e-0000-4000-8000-000000000001'
  const scope = { id, value: 'Orders.Read', type: 'User', isEnabled: true }
  const said = { adminConsentDisplayName: 'read orders', adminConsentDescription: 'x' }
  const exposed = { api: { oauth2PermissionScopes: [{ ...scope, ...said }] } }
  await json(await frank.patch(`/v1.0/applications(appId='${api.appId}')`, exposed), 204)
  const own = { ...usual, resourceAccess: [...usual.resourceAccess, ...usual.resourceAccess] }
  const other = asks(api.appId, [
    [id, 'Scope'],
    [id, 'Scope'],
  ])
  const requiredResourceAccess = [own, own, other, other]
  await json(await frank.patch(registered, { requiredResourceAccess }), 204)
  const { page, accept } = await opened(w, home)
  for (const words of [/read groups/g, /read users/g, /read orders/g])
    assert.equal(page.match(words)?.length, 1, page)
  assert.equal((await accept()).url.searchParams.get('admin_consent'), 'True')
  assert.deepEqual((await grantsIn(w)).map((one) => one['scope']).toSorted(), [
    'Group.Read.All',
    'Orders.Read',
  ])
})

test('of several who consent at the same moment everybody has consented, and it is given once', async () => {
  const { w, home } = await scene()
  const all = await Promise.all([1, 2, 3, 4].map(() => opened(w, home)))
  const ends = await Promise.all(all.map(({ accept }) => accept()))
  assert.deepEqual(
    ends.map(({ url }) => url.searchParams.get('admin_consent')),
    ['True', 'True', 'True', 'True'],
  )
  assert.equal((await grantsIn(w)).length, 1)
})

test('a scope that is taken away while somebody consents to another does not come back with that', async () => {
  const { w, home } = await scene()
  await (await opened(w, home)).accept()
  const [grant] = await grantsIn(w)
  const id = String(grant?.['id']) as GrantId
  const named = await offeredNamed(w.db, home.appId)
  const asking = named && (await readAsking(w.db, w.northwind.id, named))
  assert.ok(asking)
  const wanted = { scopes: ['User.Read.All'] as const, roles: [], others: [] }
  // Held as by whoever takes it away, until the consent has read what it can.
  let consenting: Promise<unknown> = Promise.resolve()
  await transaction(w.db, async (tx) => {
    await changeGrant(tx, { tenantId: w.northwind.id, id }, [], w.operator())
    consenting = consentForAll(w.db, w.northwind.id, asking, wanted, w.operator())
    await new Promise((done) => setTimeout(done, 300))
    await sql`select 1`.execute(tx)
  })
  await consenting
  assert.deepEqual(
    (await grantsIn(w)).map((one) => one['scope']),
    ['User.Read.All'],
  )
})

test('what has gone at the application between page and consent is not told as given: the page says what there is', async () => {
  const api = '7f3b1f5e-0000-4000-8000-000000000002'
  const { w, home, frank, registered } = await scene()
  const { home: orders } = await shared(w, { name: 'Orders' })
  const nora = w.as(w.nora, w.northwind)
  const path = `/v1.0/applications(appId='${orders.appId}')`
  const role = { id: api, value: 'Orders.All', displayName: 'all orders', description: 'x' }
  const appRoles = [{ ...role, allowedMemberTypes: ['Application'], isEnabled: true }]
  await json(await frank.patch(path, { appRoles }), 204)
  const requiredResourceAccess = [asks(orders.appId, [[api, 'Role']])]
  await json(await frank.patch(registered, { requiredResourceAccess }), 204)
  const named = await offeredNamed(w.db, home.appId)
  const asking = named && (await readAsking(w.db, w.northwind.id, named))
  assert.ok(asking)
  const { page, accept } = await opened(w, home)
  assert.match(page, /all orders/)
  await json(await frank.patch(path, { appRoles: [{ ...appRoles[0], isEnabled: false }] }), 204)
  await json(await frank.patch(path, { appRoles: [] }), 204)
  assert.doesNotMatch((await accept()).page ?? '', /all orders/)
  const given = await consentForAll(w.db, w.northwind.id, asking, asking, w.operator())
  assert.equal(given.outcome, 'notFound')
  const { value } = await json(
    await nora.get(`/v1.0/servicePrincipals?$filter=appId eq '${home.appId}'`),
  )
  assert.deepEqual(value, [], 'all of it or nothing')
})
