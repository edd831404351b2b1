/**
 * Every page that people without a role see, and every mail, in each language on the narrowest
 * phone: in its direction, nothing wider than the window, no button cut off, and axe content with
 * what it calls best practice too, there in light and on a desk in the dark.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { languages, localeOf, type Language } from '../../src/words/locales.ts'
import { compose } from '../../src/words/mail/compose.ts'
import { json } from '../json.ts'
import { everyLetter } from '../letters.ts'
import { served } from '../machines/served.ts'
import { mailsTo } from '../mails.ts'
import { foundByAxe } from './axe.ts'
import { desktop, browserOfTests, openPage, picture, type View } from './browser.ts'

const browser = browserOfTests()

const narrow: View = { width: 320, height: 640, colorScheme: 'light' }
const darkDesk: View = { ...desktop, colorScheme: 'dark' }

type World = Awaited<ReturnType<typeof served>>

/** From here on this browser has chosen the language. */
const read = (page: Page, url: string, language: string): Promise<void> =>
  page.context().addCookies([{ name: 'guesthouse_language', value: language, url }])

/** What is wrong with how the page stands in the window. */
const misfits = (page: Page, language: Language): Promise<string[]> =>
  page.evaluate(
    ([lang, dir]) => {
      const root = document.documentElement
      const wide = root.scrollWidth - root.clientWidth
      const buttons = document.querySelectorAll<HTMLElement>('button, a.button, summary, select')
      const cut = [...buttons].filter((one) => {
        const { width, left, right } = one.getBoundingClientRect()
        if (width === 0 || one.closest('.unseen, details:not([open]) > :not(summary)') !== null)
          return false
        return left < 0 || right > root.clientWidth || one.scrollWidth > one.clientWidth + 1
      })
      return [
        root.lang === lang ? '' : `its language is ${root.lang}`,
        root.dir === dir ? '' : `its direction is ${root.dir}`,
        wide > 0 ? `${wide} px wider than the window` : '',
        ...cut.map((one) => `cut off: ${one.outerHTML.slice(0, 120)}`),
      ].filter((one) => one !== '')
    },
    [language, localeOf(language)?.direction ?? ''] as const,
  )

const foundInBoth = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  for (const { width, height, colorScheme } of [darkDesk, narrow]) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    found.push(...(await foundByAxe(page)).map((line) => `${colorScheme}, ${line}`))
  }
  return found
}

/** Goes through what `show` puts into the page, one after the other, in each language. */
const walk = async <T>(
  page: Page,
  all: readonly (readonly [name: string, what: T])[],
  show: (what: T, language: Language) => Promise<unknown>,
): Promise<string[]> => {
  const found: string[] = []
  for (const [turn, language] of languages.entries())
    for (const [place, [name, what]] of all.entries()) {
      await show(what, language)
      const wrong = await misfits(page, language)
      // Axe sees the same in all of them, but for a word: each page is asked once, each language.
      if (place % languages.length === turn) wrong.push(...(await foundInBoth(page)))
      found.push(...wrong.map((one) => `${name} in ${language}: ${one}`))
      await keep(page, `${name}-${language}`)
    }
  return found
}

/** Pictures for those who look at them; nothing in a run without. */
const keep = async (page: Page, name: string): Promise<void> => {
  if (process.env['SCREENSHOTS'] === undefined) return
  const file = `six-${name.replaceAll(/\W+/g, '-')}`
  for (const { width, height } of [narrow, desktop]) {
    await page.setViewportSize({ width, height })
    await picture(page, `${file}-${width}`)
  }
  await page.setViewportSize(narrow)
}

/** Paths by a name that says what they lead to. */
const named = (paths: Readonly<Record<string, string>>): [string, string][] => Object.entries(paths)

const linkIn = async ({ db, url }: World, address: string, path: string): Promise<string> => {
  const bodies = (await mailsTo(db, address, url)).map(({ body }) => body)
  const link = new RegExp(`${url}(${path}\\S+)`).exec(bodies.join('\n'))
  return link?.[1] ?? assert.fail(`no link to ${path}`)
}

/** Somebody invited, somebody who has left, somebody disabled. */
const peopled = async (w: World): Promise<Record<'invitation' | 'receipt', string>> => {
  const frank = w.as(w.frank, w.fabrikam)
  // Of this world alone: one address gets so many invitations in a day.
  const eve = `eve@mail.${w.contoso.domain}`
  await json(
    await frank.post('/v1.0/invitations', {
      invitedUserEmailAddress: eve,
      inviteRedirectUrl: 'https://app.example/',
      sendInvitationMessage: true,
    }),
    201,
  )
  await json(await w.as(w.bob).leave(w.fabrikam))
  await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  return {
    invitation: await linkIn(w, eve, '/invitation/'),
    receipt: await linkIn(w, w.bob.upn, '/receipts/'),
  }
}

test('R128: what a stranger sees fits the narrowest phone in every language', async () => {
  const w = await served()
  const { invitation, receipt } = await peopled(w)
  const { page, problems } = await openPage(browser, narrow)
  await page.goto(w.url)
  await page.getByLabel('Sign-in name').fill(w.ada.upn)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Password').waitFor()
  const pages = named({
    name: '/sign-in',
    ways: '/sign-in/ways',
    code: '/sign-in/code',
    invitation,
    'an old invitation': '/invitation/nothing',
    receipt,
    'door of a receipt': receipt.split('?')[0] ?? '',
    removal: '/ask-removal',
    'an old link': '/password-link/nothing',
    'set-up': '/set-up/nothing',
    nowhere: '/nowhere',
  })
  const found = await walk(page, pages, async (path, language) => {
    await read(page, w.url, language)
    await page.goto(w.url + path)
  })
  assert.deepEqual(found, [])
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('R128: the portal, leaving, what I sign in with and my data fit the narrowest phone in every language', async () => {
  const w = await served()
  await peopled(w)
  const { page, problems } = await openPage(browser, narrow)
  await page.goto(w.url)
  await w.signIn(page, w.ada)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const both = `o=${w.fabrikam.id}&o=${w.northwind.id}`
  const at = `/organizations/${w.fabrikam.id}`
  const pages = named({
    apps: '/',
    profile: '/profile',
    organizations: '/organizations',
    'nothing found': '/organizations?search=nothing',
    organization: at,
    disabled: `/organizations/${w.northwind.id}`,
    leave: `/leave/${w.fabrikam.id}`,
    'leave the disabled': `/leave/${w.northwind.id}`,
    'leave home': `/leave/${w.contoso.id}`,
    'leave many': `/leave?${both}`,
    left: `/left?${both}`,
    ask: `/organizations/${w.northwind.id}/ask`,
    'hand over': `${at}/hand-over`,
    security: '/security',
    passkey: '/security/passkeys/add',
    authenticator: '/security/authenticator',
    password: '/password',
    'my data': '/my-data',
    'my data here': `/my-data/${w.fabrikam.id}`,
    'sign out': '/sign-out',
  })
  const found = await walk(page, pages, async (path, language) => {
    await read(page, w.url, language)
    await page.goto(w.url + path)
  })
  assert.deepEqual(found, [])
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('R128: every mail fits the narrowest phone in every language', async () => {
  const { page } = await openPage(browser, narrow)
  const kinds = new Map(everyLetter.map((letter) => [`mail ${letter.kind}`, letter]))
  const found = await walk(page, [...kinds], (letter, language) => {
    const locale = localeOf(language) ?? assert.fail(language)
    const { html } = compose(letter, { locale, zone: null }, 'https://guesthouse.example')
    return page.setContent(html)
  })
  assert.deepEqual(found, [])
  await page.context().close()
})
