/**
 * Saying that an account is needed, as people meet it: those who answer for guests keep them, hand
 * them over and take them over, guests say it of themselves, and everybody looks back once a year.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openSession } from '../../src/people/open-session.ts'
import { dayMs, plus } from '../../src/kernel/time.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'
import type { Person } from '../world.ts'
import { browserOfTests, desktop, openPage, requireAccessibleEverywhere } from './browser.ts'

const browser = browserOfTests()

type World = Awaited<ReturnType<typeof served>>

const enter = async (w: World, page: Page, person: Person): Promise<void> => {
  const device = { address: null, userAgent: 'test' }
  const { token } = await openSession(w.db, person.personId, device, w.now())
  await page.context().addCookies([{ name: 'guesthouse_session', value: token, url: w.url }])
}

/** Ada and Bob are guests of Fabrikam, for Fiona; a policy asks for them every 60 days. */
const governed = async (): Promise<World> => {
  const w = await served()
  const frank = w.as(w.frank, w.fabrikam)
  for (const guest of [w.ada, w.bob]) {
    const path = `/v1.0/users/${w.userOf(guest, w.fabrikam)}`
    const fiona = { '@odata.id': `${w.url}/v1.0/directoryObjects/${w.fiona.userId}` }
    assert.equal((await frank.post(`${path}/sponsors/$ref`, fiona)).status, 204)
  }
  const ends = { 'guesthouse.endDateTime': plus(w.now(), 70 * dayMs).toISOString() }
  const ada = `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`
  assert.equal((await frank.patch(ada, ends)).status, 204)
  const policy = {
    displayName: 'Still needed?',
    isEnabled: true,
    priority: 1,
    gracePeriodInDays: 30,
    'guesthouse.attestationDays': 60,
    'guesthouse.action': 'disableThenDelete',
    'guesthouse.deletionDays': 30,
  }
  await json(
    await frank.post('/v1.0/identityGovernance/lifecycleWorkflows/lifecyclePolicies', policy),
    201,
  )
  w.pass(50 * dayMs)
  return w
}

/** What was done is told, and keyboard and screen reader go on from there. */
const told = async (page: Page, sentence: string): Promise<void> => {
  const message = page.getByRole('status').filter({ hasText: sentence })
  await message.waitFor()
  assert.ok(await message.evaluate((one) => one === document.activeElement), sentence)
}

/** Presses what has this name with the keyboard alone. */
const press = async (page: Page, role: 'link' | 'button', name: string): Promise<void> => {
  await page.getByRole(role, { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim().replaceAll(/\s+/g, ' ') ?? '')

test('R104, R105, R133, R136: a guest is kept to a later day, handed over, and taken over by keyboard', async () => {
  const w = await governed()
  const { page, problems } = await openPage(browser, desktop)
  await enter(w, page, w.fiona)
  await page.goto(`${w.url}/organizations`)
  await page.getByRole('link', { name: 'Guests I answer for' }).waitFor()
  await requireAccessibleEverywhere(page, 'organizations of a sponsor')
  await press(page, 'link', 'Guests I answer for')
  await page.getByRole('heading', { level: 1, name: 'Guests I answer for' }).waitFor()
  await requireAccessibleEverywhere(page, 'guests I answer for')

  // Cancelled, the focus is back on what asked.
  await press(page, 'link', 'Keep Ada Lovelace')
  const question = page.getByRole('alertdialog')
  await question.getByRole('heading', { name: 'Keep Ada Lovelace?' }).waitFor()
  assert.equal(await focusedText(page), 'Cancel', 'the focus is on what changes nothing')
  await requireAccessibleEverywhere(page, 'keeping a guest')
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  assert.equal(await focusedText(page), 'Keep Ada Lovelace')

  await page.keyboard.press('Enter')
  await question.getByLabel('End date').selectOption({ index: 2 })
  await press(page, 'button', 'Keep')
  await told(page, 'It is noted that Ada Lovelace is still needed.')
  await page.getByText('17 December 2026').first().waitFor()
  await requireAccessibleEverywhere(page, 'a guest was kept')

  await press(page, 'link', 'Hand over Ada Lovelace')
  await page.getByRole('heading', { name: 'Hand over Ada Lovelace?' }).waitFor()
  await requireAccessibleEverywhere(page, 'handing over')
  const search = page.getByRole('searchbox')
  await search.pressSequentially('webe', { delay: 10 })
  await page.waitForFunction(() => location.search.includes('search=webe'))
  assert.ok(await search.evaluate((one) => one === document.activeElement), 'typing goes on')
  await page.getByRole('radio', { name: /Frank Weber/ }).check()
  await press(page, 'button', 'Hand over')
  await told(page, 'A colleague answers for Ada Lovelace now.')
  assert.equal(await page.getByRole('heading', { name: 'Ada Lovelace' }).count(), 0)

  await press(page, 'link', 'No longer answer Bob Okafor')
  await question.getByRole('heading', { name: 'No longer answer for Bob Okafor?' }).waitFor()
  await requireAccessibleEverywhere(page, 'giving up a guest')
  await press(page, 'button', 'No longer answer')
  await told(page, 'You no longer answer for Bob Okafor.')
  await page.getByText('You answer for no guest').waitFor()
  await requireAccessibleEverywhere(page, 'no guest any more')

  await press(page, 'link', 'Nobody answers for them')
  await page.getByRole('heading', { name: 'Bob Okafor' }).waitFor()
  assert.equal(await page.getByRole('heading', { name: 'Ada Lovelace' }).count(), 0)
  await requireAccessibleEverywhere(page, 'guests of nobody')
  await press(page, 'link', 'Take over Bob Okafor')
  await question.getByRole('heading', { name: 'Take over Bob Okafor?' }).waitFor()
  await requireAccessibleEverywhere(page, 'taking over a guest')
  await press(page, 'button', 'Take over')
  await told(page, 'You answer for Bob Okafor now.')
  await page.getByText('Somebody answers for every guest whom you see').waitFor()
  await press(page, 'link', 'I answer for them')
  await page.getByRole('heading', { name: 'Bob Okafor' }).waitFor()
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('R136: a guest says that they still need it, and reads until when it stands', async () => {
  const w = await governed()
  const { page, problems } = await openPage(browser, desktop)
  await enter(w, page, w.bob)
  await page.goto(`${w.url}/organizations/${w.fabrikam.id}/needed`)
  const title = page.getByRole('heading', { level: 1 })
  await title.getByText('Do you still need your account at Fabrikam?').waitFor()
  await page.getByText('the account is disabled on 30 July 2026').waitFor()
  assert.equal(await focusedText(page), 'Cancel', 'the focus is on what changes nothing')
  await requireAccessibleEverywhere(page, 'still needed')
  await press(page, 'button', 'I still need this')
  await told(page, 'You have confirmed that you still need your account at Fabrikam.')
  await page.getByText('the account is disabled on 18 September 2026').waitFor()
  assert.equal(await page.getByRole('button', { name: 'I still need this' }).count(), 0)
  await requireAccessibleEverywhere(page, 'needed')
  await press(page, 'link', 'Back to my organizations')
  await page.getByRole('heading', { level: 1, name: 'Organizations' }).waitFor()

  // The same in a dialog above the list.
  await page.getByRole('link', { name: 'More for Fabrikam' }).click()
  await press(page, 'link', 'Is it still needed?')
  await page.getByRole('alertdialog').getByRole('heading').waitFor()
  await requireAccessibleEverywhere(page, 'still needed, above the list')
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

/** Ada is a guest of ten more organizations and has used them long ago, or never. */
const scattered = async (): Promise<World> => {
  const w = await served()
  for (let one = 0; one < 4; one++)
    await w.guest(w.ada, await w.organization(`Partner ${one + 1}`.replace(' ', '-')))
  w.pass(100 * dayMs)
  await w.as(w.ada).post(`/account/organizations/${w.northwind.id}/session`)
  return w
}

test('R136: the yearly look back leads to leaving two that are unused', async () => {
  const w = await scattered()
  const { page, problems } = await openPage(browser, desktop)
  await enter(w, page, w.ada)
  await page.goto(`${w.url}/organizations?show=unused`)
  await page.getByText('You are in 6 organizations beside your home.').waitFor()
  await page.getByText('5 of them show no use for 90 days.').waitFor()
  await requireAccessibleEverywhere(page, 'looking back')
  assert.equal(await page.getByRole('heading', { name: 'Northwind' }).count(), 0)
  for (const name of ['Partner-1', 'Partner-2'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  await press(page, 'button', 'Leave selected')
  const question = page.getByRole('alertdialog')
  await question.getByRole('heading', { name: 'Leave 2 organizations?' }).waitFor()
  await question.getByRole('button', { name: 'Leave', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('You have left 2 organizations').waitFor()
  await page.goto(`${w.url}/organizations?show=unused`)
  await page.getByText('3 of them show no use for 90 days.').waitFor()
  await press(page, 'button', 'No such mail any more')
  await told(page, 'You get no such mail any more.')
  await requireAccessibleEverywhere(page, 'no yearly mail')
  await press(page, 'button', 'Tell me once a year')
  await told(page, 'You are told once a year by mail.')
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('R104, R105, R136: keeping, handing over, taking over and saying it oneself work without script', async () => {
  const w = await governed()
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await enter(w, page, w.fiona)
  await page.goto(`${w.url}/guests`)
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).click()
  const send = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const reads = (sentence: string) => page.getByText(sentence).first().waitFor()
  await follow('Keep Ada Lovelace')
  await page.getByLabel('End date').selectOption({ index: 1 })
  await send('Keep')
  await reads('It is noted that Ada Lovelace is still needed.')
  await follow('Hand over Ada Lovelace')
  await page.getByRole('searchbox').fill('weber')
  await send('Find')
  await page.getByRole('radio').check()
  await send('Hand over')
  await reads('A colleague answers for Ada Lovelace now.')
  await follow('No longer answer Bob Okafor')
  await send('No longer answer')
  await follow('Nobody answers for them')
  await follow('Take over Bob Okafor')
  await send('Take over')
  await reads('You answer for Bob Okafor now.')
  await context.clearCookies()
  await enter(w, page, w.bob)
  await page.goto(`${w.url}/organizations/${w.fabrikam.id}/needed`)
  await send('I still need this')
  await reads('You have confirmed that you still need your account at Fabrikam.')
  await context.close()
  await w.stop()
})

test('R134, R136, R138: an administrator confirms a guest and moves the end date, makes a member of one, leaves attesting to guests or not, and turns a policy off and on', async () => {
  const w = await governed()
  const { page, problems } = await openPage(browser, desktop)
  const admin = `${w.url}/admin/${w.fabrikam.id}`
  const ada = `${admin}/users/${w.userOf(w.ada, w.fabrikam)}`
  await page.goto(ada)
  await w.signIn(page, w.frank)
  await page.getByText('Nobody has confirmed yet').waitFor()
  await requireAccessibleEverywhere(page, 'admin, what ends a guest')
  await press(page, 'button', 'Confirm need')
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('End date').selectOption({ index: 1 })
  await requireAccessibleEverywhere(page, 'admin, confirming')
  await press(page, 'button', 'Confirm need')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Last confirmed as needed on').waitFor()
  const user = await json(
    await w
      .as(w.frank, w.fabrikam)
      .get(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}?$select=guesthouse.endDateTime`),
  )
  assert.ok(new Date(String(user['guesthouse.endDateTime'])) > plus(new Date(), 80 * dayMs))

  await press(page, 'button', 'Make a member')
  await dialog.getByText('Make Ada Lovelace a member?').waitFor()
  await requireAccessibleEverywhere(page, 'admin, making a member')
  await dialog.getByRole('button', { name: 'Make a member' }).click()
  await page.getByRole('button', { name: 'Make a guest' }).waitFor()

  await page.goto(`${admin}/collaboration`)
  const attest = page.getByRole('switch', { name: /Guests say by themselves/ })
  await attest.waitFor()
  assert.equal(await attest.isChecked(), true)
  await attest.focus()
  await page.keyboard.press('Space')
  await page.getByText('Only sponsors and administrators confirm').first().waitFor()
  await requireAccessibleEverywhere(page, 'admin, whether guests attest')
  const own = await json(
    await w.as(w.bob).get(`/account/organizations/${w.fabrikam.id}/attestation`),
  )
  assert.equal(own['reason'], 'notAllowed')

  await page.goto(`${admin}/policies`)
  const isOn = page.getByRole('switch', { name: 'Still needed? is on' })
  await isOn.waitFor()
  await requireAccessibleEverywhere(page, 'admin, policies')
  await isOn.focus()
  await page.keyboard.press('Space')
  await dialog.getByText('Turn off the policy Still needed??').waitFor()
  await press(page, 'button', 'Turn off')
  await dialog.waitFor({ state: 'detached' })
  await isOn.and(page.locator(':not(:checked)')).waitFor()
  await isOn.focus()
  await page.keyboard.press('Space')
  await dialog.getByText('One guest is told').waitFor()
  await requireAccessibleEverywhere(page, 'admin, turning a policy on')
  await press(page, 'button', 'Turn on')
  await dialog.waitFor({ state: 'detached' })
  await isOn.and(page.locator(':checked')).waitFor()
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
