/** What stands where no page is, and what a refusal says beside its field in another language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles } from '../../src/access/roles.ts'
import { newId } from '../../src/kernel/ids.ts'
import { admin as de } from '../../src/words/de/admin/admin.ts'
import { shell } from '../../src/words/de/shell.ts'
import { served } from '../machines/served.ts'
import {
  browserOfTests,
  desktop,
  goWithin,
  openPage,
  phone,
  picture,
  requireAccessible,
} from './browser.ts'

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
    const unknown = newId()
    for (const path of [
      'nowhere/at/all',
      'nowhere',
      `${w.fabrikam.id}/nowhere`,
      unknown,
      `${unknown}/users/guests`,
    ]) {
      await goWithin(page, `/admin/${path}`)
      await page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor()
      await page.getByRole('banner').waitFor()
      const start = page.getByRole('link', { name: 'Go to the start' })
      assert.equal(await start.getAttribute('href'), '/admin')
    }
    await requireAccessible(page, 'no page')
    assert.deepEqual(problems, [])
    await page.context().close()
  }
  await w.stop()
})

test('an address leads to what is meant, and where that is gone to the list it stood in', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/users/guests?state=invited`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('heading', { level: 1, name: 'Guests' }).waitFor()
  assert.equal(page.url(), `${w.url}/admin/${w.fabrikam.id}/users/guests?state=invited`)
  const lists = [
    ['users', 'Deleted users'],
    ['groups', 'Deleted groups'],
    ['applications', 'Deleted applications'],
    ['policies', 'Guest lifecycle'],
    ['roles', 'Roles'],
  ] as const
  for (const [list, title] of lists) {
    await goWithin(page, `/admin/${w.fabrikam.id.toUpperCase()}/${list}/${newId()}`)
    await page.getByRole('heading', { level: 1, name: 'Not here' }).waitFor()
    await page.getByRole('link', { name: `Go to ${title}` }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  }
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('what the server says of one property stands beside its field in German, and roles in the order of their German names', async () => {
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

  await page.goto(`${w.url}/admin/${w.fabrikam.id}/roles`)
  await page.getByRole('link', { name: 'Globaler Leser' }).waitFor()
  const names = await page.getByRole('rowgroup').last().getByRole('link').allTextContents()
  assert.equal(names.length, Object.keys(roles).length)
  assert.deepEqual(names, names.toSorted(new Intl.Collator('de').compare))
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('R77: whoever invites somebody who is a guest here already is told so, with the way to them', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, phone)
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/invitations`)
  await w.signIn(page, w.frank)
  await page.getByRole('button', { name: 'Invite a guest' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(w.bob.upn)
  await dialog.getByRole('button', { name: 'Invite a guest' }).click()
  await dialog.getByRole('alert').getByText('is a guest here already').waitFor()
  await requireAccessible(page, 'a guest already')
  await picture(page, 'admin-guest-already')
  await dialog.getByRole('link', { name: 'Show the user who has this address' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bob Okafor' }).waitFor()
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('R134: a policy says which numbers it takes, and beside the field that one is not among them, before it is looked at', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/policies/new`)
  await w.signIn(page, w.frank)
  await page.getByRole('textbox', { name: 'Name' }).fill('Unused')
  const days = page.getByRole('spinbutton', { name: 'Days without use' })
  const said = page.getByText('A whole number from 30 to 730.')
  await said.waitFor()
  await days.fill('3')
  await page.getByRole('button', { name: 'Show what it would do' }).click()
  await page.locator('[aria-invalid="true"]').waitFor()
  assert.equal(await days.getAttribute('aria-invalid'), 'true')
  assert.equal(await days.evaluate((one) => one === document.activeElement), true)
  assert.equal(await said.count(), 1, 'said once')
  assert.equal(await page.getByText('Invalid value').count(), 0)
  await requireAccessible(page, 'a number that is refused')
  await picture(page, 'admin-policy-refused')
  await days.fill('40')
  await page.getByRole('button', { name: 'Show what it would do' }).click()
  await page.locator('[aria-invalid="true"]').waitFor({ state: 'detached' })
  await page.getByText('It would concern nobody soon').waitFor()
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('R77, R134: in German too, a number out of range is said at its field, what is not saved is asked about, and a guest is not invited twice', async () => {
  const w = await served()
  await w.as(w.frank, w.fabrikam).patch('/v1.0/me', { preferredLanguage: 'de' })
  const { page, problems } = await openPage(browser, phone)
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/policies/new`)
  await w.signIn(page, w.frank)
  await page.getByRole('textbox', { name: 'Name' }).fill('Ungenutzt')
  const days = page.getByRole('spinbutton', { name: de.policy.inactiveDays })
  await days.fill('3')
  await page.getByRole('button', { name: de.policy.trial.look }).click()
  await page.locator('[aria-invalid="true"]').waitFor()
  assert.equal(await days.getAttribute('aria-invalid'), 'true')
  await page.getByText(de.form.between(30, 730)).waitFor()
  await requireAccessible(page, 'a number that is refused, in German')
  await page.getByRole('main').getByRole('link').first().click()
  const asked = page.getByRole('alertdialog')
  await asked.getByText(shell.discard.title).waitFor()
  await asked.getByRole('button', { name: shell.discard.confirm }).click()
  await asked.waitFor({ state: 'detached' })

  await goWithin(page, `/admin/${w.fabrikam.id}/invitations`)
  await page.getByRole('button', { name: de.invitation.invite }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(w.bob.upn)
  await dialog.getByRole('button', { name: de.invitation.invite }).click()
  await dialog.getByRole('alert').getByText('ist schon Gast hier').waitFor()
  await requireAccessible(page, 'a guest already, in German')
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
