/** What nobody does to themselves is shown as that before it is tried, with why. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { roles } from '../../src/access/roles.ts'
import { notOnOneself, type ActOnAnother } from '../../src/wire/graph/users/not-on-oneself.ts'
import { admin as de } from '../../src/words/de/admin/admin.ts'
import { problems } from '../../src/words/de/admin/problems.ts'
import { admin as en, type AdminWords } from '../../src/words/en/admin/admin.ts'
import { served } from '../machines/served.ts'
import { browserOfTests, desktop, openPage, phone, picture, requireAccessible } from './browser.ts'

const browser = browserOfTests()

/** What an act is called on the page of a member, and of a guest; on which part of it. */
const callings = (words: AdminWords): Readonly<Record<ActOnAnother, string>> => ({
  disable: words.user.disable,
  delete: words.user.delete,
  convert: words.user.convert.Member,
  givePassword: words.user.resetPassword,
  tie: words.provider.tie,
  resetFactors: words.provider.reset,
  redeemAgain: words.provider.redeem,
})
const ofGuests: ReadonlySet<ActOnAnother> = new Set(['redeemAgain'])

/** That it cannot be used, says why to who comes to it by keyboard, and does nothing. */
const saysWhyNot = async (page: Page, button: Locator, why: string): Promise<void> => {
  await button.focus()
  assert.equal(await button.getAttribute('aria-disabled'), 'true', why)
  assert.equal(await button.evaluate((one) => one === document.activeElement), true, why)
  const said = await button.evaluate((one) => {
    const ids = one.getAttribute('aria-describedby')?.split(' ') ?? []
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  })
  assert.equal(said, why)
  await page.keyboard.press('Enter')
  assert.equal(await page.getByRole('dialog').or(page.getByRole('alertdialog')).count(), 0)
}

const buttonOf = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name, exact: true })

for (const [language, words, view] of [
  ['en', en, desktop],
  ['de', de, phone],
] as const)
  test(`R49, R42: on one’s own page, and with oneself among many, what is refused is unavailable and says why, in ${language}`, async () => {
    const w = await served()
    await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
    const frank = w.as(w.frank, w.fabrikam)
    await frank.patch('/v1.0/me', { preferredLanguage: language })
    await w.as(w.ada, w.contoso).patch('/v1.0/me', { preferredLanguage: language })
    const own = { [w.frank.userId]: w.frank, [w.userOf(w.ada, w.fabrikam)]: w.ada }
    for (const [id, person] of Object.entries(own)) {
      const { page, problems } = await openPage(browser, view)
      await page.goto(`${w.url}/admin/${w.fabrikam.id}/users/${id}`)
      await w.signIn(page, person)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const isGuest = person === w.ada
      for (const act of Object.keys(notOnOneself) as ActOnAnother[])
        if (isGuest === ofGuests.has(act)) {
          if (!(await buttonOf(page, callings(words)[act]).count()))
            await page.getByRole('tab', { name: words.provider.ways, exact: true }).click()
          const button = buttonOf(page, callings(words)[act])
          await button.waitFor()
          await saysWhyNot(page, button, words.notOnOneself[act])
        }
      await picture(page, `oneself-${language}`)
      // The reason that is in sight stands above the page, and is no part of it.
      await page.getByRole('heading', { level: 1 }).click()
      await page.getByRole('tooltip').waitFor({ state: 'hidden' })
      await requireAccessible(page, 'what is not for oneself')
      assert.deepEqual(problems, [])
      await page.context().close()
    }
    await w.stop()
  })

for (const [language, words, view] of [
  ['en', en, desktop],
  ['de', de, phone],
] as const)
  test(`R49, R42, R124: who asked to be removed, and who is the last administrator elsewhere, cannot be deleted, which is shown with why before it is tried, in ${language}`, async () => {
    const w = await served()
    await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
    const frank = w.as(w.frank, w.fabrikam)
    const policy = { allowExternalIdentitiesToLeave: false }
    await frank.patch('/v1.0/policies/externalIdentitiesPolicy', policy)
    const here = `/account/organizations/${w.fabrikam.id}/requests`
    await w.as(w.ada).post(here, { kind: 'removal' })
    await w.grant(w.bob, w.contoso, 'authenticationAdministrator')
    for (const person of [w.ada, w.carol, w.bob])
      await w.as(person, w.contoso).patch('/v1.0/me', { preferredLanguage: language })

    const mine = await openPage(browser, view)
    await mine.page.goto(`${w.url}/admin/${w.fabrikam.id}/requests`)
    await w.signIn(mine.page, w.ada)
    const name = words.log.answerNamed.delete(w.ada.name)
    await saysWhyNot(mine.page, buttonOf(mine.page, name), words.notOnOneself.delete)
    await picture(mine.page, `oneself-request-${language}`)
    await mine.page.context().close()

    await w.as(w.ada, w.fabrikam).patch(`/v1.0/users/${w.frank.userId}`, { accountEnabled: false })
    const theirs = await openPage(browser, view)
    const { page } = theirs
    await page.goto(`${w.url}/admin/${w.contoso.id}/users/${w.ada.userId}`)
    await w.signIn(page, w.carol)
    const why =
      language === 'en'
        ? 'Fabrikam would be left without a Global Administrator who can act. Make somebody else one there first.'
        : problems.byCode.lastAdministrator
    for (const act of [words.user.disable, words.user.delete]) {
      await page.locator('button[aria-disabled=true]', { hasText: act }).waitFor()
      await saysWhyNot(page, buttonOf(page, act), why)
    }
    await picture(page, `last-elsewhere-${language}`)
    await page.getByRole('heading', { level: 1 }).click()
    await page.getByRole('tooltip').waitFor({ state: 'hidden' })
    await requireAccessible(page, 'the last administrator elsewhere')
    await page.context().close()
    // So does who may disable and not delete.
    const disabler = await openPage(browser, view)
    await disabler.page.goto(`${w.url}/admin/${w.contoso.id}/users/${w.ada.userId}`)
    await w.signIn(disabler.page, w.bob)
    await disabler.page
      .locator('button[aria-disabled=true]', { hasText: words.user.disable })
      .waitFor()
    await saysWhyNot(disabler.page, buttonOf(disabler.page, words.user.disable), why)
    await disabler.page.context().close()
    assert.deepEqual([mine.problems, theirs.problems, disabler.problems], [[], [], []])
    await w.stop()
  })

test('R42: who is among those ticked is left out and told so; the last administrator’s role cannot be taken away, and says why', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, desktop)
  const at = `${w.url}/admin/${w.fabrikam.id}`
  await page.goto(`${at}/users`)
  await w.signIn(page, w.frank)
  await page.getByRole('checkbox', { name: 'Select Frank Weber' }).check()
  await saysWhyNot(page, buttonOf(page, 'Disable'), en.notOnOneself.disable)
  await saysWhyNot(page, buttonOf(page, 'Delete'), en.notOnOneself.delete)
  await page.getByRole('checkbox', { name: 'Select Fiona Byrne' }).check()
  await page.getByText(en.meAmongMany.ticked).waitFor()
  const dialog = page.getByRole('alertdialog')
  for (const act of ['Delete', 'Disable'] as const) {
    await buttonOf(page, act).click()
    await dialog.getByText(`${act} one user?`).waitFor()
    await dialog.getByText(/^One is left out: you\. You cannot/).waitFor()
    assert.equal(await dialog.getByText('Frank Weber').count(), 0)
    await requireAccessible(page, 'left out')
    await picture(page, `oneself-among-${act}`)
    if (act === 'Delete') await dialog.getByRole('button', { name: 'Cancel' }).click()
  }
  await dialog.getByRole('button', { name: 'Disable', exact: true }).click()
  await dialog.getByText('Done: 1.').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()

  await page.goto(`${at}/roles/${roles.globalAdministrator.id}`)
  const remove = buttonOf(page, 'Remove Frank Weber')
  await remove.waitFor()
  await saysWhyNot(page, remove, en.role.unassignsLast)
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  await page.reload()
  await remove.waitFor()
  assert.equal(await remove.getAttribute('aria-disabled'), null)
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
