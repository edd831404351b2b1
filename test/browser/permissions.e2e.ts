/** What an application may do: shown by names, given and taken back by who may. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { admin as de } from '../../src/words/de/admin/admin.ts'
import { admin as en } from '../../src/words/en/admin/admin.ts'
import {
  graphAudience,
  roleIds,
  scopeIds,
} from '../../src/wire/graph/applications/graph-permissions.ts'
import { json } from '../json.ts'
import { served } from '../machines/served.ts'
import {
  browserOfTests,
  desktop,
  openPage,
  phone,
  requireAccessible,
  requireAccessibleEverywhere,
  type View,
} from './browser.ts'

const browser = browserOfTests()

const asked = [
  {
    resourceAppId: graphAudience,
    resourceAccess: [
      { id: scopeIds['Group.Read.All'], type: 'Scope' },
      { id: roleIds['User.Read.All'], type: 'Role' },
    ],
  },
]

/** At an application of Fabrikam that asks for two things of the directory. */
const opened = async (view: View, language: 'en' | 'de') => {
  const w = await served()
  await w.as(w.frank, w.fabrikam).patch('/v1.0/me', { preferredLanguage: language })
  const { page, problems } = await openPage(browser, view)
  await page.goto(`${w.url}/admin/`)
  await w.signIn(page, w.frank)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const frank = w.as(w.frank, w.fabrikam)
  const made = await json(await frank.post('/v1.0/applications', { displayName: 'Ledger' }), 201)
  const appId = String(made['appId'])
  const { id } = await json(await frank.post('/v1.0/servicePrincipals', { appId }), 201)
  const change = await frank.patch(`/v1.0/applications(appId='${appId}')`, {
    requiredResourceAccess: asked,
  })
  assert.equal(change.status, 204)
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/applications/${id}?tab=permissions`)
  const end = async (): Promise<void> => {
    assert.deepEqual(problems, [])
    await page.context().close()
    await w.stop()
  }
  return { w, page, frank, id: String(id), end }
}

/** Presses a button by its name with the keyboard alone. */
const press = async (page: Page, name: string): Promise<void> => {
  const button = page.getByRole('button', { name, exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
}

for (const [device, view, words, language] of [
  ['desktop', desktop, en, 'en'],
  ['phone, in German', phone, de, 'de'],
] as const)
  test(`what an application asks for is given for people and by itself, and taken back, by keyboard, on a ${device}`, async () => {
    const { w, page, frank, id, end } = await opened(view, language)
    const text = words.permission
    const [groups, users] = [text.names['Group.Read.All'], text.names['User.Read.All']]
    const dialog = page.getByRole('alertdialog')
    const held = async (what: 'appRoleAssignments' | 'oauth2PermissionGrants') =>
      (await json(await frank.get(`/v1.0/servicePrincipals/${id}/${what}`)))['value']
    for (const [name, kind] of [
      [groups, 'Scope'],
      [users, 'Role'],
    ] as const) {
      await press(page, text.giveNamed(name, text.kinds[kind]))
      await dialog.getByText(text.giveTitle(name)).waitFor()
      await requireAccessible(page, `giving by ${kind}`)
      await press(page, text.give)
      await dialog.waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: text.takeNamed(users, text.kinds.Role) }).waitFor()
    await page.getByRole('button', { name: text.takeNamed(groups, text.everybody) }).waitFor()
    assert.equal((await held('appRoleAssignments')).length, 1)
    assert.equal((await held('oauth2PermissionGrants'))[0].scope, 'Group.Read.All')

    // For one person, who is named.
    const grant = {
      clientId: id,
      consentType: 'Principal',
      principalId: w.fiona.userId,
      resourceId: (await held('oauth2PermissionGrants'))[0].resourceId,
      scope: 'User.Read.All AuditLog.Read.All',
    }
    await json(await frank.post('/v1.0/oauth2PermissionGrants', grant), 201)
    await page.reload()
    await page.getByRole('link', { name: 'Fiona Byrne' }).first().waitFor()
    await requireAccessibleEverywhere(page, `admin-permissions-${language}`)
    await press(page, text.takeNamed(users, 'Fiona Byrne'))
    await dialog.getByText(text.takeTitle(users)).waitFor()
    await press(page, text.takeBack)
    await dialog.waitFor({ state: 'detached' })
    const scopes = (await held('oauth2PermissionGrants')).map((one: { scope: string }) => one.scope)
    assert.deepEqual(scopes.toSorted(), ['AuditLog.Read.All', 'Group.Read.All'])
    await press(page, text.takeNamed(users, text.kinds.Role))
    await dialog.getByText(text.takeTitle(users)).waitFor()
    await press(page, text.takeBack)
    await dialog.waitFor({ state: 'detached' })
    assert.equal((await held('appRoleAssignments')).length, 0)

    // What it does not ask for is given beside what there is.
    await press(page, text.giveOne)
    const form = page.getByRole('dialog')
    await form.getByRole('combobox').selectOption('Domain.Read.All')
    await requireAccessible(page, 'giving what was not asked for')
    await press(page, text.give)
    await form.waitFor({ state: 'detached' })
    const everybody = (await held('oauth2PermissionGrants')).find(
      (one: { consentType: string }) => one.consentType === 'AllPrincipals',
    )
    assert.equal(everybody.scope, 'Domain.Read.All Group.Read.All')
    await end()
  })

test('R49: what may be given in the directory takes who gives roles: another administrator is told so', async () => {
  const { w, page, id, end } = await opened(desktop, 'en')
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  await page.context().clearCookies()
  await page.goto(`${w.url}/admin/${w.fabrikam.id}/applications/${id}?tab=permissions`)
  await w.signIn(page, w.fiona)
  const text = en.permission
  const give = page.getByRole('button', {
    name: text.giveNamed(text.names['Group.Read.All'], text.kinds.Scope),
  })
  for (const one of [give, page.getByRole('button', { name: text.giveOne })]) {
    await one.waitFor()
    assert.equal(await one.getAttribute('aria-disabled'), 'true')
  }
  await end()
})
