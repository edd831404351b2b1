/** Permanent deletions that are protected: one administrator asks, another says yes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desktop, goTo, browserOfTests, openPage, picture, requireAccessible } from './browser.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'

const browser = browserOfTests()

const phone = { width: 390, height: 844, colorScheme: 'dark' } as const

test('R137: an administrator asks for a second yes before permanent deletions, and a second one gives it, on a phone', async () => {
  const w = await served()
  const gail = await w.member(w.fabrikam, 'Gail Second')
  await w.grant(gail, w.fabrikam, 'globalAdministrator')
  const gone = await w.member(w.fabrikam, 'Gone Person')
  // Setting a password, as signing in here does, ends what was open.
  const frank = () => w.as(w.frank, w.fabrikam)
  assert.equal((await frank().delete(`/v1.0/users/${gone.userId}`)).status, 204)

  const stripped = await w.member(w.fabrikam, 'Hank Stripped')
  await w.grant(stripped, w.fabrikam, 'userAdministrator')
  const kept = await w.member(w.fabrikam, 'Kept Person')
  assert.equal((await frank().delete(`/v1.0/users/${kept.userId}`)).status, 204)

  const first = await openPage(browser, desktop)
  await first.page.goto(`${w.url}/admin/`)
  await w.signIn(first.page, w.frank)
  await first.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await goTo(first.page, desktop, 'Protected deletions')
  await first.page.getByText('Nothing waits').waitFor()
  await first.page.getByRole('radio', { name: 'It waits' }).check()
  await first.page.getByLabel('How many hours it waits').waitFor()
  await requireAccessible(first.page, 'the protection of deletions')
  await first.page.getByRole('radio', { name: 'A second administrator says yes' }).check()
  await first.page.getByRole('button', { name: 'Save' }).click()
  await first.page.getByText('The protection is changed.').first().waitFor()
  const deleted = await frank().post('/v1.0/directory/deletedItems/guesthouse.permanentlyDelete', {
    ids: [gone.userId],
  })
  assert.equal(deleted.status, 200)
  const asked = await w
    .as(stripped, w.fabrikam)
    .delete(`/v1.0/directory/deletedItems/${kept.userId}`)
  assert.equal(asked.status, 202)
  assert.equal(
    (await frank().patch(`/v1.0/users/${stripped.userId}`, { accountEnabled: false })).status,
    204,
  )
  await first.page.reload()
  const own = first.page.getByRole('button', { name: 'Approve: Gone Person' })
  await own.and(first.page.locator('[aria-disabled="true"]')).waitFor()
  await first.page.getByRole('button', { name: 'Take back: Gone Person' }).waitFor()
  await picture(first.page, 'purge-protection-desktop')

  // A yes to the wish of who may no longer do it refuses it, and says why afterwards.
  const { value } = await json(await w.as(gail, w.fabrikam).get('/v1.0/guesthouse.purgeRequests'))
  const wish = value.find((one: Record<string, unknown>) => one['targetId'] === kept.userId)
  const yes = `/v1.0/guesthouse.purgeRequests/${wish['id']}/guesthouse.answer`
  assert.equal((await w.as(gail, w.fabrikam).post(yes, { action: 'approve' })).status, 409)
  await first.page.reload()
  await first.page.getByText('Refused by nobody: whoever asked may no longer do it').waitFor()
  await requireAccessible(first.page, 'what was asked for')
  await picture(first.page, 'purge-protection-history')

  const second = await openPage(browser, phone)
  await second.page.goto(`${w.url}/admin/${w.fabrikam.id}/protection`)
  await w.signIn(second.page, gail)
  await second.page.getByRole('button', { name: 'Approve: Gone Person' }).click()
  const dialog = second.page.getByRole('alertdialog')
  await dialog.getByText('Gone Person is permanently deleted at once.').waitFor()
  await requireAccessible(second.page, 'approving a permanent deletion')
  await picture(second.page, 'purge-protection-phone')
  await dialog.getByRole('button', { name: 'Approve' }).click()
  await second.page.getByText('Nothing waits').waitFor()
  await second.page.getByText(`Done, with a yes of Gail Second`).waitFor()
  assert.equal((await frank().get(`/v1.0/directory/deletedItems/${gone.userId}`)).status, 404)
  assert.deepEqual([...first.problems, ...second.problems], [])
  await w.stop()
})
