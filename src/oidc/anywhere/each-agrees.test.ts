/** What somebody begins who administers nothing they begin for themselves. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import {
  addressOf,
  codeOf,
  letPeopleAgree,
  principals,
  redeem,
  scene,
} from '../../../test/anywhere.ts'
import { json, type Json } from '../../../test/json.ts'
import { browserWith } from '../../../test/sign-on.ts'
import type { Person } from '../../../test/world.ts'
import { graphPrincipalId } from '../../graph/applications/graph-principal.ts'

/** Ada of Contoso has begun to use the application of Fabrikam; Bea is her colleague. */
const begun = async () => {
  const s = await scene()
  const { w, home, open } = s
  await letPeopleAgree(w, w.carol, w.contoso)
  const bea = await w.member(w.contoso, 'Bea')
  const first = await open(w.ada)
  assert.match(first.end.page ?? '', /you are signed in to Payroll with your account at Contoso/)
  const page = first.end.page ?? ''
  const code = codeOf(w, await first.browser.submit(first.end, { decision: 'accept' }))
  assert.equal((await redeem(w, home, { code })).status, 200)
  const at = async (person: Person, more: Record<string, string> = {}) => {
    const browser = await browserWith(w, person)
    return { browser, end: await browser.open(addressOf(w, home, more, w.contoso.id)) }
  }
  const silent = async (person: Person, place: 'common' | 'home') => {
    const { end } = await (place === 'common' ? open : at)(person, { prompt: 'none' })
    return end.url.searchParams.get('error')
  }
  return { ...s, bea, at, silent, page }
}

test('whoever begins it alone begins it for themselves: nobody else is signed in to it, silently or not, before they have agreed', async () => {
  const { w, home, open, bea, at, silent } = await begun()
  assert.deepEqual(
    [await silent(w.ada, 'home'), await silent(w.ada, 'common')],
    [null, null],
    'she has agreed',
  )
  for (const person of [bea, w.carol])
    assert.deepEqual(
      [await silent(person, 'home'), await silent(person, 'common')],
      ['consent_required', 'interaction_required'],
    )
  const shown = await at(bea)
  assert.match(shown.end.page ?? '', /It will learn your name, your address/)
  const declined = await shown.browser.submit(shown.end, { decision: 'decline' })
  assert.equal(declined.url.searchParams.get('error'), 'access_denied')
  assert.equal(await silent(bea, 'home'), 'consent_required')
  const again = await at(bea)
  const code = codeOf(w, await again.browser.submit(again.end, { decision: 'accept' }))
  const { body } = await redeem(w, home, { code })
  assert.equal(decodeJwt(String(body['id_token']))['oid'], bea.userId)
  assert.equal(await silent(bea, 'home'), null)
  assert.equal(await silent(w.carol, 'home'), 'consent_required')
  const carols = await open(w.carol)
  codeOf(w, await carols.browser.submit(carols.end, { decision: 'accept' }))
  assert.equal(await silent(w.carol, 'common'), null)
  assert.equal((await principals(w, w.carol, w.contoso, home)).length, 1, 'one for all of them')
})

test('where people may not agree any more, whoever has not is told who can, and an administrator consents for all', async () => {
  const { w, home, open, bea, at, silent } = await begun()
  const policy = { defaultUserRolePermissions: { permissionGrantPoliciesAssigned: [] } }
  await json(
    await w.as(w.carol, w.contoso).patch('/v1.0/policies/authorizationPolicy', policy),
    204,
  )
  const { end } = await open(bea)
  assert.equal(end.status, 403)
  assert.match(end.page ?? '', /only an administrator can decide that you use Payroll/)
  const refused = (await at(bea)).end.url.searchParams
  assert.equal(refused.get('error'), 'access_denied')
  assert.match(refused.get('error_description') ?? '', /adminconsent/)
  assert.equal(await silent(w.ada, 'home'), null, 'who has agreed goes on')
  const link = /href="([^"]+adminconsent[^"]+)"/.exec(end.page ?? '')?.[1]?.replaceAll('&amp;', '&')
  const carols = await browserWith(w, w.carol)
  const done = await carols.submit(await carols.open(link ?? ''), { decision: 'accept' })
  assert.equal(done.url.searchParams.get('admin_consent'), 'True')
  assert.deepEqual([await silent(bea, 'home'), await silent(bea, 'common')], [null, null])
  assert.equal((await principals(w, w.carol, w.contoso, home)).length, 1)
})

test('K16: what somebody agreed to so counts while the application leads where it led, and until they end it', async () => {
  const { w, home, silent, bea, at } = await begun()
  const bs = await at(bea)
  codeOf(w, await bs.browser.submit(bs.end, { decision: 'accept' }))
  const [made] = await principals(w, w.carol, w.contoso, home)
  const held = `/v1.0/servicePrincipals/${String(made?.['id'])}/oauth2PermissionGrants`
  const carol = w.as(w.carol, w.contoso)
  const grants = (await json(await carol.get(held)))['value'] as Json[]
  assert.deepEqual(
    grants.map((one) => [one['consentType'], one['scope']]),
    [
      ['Principal', 'openid'],
      ['Principal', 'openid'],
    ],
  )
  const hers = grants.find((one) => one['principalId'] === bea.userId)
  await json(await carol.delete(`/v1.0/oauth2PermissionGrants/${String(hers?.['id'])}`), 204)
  assert.equal(await silent(bea, 'home'), 'consent_required', 'an administrator takes it away')
  await json(await w.as(w.ada).delete(`/account/consents/${home.appId}`), 204)
  assert.equal(await silent(w.ada, 'home'), 'consent_required', 'she ends it')

  const again = await at(bea)
  codeOf(w, await again.browser.submit(again.end, { decision: 'accept' }))
  const web = { redirectUris: [home.uri, 'https://elsewhere.example/callback'] }
  const registered = `/v1.0/applications(appId='${home.appId}')`
  await json(await w.as(w.frank, w.fabrikam).patch(registered, { web }), 204)
  assert.equal(await silent(bea, 'home'), 'consent_required', 'it leads elsewhere too')
})

test('who gives it something for everybody has consented for all', async () => {
  const { w, home, silent, bea } = await begun()
  const carol = w.as(w.carol, w.contoso)
  const [made] = await principals(w, w.carol, w.contoso, home)
  const grant = {
    clientId: made?.['id'],
    consentType: 'AllPrincipals',
    resourceId: graphPrincipalId(w.contoso.id),
    scope: 'openid profile',
  }
  const { id } = await json(await carol.post('/v1.0/oauth2PermissionGrants', grant), 201)
  assert.equal(await silent(bea, 'home'), null)
  await json(await carol.delete(`/v1.0/oauth2PermissionGrants/${String(id)}`), 204)
  assert.equal(await silent(bea, 'home'), null)
})

test('who administers applications begins it for everybody, and is told so', async () => {
  const { w, open } = await scene()
  await letPeopleAgree(w, w.carol, w.contoso)
  const { browser, end } = await open(w.carol)
  assert.match(end.page ?? '', /people of Contoso can sign in to it/)
  codeOf(w, await browser.submit(end, { decision: 'accept' }))
  codeOf(w, (await open(w.ada, { prompt: 'none' })).end)
})
