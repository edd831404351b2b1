/** An administrator's consent: what the page shows, who may, what is given, and the answer. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roleIds, scopeIds } from '../../access/graph-scopes.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { applicationToken, callWith } from '../../../test/by-itself.ts'
import { json, type Json } from '../../../test/json.ts'
import { offer } from '../../../test/many-organizations.ts'
import {
  browserWith,
  redirectUri,
  registerApplication,
  type Application,
  type World,
} from '../../../test/sign-on.ts'
import { world, type Person } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'

/** Of Fabrikam, offered to all; it asks for a scope and an app role of the directory. */
const scene = async (w: World, role: keyof typeof roleIds = 'User.Read.All') => {
  const home = await registerApplication(w, w.fabrikam, w.frank, { name: 'Payroll' })
  await offer(w, home)
  const requiredResourceAccess = [
    {
      resourceAppId: graphAudience,
      resourceAccess: [
        { id: scopeIds['Group.Read.All'], type: 'Scope' },
        { id: roleIds[role], type: 'Role' },
      ],
    },
  ]
  const registered = `/v1.0/applications(appId='${home.appId}')`
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.patch(registered, { requiredResourceAccess }), 204)
  return { home, frank, registered }
}

const addressOf = (
  w: World,
  { appId }: Application,
  { at = w.northwind.id as string, version = '', ...more }: Record<string, string> = {},
): URL => {
  const query = new URLSearchParams({
    client_id: appId,
    redirect_uri: redirectUri,
    state: 'a b',
    ...more,
  })
  return new URL(`${w.publicUrl}/${at}${version}/adminconsent?${query.toString()}`)
}

const open = async (w: World, person: Person, address: URL) => {
  const browser = await browserWith(w, person)
  return { browser, end: await browser.open(address) }
}

const principals = async (w: World, { appId }: Application): Promise<Json[]> =>
  (
    await json(
      await w.as(w.nora, w.northwind).get(`/v1.0/servicePrincipals?$filter=appId eq '${appId}'`),
    )
  )['value']

for (const version of ['', '/v2.0'])
  test(`contract §7.9: an administrator consents at ${version}/adminconsent for the whole organization, on a page that says what is asked and by whom`, async () => {
    const w = await world()
    const { home } = await scene(w)
    const address = addressOf(w, home, {
      version,
      ...(version === '' ? {} : { scope: `${w.publicUrl}/.default` }),
    })
    const { browser, end } = await open(w, w.nora, address)
    const shown = end.page ?? ''
    assert.match(shown, /Let Payroll work in Northwind\?/)
    assert.match(shown, /belongs to another organization, Fabrikam\. Nobody here has verified/)
    assert.match(shown, /once they have allowed it themselves:[^]*read groups/)
    assert.match(shown, /with nobody signed in:[^]*read users/)
    assert.match(shown, /app\.example/)
    assert.deepEqual(await principals(w, home), [], 'looking gives nothing')
    const answer = await browser.submit(end, { decision: 'accept' })
    const { searchParams, origin, pathname } = answer.url
    assert.equal(origin + pathname, redirectUri)
    assert.deepEqual(Object.fromEntries(searchParams), {
      admin_consent: 'True',
      tenant: w.northwind.id,
      state: 'a b',
    })
    const [made] = await principals(w, home)
    const there = { ...home, id: String(made?.['id']), at: w.northwind }
    assert.equal(made?.['appOwnerOrganizationId'], w.fabrikam.id)
    const call = callWith(w, await applicationToken(w, there))
    assert.equal((await call('GET', '/users')).status, 200)
    const nora = w.as(w.nora, w.northwind)
    const grants = await json(
      await nora.get(`/v1.0/servicePrincipals/${there.id}/oauth2PermissionGrants`),
    )
    assert.deepEqual(
      (grants['value'] as Json[]).map((one) => [one['consentType'], one['scope']]),
      [['AllPrincipals', 'Group.Read.All']],
    )
    const log = await json(
      await nora.get(
        `/v1.0/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '${there.id}')`,
      ),
    )
    const byNora = (log['value'] as Json[]).filter(
      (one) => one['initiatedBy']['user']?.['id'] === w.userOf(w.nora, w.northwind),
    )
    assert.ok(byNora.length >= 3, 'made, given to act for people, and by itself')
    // Once more: nothing is given twice, and nothing is lost.
    const again = await browser.open(address)
    assert.equal(
      (await browser.submit(again, { decision: 'accept' })).url.searchParams.get('admin_consent'),
      'True',
    )
    assert.equal((await principals(w, home)).length, 1)
    await json(await nora.delete(`/v1.0/servicePrincipals/${there.id}`), 204)
    assert.equal((await call('GET', '/users')).status, 401, 'and it is taken back')
  })

test('who declines gives nothing, and the application is told', async () => {
  const w = await world()
  const { home } = await scene(w)
  const { browser, end } = await open(w, w.nora, addressOf(w, home))
  const { url } = await browser.submit(end, { decision: 'decline' })
  assert.deepEqual(
    ['error', 'state', 'admin_consent'].map((name) => url.searchParams.get(name)),
    ['access_denied', 'a b', null],
  )
  assert.deepEqual(await principals(w, home), [])
})

test('it is for who gives roles, and where nothing of the directory is asked for, for who administers applications; nobody else is led to the application', async () => {
  const w = await world()
  const { home, frank, registered } = await scene(w)
  const member = await w.member(w.northwind, 'Mia Berg')
  const address = addressOf(w, home)
  const refused = async (person: Person, role?: string) => {
    const { end } = await open(w, person, address)
    assert.match(end.page ?? '', /It takes an administrator of Northwind/, role ?? 'without a role')
    assert.equal(end.url.origin, w.publicUrl)
  }
  await refused(member)
  await refused(w.frank, 'its own administrator, who is nobody here')
  await refused(w.ada, 'a guest')
  await w.grant(member, w.northwind, 'applicationAdministrator')
  await refused(member, 'applicationAdministrator')
  assert.deepEqual(await principals(w, home), [])
  await json(await frank.patch(registered, { requiredResourceAccess: [] }), 204)
  const { browser, end } = await open(w, member, address)
  assert.match(end.page ?? '', /nothing more than to sign people in/)
  const { url } = await browser.submit(end, { decision: 'accept' })
  assert.equal(url.searchParams.get('admin_consent'), 'True')
})

test('nobody is led where the application is not, and what is not offered is answered as what is not there', async () => {
  const w = await world()
  const { home } = await scene(w)
  const twin = await registerApplication(w, w.fabrikam, w.frank, { name: 'Payroll' })
  const page = async (address: URL) => {
    const { end } = await open(w, w.nora, address)
    assert.equal(end.url.origin, w.publicUrl)
    return end.page ?? ''
  }
  const unknown = /no application that this organization can use/
  assert.match(await page(addressOf(w, home, { redirect_uri: 'https://evil.example/cb' })), unknown)
  assert.match(await page(addressOf(w, home, { redirect_uri: `${redirectUri}/more` })), unknown)
  assert.match(await page(addressOf(w, twin)), unknown, 'with the same address, and not offered')
  assert.match(await page(addressOf(w, { ...home, appId: newId() })), unknown)
  assert.match(await page(addressOf(w, { ...home, appId: 'x' })), unknown)
})

test('what is accepted is what was shown: of another site, in a frame, or after the application asks for more, nothing is given', async () => {
  const w = await world()
  const { home, frank, registered } = await scene(w)
  const address = addressOf(w, home)
  const { browser, end } = await open(w, w.nora, address)
  const framed = await w.app.request(address.href, {
    headers: { cookie: browser.cookiesFor(address), accept: 'text/html' },
  })
  assert.match(framed.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
  const more = [
    {
      resourceAppId: graphAudience,
      resourceAccess: [{ id: roleIds['User.ReadWrite.All'], type: 'Role' }],
    },
  ]
  await json(await frank.patch(registered, { requiredResourceAccess: more }), 204)
  const shown = await browser.submit(end, { decision: 'accept' })
  assert.match(shown.page ?? '', /read and change users/, 'it is asked again')
  assert.deepEqual(await principals(w, home), [])
  const forged = await w.app.request(address.href, {
    method: 'POST',
    headers: {
      cookie: browser.cookiesFor(address),
      origin: 'https://evil.example',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'decision=accept',
  })
  assert.equal(forged.status, 403)
  assert.deepEqual(await principals(w, home), [])
})

test('of the scopes that a request names only those are given, and one that there is not is refused', async () => {
  const w = await world()
  const { home } = await scene(w)
  const scope = `openid ${w.publicUrl}/User.Read.All`
  const { browser, end } = await open(w, w.nora, addressOf(w, home, { version: '/v2.0', scope }))
  assert.match(end.page ?? '', /read users/)
  assert.doesNotMatch(end.page ?? '', /nobody signed in/)
  await browser.submit(end, { decision: 'accept' })
  const [made] = await principals(w, home)
  const nora = w.as(w.nora, w.northwind)
  const grants = await json(
    await nora.get(`/v1.0/servicePrincipals/${String(made?.['id'])}/oauth2PermissionGrants`),
  )
  assert.deepEqual(
    (grants['value'] as Json[]).map((one) => one['scope']),
    ['User.Read.All'],
  )
  const wrong = await open(w, w.nora, addressOf(w, home, { version: '/v2.0', scope: 'Mail.Read' }))
  assert.equal(wrong.end.url.searchParams.get('error'), 'invalid_scope')
})
