/** The questions of the portal in a dialog: all that stands in them is read, on each screen. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator } from 'playwright-core'
import { memberships as arMemberships } from '../../src/words/ar/memberships.ts'
import { shell as arShell } from '../../src/words/ar/shell.ts'
import { memberships as deMemberships } from '../../src/words/de/memberships.ts'
import { shell as deShell } from '../../src/words/de/shell.ts'
import { memberships as enMemberships } from '../../src/words/en/memberships.ts'
import { shell as enShell } from '../../src/words/en/shell.ts'
import { browserOfTests, desktop, openPage, phone, picture, requireAccessible } from './browser.ts'
import { served } from '../machines/served.ts'

const browser = browserOfTests()

const en = { memberships: enMemberships, shell: enShell }
const de = { memberships: deMemberships, shell: deShell }
const ar = { memberships: arMemberships, shell: arShell }

/** What the bar with the buttons does to the rest of an open dialog, a sentence for each fault. */
const faultsOfBar = (dialog: Locator): Promise<string[]> =>
  dialog.evaluate((root) => {
    const bar = root.querySelector('.decide') ?? root
    const faults: string[] = []
    const judge = (where: string): void => {
      const around = root.getBoundingClientRect()
      const below = document.elementFromPoint(around.left + 40, around.bottom - 3)
      if (below === null || !bar.contains(below))
        faults.push(`${where}: beneath the bar stands ${below?.textContent ?? 'nothing'}`)
    }
    root.scrollTop = 0
    judge('at its beginning')
    root.scrollTop = root.scrollHeight / 3
    judge('in between')
    root.scrollTop = root.scrollHeight
    judge('at its end')
    const last = bar.previousElementSibling ?? bar
    if (last.getBoundingClientRect().bottom > bar.getBoundingClientRect().top)
      faults.push(`the bar covers ${last.textContent}`)
    for (const one of root.querySelectorAll<HTMLElement>('a, textarea')) {
      if (bar.contains(one)) continue
      root.scrollTop = 0
      one.focus()
      if (one.getBoundingClientRect().bottom + 4 > bar.getBoundingClientRect().top)
        faults.push(`the bar covers what has the focus: ${one.textContent || one.id}`)
    }
    return faults
  })

const low = { width: 1280, height: 480, colorScheme: 'light' } as const

for (const view of [desktop, low, phone])
  test(`R6: nothing in a question is covered by its buttons, or stands beneath them, at ${view.width} × ${view.height}`, async () => {
    const w = await served()
    await w
      .as(w.nora, w.northwind)
      .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
    const { page, problems } = await openPage(browser, view)
    await page.goto(`${w.url}/organizations`)
    await w.signIn(page, w.ada)
    const dialog = page.getByRole('alertdialog')
    const asked = async (link: string, name: string): Promise<void> => {
      await page.getByRole('link', { name: link }).click()
      await dialog.getByRole('heading', { level: 1 }).waitFor()
      assert.deepEqual(await faultsOfBar(dialog), [], name)
      await picture(page, `question-${name}-${view.width}-${view.height}`)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    await asked('Leave organization Fabrikam', 'leave')
    await asked('Ask to be removed Northwind', 'ask')
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  })

const hasFocus = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => element === document.activeElement)

for (const [language, words, view] of [
  ['en', en, desktop],
  ['de', de, phone],
  ['ar', ar, desktop],
] as const)
  test(`R31: what was written in a question is asked about once before it is lost, in ${language}`, async () => {
    const w = await served()
    await w
      .as(w.nora, w.northwind)
      .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
    const { page, problems } = await openPage(browser, view)
    await page.goto(`${w.url}/organizations`)
    await w.signIn(page, w.ada)
    await page.context().addCookies([{ name: 'guesthouse_language', value: language, url: w.url }])
    await page.goto(`${w.url}/organizations`)
    const [question, asked] = [page.locator('dialog').first(), page.locator('dialog').nth(1)]
    const opener = page.getByRole('link', { name: words.memberships.organizations.askRemoval })
    const ask = async (): Promise<Locator> => {
      await opener.click()
      const field = question.getByRole('textbox')
      await field.waitFor()
      return field
    }
    // Untouched, it is left unasked.
    await ask()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    const field = await ask()
    await field.fill('Bye')
    const ways = [
      () => page.keyboard.press('Escape'),
      () => question.getByRole('link', { name: words.shell.cancel, exact: true }).click(),
      () => page.goBack(),
    ]
    for (const leave of ways)
      for (const keep of ['Escape', 'Enter']) {
        await field.focus()
        await leave()
        await asked.getByRole('heading', { name: words.shell.discard.title }).waitFor()
        assert.ok(await hasFocus(asked.getByRole('button', { name: words.shell.discard.keep })))
        if (keep === 'Enter') await requireAccessible(page, `discard in ${language}`)
        await page.keyboard.press(keep)
        await asked.waitFor({ state: 'detached' })
        assert.equal(await field.inputValue(), 'Bye', 'nothing is lost')
        assert.ok(await question.evaluate((one) => one.contains(document.activeElement)))
      }
    await page.keyboard.press('Escape')
    await picture(page, `question-discard-${language}`)
    await asked.getByRole('button', { name: words.shell.discard.confirm }).click()
    await question.waitFor({ state: 'detached' })
    assert.ok(await hasFocus(opener))
    assert.equal(await (await ask()).inputValue(), '')
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  })
