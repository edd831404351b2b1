/**
 * A real browser for the tests: an installed Chromium, or Debian's package where apt can bring it.
 * Never skips silently.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { after, before } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import { foundByAxe } from './axe.ts'

// The shell draws the same pages without the windows around them, for half of the processor's time.
const known = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const installed = (): string | undefined =>
  [process.env['GUESTHOUSE_CHROMIUM'] ?? '', ...known].find(
    (path) => path !== '' && existsSync(path),
  )

const install = (): void => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.error('Installing Chromium with apt …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]): boolean =>
    spawnSync('/usr/bin/apt-get', args, { env, stdio: 'ignore' }).status === 0
  apt('update')
  for (const name of ['chromium-headless-shell', 'chromium'])
    if (apt('install', '-y', '--no-install-recommends', name)) return
}

/** Starts the browser. Throws, saying what to do, where there is none and none can be installed. */
const openBrowser = async (): Promise<Browser> => {
  if (installed() === undefined) install()
  const executablePath = installed()
  if (executablePath === undefined)
    throw new Error(
      'The browser tests need Chromium. Install it (on Debian: apt-get install chromium) or name one with GUESTHOUSE_CHROMIUM.',
    )
  return chromium.launch({ executablePath, args: flags })
}

/** Opens pages, in a profile of its own each. */
type Profiles = Pick<Browser, 'newContext'>

// One serves all files of a run: their pages share nothing, and each more costs the processor, also
// while nobody looks at it.
const opened: { browser?: Promise<Browser>; files: number } = { files: 0 }

/** The browser of a file of tests: there before the first of them, closed after the last. */
export const browserOfTests = (): Profiles => {
  opened.files++
  before(async () => {
    opened.browser ??= openBrowser()
    await opened.browser
  })
  after(async () => {
    if (--opened.files === 0) await (await opened.browser)?.close()
  })
  return {
    newContext: async (options) =>
      (await opened.browser)?.newContext(options) ?? assert.fail('no browser is open'),
  }
}

export type View = {
  readonly width: number
  readonly height: number
  readonly colorScheme: 'light' | 'dark'
}
export const desktop: View = { width: 1280, height: 800, colorScheme: 'light' }
export const phone: View = { width: 360, height: 740, colorScheme: 'dark' }

/**
 * A page in a fresh profile, and everything that went wrong on it: scripts, the content policy, the
 * console.
 */
export const openPage = async (
  browser: Profiles,
  { width, height, colorScheme }: View,
): Promise<{ page: Page; problems: string[] }> => {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    // An answer that refuses is shown by the page itself; what the browser says about it is no
    // fault of the page.
    if (message.type() === 'error' && !/the server responded with a status of/.test(message.text()))
      problems.push(message.text())
  })
  watchFocus(page, problems)
  return { page, problems }
}

/** Goes to a page of the web app that is open, as its links do, and waits for nothing. */
export const follow = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

/** So long nothing is asked for before a page of a web app has what it shows, in milliseconds. */
const quietFor = 300

/**
 * Goes to a page of the web app that is open, as its links do, and waits until it has what it
 * shows. Loading the app once more would cost the processor several times as much.
 */
export const goWithin = async (page: Page, path: string): Promise<void> => {
  const seen = { asked: 0, last: Date.now() }
  const count = (more: number) => () => {
    seen.asked += more
    seen.last = Date.now()
  }
  const [began, ended] = [count(1), count(-1)]
  page.on('request', began).on('requestfinished', ended).on('requestfailed', ended)
  await follow(page, path)
  while (seen.asked > 0 || Date.now() - seen.last < quietFor) await page.waitForTimeout(50)
  page.off('request', began).off('requestfinished', ended).off('requestfailed', ended)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/**
 * How long a change may take to be shown, in milliseconds, before the focus has to be somewhere.
 */
const shownWithin = 700
/** How much longer a busy machine may take to give it back. */
const backWithin = 5_000

// After every change that somebody makes in the web apps the focus is on something: from the body,
// keyboard and screen reader start over.
const watchFocus = (page: Page, problems: string[]): void => {
  const onNothing = () =>
    page.evaluate(() => document.activeElement === null || document.activeElement === document.body)
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    const isChange =
      request.method() !== 'GET' &&
      /^\/(account|v1\.0|beta)\//.test(pathname) &&
      !pathname.endsWith('/session')
    if (!isChange) return
    const look = async (): Promise<void> => {
      if (await onNothing()) return
      const shown = await page.evaluate(() => performance.timeOrigin)
      await request.response()
      await page.waitForTimeout(shownWithin)
      // Another page begins without a focus.
      if ((await page.evaluate(() => performance.timeOrigin)) !== shown) return
      const isBack = page.waitForFunction(
        () => document.activeElement !== null && document.activeElement !== document.body,
        undefined,
        {
          timeout: backWithin,
        },
      )
      await isBack.catch(async () => {
        if (await onNothing())
          problems.push(`the focus fell to the body after ${request.method()} ${pathname}`)
      })
    }
    // A page that is gone meanwhile has no focus.
    look().catch(() => undefined)
  })
}

/**
 * Waits until nothing fades in or out any more, which has no colour of its own yet: what another
 * theme fades begins a frame after it was asked for.
 */
const allDrawn = async (page: Page): Promise<void> => {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) =>
          one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity,
      ),
  )
}

/** Where a dialog is that is open. */
export const openDialog = '[role=dialog][aria-modal=true], [role=alertdialog][aria-modal=true]'

/** Fails when axe finds anything in a part of the page. */
export const requireAccessiblePart = async (
  page: Page,
  part: string,
  name: string,
): Promise<void> => {
  await allDrawn(page)
  assert.deepEqual(await foundByAxe(page, part), [], `axe on ${name}`)
}

/**
 * Waits until the page has been given back to screen readers by a dialog that was closed, which
 * comes a moment after the dialog is gone. Fails where it stays hidden.
 */
const givenBack = async (page: Page, name: string): Promise<void> => {
  const hidden = page.locator('#root[aria-hidden=true]')
  await hidden.waitFor({ state: 'detached', timeout: backWithin }).catch((error: unknown) => {
    throw new Error(`${name}: no dialog is open, and the page is hidden`, { cause: error })
  })
}

/**
 * Fails when axe finds anything, best practice included, or when the page is wider than the window.
 * While a dialog is open the page behind it is nobody's.
 */
export const requireAccessible = async (page: Page, name: string): Promise<void> => {
  const isOpen = (await page.locator(openDialog).count()) > 0
  if (!isOpen) await givenBack(page, name)
  await requireAccessiblePart(page, isOpen ? openDialog : 'html', name)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  assert.ok(overflow <= 0, `${name} is ${overflow} px wider than the window`)
}

/**
 * The same on a desktop in light and on a phone in the dark: what is about colours is the same at
 * both widths. The page is as it was at the end. A picture of each is kept where SCREENSHOTS names
 * a folder.
 */
export const requireAccessibleEverywhere = async (page: Page, name: string): Promise<void> => {
  const own = page.viewportSize()?.width
  for (const view of own === desktop.width ? [phone, desktop] : [desktop, phone]) {
    const { width, height, colorScheme } = view
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await requireAccessible(page, `${name}, ${width} px wide`)
    await picture(page, `${name}-${width}-${colorScheme}`)
  }
}

/** Keeps a picture of the page where SCREENSHOTS names a folder. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['SCREENSHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** On a phone the navigation is behind a button. */
export const goTo = async (page: Page, view: View, name: string): Promise<void> => {
  if (view.width < 720) await page.getByRole('button', { name: 'Open the navigation' }).click()
  await page.getByRole('link', { name, exact: true }).first().click()
}
