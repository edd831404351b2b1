/** The page of an application of another organization: what is its home's is shown, and why. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admin as en } from '../../src/words/en/admin/admin.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'
import { shared } from '../many-organizations.ts'
import { browserOfTests, desktop, openPage, requireAccessible } from './browser.ts'

const browser = browserOfTests()

test('an application of another organization: what its home alone changes is shown and says so, what is of this one is changed, and it is deleted here alone', async () => {
  const w = await served()
  const { home, there } = await shared(w, { name: 'Payroll' })
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.nora)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const at = `${w.url}/admin/${w.northwind.id}/applications/${there.id}`
  await page.goto(`${at}?tab=roles`)
  const newRole = page.getByRole('button', { name: en.application.newRole })
  await newRole.hover()
  await page.getByText(en.application.ofItsHome).waitFor()
  assert.equal(await newRole.getAttribute('aria-disabled'), 'true')

  await page.goto(`${at}?tab=sign-in`)
  await page.getByText(en.signIn.ofItsHome).waitFor()
  assert.ok(await page.getByLabel(en.signIn.addresses.web).isDisabled())
  await requireAccessible(page, 'signing in to an application of another organization')
  await page.getByLabel(en.signIn.assigned).click()
  await page.getByRole('button', { name: en.save, exact: true }).click()
  await page.getByText(en.signIn.saved).first().waitFor()

  await page.getByRole('button', { name: en.edit, exact: true }).click()
  const dialog = page.getByRole('dialog')
  assert.ok(await dialog.getByLabel(en.name, { exact: false }).first().isDisabled())
  await dialog.getByLabel(en.description).fill('For the wages')
  await requireAccessible(page, 'changing an application of another organization')
  await dialog.getByRole('button', { name: en.save, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  const nora = w.as(w.nora, w.northwind)
  const read = await json(await nora.get(`/v1.0/servicePrincipals/${there.id}`))
  assert.deepEqual(
    [read['description'], read['appRoleAssignmentRequired']],
    ['For the wages', true],
  )

  await page.getByRole('button', { name: en.delete, exact: true }).first().click()
  await page.getByText(en.application.deleteHereText).waitFor()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: en.delete, exact: true }).click()
  await page.waitForURL(/\/applications$/)
  assert.equal((await nora.get(`/v1.0/servicePrincipals/${there.id}`)).status, 404)
  const frank = w.as(w.frank, w.fabrikam)
  assert.equal((await frank.get(`/v1.0/applications(appId='${home.appId}')`)).status, 200)
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
