/** What the rows of closed organizations say of leaving, by whether the person can. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { json, refusal } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { world } from '../../../test/world.ts'
import { sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const close = (w: World, at: World['fabrikam']) =>
  sql`update tenants set state = 'closed' where id = ${at.id}`.execute(w.db)

const ticked = (all: readonly { readonly id: string }[]): string =>
  all.map(({ id }) => `o=${id}`).join('&')

const rowsOf = async (w: World, query = ''): Promise<string[]> =>
  [
    ...(await pageAt(await signedIn(w, w.ada), `/organizations${query}`)).matchAll(
      /<li class="row[\s\S]*?<\/li>/g,
    ),
  ].map(([row]) => row)

test('R121, R25: “you can still leave it” stands at a closed organization only where the person can', async () => {
  const w = await world()
  await w.as(w.ada).get('/account/me')
  await close(w, w.fabrikam)
  const row = async (): Promise<string> =>
    (await rowsOf(w, '?show=all')).find((one) => one.includes('Fabrikam')) ?? assert.fail()
  const opens = async (): Promise<string> =>
    (await refusal(await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`), 403))
      .message
  assert.match(await row(), /Nobody can use its apps any more; you can still leave it/)
  assert.match(await opens(), /You can still leave it/)
  // Home says so too, and nobody leaves that.
  await close(w, w.contoso)
  const [home = ''] = await rowsOf(w)
  assert.match(home, /Nobody can use its apps any more\./)
  assert.doesNotMatch(home, /can still leave/)
  await sql`update tenants set state = 'active' where id = ${w.contoso.id}`.execute(w.db)
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.match(await row(), /Nobody can use its apps any more\./)
  assert.doesNotMatch(await row(), /can still leave/)
})

test('R121, R28: nor where their account at home is disabled, which keeps them everywhere', async () => {
  const w = await world()
  const browser = await signedIn(w, w.ada)
  await close(w, w.fabrikam)
  await sql`update users set account_enabled = false, disabled_at = now() where id = ${w.ada.userId}`.execute(
    w.db,
  )
  const page = await pageAt(browser, '/organizations')
  assert.match(page, /so you cannot leave any organization/)
  assert.doesNotMatch(page, /can still leave/)
})

test('R6, R121: among many, a closed organization promises nobody who brings back, in the question, on the page after it and in the mail; what is asked instead is ticked by nobody else', async () => {
  const w = await world()
  const wood = await w.organization('Woodgrove')
  await w.guest(w.ada, wood)
  await sql`update users set account_enabled = false where id = ${w.userOf(w.ada, w.northwind)}`.execute(
    w.db,
  )
  await close(w, wood)
  const browser = await signedIn(w, w.ada)
  const page = await pageAt(browser, `/leave?${ticked([w.fabrikam, wood, w.northwind])}`)
  assert.match(page, /An administrator of each that is not closed can bring you back/)
  assert.match(page, /Woodgrove[^<]* is closed, so nobody brings you back unless it opens again/)
  assert.doesNotMatch(page, /Woodgrove[^<]*: can be restored until/)
  assert.match(
    page,
    /Once these accounts can no longer be restored, all of their data is erased; that is done by 30 June 2026/,
  )
  assert.match(page, /name="ask" value="1"/)
  assert.doesNotMatch(page, /name="ask" value="1" checked/)
  const only = await pageAt(browser, `/leave?${ticked([w.fabrikam])}`)
  assert.match(only, /An administrator can bring you back/)
  const organizationIds = [w.fabrikam.id, wood.id]
  const { receipt } = await json(await w.as(w.ada).post('/account/leaves', { organizationIds }))
  const after = await pageAt(browser, `/left?${ticked([w.fabrikam, wood])}&receipt=${receipt}`)
  assert.match(after, new RegExp(`One receipt for all of them</a>: ${receipt}`))
  assert.match(after, /Restorable until<\/dt>\s*<dd>[^<]*Woodgrove[^<]* is closed, so nobody/)
  assert.match(after, /Restorable until<\/dt>\s*<dd>31 May 2026/)
  const [mail] = await mailsTo(w.db, w.ada.upn)
  assert.match(mail?.body ?? '', /The organization is closed, so nobody there restores/)
  assert.equal(mail?.body.match(/Can be restored until/g)?.length, 1)
})
