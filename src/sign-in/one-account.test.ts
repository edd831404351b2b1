/**
 * K23: one account at a provider is one person, whichever organization named the provider; on the
 * word of one client, never of an address.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browsing } from '../../test/browser/browsing.ts'
import { guestsOf } from '../../test/peers/guests-of-a-provider.ts'
import { openIdProvider } from '../../test/peers/openid-provider.ts'
import type { Organization } from '../../test/world.ts'
import { findTenantSession } from '../people/tenant-sessions.ts'

let theirs: Awaited<ReturnType<typeof openIdProvider>>
before(async () => {
  theirs = await openIdProvider('http://guesthouse.test/sign-in/provider/callback')
})
after(() => theirs.stop())

/** Whether the session of a browser opens an organization. */
const opens = async (someone: Browsing, { id }: Organization): Promise<boolean> => {
  const { status } = await someone.submit(`/account/organizations/${id}/session`, {})
  assert.ok([200, 201, 204, 403, 404, 409].includes(status), String(status))
  return status < 300
}

const stage = async () => {
  const found = await guestsOf(theirs)
  const { w } = found
  const north = { by: w.nora, at: w.northwind }
  const fabrikam = { by: w.frank, at: w.fabrikam }
  return { ...found, north, fabrikam }
}

for (const order of ['Northwind first', 'Fabrikam first'] as const)
  test(`K23: a guest of two organizations by one account, heard by one client, is one person: ${order}`, async () => {
    const { name, arrive, browse, enter, north, fabrikam } = await stage()
    const [first, second] = order === 'Northwind first' ? [north, fabrikam] : [fabrikam, north]
    const providers = {
      first: await name(first.by, first.at),
      second: await name(second.by, second.at),
    }
    const personId = await (await arrive(first.by, first.at, providers.first)).whoAmI()
    const elsewhere = browse()
    await enter(elsewhere, providers.second)
    assert.equal(await elsewhere.whoAmI(), undefined, 'not before they have accepted there')
    assert.equal(
      await (await arrive(second.by, second.at, providers.second, elsewhere)).whoAmI(),
      personId,
    )
    for (const provider of [providers.first, providers.second]) {
      const again = browse()
      await enter(again, provider)
      assert.equal(await again.whoAmI(), personId)
      for (const { at } of [north, fabrikam]) assert.ok(await opens(again, at), at.name)
    }
  })

test('K23: of two organizations at the same moment one makes the person, and the other finds it', async () => {
  for (let round = 0; round < 4; round++) {
    const { name, invite, browse, enter, north, fabrikam } = await stage()
    const comers = []
    for (const { by, at } of [north, fabrikam]) {
      const browser = browse()
      const path = await invite(by, at)
      await enter(browser, await name(by, at), path)
      comers.push({ browser, path })
    }
    const pages = await Promise.all(comers.map(({ browser, path }) => browser.submit(path, {})))
    for (const { text } of pages) assert.match(text, /You are a guest of/)
    const [one, other] = await Promise.all(comers.map(({ browser }) => browser.whoAmI()))
    assert.ok(one)
    assert.equal(one, other)
  }
})

test('K23: what another client says of the account makes a person of its own, and never opens the first one’s session', async () => {
  const { name, arrive, browse, enter, north, fabrikam } = await stage()
  const norths = await name(north.by, north.at)
  const personId = await (await arrive(north.by, north.at, norths)).whoAmI()
  const fabrikams = await name(fabrikam.by, fabrikam.at, theirs.otherClient)
  const greta = await arrive(fabrikam.by, fabrikam.at, fabrikams)
  assert.notEqual(await greta.whoAmI(), personId)
  assert.equal(await opens(greta, north.at), false)
  // Nor when she is signed in as the first: her account there is no way in to what she has
  // elsewhere.
  const signedIn = browse()
  await enter(signedIn, norths)
  await enter(signedIn, fabrikams)
  assert.notEqual(await signedIn.whoAmI(), personId)
})

test('K23: an organization that changes to a client of its own opens nobody’s session whom another one knows; together they do', async () => {
  const { w, name, arrive, browse, enter, north, fabrikam } = await stage()
  const [norths, fabrikams] = [await name(north.by, north.at), await name(fabrikam.by, fabrikam.at)]
  const personId = await (await arrive(north.by, north.at, norths)).whoAmI()
  const change = (by: typeof north, id: string) =>
    w.as(by.by, by.at).patch(`/v1.0/identity/identityProviders/${id}`, theirs.otherClient)
  const comesBy = async (provider: string) => {
    const browser = browse()
    await enter(browser, provider)
    return browser.whoAmI()
  }
  assert.equal((await change(north, norths)).status, 204)
  assert.equal(await comesBy(norths), personId, 'its own guest it may')
  assert.equal(
    (
      await w.as(north.by, north.at).patch(`/v1.0/identity/identityProviders/${norths}`, {
        clientId: theirs.clientId,
        clientSecret: theirs.clientSecret,
      })
    ).status,
    204,
  )
  assert.equal(await comesBy(norths), personId)
  assert.equal(await (await arrive(fabrikam.by, fabrikam.at, fabrikams)).whoAmI(), personId)
  assert.equal((await change(fabrikam, fabrikams)).status, 204)
  assert.equal(await comesBy(fabrikams), undefined)
  assert.equal(await comesBy(norths), personId, 'and who keeps the client locks nobody out')
  assert.equal((await change(north, norths)).status, 204)
  assert.equal(await comesBy(fabrikams), personId)
  assert.equal(await comesBy(norths), personId)
})

for (const how of ['removes', 'disables', 'changes'] as const)
  test(`K23: an organization that ${how} its provider is not entered by another organization’s, from that moment on`, async () => {
    const { w, name, arrive, browse, enter, north, fabrikam } = await stage()
    const [norths, fabrikams] = [
      await name(north.by, north.at),
      await name(fabrikam.by, fabrikam.at),
    ]
    await arrive(north.by, north.at, norths)
    await arrive(fabrikam.by, fabrikam.at, fabrikams)
    const greta = browse()
    await enter(greta, fabrikams)
    assert.ok(await opens(greta, north.at))
    const session = greta.jar.get('guesthouse_session')
    assert.ok(await findTenantSession(w.db, session, north.at.id, w.now()))
    const path = `/v1.0/identity/identityProviders/${norths}`
    const nora = w.as(north.by, north.at)
    const ended = {
      removes: () => nora.delete(path),
      disables: () => nora.patch(path, { isEnabled: false }),
      changes: () => nora.patch(path, theirs.otherClient),
    }
    assert.equal((await ended[how]()).status, 204)
    assert.equal(await findTenantSession(w.db, session, north.at.id, w.now()), undefined)
    assert.ok(await opens(greta, fabrikam.at), 'its own stays')
    const refused = await greta.submit(`/account/organizations/${north.at.id}/session`, {})
    assert.equal(refused.status, 403)
    assert.match(refused.text, /Northwind no longer trusts the provider/)
    const data = await greta.go(`/my-data/${north.at.id}`)
    assert.equal(data.status, 403)
  })

test('K23: who is signed in and shows the same account to another organization can come by it from then on', async () => {
  const { name, invite, arrive, browse, enter, north, fabrikam } = await stage()
  const greta = await arrive(north.by, north.at, await name(north.by, north.at))
  const personId = await greta.whoAmI()
  const fabrikams = await name(fabrikam.by, fabrikam.at)
  const path = await invite(fabrikam.by, fabrikam.at)
  // In her session: proved there, and accepted as who she is.
  await enter(greta, fabrikams, path)
  await greta.submit(path, {})
  assert.equal(await greta.whoAmI(), personId)
  const again = browse()
  await enter(again, fabrikams)
  assert.equal(await again.whoAmI(), personId)
})
