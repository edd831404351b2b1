/** Administrators' lists remember what they were asked for, and act on what they show. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { searchVector } from '../../src/directory/users/user.ts'
import { searchLexemes } from '../../src/kernel/search-words.ts'
import { sql } from '../../src/store/database.ts'
import { served } from '../machines/served.ts'
import {
  desktop,
  browserOfTests,
  openPage,
  phone,
  picture,
  requireAccessible,
  type View,
} from './browser.ts'

const browser = browserOfTests()

/** More guests than one page shows. */
const opened = async (view: View) => {
  const w = await served()
  const ada = w.userOf(w.ada, w.fabrikam)
  await sql`
    insert into users
    select made.*
    from users u cross join generate_series(101, 180) n
    cross join lateral jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'person_id', null, 'display_name', 'Crowd ' || n, 'created_at', u.created_at + n * interval '1 minute', 'mail', null, 'mail_key', null,
      'proxy_addresses', '{}'::text[], 'user_principal_name', 'crowd' || n || '@x.example', 'name_key', 'crowd' || n || '@x.example', 'sort_name', 'crowd ' || n)) made
    where u.tenant_id = ${w.fabrikam.id} and u.id = ${ada}`.execute(w.db)
  await sql`update users set search_words = ${searchVector(searchLexemes(w.fabrikam.id, 'Crowd'))} where tenant_id = ${w.fabrikam.id} and sort_name like 'crowd 1%'`.execute(
    w.db,
  )
  const { page, problems } = await openPage(browser, view)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const end = async (): Promise<void> => {
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  }
  return { w, page, end, at: (list: string) => `${w.url}/admin/${w.fabrikam.id}/${list}` }
}

/** Waits until the address holds exactly these parts. */
const asks = (page: Page, wanted: Readonly<Record<string, string>>): Promise<unknown> =>
  page.waitForFunction((parts) => {
    const now = new URLSearchParams(location.search)
    return (
      now.size === Object.keys(parts).length &&
      Object.entries(parts).every(([name, value]) => now.get(name) === value)
    )
  }, wanted)

test('a list stands in its address: reload, back, a link and the next visit show the same', async () => {
  const { page, end, at } = await opened(desktop)
  await page.goto(at('users/guests'))
  await page.getByRole('button', { name: 'Load more' }).click()
  await asks(page, { pages: '2' })
  await page.getByText('Crowd 180', { exact: true }).waitFor()
  await page.reload()
  await page.getByText('Crowd 180', { exact: true }).waitFor()

  await page.getByRole('searchbox', { name: 'Search users' }).fill('crowd')
  await page.getByRole('columnheader', { name: 'Created' }).click()
  await page.getByLabel('State').selectOption('enabled')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Company' }).click()
  await page.keyboard.press('Escape')
  const asked = {
    search: 'crowd',
    orderBy: 'createdDateTime',
    state: 'enabled',
    columns:
      'userPrincipalName,state,createdDateTime,signInActivity/lastSignInDateTime,companyName',
  }
  await asks(page, asked)
  await page.getByRole('columnheader', { name: 'Company' }).waitFor()
  await requireAccessible(page, 'a narrowed list')
  await picture(page, 'lists-narrowed')

  const link = page.url()
  await page.reload()
  await page.getByRole('columnheader', { name: 'Company' }).waitFor()
  assert.equal(await page.getByRole('searchbox').first().inputValue(), 'crowd')
  await page.getByRole('link', { name: 'Crowd 101', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Crowd 101' }).waitFor()
  await page.goBack()
  await asks(page, asked)
  await page.getByRole('columnheader', { name: 'Company' }).waitFor()
  assert.equal(page.url(), link)

  // Another list has its own; coming back begins with what was asked before.
  await page.goto(at('groups'))
  await asks(page, {})
  await page.goto(at('users/guests'))
  await asks(page, asked)
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await asks(page, { orderBy: asked.orderBy, columns: asked.columns })
  await page.getByText('Ada Lovelace', { exact: true }).waitFor()

  // Another window knows the columns and the order, and not whom somebody looked for.
  const another = await page.context().newPage()
  await page.getByRole('searchbox', { name: 'Search users' }).fill('lovelace')
  await asks(page, { orderBy: asked.orderBy, columns: asked.columns, search: 'lovelace' })
  await another.goto(at('users/guests'))
  await asks(another, { orderBy: asked.orderBy, columns: asked.columns })
  await another.close()
  await end()
})

test('R68: all that a list finds are disabled with one question, with progress and results, on a phone too; the list is exported', async () => {
  const { w, page, end, at } = await opened(phone)
  await page.goto(at('users/guests?search=crowd'))
  await page.getByRole('checkbox', { name: 'Select Crowd 101' }).click()
  await page.getByText('One is ticked').waitFor()
  await page.getByRole('button', { name: 'Choose all that the list finds' }).click()
  await page.getByText('All 80 that the list finds are chosen').waitFor()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const asked = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await asked.getByText('Delete 80 users?').waitFor()
  await asked.getByText('80 users will be deleted.').waitFor()
  await requireAccessible(page, 'deleting many')
  await picture(page, 'lists-deleting-phone')
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await asked.waitFor({ state: 'detached' })
  await requireAccessible(page, 'a selection')
  await picture(page, 'lists-selection-phone')
  await page.getByRole('button', { name: 'Disable', exact: true }).click()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await dialog.getByText('Disable 80 users?').waitFor()
  await requireAccessible(page, 'disabling many')
  await dialog.getByRole('button', { name: 'Disable', exact: true }).click()
  await dialog.getByText('Done: 80.').waitFor({ timeout: 60_000 })
  await picture(page, 'lists-done-phone')
  const [results] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download the results' }).click(),
  ])
  assert.equal(results.suggestedFilename(), 'users-disable.csv')
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await dialog.waitFor({ state: 'detached' })
  const disabled = await w
    .as(w.frank, w.fabrikam)
    .get('/v1.0/users?$filter=accountEnabled eq false&$top=999')
  assert.equal(((await disabled.json()) as { value: unknown[] }).value.length, 80)
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ])
  assert.equal(list.suggestedFilename(), 'users.csv')
  await end()
})
