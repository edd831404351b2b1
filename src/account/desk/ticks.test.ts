/** What is ticked goes along from page to page, without script. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { world, type Organization } from '../../../test/world.ts'

const ticked = (page: string): string[] =>
  [...page.matchAll(/<input type="checkbox" name="o" value="([^"]+)" checked/g)].map(
    ([, id = '']) => id,
  )
const keptIn = (page: string): string => /name="kept" value="([^"]*)"/.exec(page)?.[1] ?? 'none'
const idsOf = (...all: readonly Organization[]): string[] => all.map(({ id }) => id).toSorted()

test('R25: what is ticked stays so on other pages, when something else is found, and until it is cleared; only mine is kept', async () => {
  const w = await world()
  const ada = await signedIn(w, w.ada)
  const both = `o=${w.fabrikam.id}&o=${w.northwind.id}`
  const first = await ada.open(`/organizations?${both}&o=${w.contoso.id}&order=name`)
  assert.match(first.url.search, /^\?order=name&kept=[\w-]{16}$/, 'home is nothing to leave')
  assert.deepEqual(ticked(first.page ?? '').toSorted(), idsOf(w.fabrikam, w.northwind))
  assert.equal(keptIn(first.page ?? ''), '')
  assert.match(first.page ?? '', /Selected: <b>2<\/b>/)
  const kept = first.url.searchParams.get('kept') ?? ''
  // Elsewhere both go along without being seen, with what is ticked there.
  const search = await pageAt(ada, `/organizations?search=fabrikam&kept=${kept}`)
  assert.deepEqual(ticked(search), [w.fabrikam.id])
  assert.match(keptIn(search), /^[\w-]{8}$/)
  assert.match(search, /Selected: <b>2<\/b>/)
  // Not ticked any more there.
  const fewer = await pageAt(ada, `/organizations?kept=${keptIn(search)}`)
  assert.deepEqual(ticked(fewer), [w.northwind.id])
  const clear = /href="([^"]*)">Clear</.exec(first.page ?? '')?.[1] ?? ''
  const cleared = await ada.open(clear)
  assert.equal(cleared.url.search, '?order=name')
  assert.deepEqual(ticked(cleared.page ?? ''), [])
  const all = await pageAt(ada, '/organizations?search=n&pick=all')
  assert.ok(ticked(all).length > 0)
  // The question is about all of them, on whichever page they stand.
  assert.match(await pageAt(ada, `/leave?kept=${kept}`), /Leave 2 organizations\?/)
  const bob = await signedIn(w, w.bob)
  const his = await pageAt(bob, `/organizations?${both}&kept=${kept}`)
  assert.ok(!his.includes(w.northwind.id))
})
