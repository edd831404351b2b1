/** An administrator's consent at addresses that name no organization. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { principals, scene } from '../../../test/anywhere.ts'
import { browserOf } from '../../../test/in-process-browser.ts'
import { json } from '../../../test/json.ts'
import {
  browserWith,
  registerApplication,
  type Application,
  type World,
} from '../../../test/sign-on.ts'
import { sql } from '../../store/database.ts'
import { newId, type PersonId } from '../../kernel/ids.ts'

const addressOf = (
  w: World,
  { appId, uri }: Pick<Application, 'appId' | 'uri'>,
  at = 'common',
  more: Record<string, string> = {},
): URL => {
  const query = new URLSearchParams({ client_id: appId, redirect_uri: uri, state: 'a b', ...more })
  return new URL(`${w.publicUrl}/${at}/adminconsent?${query.toString()}`)
}

for (const at of ['common', 'common/v2.0', 'organizations', 'organizations/v2.0'])
  test(`contract §7.9: at ${at}/adminconsent whoever signs in consents for their home, on the page of that`, async () => {
    const { w, home } = await scene()
    const more: Record<string, string> = at.endsWith('v2.0')
      ? { scope: `${w.publicUrl}/.default` }
      : {}
    const browser = await browserWith(w, w.carol)
    const end = await browser.open(addressOf(w, home, at, more))
    const version = at.endsWith('v2.0') ? '/v2.0' : ''
    assert.equal(end.url.pathname, `/${w.contoso.id}${version}/adminconsent`)
    assert.match(end.page ?? '', /Let Payroll work in Contoso\?/)
    assert.deepEqual(await principals(w, w.carol, w.contoso, home), [], 'looking gives nothing')
    const { url } = await browser.submit(end, { decision: 'accept' })
    assert.deepEqual(
      [url.origin + url.pathname, Object.fromEntries(url.searchParams)],
      [home.uri, { admin_consent: 'True', tenant: w.contoso.id, state: 'a b' }],
    )
    assert.equal((await principals(w, w.carol, w.contoso, home)).length, 1)
  })

test('who is not signed in signs in first, and who may not there comes back as somebody else, to the home of that one', async () => {
  const { w, home } = await scene()
  const asked = addressOf(w, home)
  const first = await browserOf(w).open(asked)
  assert.equal(first.url.pathname, '/sign-in')
  assert.equal(first.url.searchParams.get('return'), asked.pathname + asked.search)
  const ada = await (await browserWith(w, w.ada)).open(asked)
  assert.equal(ada.status, 403)
  assert.match(ada.page ?? '', /It takes an administrator of Contoso/)
  const another = /href="(\/sign-in\?[^"]+)"/.exec(ada.page ?? '')?.[1]?.replaceAll('&amp;', '&')
  const { searchParams } = new URL(another ?? '', w.publicUrl)
  assert.deepEqual([searchParams.get('another'), searchParams.get('again')], ['1', '1'])
  const back = searchParams.get('return') ?? ''
  assert.match(back, /^\/common\/adminconsent\?/)
  const nora = await (await browserWith(w, w.nora)).open(back)
  assert.match(nora.page ?? '', /Let Payroll work in Northwind\?/)

  // Whoever was sent to one organization comes back to that.
  const there = await (await browserWith(w, w.ada)).open(addressOf(w, home, w.contoso.id))
  const link = /href="(\/sign-in\?[^"]+)"/.exec(there.page ?? '')?.[1]?.replaceAll('&amp;', '&')
  const stays = new URL(link ?? '', w.publicUrl).searchParams.get('return') ?? ''
  assert.ok(stays.startsWith(`/${w.contoso.id}/adminconsent?`), stays)
  const elsewhere = addressOf(w, home, w.contoso.id, { guesthouse_via: '//evil.example' })
  const forged = await (await browserWith(w, w.ada)).open(elsewhere)
  assert.match(forged.page ?? '', /return=%2F[0-9a-f-]{36}%2Fadminconsent/)
  const long = addressOf(w, home, 'common', { state: 'x'.repeat(2100) })
  assert.equal((await browserOf(w).open(long)).status, 413)
})

test('of what is not offered, and to where an application is not, nobody is asked and nobody led, signed in or not', async () => {
  const { w, home } = await scene()
  const single = await registerApplication(w, w.fabrikam, w.frank, { name: 'Single' })
  for (const browser of [await browserWith(w, w.frank), browserOf(w)])
    for (const at of [
      addressOf(w, single),
      addressOf(w, { ...home, appId: newId() }),
      addressOf(w, { ...home, uri: 'https://evil.example/cb' }),
    ]) {
      const end = await browser.open(at)
      assert.deepEqual([end.url.href, end.status], [at.href, 400])
      assert.match(end.page ?? '', /unauthorized_client: .*AzureADMultipleOrgs/)
    }
})

test('whose home does not let them in, or who has none, is told so and led to none', async () => {
  const { w, home } = await scene()
  const carols = await browserWith(w, w.carol)
  const personId = newId<PersonId>()
  await sql`insert into persons (id, home_tenant_id, created_at) values (${personId}, null, ${w.now()})`.execute(
    w.db,
  )
  const nobodys = await browserWith(w, { ...w.carol, personId })
  const homeless = await nobodys.open(addressOf(w, home))
  assert.equal(homeless.status, 403)
  assert.match(homeless.page ?? '', /belongs to no organization here/)
  const dora = await w.member(w.contoso, 'Dora')
  await w.grant(dora, w.contoso, 'globalAdministrator')
  const off = { accountEnabled: false }
  await json(await w.as(dora, w.contoso).patch(`/v1.0/users/${w.carol.userId}`, off), 204)
  const shut = await carols.open(addressOf(w, home))
  assert.notEqual(shut.url.origin, new URL(home.uri).origin)
  assert.doesNotMatch(shut.page ?? '', /Let Payroll work/)
})
