/** What an administrator does with deleted users, by choice and by list, groups, applications. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  browserOfTests,
  desktop,
  openDialog,
  openPage,
  picture,
  requireAccessibleEverywhere,
  requireAccessiblePart,
} from './browser.ts'
import { faultsOf } from './dialogs/laid-out.ts'
import { zeroId } from '../../src/kernel/ids.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'

const browser = browserOfTests()

/** Ada in two groups, Bob in one, and gone with Carol; a group and an application deleted. */
const furnished = async () => {
  const w = await served()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const ids: Record<string, string> = {}
  for (const [path, displayName] of [
    ['groups', 'Project Aurora'],
    ['groups', 'Night shift'],
    ['groups', 'Old welders'],
    ['servicePrincipals', 'Old expenses'],
  ] as const)
    ids[displayName] = String(
      (await json(await frank.post(`/v1.0/${path}`, { displayName }), 201))['id'],
    )
  for (const owner of [w.fiona.userId, w.userOf(w.frank, w.fabrikam)])
    await json(
      await frank.post(`/v1.0/groups/${ids['Project Aurora']}/owners/$ref`, {
        '@odata.id': `https://x.example/directoryObjects/${owner}`,
      }),
      204,
    )
  const app = await json(
    await frank.post('/v1.0/servicePrincipals', { displayName: 'Planner' }),
    201,
  )
  await json(
    await frank.post(`/v1.0/servicePrincipals/${app['id']}/appRoleAssignedTo`, {
      principalId: ids['Project Aurora'],
      resourceId: app['id'],
      appRoleId: zeroId,
    }),
    201,
  )
  for (const [name, member] of [
    ['Project Aurora', ada],
    ['Night shift', ada],
    ['Old welders', ada],
    ['Project Aurora', w.userOf(w.bob, w.fabrikam)],
  ] as const) {
    const reference = { '@odata.id': `https://x.example/directoryObjects/${member}` }
    await json(await frank.post(`/v1.0/groups/${ids[name]}/members/$ref`, reference), 204)
  }
  await w.guest(w.carol, w.fabrikam)
  for (const person of [w.ada, w.bob, w.carol]) await json(await w.as(person).leave(w.fabrikam))
  await json(await frank.delete(`/v1.0/groups/${ids['Old welders']}`), 204)
  await json(await frank.delete(`/v1.0/servicePrincipals/${ids['Old expenses']}`), 204)
  return { ...w, made: ids }
}

test('R56, R61, R68: what was deleted comes back by choice, by tick and by file, groups and applications too', async () => {
  const w = await furnished()
  const { page, problems } = await openPage(browser, desktop)
  const at = (path: string) => page.goto(`${w.url}/admin/${w.fabrikam.id}/${path}`)
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  // In light on a desktop; dialogs.e2e.ts sees them in the dark on a phone.
  const seen = (what: string) => requireAccessiblePart(page, openDialog, what)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1 }).waitFor()

  // One link is unticked, and does not come back.
  await at('users/deleted')
  await page.getByRole('checkbox', { name: 'Select Ada Lovelace' }).click()
  await page.getByRole('button', { name: 'Restore user' }).click()
  await dialog.getByRole('checkbox', { name: 'Group: Project Aurora' }).waitFor()
  await dialog.getByText('The group Old welders was deleted meanwhile.').waitFor()
  await dialog.getByRole('checkbox', { name: 'Group: Night shift' }).click()
  await seen('restore with a choice')
  await picture(page, 'deleted-choice')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await dialog.getByText('What was left out').waitFor()
  await dialog.getByText('Group: Night shift').waitFor()
  await requireAccessibleEverywhere(page, 'report with what was left out')
  await picture(page, 'deleted-report')
  await dialog.getByRole('button', { name: 'Close' }).click()

  // Two are held with one reason, by keyboard, and the hold is ended again.
  const tick = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` })
  await tick('Bob Okafor').click()
  await tick('Carol Diaz').click()
  await page.getByRole('button', { name: 'Place a hold' }).press('Enter')
  await dialog.getByText('Place a hold on 2 users').waitFor()
  await seen('a hold on two')
  await picture(page, 'deleted-hold')
  await dialog.getByRole('button', { name: 'Place a hold' }).press('Enter')
  const reason = dialog.getByLabel('Reason')
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
  await reason.fill('An audit')
  await dialog.getByRole('button', { name: 'Place a hold' }).press('Enter')
  await page.getByText('2 users are on hold.').first().waitFor()
  await dialog.waitFor({ state: 'detached' })
  assert.equal(await page.getByText('On hold', { exact: true }).count(), 2)
  await picture(page, 'deleted-held')
  await tick('Bob Okafor').click()
  await tick('Carol Diaz').click()
  const purge = page.getByRole('button', { name: 'Delete permanently' })
  assert.equal(await purge.getAttribute('aria-disabled'), 'true', 'who is held stays')
  await page.getByRole('button', { name: 'End the hold' }).press('Enter')
  await dialog.getByText('End the hold on 2 users?').waitFor()
  await seen('the end of two holds')
  await picture(page, 'deleted-end-hold')
  await dialog.getByRole('button', { name: 'End the hold' }).press('Enter')
  await page.getByText('The holds on 2 users have ended.').first().waitFor()
  await dialog.waitFor({ state: 'detached' })
  // The focus is not lost with the dialog.
  await page.waitForFunction(() => document.activeElement?.tagName !== 'BODY')

  // Two by tick.
  await page.getByRole('checkbox', { name: 'Select Bob Okafor' }).click()
  await page.getByRole('checkbox', { name: 'Select Carol Diaz' }).click()
  await page.getByRole('button', { name: 'Restore user' }).click()
  await dialog.getByText('Restore 2 users?').waitFor()
  await dialog.getByText('Comes back: 1 group.').click()
  await dialog.getByRole('checkbox', { name: 'Group: Project Aurora' }).click()
  await dialog.getByText('Comes back without any of it.').waitFor()
  await dialog.getByText('There were no groups, applications, roles or people').waitFor()
  await seen('restore two with a choice')
  await picture(page, 'deleted-users-many')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByText('2 users are restored.').first().waitFor()
  const bob = w.userOf(w.bob, w.fabrikam)
  const bobs = await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${bob}/memberOf`)
  assert.deepEqual((await json(bobs))['value'], [])

  // A file: one of them again, and nobody.
  await page.getByRole('button', { name: 'From a file' }).click()
  await dialog.getByRole('radio', { name: 'Delete', exact: true }).check()
  const csv = `id\n${bob}\nnobody@nowhere.example\n`
  await dialog
    .getByLabel('CSV file')
    .setInputFiles({ name: 'leavers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await dialog.getByText('2 rows found.').waitFor()
  await seen('a list of users')
  await picture(page, 'deleted-list')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await dialog.getByText('Deleted: 1. Not deleted: 1.').waitFor()
  await seen('what came of a list')
  await picture(page, 'deleted-list-done')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download the results' }).click(),
  ])
  const results = readFileSync(await download.path(), 'utf8')
  assert.match(results, /"2","[0-9a-f-]+","done"/)
  assert.match(results, /"3","nobody@nowhere\.example","failed","Request_ResourceNotFound"/)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('checkbox', { name: 'Select Bob Okafor' }).waitFor()

  // Whoever invites them again is led to where they are restored (complaint M).
  await at('invitations')
  await page.getByRole('button', { name: 'Invite a guest' }).click()
  await dialog.getByLabel(/^E-mail/).fill(w.bob.upn)
  await dialog.getByRole('button', { name: 'Invite a guest' }).click()
  await dialog.getByRole('switch', { name: 'Invite as a new guest all the same' }).waitFor()
  await requireAccessibleEverywhere(page, 'an invitation of who is deleted')
  await page.setViewportSize({ width: 390, height: 844 })
  assert.deepEqual(await faultsOf(dialog), [])
  await page.setViewportSize(desktop)
  await dialog.getByRole('link', { name: 'Show the user who has this address' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bob Okafor' }).waitFor()
  await page.getByRole('button', { name: 'Restore user' }).waitFor()

  // A group comes back with its members; an application goes for good.
  await at('groups')
  await page.getByRole('link', { name: 'Deleted groups' }).click()
  await page.getByRole('button', { name: 'Restore Old welders' }).click()
  await dialog.getByText('1 member').waitFor()
  await seen('restore a group')
  await picture(page, 'deleted-group')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByText('Old welders is restored.').first().waitFor()
  await page.getByText('No deleted groups').waitFor()

  // Two at once, with a choice: one of a kind, and all of another.
  for (const name of ['Project Aurora', 'Night shift'])
    await json(await w.as(w.frank, w.fabrikam).delete(`/v1.0/groups/${w.made[name]}`), 204)
  await at('groups/deleted')
  for (const name of ['Project Aurora', 'Night shift']) await tick(name).click()
  await page.getByRole('button', { name: 'Restore the ticked ones' }).click()
  const aurora = dialog.locator('li', { hasText: 'Project Aurora' }).first()
  await aurora.getByText('Project Aurora').click()
  await aurora.getByText('Owners one by one').click()
  await aurora.getByRole('checkbox', { name: 'Fiona Byrne' }).click()
  await aurora.getByRole('checkbox', { name: '1 application' }).click()
  // What is unticked is not counted any more.
  const counted = await aurora.locator('summary').first().innerText()
  assert.match(counted, /\b1 owner\b/)
  assert.doesNotMatch(counted, /application/)
  await seen('restore two groups with a choice')
  await picture(page, 'deleted-groups-many')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByText('2 groups are restored.').first().waitFor()
  const owners = await json(
    await w.as(w.frank, w.fabrikam).get(`/v1.0/groups/${w.made['Project Aurora']}/owners`),
  )
  assert.deepEqual(
    owners['value'].map((one: { displayName: string }) => one.displayName),
    ['Frank Weber'],
  )

  // By a file, and for good by tick.
  const both = ['Project Aurora', 'Night shift'].map((name) => w.made[name])
  const deleteBoth = async () => {
    for (const id of both)
      await json(await w.as(w.frank, w.fabrikam).delete(`/v1.0/groups/${id}`), 204)
    await at('groups/deleted')
  }
  await deleteBoth()
  await page.getByRole('button', { name: 'From a file' }).click()
  await dialog.getByLabel('CSV file').setInputFiles({
    name: 'groups.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`id\n${both.join('\n')}\nNight shift\n`),
  })
  await dialog.getByText('3 rows found.').waitFor()
  await seen('a list of groups')
  await picture(page, 'deleted-groups-list')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await dialog.getByText('Restored: 2. Not restored: 1.').waitFor()
  await dialog.getByText('This is no object id.').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await deleteBoth()
  for (const name of ['Project Aurora', 'Night shift']) await tick(name).click()
  await page.getByRole('button', { name: 'Delete the ticked ones permanently' }).click()
  await dialog.getByText('Delete 2 groups permanently?').waitFor()
  await seen('two groups for good')
  await picture(page, 'deleted-groups-purge')
  await dialog.getByRole('button', { name: 'Delete permanently' }).click()
  await page.getByText('2 groups are permanently deleted.').first().waitFor()
  await page.getByText('No deleted groups').waitFor()
  await at('applications/deleted')
  await page.getByRole('button', { name: 'Delete permanently: Old expenses' }).waitFor()
  await requireAccessibleEverywhere(page, 'deleted applications')
  await picture(page, 'deleted-applications')
  await page.getByRole('button', { name: 'Delete permanently: Old expenses' }).click()
  await dialog.getByRole('button', { name: 'Delete permanently' }).click()
  await page.getByText('Old expenses is permanently deleted.').first().waitFor()
  await page.getByText('No deleted applications').waitFor()
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})
