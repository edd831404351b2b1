/** What a guest sees. The first test is the seed document's walkthrough, label by label. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createGroup } from '../../src/directory/groups/create.ts'
import { linkUser } from '../../src/directory/links/link-user.ts'
import { operatorAuthority } from '../../src/directory/authority.ts'
import { desktop, browserOfTests, openPage, phone, picture, requireAccessible } from './browser.ts'
import { mailsTo } from '../mails.ts'
import { served } from '../machines/served.ts'

const browser = browserOfTests()

const row = (page: Awaited<ReturnType<typeof openPage>>['page'], name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })

for (const [device, view] of [
  ['desktop', desktop],
  ['phone', phone],
] as const)
  test(`complaint C, R1, R3, R4, R6, R7: leave an organization as the seed document says, on a ${device}`, async () => {
    const w = await served()
    const group = await createGroup(
      w.db,
      w.fabrikam.id,
      { displayName: 'Project Aurora' },
      operatorAuthority,
      w.operator(),
    )
    if (group.outcome !== 'created') throw new Error(group.outcome)
    const member = {
      tenantId: w.fabrikam.id,
      holderId: group.groupId,
      userId: w.userOf(w.ada, w.fabrikam),
    }
    await linkUser(w.db, 'group', member, operatorAuthority, w.operator())
    const { page, problems } = await openPage(browser, view)
    await page.goto(w.url)
    await page.waitForURL(/sign-in/)
    await requireAccessible(page, 'sign in')
    await picture(page, `sign-in-${device}`)
    await w.signIn(page, w.ada)

    // 1. Open your Access Panel, click your name in the upper right, and select View account.
    await page.getByRole('heading', { level: 1, name: 'Apps' }).waitFor()
    await requireAccessible(page, 'apps')
    await page.locator('summary').filter({ hasText: 'Ada Lovelace' }).click()
    await page.getByRole('link', { name: 'View account' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Account' }).waitFor()
    await requireAccessible(page, 'account')
    await picture(page, `portal-account-${device}`)

    // 2. Select Manage organizations.
    await page.getByRole('link', { name: 'Manage organizations' }).click()
    await page.getByRole('heading', { name: 'Home organization' }).waitFor()
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
    assert.deepEqual(headings, ['Home organization', 'Other organizations you collaborate with'])
    assert.equal(
      await row(page, 'Contoso').getByRole('link', { name: 'Leave organization' }).count(),
      0,
      'the home organization cannot be left',
    )
    await requireAccessible(page, 'organizations')
    await picture(page, `portal-organizations-${device}`)

    // 3. Find the organization that you want to leave, and select Leave organization. That alone
    //   changes nothing.
    await row(page, 'Fabrikam').getByRole('link', { name: 'Leave organization' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText('Project Aurora').waitFor()
    assert.match(await dialog.innerText(), /Leave Fabrikam\?/)
    assert.match(await dialog.innerText(), /until 31 May 2026/)
    assert.match(await dialog.innerText(), /new invitation/)
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Cancel')
    await requireAccessible(page, 'leave dialog')
    await picture(page, `portal-leave-${device}`)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    assert.equal((await w.as(w.ada, w.fabrikam).get('/v1.0/me')).status, 200)

    // 4. When asked to confirm, select Leave.
    await row(page, 'Fabrikam').getByRole('link', { name: 'Leave organization' }).click()
    await dialog.getByRole('button', { name: 'Leave', exact: true }).click()
    await page.getByText('You have left Fabrikam.').waitFor()
    await row(page, 'Fabrikam').getByText('Left', { exact: true }).waitFor()
    await requireAccessible(page, 'after leaving')
    await picture(page, `portal-left-${device}`)
    assert.equal(
      (await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`)).status,
      403,
    )

    await row(page, 'Fabrikam').getByRole('link', { name: 'Ask to be restored' }).click()
    await page.getByRole('button', { name: 'Send request' }).click()
    await row(page, 'Fabrikam').getByText('You asked to be restored').waitFor()
    assert.deepEqual(problems, [])
    await w.stop()
  })

test('R11: tenantId in the address, a domain or an id, and the link of a mail mark that organization; it is never needed', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/organizations`)
  await w.signIn(page, w.ada)
  await row(page, 'Fabrikam').waitFor()
  const marked = page.locator('[aria-current=true]')
  assert.equal(await marked.count(), 0)
  for (const named of [w.fabrikam.domain, w.fabrikam.id, w.fabrikam.id.toUpperCase()]) {
    await page.goto(`${w.url}/organizations?tenantId=${named}`)
    await marked.getByText('Fabrikam').first().waitFor()
    assert.equal(await marked.count(), 1, named)
    assert.ok(
      await row(page, 'Northwind').getByRole('link', { name: 'Leave organization' }).isVisible(),
      'the others are there as ever',
    )
  }
  await page.goto(`${w.url}/organizations?tenantId=unknown.example`)
  await page.getByText('The organization that the link names is not among yours.').waitFor()
  assert.equal(await marked.count(), 0)

  const disabled = `/v1.0/users/${w.userOf(w.ada, w.northwind)}`
  await w.as(w.nora, w.northwind).patch(disabled, { accountEnabled: false })
  const [mail] = await mailsTo(w.db, w.ada.upn)
  const [link] = /\/organizations\S+/.exec(mail?.body ?? '') ?? []
  assert.ok(link, mail?.body)
  await page.goto(w.url + link)
  await marked.getByText('Northwind').first().waitFor()
  assert.deepEqual(problems, [])
  await page.context().close()
  await w.stop()
})

test('complaint H, R26, R30: what stands in the way is told before any click, with who to write to and a way to ask', async () => {
  const w = await served()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.patch(`/v1.0/organization/${w.fabrikam.id}`, {
    privacyProfile: {
      contactEmail: 'dpo@fabrikam.example',
      statementUrl: 'https://fabrikam.example/privacy',
    },
  })
  await frank.patch('/v1.0/policies/externalIdentitiesPolicy', {
    allowExternalIdentitiesToLeave: false,
  })
  await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/organizations?tenantId=${w.fabrikam.domain}`)
  await w.signIn(page, w.ada)
  await row(page, 'Fabrikam')
    .getByText('Fabrikam does not let guests leave by themselves.')
    .waitFor()
  assert.equal(
    await row(page, 'Fabrikam')
      .getByRole('link', { name: /dpo@fabrikam.example/ })
      .getAttribute('href'),
    'mailto:dpo@fabrikam.example',
  )
  assert.equal(await page.getByRole('link', { name: 'Leave organization' }).count(), 0)
  await row(page, 'Northwind')
    .getByText('Your account is disabled at Northwind, so you cannot leave by yourself.')
    .waitFor()
  await requireAccessible(page, 'blockers')
  await row(page, 'Northwind').getByRole('link', { name: 'Ask to be removed' }).click()
  await page.getByRole('button', { name: 'Send request' }).click()
  await row(page, 'Northwind').getByText('You asked to be removed').waitFor()
  const { value } = (await (
    await w.as(w.nora, w.northwind).get('/v1.0/guesthouse.requests')
  ).json()) as { value: unknown[] }
  assert.equal(value.length, 1)
  // R128: the reasons are in the reader's language, as everything around them is.
  await page.goto(`${w.url}/profile`)
  await page.getByRole('main').getByRole('combobox', { name: 'Language' }).selectOption('de')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Konto' }).waitFor()
  await page.goto(`${w.url}/organizations`)
  await row(page, 'Fabrikam').getByText('Fabrikam lässt Gäste nicht selbst gehen.').waitFor()
  assert.deepEqual(problems, [])
  await w.stop()
})

test('with the keyboard alone: from the page to having left', async () => {
  const w = await served()
  const { page, problems } = await openPage(browser, desktop)
  await page.goto(`${w.url}/organizations`)
  await w.signIn(page, w.ada)
  await row(page, 'Northwind').getByRole('link', { name: 'Leave organization' }).focus()
  await page.keyboard.press('Enter')
  // Leave waits until what would end is shown.
  await page.getByRole('alertdialog').getByText('If you change your mind').waitFor()
  const name = () => page.evaluate(() => document.activeElement?.textContent)
  for (let presses = 0; presses < 10 && (await name()) !== 'Leave'; presses++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('You have left Northwind.').waitFor()
  assert.match((await name()) ?? '', /You have left/, 'the confirmation is read out')
  assert.deepEqual(problems, [])
  await w.stop()
})

test('hostile names are text, and the policy of the pages is strict', async () => {
  const w = await served()
  const name = '<img src=x onerror="document.title=\'owned\'">'
  await w
    .as(w.frank, w.fabrikam)
    .patch(`/v1.0/organization/${w.fabrikam.id}`, { displayName: name })
  const { page, problems } = await openPage(browser, desktop)
  const response = await page.goto(`${w.url}/organizations`)
  assert.match(response?.headers()['content-security-policy'] ?? '', /default-src 'none'/)
  await w.signIn(page, w.ada)
  await page.getByRole('heading', { name }).waitFor()
  assert.doesNotMatch(await page.title(), /owned/)
  const [policy] = await Promise.all([
    page.waitForResponse(
      (answer) => answer.url().endsWith('/organizations') && answer.request().isNavigationRequest(),
    ),
    page.reload(),
  ])
  const header = policy.headers()['content-security-policy'] ?? ''
  assert.match(header, /script-src 'self';/)
  assert.doesNotMatch(header, /unsafe/)
  assert.deepEqual(problems, [])
  await w.stop()
})

test('complaint I, R35, R97: an invitation stands in my list, is declined for good there, or accepted after its terms', async () => {
  const w = await served()
  const invite = (person: typeof w.carol) =>
    w.as(w.frank, w.fabrikam).post('/v1.0/invitations', {
      invitedUserEmailAddress: person.upn,
      inviteRedirectUrl: 'https://fabrikam.example/',
    })
  await invite(w.carol)
  const { page, problems } = await openPage(browser, phone)
  await page.goto(`${w.url}/organizations`)
  await w.signIn(page, w.carol)
  await row(page, 'Fabrikam').getByRole('link', { name: 'Decline' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Refuse all further invitations from Fabrikam').check()
  await requireAccessible(page, 'declining')
  await picture(page, 'portal-decline')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await row(page, 'Fabrikam').waitFor({ state: 'detached' })
  assert.equal((await invite(w.carol)).status, 409)
  await w.as(w.nora, w.northwind).post('/v1.0/invitations', {
    invitedUserEmailAddress: w.carol.upn,
    inviteRedirectUrl: 'https://x.example/',
  })
  await page.reload()
  await row(page, 'Northwind').getByRole('link', { name: 'Accept' }).click()
  await dialog.getByText('Northwind has not provided a privacy statement.').waitFor()
  await requireAccessible(page, 'accepting')
  await dialog.getByRole('button', { name: 'Accept' }).click()
  await row(page, 'Northwind').getByRole('link', { name: 'Leave organization' }).waitFor()
  assert.deepEqual(problems, [])
  await w.stop()
})
