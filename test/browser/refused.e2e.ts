/** What stands where no page is, and what a refusal says beside its field in another language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { served } from '../machines/served.ts'
import { browserOfTests, desktop, openPage, phone, requireAccessible } from './browser.ts'

const browser = browserOfTests()

test('an address of the admin centre that is none says so in the frame, with the way to the start, to who administers and to guests', async () => {
  const w = await served()
  for (const [person, view] of [
    [w.frank, desktop],
    [w.ada, phone],
  ] as const) {
    const { page, problems } = await openPage(browser, view)
    await page.goto(`${w.url}/admin/nowhere/at/all`)
    await w.signIn(page, person)
    for (const path of ['nowhere/at/all', 'nowhere', `${w.fabrikam.id}/nowhere`]) {
      await page.goto(`${w.url}/admin/${path}`)
      await page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor()
      await page.getByRole('banner').waitFor()
      await requireAccessible(page, `no page at ${path}`)
      const start = page.getByRole('link', { name: 'Go to the start' })
      assert.equal(await start.getAttribute('href'), '/admin')
    }
    assert.deepEqual(problems, [])
    await page.context().close()
  }
  await w.stop()
})

test('what the server says of one property stands beside its field in German', async () => {
  const w = await served()
  const german = { preferredLanguage: 'de' }
  const changed = await w
    .as(w.frank, w.fabrikam)
    .patch(`/v1.0/users/${w.userOf(w.frank, w.fabrikam)}`, german)
  assert.equal(changed.status, 204)
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/identity-providers`)
  await w.signIn(page, w.frank)
  await page.getByRole('button', { name: 'Neuer Anbieter' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Nebenan')
  const issuer = dialog.getByLabel('Aussteller')
  await issuer.fill('https://192.168.7.7')
  await dialog.getByLabel('Client-ID').fill('guesthouse')
  await dialog.getByText('Gäste, die wir einladen').click()
  await dialog.getByRole('button', { name: 'Anbieter hinzufügen' }).click()
  await dialog.getByText(/^Der Aussteller liegt an einer internen Adresse/).waitFor()
  assert.equal(await issuer.getAttribute('aria-invalid'), 'true')
  assert.equal(await dialog.getByText('internal address').count(), 0)
  await requireAccessible(page, 'refused in German')
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
