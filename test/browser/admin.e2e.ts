/**
 * What an administrator sees. The first test is the seed document's second walkthrough, label by
 * label.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createGroup } from '../../src/directory/groups/create.ts'
import { linkUser } from '../../src/directory/links/link-user.ts'
import { roles } from '../../src/access/roles.ts'
import { operatorAuthority } from '../../src/directory/authority.ts'
import type { Page } from 'playwright-core'
import {
  browserOfTests,
  desktop,
  goTo,
  goWithin,
  openPage,
  phone,
  picture,
  requireAccessible,
  requireAccessibleEverywhere,
  type View,
} from './browser.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'

const browser = browserOfTests()

const openAdmin = async (view: View) => {
  const w = await served()
  const group = await createGroup(
    w.db,
    w.fabrikam.id,
    { displayName: 'Project Aurora' },
    operatorAuthority,
    w.operator(),
  )
  if (group.outcome !== 'created') throw new Error(group.outcome)
  await linkUser(
    w.db,
    'group',
    { tenantId: w.fabrikam.id, holderId: group.groupId, userId: w.userOf(w.ada, w.fabrikam) },
    operatorAuthority,
    w.operator(),
  )
  const { page, problems } = await openPage(browser, view)
  const enter = async (person: typeof w.frank): Promise<void> => {
    await page.goto(`${w.url}/admin/`)
    await w.signIn(page, person)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  const end = async (): Promise<void> => {
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  }
  return { w, page, enter, end, groupId: group.groupId }
}

for (const [device, view] of [
  ['desktop', desktop],
  ['phone', phone],
] as const)
  test(`R16, R61, R78, R80: restore and permanently delete as the seed document says, on a ${device}`, async () => {
    const { w, page, enter, end } = await openAdmin(view)
    await w.as(w.ada).leave(w.fabrikam)
    await w.as(w.bob).leave(w.fabrikam)
    await enter(w.frank)
    await requireAccessible(page, 'overview')
    await picture(page, `admin-overview-${device}`)

    // Under Manage, select Users. Select Deleted users.
    await goTo(page, view, 'Users')
    await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
    await page.getByText('Fiona Byrne').first().waitFor()
    assert.equal(await page.getByText('Ada Lovelace').count(), 0, 'who left is in no user list')
    // Whom a tick is for stands beside it, on a phone too.
    const tick = await page.getByRole('checkbox', { name: 'Select Fiona Byrne' }).boundingBox()
    const name = await page.getByRole('link', { name: 'Fiona Byrne' }).boundingBox()
    assert.ok(tick && name && tick.y < name.y + name.height && name.y < tick.y + tick.height)
    await requireAccessible(page, 'users')
    await picture(page, `admin-users-${device}`)
    await page
      .getByRole('link', { name: 'Deleted users' })
      .or(page.getByRole('tab', { name: 'Deleted users' }))
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: 'Deleted users' }).waitFor()
    await page.getByText('Ada Lovelace').first().waitFor()
    await requireAccessible(page, 'deleted users')
    await picture(page, `admin-deleted-${device}`)

    // Restore user: what will come back is shown first.
    await page.getByRole('checkbox', { name: 'Select Ada Lovelace' }).click()
    await page.getByRole('button', { name: 'Restore user' }).click()
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
    await dialog.getByText('Project Aurora').waitFor()
    await requireAccessible(page, 'restore dialog')
    await picture(page, `admin-restore-${device}`)
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
    await page.getByRole('heading', { name: 'Ada Lovelace is restored.' }).waitFor()
    assert.equal(await page.getByText('Ada Lovelace is restored.').count(), 1, 'told once')
    await requireAccessible(page, 'restore report')
    await page.getByRole('button', { name: 'Close' }).last().click()
    assert.equal(
      (await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`)).status,
      200,
    )

    // Select the check box next to a deleted user, and then select Delete permanently. It asks once
    // more, and says that it is irrevocable.
    await page.getByRole('checkbox', { name: 'Select Bob Okafor' }).click()
    await page.getByRole('button', { name: 'Delete permanently' }).click()
    await dialog.getByText('irrevocable').waitFor()
    await requireAccessible(page, 'purge dialog')
    await picture(page, `admin-purge-${device}`)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    assert.equal(
      (
        await w
          .as(w.frank, w.fabrikam)
          .get(`/v1.0/directory/deletedItems/${w.userOf(w.bob, w.fabrikam)}?$select=*`)
      ).status,
      200,
      'nothing happened yet',
    )
    await page.getByRole('button', { name: 'Delete permanently' }).click()
    await dialog.getByRole('button', { name: 'Delete permanently' }).click()
    await page.getByText('One user is permanently deleted.').first().waitFor()
    assert.equal(
      (
        await w
          .as(w.frank, w.fabrikam)
          .get(`/v1.0/directory/deletedItems/${w.userOf(w.bob, w.fabrikam)}?$select=*`)
      ).status,
      404,
    )
    await end()
  })

/** The pages below the address of an organization, of objects by their ids, and their headings. */
const pagesOf = async ({ w, groupId }: Awaited<ReturnType<typeof openAdmin>>) => {
  const frank = w.as(w.frank, w.fabrikam)
  const { id } = await json(
    await frank.post('/v1.0/servicePrincipals', { displayName: 'Wiki' }),
    201,
  )
  return [
    ['', 'Overview'],
    ['users', 'Users'],
    ['users/deleted', 'Deleted users'],
    [`users/${w.fiona.userId}`, 'Fiona Byrne'],
    [`users/${w.userOf(w.ada, w.fabrikam)}`, 'Ada Lovelace'],
    [`users/${w.userOf(w.bob, w.fabrikam)}`, 'Bob Okafor'],
    ['groups', 'Groups'],
    ['groups/deleted', 'Deleted groups'],
    [`groups/${groupId}`, 'Project Aurora'],
    ['applications', 'Applications'],
    [`applications/${String(id)}`, 'Wiki'],
    ['roles', 'Roles'],
    [`roles/${roles.globalAdministrator.id}`, 'Global Administrator'],
    ['invitations', 'Invitations'],
    ['collaboration', 'External collaboration settings'],
    ['identity-providers', 'Identity providers'],
    ['policies', 'Guest lifecycle'],
    ['policies/new', 'New lifecycle policy'],
    ['domains', 'Domains'],
    ['properties', 'Properties'],
    ['requests', 'Requests'],
    ['audit', 'Audit log'],
    ['protection', 'Protected deletions'],
    ['erasures', 'Erasures'],
    ['guests-elsewhere', 'Guests elsewhere'],
  ] as const
}

test('every page of the admin centre can be read with help, on a desktop in light and on a phone in the dark', async () => {
  const admin = await openAdmin(desktop)
  const { w, page, enter, end } = admin
  await w.as(w.bob).leave(w.fabrikam)
  await enter(w.frank)
  for (const [path, heading] of await pagesOf(admin)) {
    await goWithin(page, `/admin/${w.fabrikam.id}/${path}`)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null)
    const name = path.replaceAll(/[/ ]|[0-9a-f-]{36}/g, '-')
    await requireAccessibleEverywhere(page, `admin-${name}`)
  }
  await end()
})

/** What the navigation leads to, as soon as that is known. */
const ledTo = async (page: Page): Promise<string[]> => {
  const links = page.locator('nav').first().getByRole('link')
  await links.filter({ hasText: 'Invitations' }).waitFor()
  return links.allTextContents()
}

test('what a role may not do is disabled, and says who may; a role begins where it can act, and is led to what it may see', async () => {
  const { w, page, enter, end } = await openAdmin(desktop)
  await w.grant(w.fiona, w.fabrikam, 'helpdeskAdministrator')
  await w.as(w.ada).leave(w.fabrikam)
  await enter(w.fiona)
  const seen = await ledTo(page)
  assert.deepEqual(
    ['Users', 'Roles', 'Erasures', 'Requests', 'Audit log'].map((name) => seen.includes(name)),
    [true, true, true, false, false],
  )
  // What others have to mend is not told as theirs.
  await page.getByRole('heading', { level: 2, name: 'What needs somebody' }).waitFor()
  await goTo(page, desktop, 'Users')
  await page
    .getByRole('link', { name: 'Deleted users' })
    .or(page.getByRole('tab', { name: 'Deleted users' }))
    .first()
    .click()
  await page.getByRole('checkbox', { name: 'Select Ada Lovelace' }).click()
  const button = page.getByRole('button', { name: 'Delete permanently' })
  assert.equal(await button.getAttribute('aria-disabled'), 'true')
  // The reason is what the button is described by, for those who see it as a tooltip and for those
  // who hear it.
  await button.focus()
  await page
    .getByText('It takes the role of Global Administrator')
    .first()
    .waitFor({ state: 'attached' })
  await button.click({ force: true })
  assert.equal(await page.getByRole('alertdialog').count(), 0)

  const gil = await w.member(w.fabrikam, 'Gil Roth')
  await w.grant(gil, w.fabrikam, 'guestInviter')
  // R49: what a role may do, but not to whoever stands above it.
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/users/${w.frank.userId}`)
  const reset = page.getByRole('button', { name: 'Reset password' })
  await reset.focus()
  assert.equal(await reset.getAttribute('aria-disabled'), 'true')
  await page
    .getByText('This user holds a role that needs a higher administrator')
    .first()
    .waitFor({ state: 'attached' })
  await picture(page, 'user-too-high')

  const inviting = await openPage(browser, desktop)
  await inviting.page.goto(`${w.url}/admin/`)
  await w.signIn(inviting.page, gil)
  await inviting.page.getByRole('heading', { level: 1, name: 'Invitations' }).waitFor()
  const names = await ledTo(inviting.page)
  assert.ok(names.includes('Users') && !names.includes('Overview'), String(names))
  await inviting.page.getByRole('button', { name: 'Invite a guest' }).click()
  await inviting.page.getByRole('dialog').getByRole('textbox', { name: 'E-mail' }).waitFor()
  for (const [path, heading] of [
    [`users/${w.userOf(w.ada, w.fabrikam)}`, 'Not here'],
    ['groups/deleted', 'Deleted groups'],
  ] as const) {
    await inviting.page.goto(`${w.url}/admin/${w.fabrikam.id}/${path}`)
    await inviting.page.getByRole('heading', { level: 1, name: heading }).waitFor()
    assert.equal(await inviting.page.getByText('This did not work').count(), 0)
  }
  const here = inviting.page.getByRole('main')
  await here.getByText('It takes the role of Global Administrator').waitFor()
  assert.deepEqual(inviting.problems, [])
  await inviting.page.context().close()
  await end()
})

test('a hundred users and more: found by typing, page by page', async () => {
  const { w, page, enter, end } = await openAdmin(desktop)
  for (let n = 0; n < 120; n++) await w.member(w.fabrikam, `Person ${String(n).padStart(3, '0')}`)
  await enter(w.frank)
  await goTo(page, desktop, 'Users')
  await page.getByText('Person 000').first().waitFor()
  await page.getByRole('searchbox').fill('person 117')
  await page.getByText('Person 117').first().waitFor()
  await page.getByText('Person 000').first().waitFor({ state: 'hidden' })
  const { value } = await json(
    await w.as(w.frank, w.fabrikam).get('/v1.0/users?$search="person 117"'),
  )
  assert.equal(value.length, 1)
  await end()
})

test('R87, R94: a guest is invited, others from a CSV file, good rows kept; an invitation is revoked; the settings say who may', async () => {
  const { w, page, enter, end } = await openAdmin(desktop)
  await enter(w.frank)
  await goTo(page, desktop, 'Invitations')
  await page.getByRole('heading', { level: 1, name: 'Invitations' }).waitFor()
  await requireAccessible(page, 'no invitations')
  await page.getByRole('button', { name: 'Invite a guest' }).click()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('eve@outside.example')
  await dialog.getByLabel('Name (optional)').fill('Eve Stone')
  await requireAccessible(page, 'invite dialog')
  await picture(page, 'admin-invite')
  await dialog.getByRole('button', { name: 'Invite a guest' }).click()
  const link = await dialog.getByLabel('Link', { exact: true }).inputValue()
  assert.equal((await w.app.request(link)).status, 200)
  await requireAccessible(page, 'the link')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('Eve Stone').first().waitFor()

  await page.getByRole('button', { name: 'Invite from a CSV file' }).click()
  const csv = `email,displayName\n"bo@outside.example","Bo ""B"" Berg"\nnobody,\n${w.ada.upn},Ada\n`
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await dialog.getByText('3 rows found.').waitFor()
  await dialog.getByRole('button', { name: 'Invite them' }).click()
  await dialog.getByText('Invited: 1. Not invited: 2.').waitFor()
  await dialog
    .getByRole('listitem')
    .filter({ hasText: `${w.ada.upn}: ` })
    .waitFor()
  await requireAccessible(page, 'bulk results')
  await picture(page, 'admin-bulk-invite')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download the results' }).click(),
  ])
  const results = (await (await download.createReadStream()).toArray()).join('')
  assert.match(results, /"nobody","failed","","[^"]*an address has an @/)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('Bo "B" Berg').first().waitFor()
  // What the dialog hid from screen readers is given back a moment after it has gone.
  await page.locator('#root:not([aria-hidden])').waitFor({ state: 'attached' })
  await requireAccessible(page, 'invitations')
  await picture(page, 'admin-invitations')

  await page.getByRole('button', { name: 'Revoke' }).first().click()
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('row').filter({ hasText: 'Revoked' }).first().waitFor()

  await goTo(page, desktop, 'External collaboration settings')
  await page.getByRole('radio', { name: 'Guest inviters and administrators', exact: true }).check()
  await requireAccessible(page, 'collaboration settings')
  await picture(page, 'admin-collaboration')
  await page.getByRole('button', { name: 'Save' }).click()
  // Whom it affects is said first.
  await dialog.getByRole('heading', { name: 'Save these settings?' }).waitFor()
  await dialog
    .getByText(/^\d+ users could not invite any more\.$|^One user could not invite any more\.$/)
    .waitFor()
  await requireAccessible(page, 'whom the settings affect')
  await picture(page, 'admin-collaboration-question')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The settings are saved.').first().waitFor()
  const body = {
    invitedUserEmailAddress: 'x@outside.example',
    inviteRedirectUrl: 'https://x.example/',
  }
  assert.equal((await w.as(w.fiona, w.fabrikam).post('/v1.0/invitations', body)).status, 403)
  await end()
})
