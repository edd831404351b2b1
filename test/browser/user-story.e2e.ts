/** The page of a guest begins with what an administrator asks first, and tells what happened. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { roleIds } from '../../src/access/graph-scopes.ts'
import { sql } from '../../src/store/database.ts'
import { graphAudience } from '../../src/tokens/access-token.ts'
import { applicationToken, callWith } from '../by-itself.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'
import { registerApplication } from '../sign-on.ts'
import {
  browserOfTests,
  desktop,
  openPage,
  picture,
  requireAccessibleEverywhere,
  type View,
} from './browser.ts'

const browser = browserOfTests()

const opened = async (view: View) => {
  const w = await served()
  const { page, problems } = await openPage(browser, view)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const end = async (): Promise<void> => {
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  }
  return { w, page, end, at: (list: string) => `${w.url}/admin/${w.fabrikam.id}/${list}` }
}

const said = (page: Page, sentence: RegExp) =>
  page.getByRole('region', { name: 'In short' }).getByText(sentence).waitFor()

test('R105, R131: a guest’s page begins with how they came, who answers, what they reach and how they stand, each true for them, and so does that of one who is deleted', async () => {
  const { w, page, end, at } = await opened(desktop)
  const graph = w.as(w.frank, w.fabrikam)
  const invited = await graph.post('/v1.0/invitations', {
    invitedUserEmailAddress: `grace@outside.example`,
    invitedUserDisplayName: 'Grace Hopper',
    inviteRedirectUrl: `${w.url}/`,
    sendInvitationMessage: true,
    invitedUserMessageInfo: { customizedMessageBody: 'For the review of the designs' },
  })
  const { invitedUser } = (await invited.json()) as { invitedUser: { id: string } }
  await page.goto(at(`users/${invitedUser.id}`))
  await said(page, /^Invited by Frank Weber on .+\.$/)
  await said(page, /^Not accepted yet; the invitation is good until .+\.$/)
  await said(page, /^Its mail waits to be sent\.$/)
  await said(page, /^For the review of the designs$/)
  await said(page, /^Frank Weber answers for them\.$/)
  await said(page, /^Not active here yet/)
  await said(page, /^In no group/)
  await requireAccessibleEverywhere(page, 'the page of an invited guest')
  await picture(page, 'story-invited')

  const ada = w.userOf(w.ada, w.fabrikam)
  await graph.patch(`/v1.0/users/${ada}`, { accountEnabled: false })
  await sql`update users set home_deleted_at = ${w.now()} where tenant_id = ${w.fabrikam.id} and id = ${ada}`.execute(
    w.db,
  )
  await page.goto(at(`users/${ada}?tab=timeline`))
  await said(page, /^Disabled by Frank Weber on .+\.$/)
  await said(page, /^The account at home was permanently deleted on .+\.$/)
  await said(page, /^Nobody answers for them\.$/)
  const timeline = page.getByRole('list', { name: 'Timeline' })
  await timeline.getByText('Disable account').waitFor()
  // What a program did is its own doing, there and in the audit log.
  const cleaner = await registerApplication(w, w.fabrikam, w.frank, { name: 'Night cleaner' })
  const directory = await json(await graph.get(`/v1.0/servicePrincipals(appId='${graphAudience}')`))
  const assignment = {
    principalId: cleaner.id,
    resourceId: directory['id'],
    appRoleId: roleIds['User.ReadWrite.All'],
  }
  const path = `/v1.0/servicePrincipals/${cleaner.id}/appRoleAssignments`
  await json(await graph.post(path, assignment), 201)
  const call = callWith(w, await applicationToken(w, cleaner))
  await json(await call('PATCH', `/users/${ada}`, { jobTitle: 'Welder' }), 204)
  await page.goto(at('audit'))
  await page
    .getByRole('row')
    .filter({ hasText: 'Update user' })
    .getByRole('link', { name: 'Night cleaner' })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Night cleaner' }).waitFor()
  await page.goto(at(`users/${ada}?tab=timeline`))
  await timeline.getByText('By Night cleaner').waitFor()
  await requireAccessibleEverywhere(page, 'a timeline')
  await picture(page, 'story-disabled')

  await graph.delete(`/v1.0/users/${ada}`)
  await page.goto(at(`users/${ada}`))
  await page.getByRole('heading', { level: 1, name: 'Ada Lovelace' }).waitFor()
  await said(page, /^Deleted by Frank Weber on .+\.$/)
  await said(page, /^Can be restored until .+ is erased; that is done by .+ at the latest\.$/)
  await page.getByRole('list', { name: 'Timeline' }).getByText('Delete user').waitFor()
  await requireAccessibleEverywhere(page, 'the page of a deleted user')
  await picture(page, 'story-deleted')
  await page.getByRole('button', { name: 'Restore user' }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('tab', { name: 'Timeline' }).waitFor()
  await picture(page, 'story-restored')
  await end()
})
