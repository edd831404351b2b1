/** Domains of an organization: added, shown by DNS, made the default, given up. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { vouchForDomain } from '../../src/directory/organizations/add-domain.ts'
import type { Domain } from '../../src/kernel/domain.ts'
import { admin as de } from '../../src/words/de/admin/admin.ts'
import { admin as en } from '../../src/words/en/admin/admin.ts'
import { problems as inGerman } from '../../src/words/de/admin/problems.ts'
import { refusals } from '../../src/edge/refusals/refusals.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'
import {
  browserOfTests,
  desktop,
  openPage,
  phone,
  picture,
  requireAccessible,
  requireAccessibleEverywhere,
  type View,
} from './browser.ts'

const browser = browserOfTests()

/** At Fabrikam's domains, and what the name servers of the world say. */
const opened = async (view: View) => {
  const texts = new Map<string, string[]>()
  const w = await served({ resolveTxt: (name) => Promise.resolve(texts.get(name) ?? []) })
  const { page, problems } = await openPage(browser, view)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: w.url })
  const enter = async (person: typeof w.frank): Promise<void> => {
    await page.goto(`${w.url}/admin/${w.fabrikam.id}/domains`)
    await w.signIn(page, person)
    await page.getByRole('heading', { level: 1, name: 'Domains' }).waitFor()
  }
  const end = async (): Promise<void> => {
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  }
  return { w, page, texts, enter, end, name: `new-${w.fabrikam.domain}` }
}

/** Presses a button by its name with the keyboard alone. */
const press = async (page: Page, name: string): Promise<void> => {
  const button = page.getByRole('button', { name, exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

for (const [device, view, words, language] of [
  ['desktop', desktop, en, 'en'],
  ['phone, in German', phone, de, 'de'],
] as const)
  test(`7.7: a domain is added, shown by the record that is copied, made the default and given up, by keyboard, on a ${device}`, async () => {
    const { w, page, texts, enter, end, name } = await opened(view)
    const text = words.domainList
    const said = (code: 'domainNotShown' | 'domainUsed'): string =>
      language === 'en' ? refusals[code].caller : inGerman.byCode[code]
    await w.as(w.frank, w.fabrikam).patch('/v1.0/me', { preferredLanguage: language })
    await enter(w.frank)
    const frank = w.as(w.frank, w.fabrikam)
    await press(page, text.new)
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: text.name }).fill(` ${name.toUpperCase()}`)
    await page.keyboard.press('Enter')

    const asked = page.getByRole('alertdialog')
    await asked.getByRole('heading', { name: text.verifyTitle(name) }).waitFor()
    await press(page, words.copyNamed(text.recordHost))
    await asked.getByText(words.user.copied).first().waitFor()
    assert.equal(await copied(page), name)
    await press(page, words.copyNamed(text.recordText))
    await asked.getByText(words.user.copied).nth(1).waitFor()
    const proof = await copied(page)
    assert.match(proof, /^guesthouse-domain=/)
    await requireAccessible(page, 'the record to write')
    await picture(page, `admin-domain-record-${language}`)
    await press(page, text.verify)
    await asked.getByRole('alert').getByText(said('domainNotShown')).waitFor()
    await page.keyboard.press('Escape')
    await asked.waitFor({ state: 'detached' })
    await page.getByText(text.states.unverified).first().waitFor()
    await requireAccessible(page, 'domains')

    texts.set(name, [proof])
    await press(page, text.verifyNamed(name))
    await press(page, text.verify)
    await page.getByText(text.verified(name)).first().waitFor()
    await asked.waitFor({ state: 'detached' })
    await press(page, text.makeDefaultNamed(name))
    await asked.waitFor()
    await press(page, text.makeDefault)
    await page.getByText(text.isDefault(name)).first().waitFor()
    await asked.waitFor({ state: 'detached' })
    // What the organization was made with stays, and so does the default one; the buttons say why.
    for (const [of, why] of [
      [name, text.defaultStays],
      [w.fabrikam.domain, text.initialStays],
    ] as const) {
      const remove = page.getByRole('button', { name: words.removeNamed(of), exact: true })
      assert.equal(await remove.getAttribute('aria-disabled'), 'true')
      await remove.focus()
      await page.getByText(why).first().waitFor({ state: 'attached' })
    }
    // The focus goes elsewhere, and the reason with it.
    await page.getByRole('main').focus()
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
    await requireAccessibleEverywhere(page, `admin-domains-${language}`)

    const member = { displayName: 'New', userPrincipalName: `new@${name}` }
    const { id } = await json(await frank.post('/v1.0/users', member), 201)
    await press(page, text.makeDefaultNamed(w.fabrikam.domain))
    await asked.waitFor()
    await press(page, text.makeDefault)
    await page.getByText(text.isDefault(w.fabrikam.domain)).first().waitFor()
    await asked.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: text.makeDefaultNamed(name), exact: true }).waitFor()
    await press(page, words.removeNamed(name))
    await asked.waitFor()
    await press(page, words.remove)
    await asked.getByRole('alert').getByText(said('domainUsed')).waitFor()
    await page.keyboard.press('Escape')
    await asked.waitFor({ state: 'detached' })
    await frank.delete(`/v1.0/users/${id}`)
    await frank.delete(`/v1.0/directory/deletedItems/${id}`)
    await press(page, words.removeNamed(name))
    await asked.waitFor()
    await press(page, words.remove)
    await page.getByText(text.removed(name)).first().waitFor()
    await page.getByText(name, { exact: true }).waitFor({ state: 'detached' })
    await end()
  })

test('7.7: a domain of another organization is refused in words, and whoever may only read is told who may do what', async () => {
  const { w, page, texts, enter, end, name } = await opened(desktop)
  await vouchForDomain(w.db, w.northwind.id, name as Domain, w.operator())
  await json(await w.as(w.frank, w.fabrikam).post('/v1.0/domains', { id: name }), 201)
  await w.grant(w.fiona, w.fabrikam, 'globalReader')
  await enter(w.fiona)
  const verify = page.getByRole('button', { name: en.domainList.verifyNamed(name) })
  for (const one of [verify, page.getByRole('button', { name: en.domainList.new })])
    assert.equal(await one.getAttribute('aria-disabled'), 'true')
  await verify.focus()
  await page
    .getByText('It takes the role of Global Administrator')
    .first()
    .waitFor({ state: 'attached' })
  await page.context().clearCookies()
  await enter(w.frank)
  await press(page, en.domainList.verifyNamed(name))
  const asked = page.getByRole('alertdialog')
  await press(page, en.copyNamed(en.domainList.recordText))
  await asked.getByText(en.user.copied).first().waitFor()
  texts.set(name, [await copied(page)])
  await press(page, en.domainList.verify)
  await asked.getByRole('alert').getByText(refusals.domainTaken.caller).waitFor()
  await requireAccessible(page, 'a domain of another organization')
  await end()
})
