/**
 * What the portal and the admin centre do on every screen: the focus is never lost, what can be
 * done is there in each state, and what concerns many asks first.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { createGuest } from '../../src/directory/users/create.ts'
import { addressOf } from '../../src/kernel/address.ts'
import { newId, type PersonId } from '../../src/kernel/ids.ts'
import { openSession } from '../../src/people/open-session.ts'
import { sql } from '../../src/store/database.ts'
import {
  desktop,
  goTo,
  browserOfTests,
  openPage,
  phone,
  picture,
  requireAccessible,
  requireAccessibleEverywhere,
  type View,
} from './browser.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'
import type { Person } from '../world.ts'

const browser = browserOfTests()

const row = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })
/** Waits until the focus is in a part of the page. */
const focusIn = (part: Locator) =>
  part.evaluate(
    (element) =>
      new Promise<void>((done, fail) => {
        let tries = 0
        const look = (): void => {
          if (element.contains(document.activeElement) && document.activeElement !== document.body)
            return done()
          if (++tries > 60)
            return fail(
              new Error(
                `the focus is on ${document.activeElement?.outerHTML.slice(0, 120) ?? 'nothing'}`,
              ),
            )
          setTimeout(look, 50)
        }
        look()
      }),
  )

/** The focus is on the message, which stands right before the row: whoever goes on is in it. */
const focusBefore = async (page: Page, name: string): Promise<void> => {
  await focusIn(page.locator('.rows .told'))
  await page.keyboard.press('Tab')
  await focusIn(row(page, name))
}

/** The cast at a browser. */
const scene = async (view: View) => {
  const w = await served()
  const { page, problems } = await openPage(browser, view)
  /** Signs somebody in on the way to a page of theirs. */
  const enter = async (person: Person, path: string): Promise<void> => {
    await page.goto(w.url + path)
    await w.signIn(page, person)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  const end = async (): Promise<void> => {
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  }
  return { w, page, enter, end }
}

test('U12: after asking, declining and accepting the focus is where it was done, with the keyboard alone', async () => {
  const { w, page, enter, end } = await scene(desktop)
  await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  const litware = await w.organization('Litware')
  const lena = await w.member(litware, 'Lena Roth')
  await w.grant(lena, litware, 'globalAdministrator')
  const invitation = {
    invitedUserEmailAddress: w.ada.upn,
    inviteRedirectUrl: 'https://litware.example/',
  }
  assert.equal((await w.as(lena, litware).post('/v1.0/invitations', invitation)).status, 201)
  await enter(w.ada, '/organizations')

  await row(page, 'Northwind').getByRole('link', { name: 'Ask to be removed' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Send request' }).focus()
  await page.keyboard.press('Enter')
  await row(page, 'Northwind').getByText('You asked to be removed').waitFor()
  await focusBefore(page, 'Northwind')

  await row(page, 'Litware').getByRole('link', { name: 'Decline' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).focus()
  await page.keyboard.press('Enter')
  await row(page, 'Litware').waitFor({ state: 'detached' })
  await focusIn(page.getByRole('main'))

  assert.equal((await w.as(lena, litware).post('/v1.0/invitations', invitation)).status, 201)
  await page.reload()
  await row(page, 'Litware').getByRole('link', { name: 'Accept' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Accept' }).focus()
  await page.keyboard.press('Enter')
  await row(page, 'Litware').getByText('Active', { exact: true }).waitFor()
  await focusBefore(page, 'Litware')
  await end()
})

test('R5: somebody without a home organization sees one heading, and all their organizations under it', async () => {
  const { w, page, end } = await scene(desktop)
  const personId = newId<PersonId>()
  await sql`insert into persons (id, created_at) values (${personId}, ${w.now()})`.execute(w.db)
  for (const at of [w.fabrikam, w.northwind]) {
    const upn = `eve_outside.example#EXT#@${at.domain}`
    const guest = {
      personId,
      displayName: 'Eve Stone',
      userPrincipalName: upn,
      mail: addressOf('eve@outside.example'),
    }
    assert.equal((await createGuest(w.db, at.id, guest, w.operator())).outcome, 'created')
  }
  const { token } = await openSession(w.db, personId, { address: null, userAgent: null }, w.now())
  await page.context().addCookies([{ name: 'guesthouse_session', value: token, url: w.url }])
  await page.goto(`${w.url}/organizations`)
  await row(page, 'Northwind').waitFor()
  const headings = await page.getByRole('main').getByRole('heading').allTextContents()
  assert.deepEqual(headings, ['Organizations', 'Fabrikam', 'Northwind'])
  await requireAccessible(page, 'without a home')
  await end()
})

test('U3, R107, R129: my data can be downloaded from each row, whatever I am there; a hold is told', async () => {
  const { w, page, enter, end } = await scene(phone)
  await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  await w.as(w.ada).leave(w.fabrikam)
  const deleted = `/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`
  await w.as(w.frank, w.fabrikam).post(`${deleted}/guesthouse.hold`, { reason: 'Case 12' })
  await enter(w.ada, '/organizations')
  for (const name of ['Contoso', 'Fabrikam', 'Northwind']) {
    await row(page, name).getByLabel(`More for ${name}`).click()
    const item = row(page, name).getByRole('link', { name: 'Download my data' })
    await item.waitFor()
    if (name === 'Fabrikam') await picture(page, 'portal-more')
    const [download] = await Promise.all([page.waitForEvent('download'), item.click()])
    const copy = JSON.parse((await (await download.createReadStream()).toArray()).join('')) as {
      organization: string
    }
    assert.equal(copy.organization, name)
  }
  await row(page, 'Fabrikam').getByText('kept because of a hold').waitFor()
  assert.equal(await row(page, 'Fabrikam').getByText('that is done by').count(), 0)
  await requireAccessibleEverywhere(page, 'a hold')
  await end()
})

test('U5, U12, R61: a request is answered knowing who asks, and a restore with its preview', async () => {
  const { w, page, enter, end } = await scene(desktop)
  await w.as(w.ada).leave(w.fabrikam)
  await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, {
    kind: 'restore',
    message: 'By mistake',
  })
  await w
    .as(w.frank, w.fabrikam)
    .patch(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`, { accountEnabled: false })
  await w.as(w.bob).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' })
  await enter(w.frank, '/admin/')
  await goTo(page, desktop, 'Requests')
  await page.getByText(w.ada.upn, { exact: true }).first().waitFor()
  await page.getByText('Home: Contoso').first().waitFor()
  await requireAccessibleEverywhere(page, 'requests')
  const missed: string[] = []
  page.on('response', (answer) => answer.status() === 404 && missed.push(answer.url()))
  await page.getByRole('button', { name: /Restore.*Ada/ }).click()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await dialog.getByText('comes back').first().waitFor()
  await requireAccessibleEverywhere(page, 'restore from a request')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await dialog.getByRole('heading', { name: 'Ada Lovelace is restored.' }).waitFor()
  assert.equal(await page.getByText('Ada Lovelace is restored.').count(), 1, 'told once')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('By mistake').waitFor({ state: 'detached' })
  assert.deepEqual(missed, [], 'nothing is asked about that is gone')
  assert.equal(
    (await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`)).status,
    200,
  )
  await focusIn(page.getByRole('main'))
  await end()
})

test('U16: taking leaving away from guests asks first, and says how many are concerned', async () => {
  const { w, page, enter, end } = await scene(phone)
  const policy = async () =>
    (
      (await (
        await w.as(w.frank, w.fabrikam).get('/v1.0/policies/externalIdentitiesPolicy')
      ).json()) as Record<string, unknown>
    )['allowExternalIdentitiesToLeave']
  await enter(w.frank, '/admin/')
  await goTo(page, phone, 'Properties')
  await page.getByRole('switch', { name: 'Allow external users to leave by themselves' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('2 guests are concerned').waitFor()
  await requireAccessible(page, 'taking leaving away')
  await picture(page, 'admin-forbid')
  assert.equal(await policy(), true, 'nothing has happened yet')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('switch', { name: 'Allow external users to leave by themselves' }).click()
  await dialog.getByRole('button', { name: 'Do not let them leave' }).click()
  await page.getByText('External users can no longer leave by themselves.').first().waitFor()
  assert.equal(await policy(), false)
  await focusIn(page.getByRole('main'))
  await end()
})

test('U16, R96: a list of domains asks first, by domains, guests and invitations, and names them', async () => {
  const { w, page, enter, end } = await scene(desktop)
  const frank = w.as(w.frank, w.fabrikam)
  const rule = async () =>
    (
      (await (
        await w
          .as(w.frank, w.fabrikam)
          .get('/v1.0/policies/authorizationPolicy?$select=guesthouse.domainRule')
      ).json()) as Record<string, unknown>
    )['guesthouse.domainRule']
  await frank.post('/v1.0/invitations', {
    invitedUserEmailAddress: `carl@${w.contoso.domain}`,
    inviteRedirectUrl: 'https://app.example/',
  })
  await enter(w.frank, '/admin/')
  await goTo(page, desktop, 'External collaboration settings')
  await page.getByRole('radio', { name: 'Any domain but these' }).click()
  await page.getByRole('textbox', { name: 'Domains, one per line' }).fill(w.contoso.domain)
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await save.first().click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('One invitation that waits could not be accepted any more.').waitFor()
  await dialog.getByText('2 guests are of domains that would not be allowed').waitFor()
  await dialog.getByText('Who?').last().click()
  await dialog.getByText('Ada Lovelace').waitFor()
  await requireAccessible(page, 'trying settings')
  await picture(page, 'admin-settings-trial')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await focusIn(page.getByRole('main'))
  assert.equal(await rule(), 'none', 'nothing has happened yet')
  await save.first().click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The settings are saved.').first().waitFor()
  assert.equal(await rule(), 'block')
  await end()
})

test('issue 13: the checklist of the first hour leads to where each is done, by the keyboard too, and stays hidden', async () => {
  const { page, w, enter, end } = await scene(desktop)
  await enter(w.frank, '/admin/')
  const list = page.getByRole('region', { name: 'The first hour' })
  await list.waitFor()
  await requireAccessibleEverywhere(page, 'admin-first-hour')
  assert.equal(
    await list.getByRole('img', { name: 'Done' }).count(),
    3,
    'a domain, a privacy contact and guests',
  )
  await list.getByRole('link', { name: 'Make a second Global Administrator' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Roles' }).waitFor()
  await page.goBack()
  await list.getByRole('button', { name: 'Hide this list' }).focus()
  await page.keyboard.press('Enter')
  await list.waitFor({ state: 'detached' })
  await focusIn(page.getByRole('main'))
  await page.reload()
  await page.getByRole('region', { name: 'Users at a glance' }).waitFor()
  assert.equal(await list.count(), 0)
  await end()
})

test('row 48, row 50, R105: what the overview counts, it leads to', async () => {
  const { w, page, enter, end } = await scene(desktop)
  const frank = w.as(w.frank, w.fabrikam)
  await frank.post('/v1.0/groups', { displayName: 'Ownerless' })
  await frank.post(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}/sponsors/$ref`, {
    '@odata.id': `https://x.example/users/${w.frank.userId}`,
  })
  await enter(w.frank, '/admin/')
  await page.getByRole('link', { name: 'One guest has no sponsor' }).click()
  await page.getByText('Bob Okafor').first().waitFor()
  assert.equal(await page.getByText('Ada Lovelace').count(), 0)
  await page.goBack()
  await page.getByRole('link', { name: 'One group has no owner' }).click()
  await page.getByText('Ownerless').first().waitFor()
  await requireAccessible(page, 'groups without an owner')
  await picture(page, 'admin-ownerless')
  await end()
})

test('R128, R132, U2, U15: an answer is read where it was asked, a request is taken back, a refusal too', async () => {
  const { w, page, enter, end } = await scene(desktop)
  const nora = w.as(w.nora, w.northwind)
  await nora.patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  const { id } = await json(
    await w
      .as(w.ada)
      .post(`/account/organizations/${w.northwind.id}/requests`, { kind: 'removal' }),
    201,
  )
  const answer = {
    action: 'decline',
    message: 'We need you until the audit.\nWrite to me in June.',
  }
  assert.equal(
    (await nora.post(`/v1.0/guesthouse.requests/${id}/guesthouse.answer`, answer)).status,
    204,
  )
  await w.as(w.ada).leave(w.fabrikam)
  await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'restore' })
  await enter(w.ada, '/organizations')
  await row(page, 'Northwind').getByText('Your request to be removed was declined.').waitFor()
  assert.equal(await row(page, 'Northwind').locator('blockquote').innerText(), answer.message)

  const more = row(page, 'Fabrikam').getByLabel('More for Fabrikam')
  const dialog = page.getByRole('alertdialog')
  for (const [item, afterwards] of [
    ['Take the request back', 'You took your request to be restored back.'],
    ['Refuse further invitations', 'refused on'],
  ] as const) {
    await more.click()
    await requireAccessible(page, `the menu for ${item}`)
    await picture(page, `portal-menu-${item.replaceAll(' ', '-')}-desktop`)
    await row(page, 'Fabrikam').getByRole('link', { name: item }).click()
    await dialog.waitFor()
    await requireAccessible(page, item)
    await picture(page, `portal-${item.replaceAll(' ', '-')}-desktop`)
    await dialog.getByRole('button', { name: item }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(afterwards).waitFor()
  }
  await requireAccessible(page, 'refused invitations')
  await picture(page, `portal-refusals-desktop`)
  await page.getByRole('button', { name: 'Take back the refusal of Fabrikam' }).click()
  await page.getByText('refused on').waitFor({ state: 'detached' })
  await end()
})
