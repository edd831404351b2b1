/**
 * An application of Fabrikam in Northwind: what of its tokens there counts in which state of the
 * application, its home, its service principal and the organization that uses it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { decodeJwt } from 'jose'
import { applicationToken, callWith } from '../../test/by-itself.ts'
import { json } from '../../test/json.ts'
import { offer, shared } from '../../test/many-organizations.ts'
import { askToSignOn, browserWith, relyingParty, signOn, type World } from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'
import { roleIds } from '../access/graph-scopes.ts'
import { setOrganizationState } from '../directory/organizations/update.ts'
import { graphPrincipalId } from '../graph/applications/graph-principal.ts'

type Shared = Awaited<ReturnType<typeof shared>>

/** It may read users in Northwind by itself, and for whoever agrees. */
const stage = async () => {
  const w = await world()
  const both = await shared(w, { name: 'Payroll' })
  const nora = w.as(w.nora, w.northwind)
  const path = `/v1.0/servicePrincipals/${both.there.id}`
  await json(
    await nora.post(`${path}/appRoleAssignments`, {
      principalId: both.there.id,
      resourceId: graphPrincipalId(w.northwind.id),
      appRoleId: roleIds['User.Read.All'],
    }),
    201,
  )
  await json(await nora.patch(path, { 'guesthouse.graphScopes': ['Directory.Read.All'] }), 204)
  return { w, both, nora, path }
}

const scopeOf = (w: World) => `openid offline_access ${w.publicUrl}/Directory.Read.All`

const fulfilled = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  )

/** What it has of Northwind: a token of its own, and one of Nora with what renews it. */
const holding = async (w: World, { there }: Shared) => {
  const party = await relyingParty(w, there)
  const browser = await browserWith(w, w.nora)
  const hers = await (await signOn(party, browser, there, { scope: scopeOf(w) })).exchange()
  const own = await applicationToken(w, there)
  const opens = async (token: string) => (await callWith(w, token)('GET', '/users')).status === 200
  return {
    own,
    hers,
    /** Whether each still counts: both tokens, the renewal, a new token, and a new sign-in. */
    counts: async () => {
      const { end } = await askToSignOn(party, browser, there, { scope: 'openid' })
      return {
        own: await opens(own),
        hers: await opens(hers.access_token),
        renewal: await fulfilled(client.refreshTokenGrant(party, String(hers.refresh_token))),
        new: await fulfilled(applicationToken(w, there)),
        signIn: end.url.href.startsWith(there.uri) && end.url.searchParams.has('code'),
      }
    },
  }
}

const everything = { own: true, hers: true, renewal: true, new: true, signIn: true }
const nothing = { own: false, hers: false, renewal: false, new: false, signIn: false }
// What it does by itself goes on when it is back; what it held of people does not (R126).
const byItself = { ...everything, hers: false, renewal: false }

test('a token of an application of another organization says the organization that uses it, its service principal there, and what that was given', async () => {
  const { w, both } = await stage()
  const { own } = await holding(w, both)
  const claims = decodeJwt(own)
  assert.deepEqual(
    ['iss', 'tid', 'oid', 'sub', 'appid', 'azp', 'idtyp', 'roles'].map((name) => claims[name]),
    [
      `${w.publicUrl}/${w.northwind.id}/v2.0`,
      w.northwind.id,
      both.there.id,
      both.there.id,
      both.there.appId,
      both.there.appId,
      'app',
      ['User.Read.All'],
    ],
  )
  const atHome = decodeJwt(await applicationToken(w, both.home))
  assert.deepEqual(
    [atHome['tid'], atHome['oid'], atHome['roles']],
    [w.fabrikam.id, both.home.id, []],
  )
})

type State = {
  readonly is: string
  readonly begin: (s: Awaited<ReturnType<typeof stage>>) => Promise<unknown>
  readonly end: (s: Awaited<ReturnType<typeof stage>>) => Promise<unknown>
  /** What counts when it is over again. */
  readonly afterwards: Partial<typeof everything>
}

const atHome = ({ w, both }: Awaited<ReturnType<typeof stage>>) => ({
  frank: w.as(w.frank, w.fabrikam),
  registered: `/v1.0/applications(appId='${both.home.appId}')`,
})
const patched = async (s: Awaited<ReturnType<typeof stage>>, body: object) => {
  const { frank, registered } = atHome(s)
  return json(await frank.patch(registered, body), 204)
}
const setHome = (
  { w }: Awaited<ReturnType<typeof stage>>,
  state: 'active' | 'suspended' | 'closed',
) => setOrganizationState(w.db, w.fabrikam.id, { state, anyway: true }, w.operator())
const setHere = ({ w }: Awaited<ReturnType<typeof stage>>, state: 'active' | 'closed') =>
  setOrganizationState(w.db, w.northwind.id, { state, anyway: true }, w.operator())

const states: readonly State[] = [
  {
    is: 'the application is of one organization again',
    begin: ({ w, both }) => offer(w, both.home, 'AzureADMyOrg'),
    end: ({ w, both }) => offer(w, both.home),
    afterwards: byItself,
  },
  {
    is: 'the application is disabled',
    begin: (s) => patched(s, { isDisabled: true }),
    end: (s) => patched(s, { isDisabled: false }),
    afterwards: byItself,
  },
  {
    is: 'the application is deleted',
    begin: async (s) => {
      const { frank, registered } = atHome(s)
      const { id } = await json(await frank.get(registered))
      await json(await frank.delete(registered), 204)
      Object.assign(s, { deletedId: id })
    },
    end: async (s) => {
      const { deletedId } = s as unknown as { deletedId: string }
      await json(await atHome(s).frank.post(`/v1.0/directory/deletedItems/${deletedId}/restore`))
    },
    afterwards: byItself,
  },
  {
    is: 'its organization is closed',
    begin: (s) => setHome(s, 'closed'),
    end: (s) => setHome(s, 'active'),
    afterwards: byItself,
  },
  {
    is: 'its organization is suspended',
    begin: (s) => setHome(s, 'suspended'),
    end: (s) => setHome(s, 'active'),
    afterwards: byItself,
  },
  {
    is: 'the service principal here is disabled',
    begin: async ({ nora, path }) => json(await nora.patch(path, { accountEnabled: false }), 204),
    end: async ({ nora, path }) => json(await nora.patch(path, { accountEnabled: true }), 204),
    afterwards: byItself,
  },
  {
    is: 'the service principal here is deleted',
    begin: async ({ nora, path }) => json(await nora.delete(path), 204),
    end: async ({ nora, both }) =>
      json(await nora.post(`/v1.0/directory/deletedItems/${both.there.id}/restore`)),
    afterwards: byItself,
  },
  {
    is: 'the organization here is closed',
    begin: (s) => setHere(s, 'closed'),
    end: (s) => setHere(s, 'active'),
    // Who was signed in there is at home nowhere else, and signs in anew.
    afterwards: { ...byItself, signIn: false },
  },
]

for (const { is, begin, end, afterwards } of states)
  test(`R126: nothing of an application in another organization counts while ${is}, and of what it held of people nothing afterwards`, async () => {
    const s = await stage()
    const held = await holding(s.w, s.both)
    assert.deepEqual(await held.counts(), everything)
    await begin(s)
    assert.deepEqual(await held.counts(), nothing)
    await end(s)
    assert.deepEqual(await held.counts(), afterwards)
  })

test('at home the application goes on where it is of one organization again, where another disables it and where another is closed', async () => {
  const s = await stage()
  const { w, both, nora, path } = s
  await offer(w, both.home, 'AzureADMyOrg')
  await applicationToken(w, both.home)
  await offer(w, both.home)
  await json(await nora.patch(path, { accountEnabled: false }), 204)
  await applicationToken(w, both.home)
  await setHere(s, 'closed')
  await applicationToken(w, both.home)
})

test('where its organization disables only its own service principal, others go on', async () => {
  const { w, both } = await stage()
  const held = await holding(w, both)
  const own = `/v1.0/servicePrincipals/${both.home.id}`
  await json(await w.as(w.frank, w.fabrikam).patch(own, { accountEnabled: false }), 204)
  assert.deepEqual(await held.counts(), everything)
})

test('a secret that its home takes away, or makes, proves it everywhere at once', async () => {
  const { w, both } = await stage()
  const frank = w.as(w.frank, w.fabrikam)
  const registered = `/v1.0/applications(appId='${both.home.appId}')`
  const [{ keyId }] = (await json(await frank.get(registered)))['passwordCredentials']
  const { secretText } = await json(await frank.post(`${registered}/addPassword`, {}))
  await applicationToken(w, { ...both.there, secret: String(secretText) })
  await json(await frank.post(`${registered}/removePassword`, { keyId }), 204)
  await assert.rejects(applicationToken(w, both.there))
})

test('where it leads is its home to say: whoever agreed to it elsewhere is asked again when that changes', async () => {
  const { w, both } = await stage()
  const party = await relyingParty(w, both.there)
  const browser = await browserWith(w, w.nora)
  await (await signOn(party, browser, both.there, { scope: scopeOf(w) })).exchange()
  const silent = await askToSignOn(party, browser, both.there, { scope: scopeOf(w) })
  assert.ok(silent.end.url.href.startsWith(both.there.uri))
  const web = { redirectUris: [both.home.uri, 'https://elsewhere.example/callback'] }
  const registered = `/v1.0/applications(appId='${both.home.appId}')`
  await json(await w.as(w.frank, w.fabrikam).patch(registered, { web }), 204)
  const asked = await askToSignOn(party, browser, both.there, { scope: scopeOf(w) })
  assert.match(asked.end.page ?? '', /in the directory of/)
  assert.match(asked.end.page ?? '', /app\.example/)
})

test('without a service principal an application of another organization is not known, and one with the same address is another', async () => {
  const w = await world()
  const { home } = await shared(w)
  const there = { ...home, at: w.contoso }
  const party = await relyingParty(w, there)
  await assert.rejects(applicationToken(w, there))
  const browser = await browserWith(w, w.ada)
  const { end } = await askToSignOn(party, browser, there)
  assert.ok(!end.url.href.startsWith(there.uri), 'nobody is led back to it')
})

test('R126: somebody who ends it ends it in every organization that uses it, and the log of each says so', async () => {
  const w = await world()
  const both = await shared(w)
  const refreshed = await Promise.all(
    [both.home, both.there].map(async (one) => {
      const party = await relyingParty(w, one)
      const browser = await browserWith(w, w.ada)
      const { exchange } = await signOn(party, browser, one, { scope: 'openid offline_access' })
      const { refresh_token: text } = await exchange()
      return () => client.refreshTokenGrant(party, String(text))
    }),
  )
  for (const renew of refreshed) await renew()
  await json(await w.as(w.ada).delete(`/account/consents/${both.home.appId}`), 204)
  for (const renew of refreshed) await assert.rejects(renew())
  for (const [admin, at] of [
    [w.frank, w.fabrikam],
    [w.nora, w.northwind],
  ] as const) {
    const address = `/v1.0/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '${w.userOf(w.ada, at)}')`
    const log = await json(await w.as(admin, at).get(address))
    const names = log['value'].map(
      (one: { activityDisplayName: string }) => one.activityDisplayName,
    )
    assert.ok(names.includes('Revoke consent'), at.name)
  }
})

test('what an application reads where it is used is that organization, and its home gets nothing by it', async () => {
  const { w, both } = await stage()
  const call = callWith(w, await applicationToken(w, both.there))
  const { value } = await json(await call('GET', '/users?$select=id'))
  const ids = new Set(value.map(({ id }: { id: string }) => id))
  assert.ok(ids.has(w.userOf(w.nora, w.northwind)))
  assert.ok(!ids.has(w.frank.userId))
  assert.equal((await call('GET', `/users/${w.frank.userId}`)).status, 404)
  const atHome = callWith(w, await applicationToken(w, both.home))
  assert.equal((await atHome('GET', '/users')).status, 403, 'it was given nothing there')
})
