/** What keeping a guest does not stop, as people meet it; and of whom nobody names a day (R136). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs } from '../../src/kernel/time.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'
import { createPolicy, frank, idOf } from '../policies.ts'
import { browserOfTests, openPage, phone, picture, requireAccessibleEverywhere } from './browser.ts'

const browser = browserOfTests()

test('R129, R136: what keeping does not stop stands in row, question and answer, in the portal and in the admin centre; how a guest came is said once', async () => {
  const w = await served()
  const ada = idOf(w, w.ada)
  const ref = { '@odata.id': `${w.url}/v1.0/users/${w.frank.userId}` }
  await json(await frank(w).post(`/v1.0/users/${ada}/sponsors/$ref`, ref), 204)
  await json(await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`))
  await createPolicy(w, { 'guesthouse.redemptionDays': 20 })
  const invitation = {
    invitedUserEmailAddress: 'eve@outside.example',
    inviteRedirectUrl: `${w.url}/`,
  }
  await json(await frank(w).post('/v1.0/invitations', invitation), 201)
  w.pass(dayMs)
  const { page, problems } = await openPage(browser, phone)
  await page.goto(`${w.url}/guests`)
  await w.signIn(page, w.frank)
  await page.getByText('Keeping alone does not stop that. The guest has to sign in').waitFor()
  const row = page.getByRole('listitem').filter({ hasText: 'eve@outside.example' })
  const again = row.getByRole('link', { name: /Send the invitation again/ })
  assert.match((await again.getAttribute('href')) ?? '', /\/invitations$/)
  await requireAccessibleEverywhere(page, 'keeping does not stop it')
  await page.getByRole('link', { name: 'Keep Ada Lovelace' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByText('That alone does not stop it').waitFor()
  await requireAccessibleEverywhere(page, 'keeping, and what it does not stop')
  await question.getByRole('button', { name: 'Keep' }).click()
  const told = page.getByRole('status').filter({ hasText: 'is still needed' })
  await told.getByText('The guest has to sign in there before then.').waitFor()
  await requireAccessibleEverywhere(page, 'kept, and what still comes')

  await page.goto(`${w.url}/admin/${w.fabrikam.id}/users/${ada}`)
  await page.getByText('by an invitation; who invited is not recorded').waitFor()
  await page.getByText('Only if it is not used before then').first().waitFor()
  assert.equal(await page.getByText('too long').count(), 0)
  await page.getByRole('button', { name: 'Confirm need' }).click()
  await question.getByText('The guest has to sign in there before then.').waitFor()
  await requireAccessibleEverywhere(page, 'confirming, and what it does not stop')
  await page.keyboard.press('Escape')

  await w.as(w.ada).leave(w.fabrikam)
  const deleted = `/v1.0/directory/deletedItems/${ada}/guesthouse.hold`
  await json(await frank(w).post(deleted, { reason: 'Case 12' }), 204)
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/users/deleted`)
  await page.getByText('Not while on hold').waitFor()
  await requireAccessibleEverywhere(page, 'deleted, on hold')
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/users/${ada}`)
  await page.getByText('not erased until the hold is ended').waitFor()
  await picture(page, 'a deleted user on hold')
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
