/**
 * The queue of requests, as administrators answer it, one or many, and what becomes of those that
 * nobody answers (R29, R30, R32).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../json.ts'
import { served } from '../machines/served.ts'
import {
  desktop,
  goTo,
  browserOfTests,
  openPage,
  phone,
  requireAccessibleEverywhere,
} from './browser.ts'
import { timesHeard } from './heard.ts'

const browser = browserOfTests()

test('R29, R32, U5: requests are found, held with a reason and declined many at once, and silence is set', async () => {
  const w = await served()
  const frank = () => w.as(w.frank, w.fabrikam)
  await frank().patch('/v1.0/policies/externalIdentitiesPolicy', {
    allowExternalIdentitiesToLeave: false,
  })
  const path = `/account/organizations/${w.fabrikam.id}/requests`
  const ask = (person: typeof w.ada) =>
    w.as(person).post(path, { kind: 'removal', message: `I am ${person.name}` })
  await json(await ask(w.ada), 201)
  await json(await ask(w.bob), 201)
  const { page, problems } = await openPage(browser, phone)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(page, phone, 'Requests')
  const main = page.getByRole('main')
  await main.getByText('I am Ada Lovelace').waitFor()
  await main.getByText('then deleted by itself').first().waitFor()
  await requireAccessibleEverywhere(page, 'the queue')

  // One is held, with a reason.
  await page.getByRole('button', { name: 'Hold the request of Ada Lovelace' }).click()
  const dialog = page.getByRole('alertdialog')
  const confirm = dialog.getByRole('button', { name: 'Hold', exact: true })
  assert.equal(await confirm.getAttribute('aria-disabled'), 'true', 'without a reason')
  await dialog.getByRole('textbox').fill('An audit until June')
  await requireAccessibleEverywhere(page, 'holding')
  await confirm.click()
  await dialog.waitFor({ state: 'detached' })
  await main.getByText('An audit until June').waitFor()

  // What is found by a name alone is there.
  await page.getByRole('searchbox', { name: 'Find by name' }).fill('okafor')
  await main.getByText('I am Ada Lovelace').waitFor({ state: 'detached' })
  await page.getByRole('searchbox', { name: 'Find by name' }).fill('')
  await main.getByText('I am Ada Lovelace').waitFor()

  // Both are declined together; one was answered meanwhile, and the row says so.
  for (const name of ['Ada Lovelace', 'Bob Okafor'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).click()
  await page.getByRole('button', { name: 'Decline the ticked requests' }).click()
  await dialog.getByText('Decline 2 requests?').waitFor()
  await dialog.getByRole('textbox').fill('Not before June')
  const open: Json = await json(await frank().get('/v1.0/guesthouse.requests'))
  const id = String(open['value'][0]['id'])
  await frank().post(`/v1.0/guesthouse.requests/${id}/guesthouse.answer`, { action: 'delete' })
  await dialog.getByRole('button', { name: 'Decline', exact: true }).click()
  await main.getByText('1 request is answered, 1 is not').waitFor()
  assert.equal(await timesHeard(page, '1 request is answered, 1 is not'), 1)
  await dialog.waitFor({ state: 'detached' })
  await main.getByText('No open requests').waitFor()
  await requireAccessibleEverywhere(page, 'what became of many')

  // The search box leads to one request alone, whatever has become of it.
  await page.keyboard.press('/')
  await page.getByRole('dialog').getByRole('searchbox').fill(id)
  await page.getByRole('dialog').getByRole('link', { name: 'To be removed' }).click()
  await main.getByText('You see one request alone.').waitFor()
  await main.getByRole('row').last().waitFor()
  // A list of cards on a phone has no heading.
  assert.equal(await main.getByRole('row').count(), 1)
  await requireAccessibleEverywhere(page, 'one request')
  await main.getByRole('button', { name: 'Clear the filter' }).click()
  await main.getByText('No open requests').waitFor()

  // Nobody is removed by itself any more, and that needs a reason.
  await main.getByRole('switch', { name: /Delete whoever asked to be removed/ }).click()
  const reason = main.getByRole('textbox', { name: 'Why nobody is removed by itself' })
  await main.getByRole('button', { name: 'Save' }).click()
  await reason.fill('We keep records of contractors.')
  await requireAccessibleEverywhere(page, 'why nobody is removed')
  await main.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The settings are saved.').first().waitFor()
  const policy = await json(await frank().get('/v1.0/policies/externalIdentitiesPolicy'))
  assert.deepEqual(
    [policy['guesthouse.removesUnanswered'], policy['guesthouse.unansweredReason']],
    [false, 'We keep records of contractors.'],
  )
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('R40, R61: what many restores would bring back is told of each before they are answered, and left out where it is unticked', async () => {
  const w = await served()
  const frank = () => w.as(w.frank, w.fabrikam)
  const ids = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  const [ada] = ids
  const groupOf = async (displayName: string, members: readonly unknown[]): Promise<string> => {
    const { id } = await json(await frank().post('/v1.0/groups', { displayName }), 201)
    for (const member of members)
      await frank().post(`/v1.0/groups/${id}/members/$ref`, {
        '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${member}`,
      })
    return String(id)
  }
  const gone = await groupOf('Harbour', [ada])
  const pier = await groupOf('Pier', ids)
  for (const id of ids) await frank().delete(`/v1.0/users/${id}`)
  await frank().delete(`/v1.0/groups/${gone}`)
  for (const person of [w.ada, w.bob])
    await json(
      await w
        .as(person)
        .post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'restore' }),
      201,
    )
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(page, desktop, 'Requests')
  for (const name of ['Ada Lovelace', 'Bob Okafor'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).click()
  await page.getByRole('button', { name: 'Restore those who asked in the ticked requests' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('Group: Harbour – The group Harbour was deleted meanwhile.').waitFor()
  // Whose links all come back is told in a line.
  assert.equal(await dialog.locator('details').count(), 2)
  assert.equal(await dialog.locator('details[open]').count(), 1)
  await dialog.locator('details:not([open]) summary').click()
  const smooth = dialog.locator('li').filter({ hasText: 'Bob Okafor' }).first()
  await smooth.getByRole('checkbox', { name: 'Group: Pier' }).uncheck()
  await requireAccessibleEverywhere(page, 'what comes back of many')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('2 requests are answered.').first().waitFor()
  assert.equal(await timesHeard(page, '2 requests are answered.'), 1)
  for (const id of ids) assert.equal((await frank().get(`/v1.0/users/${id}`)).status, 200)
  const { value } = await json(await frank().get(`/v1.0/groups/${pier}/members`))
  assert.deepEqual(
    value.map((member: Json) => member['id']),
    [ada],
    'what was unticked of one is left out of that one alone',
  )
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
