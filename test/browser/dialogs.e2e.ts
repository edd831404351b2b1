/**
 * Every dialog of the admin centre, by keyboard on a phone, in accented English, which is longer
 * than German: opened from its button, left by Escape, the focus back where it was, and nothing in
 * it cut, nameless, or bound to a language.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { openSession } from '../../src/people/open-session.ts'
import { pseudoTag } from '../../src/words/locales.ts'
import { graphScopes } from '../../src/wire/graph/applications/graph-permissions.ts'
import { findings } from './bound-text.ts'
import {
  browserOfTests,
  follow,
  goWithin,
  openDialog,
  openPage,
  picture,
  requireAccessiblePart,
} from './browser.ts'
import { dialogsAt, said } from './dialogs/all.ts'
import type { Dialog } from './dialogs/dialog.ts'
import { faultsOf, focusEnd } from './dialogs/laid-out.ts'
import { furnished, type Stage } from './dialogs/stage.ts'

const browser = browserOfTests()

const small = { width: 390, height: 844, colorScheme: 'dark' } as const
const web = join(import.meta.dirname, '../../web')
/** What every dialog is made of, and where these are made themselves. */
const kinds =
  /<(?:Dialog|OverlayDrawer|ConfirmDialog|DiscardDialog|FormDialog|OnceDialog|ShownOnce|FileRunDialog|Question|PickDialog|TickedDialog|PurgeTicked)(?:<\w+>)?[\s>]/g
const madeIn =
  /(?:confirm-dialog|question|form-dialog|pick-dialog|shown-once|file-run-dialog|ticked-dialog)\.tsx$/

test('each dialog in the code of the admin centre is among those that are opened', () => {
  const known = dialogsAt({} as Stage['at'])
  const missing = globSync('{ui,admin}/**/*.tsx', { cwd: web })
    .filter((file) => !madeIn.test(file))
    .flatMap((file) => {
      const written = readFileSync(join(web, file), 'utf8').match(kinds)?.length ?? 0
      const opened = (known[file.replace(/^(?:ui|admin)\//, '')] ?? []).flatMap(({ next }) =>
        next === undefined ? [1] : [1, 1],
      ).length
      return written > opened ? [`${file}: ${written} dialogs, of which ${opened} are opened`] : []
    })
  assert.deepEqual(missing, [])
})

// Whoever a list in a dialog names; within a message they are known for what they are.
const named = [
  'Guesthouse',
  'Fabrikam',
  'Aurora',
  'Ledger',
  'Entra',
  'Old wiki',
  'Old desk',
  'Old crew',
  'Old guild',
  'Ada Lovelace',
  'Bob Okafor',
  'Fiona Byrne',
  'Gone Early',
  'Held One',
  'Held Two',
  'Rita Asking',
  'Ravi Asking',
  'Reader',
  // As programs write what an application may do.
  ...graphScopes,
]

type On = { readonly page: Page; readonly names: readonly string[] }

const isFocusIn = (part: Locator): Promise<boolean> =>
  part.evaluate((element) => element.contains(document.activeElement))

const focusComesTo = async (part: Locator, what: string): Promise<void> => {
  for (let tries = 0; tries < 40; tries++) {
    if (await isFocusIn(part)) return
    await part.page().waitForTimeout(25)
  }
  assert.fail(`${what}: the focus is elsewhere`)
}

const shown = async (page: Page, title: string): Promise<Locator> => {
  const dialog = page.locator(openDialog).filter({
    has: page.getByRole('heading', { name: title, exact: true }),
  })
  await dialog.waitFor()
  await page.waitForFunction(
    () => document.querySelector('[role=progressbar]:not([aria-valuenow])') === null,
  )
  return dialog
}

/** What is true of each while it is open. */
const look = async ({ page, names }: On, dialog: Locator, name: string): Promise<string[]> => {
  await focusComesTo(dialog, name)
  const faults = [...(await faultsOf(dialog)), ...(await findings(page, names, openDialog))]
  await focusEnd(dialog, 'last')
  await page.keyboard.press('Tab')
  if (!(await isFocusIn(dialog))) faults.push('Tab leads out of it')
  await focusEnd(dialog, 'first')
  await page.keyboard.press('Shift+Tab')
  if (!(await isFocusIn(dialog))) faults.push('Shift+Tab leads out of it')
  await requireAccessiblePart(page, openDialog, name)
  await picture(page, `dialog-${name}`)
  return faults.map((fault) => `${name}: ${fault}`)
}

/** Ticks these rows, and no other. */
const tick = async (page: Page, rows: readonly string[]): Promise<void> => {
  const wanted = rows.map((name) => said.words.select(name))
  const box = (name: string) => page.getByRole('checkbox', { name, exact: true })
  for (const name of wanted) await box(name).check()
  const ticked = await page
    .getByRole('checkbox', { checked: true })
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  for (const name of ticked) if (!wanted.includes(name)) await box(name).uncheck()
}

const openBy = async (page: Page, path: string, one: Dialog): Promise<Locator> => {
  // A button that is drawn anew while the page still reads loses the focus that it had.
  if (new URL(page.url()).pathname === path) await follow(page, path)
  else await goWithin(page, path)
  if (one.ticks !== undefined) await tick(page, one.ticks)
  await one.first?.(page)
  const opener = page.getByRole(one.is ?? 'button', { name: one.by, exact: true }).first()
  await opener.focus()
  await page.keyboard.press(one.is === 'switch' ? 'Space' : 'Enter')
  return opener
}

const written =
  'textarea:not([readonly]), input:is([type=text], [type=email], [type=url], :not([type])):not([readonly], [role=combobox])'

/** What was entered is asked about once before it is lost; kept, one is back in the field. */
const entersAndLeaves = async (dialog: Locator, name: string): Promise<void> => {
  const page = dialog.page()
  const field = dialog.locator(written).first()
  if ((await field.count()) === 0) return
  const before = await field.inputValue()
  await field.fill(`${before}7`)
  await page.keyboard.press('Escape')
  const asked = await shown(page, said.shell.discard.title)
  await focusComesTo(asked, `${name}: asked before it is lost`)
  await requireAccessiblePart(page, openDialog, `${name}, asked before it is lost`)
  await page.keyboard.press('Escape')
  await asked.waitFor({ state: 'detached' })
  await focusComesTo(field, `${name}: kept`)
  assert.equal(await field.inputValue(), `${before}7`)
  // Changed back, nothing is lost by leaving it, and nothing is asked.
  await field.fill(before)
}

const walk = async (on: On, path: string, one: Dialog, name: string): Promise<string[]> => {
  const { page } = on
  const opener = await openBy(page, path, one)
  const dialog = await shown(page, one.title)
  const faults = await look(on, dialog, name)
  if (one.next !== undefined) {
    const { fill, press, title } = one.next
    for (const [label, text] of Object.entries(fill ?? {}))
      await dialog.getByRole('textbox', { name: label, exact: true }).fill(text)
    await dialog.getByRole('button', { name: press, exact: true }).press('Enter')
    const second = await shown(page, title)
    faults.push(...(await look(on, second, `${name}-then`)))
  } else await entersAndLeaves(dialog, name)
  await page.keyboard.press('Escape')
  await page.locator(openDialog).waitFor({ state: 'detached' })
  const back = one.next === undefined ? opener : page.getByRole('main')
  await focusComesTo(back, `after ${name}`)
  return faults
}

test('R128: each dialog is opened and left by keyboard, read whole on a phone, and bound to no language', async () => {
  const w = await furnished()
  const { page, problems } = await openPage(browser, small)
  const from = { address: null, userAgent: null }
  const { token } = await openSession(w.db, w.frank.personId, from, w.now())
  await page.context().addCookies([
    { name: 'guesthouse_session', value: token, url: w.url },
    { name: 'guesthouse_language', value: pseudoTag, url: w.url },
  ])
  await page.goto(`${w.url}/admin/`)
  const on = { page, names: [...named, w.at.claimedDomain, w.at.secondDomain, w.fabrikam.domain] }
  const faults: string[] = []
  for (const [file, dialogs] of Object.entries(dialogsAt(w.at)))
    for (const [place, one] of dialogs.entries()) {
      const name = `${file.replace('.tsx', '').replaceAll('/', '-')}-${place}`
      faults.push(...(await walk(on, `/admin/${w.fabrikam.id}/${one.at}`, one, name)))
    }
  assert.deepEqual(faults, [])
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
