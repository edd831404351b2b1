/** The copy of my data for whoever has no home any more to sign in by. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserOf } from '../../../test/in-process-browser.ts'
import { prove } from '../../../test/proved-address.ts'
import { world } from '../../../test/world.ts'
import { rows, sql } from '../../store/database.ts'
import { exportedData } from '../../wire/my-data.ts'

test('R43, R106, R107, R109: whose home is gone gets the copy of each organization after a code to the invited address, and nobody else does', async () => {
  const w = await world()
  const gone = await w.organization('Going')
  const eve = await w.member(gone, 'Eve Stone')
  await w.guest(eve, w.fabrikam)
  const here = w.userOf(eve, w.fabrikam)
  const copyAt = (who: Pick<ReturnType<typeof browserOf>, 'open'>) =>
    who.open(`/ask-removal/data/${w.fabrikam.id}/${here}`)
  const { browser, page } = await prove(w, eve.upn)
  assert.match(
    page,
    /You can sign in: what you are at Fabrikam, and what you can do about it, stands in the list/,
  )
  assert.doesNotMatch(page, /ask-removal\/data|name="kind"/, 'who can sign in gets it there')
  assert.match((await copyAt(browser)).page ?? '', /nothing any more that you could ask/)
  await sql`update tenants set state = 'closed' where id = ${gone.id}`.execute(w.db)
  const shown = (await browser.open('/ask-removal')).page ?? ''
  assert.match(shown, /Ask Fabrikam to remove me/)
  assert.match(shown, new RegExp(`href="/ask-removal/data/${w.fabrikam.id}/${here}"`))
  const copy = JSON.parse((await copyAt(browser)).page ?? '')
  assert.deepEqual(exportedData.strict().safeParse(copy).error?.issues ?? [], [])
  assert.deepEqual([copy.user.id, copy.organization], [here, 'Fabrikam'])
  const noted = await rows(
    w.db,
    sql`select 1 from events where tenant_id = ${w.fabrikam.id} and target_id = ${here} and activity = 'user.dataExported'`,
  )
  assert.equal(noted.length, 1)
  // Of another address, and of none.
  const other = await prove(w, w.ada.upn)
  assert.match((await copyAt(other.browser)).page ?? '', /nothing any more that you could ask/)
  assert.match((await copyAt(browserOf(w))).page ?? '', /Show first that the address/)
})
