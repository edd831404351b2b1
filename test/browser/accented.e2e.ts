/**
 * Every screen of the portal and the admin centre in accented English, with the dialogs and menus
 * that its buttons open:
 * what is readable there is bound to a language.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { pseudoTag } from '../../src/words/locales.ts'
import { findings } from './bound-text.ts'
import { desktop, browserOfTests, goWithin, openPage } from './browser.ts'
import { openers } from './dialogs/all.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'

const browser = browserOfTests()

type World = Awaited<ReturnType<typeof served>>

/**
 * The next button from `place` on that opens something, and what it is called; those of a list do
 * the same for each row, and are told apart by whom they name. Undefined when there is none left.
 */
const nextButton = (buttons: Locator, place: number, names: readonly string[]) =>
  buttons.evaluateAll(
    (all, [from, persons]) => {
      const found = all.findIndex(
        (one, index) =>
          index >= from &&
          one.getAttribute('aria-disabled') !== 'true' &&
          one.closest('[role=columnheader]') === null &&
          !(one instanceof HTMLButtonElement && (one.disabled || one.type === 'submit')),
      )
      if (found < 0) return undefined
      const name = all[found]?.getAttribute('aria-label') ?? all[found]?.textContent ?? ''
      return {
        place: found,
        called: persons.reduce((rest, each) => rest.replaceAll(each, '…'), name),
      }
    },
    [place, names] as const,
  )

/**
 * Looks at the page, then at what each of its buttons opens: one of those that are called alike, on
 * all tabs of a page that share what is `known`.
 */
const look = async (
  page: Page,
  where: string,
  names: readonly string[],
  known = new Set<string>(),
): Promise<string[]> => {
  const found: string[] = []
  const note = async (what: string): Promise<void> => {
    for (const line of await findings(page, names)) found.push(`${where} ${what}: ${line}`)
  }
  await note('itself')
  const buttons = page.getByRole('main').getByRole('button')
  const shown = page.locator('[role=dialog], [role=alertdialog], [role=menu]')
  let next = await nextButton(buttons, 0, names)
  for (; next !== undefined; next = await nextButton(buttons, next.place + 1, names)) {
    if (next.called !== '' && known.has(next.called)) continue
    const button = buttons.nth(next.place)
    if (!(await button.isVisible())) continue
    known.add(next.called)
    await button.click()
    await page.waitForTimeout(250)
    await note(`button ${next.place + 1}`)
    for (let tries = 0; tries < 3 && (await shown.count()) > 0; tries++) {
      await page.keyboard.press('Escape')
      await page.waitForTimeout(150)
    }
  }
  return found
}

const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

const read = (page: Page, { url }: World): Promise<void> =>
  page.context().addCookies([{ name: 'guesthouse_language', value: pseudoTag, url }])

const namesIn = (w: World): string[] => [
  'Guesthouse',
  ...[w.contoso, w.fabrikam, w.northwind].flatMap(({ name, domain }) => [name, domain]),
  ...[w.ada, w.bob, w.carol, w.frank, w.fiona, w.nora].flatMap(({ name, upn }) => [name, upn]),
]

test('R128: the portal in accented English: no sentence is bound to a language', async () => {
  const w = await served()
  await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(w.url)
  await w.signIn(page, w.ada)
  await settled(page)
  await read(page, w)
  const found: string[] = []
  const at = `/organizations/${w.northwind.id}`
  const asked = [`/leave/${w.fabrikam.id}`, `/leave/${w.northwind.id}`, '/leave/nobody.example']
  const both = `o=${w.fabrikam.id}&o=${w.northwind.id}`
  for (const path of [
    '/',
    '/profile',
    '/organizations',
    '/organizations?search=nothing',
    ...asked,
    `/leave?${both}`,
    `/left?${both}`,
    at,
    ...['ask', 'withdraw', 'undo', 'refuse', 'accept', 'decline'].map((act) => `${at}/${act}`),
    '/nowhere',
  ]) {
    await page.goto(w.url + path)
    await settled(page)
    found.push(...(await look(page, path, [...namesIn(w), 'AL', 'Chrome', 'Linux', 'UTC'])))
  }
  assert.deepEqual(found, [])
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

/** An organization where each list has something in it. */
const furnished = async (w: World): Promise<Record<'group' | 'application' | 'left', string>> => {
  const frank = w.as(w.frank, w.fabrikam)
  const made = async (path: string, body: object): Promise<string> =>
    String((await json(await frank.post(`/v1.0/${path}`, body), 201))['id'])
  const group = await made('groups', { displayName: 'Aurora' })
  const application = await made('servicePrincipals', { displayName: 'Ledger' })
  await json(
    await frank.post('/v1.0/invitations', {
      invitedUserEmailAddress: 'eve@outside.example',
      inviteRedirectUrl: 'https://app.example/',
      sendInvitationMessage: true,
    }),
    201,
  )
  await w.as(w.ada).leave(w.fabrikam)
  await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'restore' })
  return { group, application, left: w.userOf(w.ada, w.fabrikam) }
}

const lists = [
  '',
  'users',
  'users/guests',
  'users/deleted',
  'groups',
  'groups/deleted',
  'applications',
  'applications/deleted',
  'roles',
  'invitations',
  'collaboration',
  'identity-providers',
  'domains',
  'properties',
  'requests',
  'audit',
  'erasures',
  'nowhere',
]

test('R128: the admin centre in accented English: no sentence is bound to a language', async () => {
  const w = await served()
  const { group, application } = await furnished(w)
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await settled(page)
  await read(page, w)
  await page.reload()
  await settled(page)
  const found: string[] = []
  const names = [...namesIn(w), 'Aurora', 'aurora', 'Ledger', 'eve', 'FW']
  const roles = await json(
    await w.as(w.frank, w.fabrikam).get('/v1.0/roleManagement/directory/roleDefinitions'),
  )
  const pages = [
    ...lists,
    `users/${w.userOf(w.bob, w.fabrikam)}`,
    `users/${w.fiona.userId}`,
    `groups/${group}`,
    `applications/${application}`,
    `roles/${roles['value'][0]['id']}`,
  ]
  for (const path of pages) {
    await goWithin(page, `/admin/${w.fabrikam.id}/${path}`)
    const tabs = page.getByRole('main').getByRole('tab')
    // What each dialog says is asked in `dialogs.e2e.ts`.
    const opened = new Set(openers)
    found.push(...(await look(page, path, names, opened)))
    for (let place = 1; place < (await tabs.count()); place++) {
      await tabs.nth(place).click()
      await page.waitForLoadState('networkidle')
      found.push(...(await look(page, `${path} tab ${place + 1}`, names, opened)))
    }
  }
  assert.deepEqual([...new Set(found)], [])
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
