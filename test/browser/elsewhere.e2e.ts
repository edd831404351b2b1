/** Where people are guests, as their home sees it: told, agreed to, seen, and read in the log. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desktop, goTo, browserOfTests, openPage, picture, requireAccessible } from './browser.ts'
import { served } from '../machines/served.ts'

const browser = browserOfTests()

const phone = { width: 390, height: 844, colorScheme: 'dark' } as const

test('R141, complaint O: an organization tells homes of its guests, a guest agrees on a phone, and the administrator at home sees it', async () => {
  const w = await served()
  const host = await openPage(browser, desktop)
  await host.page.goto(`${w.url}/admin/`)
  await w.signIn(host.page, w.frank)
  await host.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await goTo(host.page, desktop, 'Guests elsewhere')
  await host.page.getByText('Nobody is shown').waitFor()
  const told = host.page.getByRole('switch', { name: 'Tell their homes who is a guest here' })
  await told.click()
  await host.page.getByText('Homes of guests who agree see them now.').first().waitFor()

  const guest = await openPage(browser, phone)
  await guest.page.goto(`${w.url}/organizations/${w.fabrikam.id}`)
  await w.signIn(guest.page, w.ada)
  await guest.page.getByRole('button', { name: 'Let my home organization see this' }).click()
  await guest.page.getByText('now see that you are a guest of Fabrikam').waitFor()
  await requireAccessible(guest.page, 'having agreed that the home sees it')
  await picture(guest.page, 'elsewhere-portal-phone')

  const home = await openPage(browser, desktop)
  await home.page.goto(`${w.url}/admin/${w.contoso.id}/guests-elsewhere`)
  await w.signIn(home.page, w.carol)
  await home.page.getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  await home.page.getByText('Fabrikam').first().waitFor()
  await requireAccessible(home.page, 'where people are guests')
  await picture(home.page, 'elsewhere-desktop')

  const ada = w.as(w.ada)
  const left = await ada.post(`/account/organizations/${w.fabrikam.id}/leave`)
  assert.equal(left.status, 200)
  await home.page.reload()
  await home.page.getByText('Nobody is shown').waitFor()
  await goTo(home.page, desktop, 'Audit log')
  await home.page.getByRole('cell', { name: 'Left other organization as guest' }).first().waitFor()
  assert.deepEqual([...host.problems, ...guest.problems, ...home.problems], [])
  await w.stop()
})
