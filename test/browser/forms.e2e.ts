/**
 * Forms of the admin centre: what is wrong stands beside its field, and the focus is in the first
 * that is, whether the page finds it or the server.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator } from 'playwright-core'
import {
  browserOfTests,
  desktop,
  goTo,
  openPage,
  phone,
  requireAccessibleEverywhere,
} from './browser.ts'
import { timesHeard } from './heard.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'

const browser = browserOfTests()

/** The words that a field is described by, as they are read out. */
const saidOf = (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )

/** Waits until a field says `words` of itself and has the focus, and is marked as wrong. */
const requireWrong = async (field: Locator, words: RegExp): Promise<void> => {
  await field.and(field.page().locator('[aria-invalid="true"]:focus')).waitFor()
  assert.match(await saidOf(field), words)
}

test('what is wrong with a new user stands beside its field, which has the focus; what the server refuses too', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, phone)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await goTo(page, phone, 'Users')
  await page.getByRole('button', { name: 'New user' }).click()
  const dialog = page.getByRole('dialog')
  const [name, start, mail] = [/^Name/, /^Sign-in name/, /^E-mail/].map((label) =>
    dialog.getByLabel(label),
  ) as [Locator, Locator, Locator]
  const create = () => dialog.getByRole('button', { name: 'Create' }).click()

  await create()
  await requireWrong(name, /Fill this in/)
  assert.match(await saidOf(start), /Fill this in/)
  await requireAccessibleEverywhere(page, 'fields that are empty')

  // What was wrong is right while it is typed.
  await name.fill('Ada Two')
  await name.and(page.locator(':not([aria-invalid="true"])')).waitFor()
  assert.doesNotMatch(await saidOf(name), /Fill this in/)
  assert.match(await saidOf(start), /Fill this in/)
  await start.fill('ada two')
  await mail.fill('nowhere')
  await create()
  await requireWrong(start, /Write it like ada@contoso\.example/)
  assert.match(await saidOf(mail), /Write it like/)

  // The page cannot know who else has a name.
  await start.fill(w.frank.upn.replace(/@.*/, ''))
  await mail.fill('')
  await create()
  await requireWrong(start, /taken here already/)
  assert.equal(await dialog.getByRole('group').filter({ hasText: 'Problem' }).count(), 0)
  assert.equal(await name.inputValue(), 'Ada Two', 'nothing typed is lost')
  await requireAccessibleEverywhere(page, 'a name that is taken')

  await start.fill('ada.two')
  await dialog.getByLabel(/^Make a one-time link/).check()
  await create()
  // The news comes while another dialog is open.
  const link = page.getByRole('alertdialog', { name: 'One-time password link' })
  await link.waitFor()
  assert.equal(await timesHeard(page, 'Ada Two is created.'), 1)
  await link.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ada Two' }).waitFor()
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('what another has changed while a form was open stays, where nothing was typed there', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  const frank = w.as(w.frank, w.fabrikam)
  const made = await frank.post('/v1.0/servicePrincipals', { displayName: 'Payroll' })
  const { appId } = await json(made, 201)
  const path = `/v1.0/applications(appId='${appId}')`
  await goTo(page, desktop, 'Applications')
  await page.getByRole('link', { name: 'Payroll' }).click()
  await page.getByRole('tab', { name: 'Sign-in' }).click()
  await page.getByText('No secret yet').waitFor()

  const web = { redirectUris: ['https://payroll.example/callback'] }
  await json(await frank.patch(path, { web }), 204)
  // A secret on the same page has all of it read again.
  await page.getByRole('button', { name: 'New secret' }).click()
  await page.getByLabel('What it is for').fill('a server')
  await page.getByRole('button', { name: 'Make the secret' }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByText('No secret yet').waitFor({ state: 'detached' })
  const told = 'https://payroll.example/out'
  await page.getByLabel('What the browser opens where people sign out').fill(told)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The sign-in settings are saved.').first().waitFor()
  const after = await json(await frank.get(path))
  assert.deepEqual(after['web'].redirectUris, web.redirectUris)
  assert.equal(after['web'].logoutUrl, told)

  await goTo(page, desktop, 'External collaboration settings')
  await page.getByRole('radio', { name: /They are asked by mail first/ }).check()
  const policy = '/v1.0/policies/authorizationPolicy'
  await json(await frank.patch(policy, { 'guesthouse.invitationLifetimeDays': 7 }), 204)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The settings are saved.').first().waitFor()
  const rules = await json(await frank.get(`${policy}?$select=*`))
  assert.deepEqual(
    [rules['guesthouse.invitationLifetimeDays'], rules['guesthouse.restoringNeedsConsent']],
    [7, true],
  )
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
