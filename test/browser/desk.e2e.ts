/**
 * The list of somebody with 500 organizations, and everything without script: what the portal
 * promises to whoever has many of them, or a slow line.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { newId } from '../../src/kernel/ids.ts'
import { openSession } from '../../src/people/open-session.ts'
import { sql } from '../../src/store/database.ts'
import { desktop, browserOfTests, openPage, phone, picture, requireAccessible } from './browser.ts'
import { served } from '../machines/served.ts'

const browser = browserOfTests()

type World = Awaited<ReturnType<typeof served>>

const many = 500
const kilobyte = 1_024
/** For what is done fifty times, on a machine that does much else. */
const patient = { timeout: 60_000 }

const list = (texts: readonly string[]) =>
  sql`array[${sql.join(texts.map((text) => sql`${text}::text`))}]`

/** Ada as a guest of so many organizations: as she is one of Fabrikam, in a few statements. */
const crowd = async (w: World): Promise<void> => {
  const ids = Array.from({ length: many }, () => newId())
  const names = ids.map((_, place) => `Partner ${String(place + 1).padStart(3, '0')}`)
  const domains = ids.map((id) => `p-${id.slice(-12)}.example`)
  const given = sql`unnest(${list(ids)}, ${list(names)}, ${list(domains)}) as g (id, name, domain)`
  await sql`insert into tenants (id, display_name, state, created_at)
    select g.id::uuid, g.name, 'active', ${w.now()} from ${given}`.execute(w.db)
  await sql`insert into tenant_domains (tenant_id, name, is_default, verified_at)
    select g.id::uuid, g.domain, true, ${w.now()} from ${given}`.execute(w.db)
  await sql`insert into tenant_domains (tenant_id, name, verified_at)
    values (${ids[6]}, ${`second-${ids[6]?.slice(-12)}.example`}, ${w.now()})`.execute(w.db)
  await sql`insert into users select made.*
    from users u, ${given}
    cross join lateral jsonb_populate_record(u, jsonb_build_object('tenant_id', g.id, 'id', gen_random_uuid())) made
    where u.tenant_id = ${w.fabrikam.id} and u.id = ${w.userOf(w.ada, w.fabrikam)}`.execute(w.db)
}

const enter = async (w: World, page: Page): Promise<void> => {
  const device = { address: null, userAgent: 'test' }
  const { token } = await openSession(w.db, w.ada.personId, device, w.now())
  await page.context().addCookies([{ name: 'guesthouse_session', value: token, url: w.url }])
}

test('R8, R34: with 500 organizations: what the first answer weighs, finding by any domain, and 50 left with three clicks', async () => {
  const w = await served()
  await crowd(w)
  const { page, problems } = await openPage(browser, desktop)
  await enter(w, page)
  const answer = await page.goto(`${w.url}/organizations`)
  const html = (await answer?.body())?.length ?? Infinity
  const nodes = await page.evaluate(() => {
    const all = document.createTreeWalker(document, NodeFilter.SHOW_ALL)
    let count = 0
    while (all.nextNode() !== null) count++
    return count
  })
  assert.ok(html <= 40 * kilobyte, `${html} bytes`)
  assert.ok(nodes <= 1_500, `${nodes} nodes`)
  await requireAccessible(page, '500 organizations')
  await picture(page, 'desk-500')

  const names = await page
    .locator('main :is(a[href], button, input, select, summary)')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent}`),
    )
  assert.deepEqual(
    names.filter((name, place) => name.trim() !== 'INPUT' && names.indexOf(name) !== place),
    [],
    'each control has a name of its own',
  )

  const search = page.getByLabel('Find an organization')
  await search.pressSequentially('second-', { delay: 10 })
  await page.getByText('One organization matches.').waitFor()
  await page.getByRole('heading', { name: 'Partner 007' }).waitFor()
  assert.equal(await search.inputValue(), 'second-')
  assert.ok(await search.evaluate((field) => field === document.activeElement), 'the focus is kept')
  await search.fill('')
  await page.getByRole('button', { name: 'Next page' }).waitFor()
  await page.getByText('One organization matches.').waitFor({ state: 'detached' })

  // What is ticked goes along to the next page, and can be cleared.
  await page.getByRole('button', { name: 'Select all 502 that are found' }).click()
  await page.getByText('Selected: 502').waitFor()
  await page.getByRole('button', { name: 'Next page' }).click()
  await page.getByText('Selected: 502').waitFor()
  assert.equal(await page.locator('.row input:checked').count(), 50)
  await picture(page, 'desk-500-selected')
  await page.getByRole('link', { name: 'Clear' }).click()
  await page.getByText('Selected:').waitFor({ state: 'hidden' })

  // Three clicks.
  await page.getByLabel('Select all on this page').check()
  await page.getByRole('button', { name: 'Leave selected' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('heading', { name: 'Leave 50 organizations?' }).waitFor(patient)
  await requireAccessible(page, 'leaving 50')
  await picture(page, 'desk-leave-50')
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('heading', { name: 'You have left 50 organizations.' }).waitFor(patient)
  await requireAccessible(page, '50 left')
  await picture(page, 'desk-left-50')
  assert.equal(await page.getByText('Restorable until').count(), 50)
  const gaps = await page.locator('main li.card').evaluateAll((cards) =>
    cards.slice(1).map((card, place) => {
      const before = cards[place]?.getBoundingClientRect().bottom ?? NaN
      return card.getBoundingClientRect().top - before
    }),
  )
  assert.ok(Math.min(...gaps) >= 8, 'each result stands by itself')
  await page.getByRole('link', { name: 'Back to my organizations' }).click()
  await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Left or removed (50)' })
  await page.getByText('Ask to be restored').first().waitFor()
  assert.equal(await page.getByRole('checkbox', { name: /^Select Partner/ }).count(), 0)
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('what was done is told in sight, and beneath no bar, with script and without', async () => {
  const w = await served()
  for (const name of ['Litware', 'Tailspin']) await w.guest(w.ada, await w.organization(name))
  for (const javaScriptEnabled of [true, false]) {
    const viewport = { width: 1280, height: 440 }
    const context = await browser.newContext({ javaScriptEnabled, viewport, locale: 'en-GB' })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await enter(w, page)
    await page.goto(`${w.url}/organizations`)
    const isRead = async (text: string): Promise<void> => {
      const { y, height } = (await page.getByText(text).boundingBox()) ?? assert.fail(text)
      assert.ok(y + height <= viewport.height, `${text} ends at ${y + height}`)
      const bar = (await page.locator('.many').boundingBox()) ?? assert.fail('no bar')
      assert.ok(y >= bar.y + bar.height || y + height <= bar.y, `${text} at ${y}, bar at ${bar.y}`)
    }
    await page.getByRole('link', { name: 'Leave organization Fabrikam' }).click()
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await page.getByText('You have left Fabrikam.').waitFor()
    await isRead('You have left Fabrikam.')
    // Its row is the last by now, and the first again then.
    await page.getByRole('link', { name: 'Undo leaving Fabrikam' }).click()
    await page.getByRole('button', { name: 'Undo leaving' }).click()
    await page.getByText('You are back at Fabrikam.').waitFor()
    await isRead('You are back at Fabrikam.')
    await context.close()
  }
  await w.stop()
})

test('R3, R11, R26, R31: everything works without script: leaving in one step from a link, asking, hiding, answering', async () => {
  const w = await served()
  await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  // R11: signed out, by a domain in any letters.
  await page.goto(`${w.url}/leave/${w.fabrikam.domain.toUpperCase()}`)
  await w.signIn(page, w.ada)
  await page.getByRole('heading', { name: 'Leave Fabrikam?' }).waitFor()
  assert.equal((await w.as(w.ada, w.fabrikam).get('/v1.0/me')).status, 200, 'R6: nothing yet')
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByText('You have left Fabrikam.').waitFor()
  const fabrikam = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Fabrikam', exact: true }),
  })
  await fabrikam.getByText('Left', { exact: true }).waitFor()
  await page.reload()
  await fabrikam.waitFor()
  assert.equal(await page.getByText('You have left Fabrikam.').count(), 0, 'told once')

  await page.goto(`${w.url}/leave/${w.northwind.id}`)
  await page.getByText('Your account is disabled at Northwind').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Leave', exact: true }).count(), 0)
  await page.getByRole('link', { name: 'Ask to be removed' }).click()
  await page.getByRole('button', { name: 'Send request' }).click()
  await page.getByText('You asked to be removed.').waitFor()

  const northwind = page.getByLabel('More for Northwind')
  await page.goto(`${w.url}/organizations?order=name`)
  await northwind.click()
  await page.getByRole('button', { name: 'Hide from my list' }).click()
  assert.match(page.url(), /\?order=name$/, 'the list is as it was')
  await page.getByText('Northwind is hidden from your list.').waitFor()
  assert.equal(await page.getByRole('heading', { name: 'Northwind' }).count(), 0)
  await page.goto(`${w.url}/organizations?show=hidden`)
  await northwind.click()
  await page.getByRole('button', { name: 'Show in my list again' }).click()
  await page.getByText('Northwind stands in your list again.').waitFor()

  await page.goto(`${w.url}/leave/nobody.example`)
  await page.getByRole('heading', { name: 'Not among your organizations' }).waitFor()
  await context.close()
  await w.stop()
})

test('R25, R30: of many that are ticked, those that can be left are left, and the others asked for', async () => {
  const w = await served()
  await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  const { page, problems } = await openPage(browser, phone)
  await enter(w, page)
  await page.goto(`${w.url}/organizations`)
  await page.getByLabel('Select all on this page').check()
  await page.getByRole('button', { name: 'Leave selected' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('heading', { name: 'Leave one organization?' }).waitFor()
  await dialog.getByText('Your account is disabled at Northwind').waitFor()
  assert.equal(
    await page.locator('dialog').evaluate((one) => one.scrollTop),
    0,
    'from its beginning',
  )
  await requireAccessible(page, 'leaving some')
  await picture(page, 'desk-leave-some-phone')
  await page.goBack()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Leave selected' }).click()
  await dialog.getByLabel('Ask its administrators to remove me instead').check()
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('heading', { name: 'You have left one organization.' }).waitFor()
  await page.getByText('You have not left Northwind.').waitFor()
  await page.getByText('You asked to be removed.').waitFor()
  await requireAccessible(page, 'some left')
  await picture(page, 'desk-left-some-phone')
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('R125: the last administrator names a successor and leaves, by keyboard too; at a desk and on a phone', async () => {
  for (const size of [desktop, phone]) {
    const w = await served()
    await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
    await sql`update users set account_enabled = false
      where tenant_id = ${w.fabrikam.id} and id = ${w.frank.userId}`.execute(w.db)
    const { page, problems } = await openPage(browser, size)
    await enter(w, page)
    await page.goto(`${w.url}/leave/${w.fabrikam.id}`)
    await page.getByText('You are the only Global Administrator of Fabrikam').waitFor()
    await requireAccessible(page, 'offered to hand over')
    await page.getByRole('link', { name: 'Name a successor and leave', exact: true }).click()
    await page.getByRole('heading', { name: 'Hand over and leave Fabrikam?' }).waitFor()
    await page.getByLabel('Find a member by name').fill('fio')
    await page.keyboard.press('Enter')
    await page.waitForURL(/search=fio/)
    await requireAccessible(page, 'naming a successor')
    await picture(page, `desk-hand-over-${size.width}`)
    await page.getByRole('radio', { name: /Fiona Byrne/ }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await page.getByText('You have left Fabrikam.').waitFor()
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  }
})

/** What the tools of browsers call Slow 4G: latency in milliseconds, bytes a second. */
const slowLine = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
}

const budgetMs = 1_500

/** When the largest part of the page was drawn, in milliseconds from the beginning. */
const largestPaint = async (page: Page, url: string): Promise<number> => {
  await page.goto(url)
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? NaN)).observe(
          {
            type: 'largest-contentful-paint',
            buffered: true,
          },
        )
      }),
  )
}

test('on a slow line and a slow machine the list of 500 is there within a second and a half', async () => {
  const w = await served()
  await crowd(w)
  const { page, problems } = await openPage(browser, phone)
  await enter(w, page)
  // What is measured is the page, not the first compilation of the server.
  await page.goto(`${w.url}/organizations`)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await devtools.send('Network.emulateNetworkConditions', slowLine)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  // Whatever else runs on this machine can only add to it: the least disturbed load counts.
  const paints: number[] = []
  while (paints.length < 5 && !paints.some((one) => one <= budgetMs))
    paints.push(await largestPaint(page, `${w.url}/organizations`))
  assert.ok(Math.min(...paints) <= budgetMs, `${paints.map(Math.round).join(', ')} ms`)
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('the script of the portal is small', () => {
  const assets = new URL('../../dist/desk/assets/', import.meta.url)
  const sizes = readdirSync(assets)
    .filter((name) => name.endsWith('.js.br'))
    .map((name) => readFileSync(new URL(name, assets)).length)
  assert.equal(sizes.length, 1)
  const [size = Infinity] = sizes
  assert.ok(size <= 8 * kilobyte, `${size} bytes`)
})
