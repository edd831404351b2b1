/** An invitation that nobody accepted in time, in the list of whom it was for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { sql } from '../../store/database.ts'
import { fallback, languages, localeOf } from '../../words/locales.ts'
import { serverWordsOf } from '../../words/server-words.ts'

const invited = async () => {
  const w = await world()
  const wish = {
    invitedUserEmailAddress: w.bob.upn,
    inviteRedirectUrl: 'https://app.example/',
  }
  const nora = w.as(w.nora, w.northwind)
  const { invitedUser } = await json(await nora.post('/v1.0/invitations', wish), 201)
  return { w, userId: String(invitedUser['id']), at: `/organizations/${w.northwind.id}` }
}

const mine = async (w: Awaited<ReturnType<typeof world>>): Promise<Json | undefined> =>
  (await json(await w.as(w.bob).get('/account/organizations')))['value'].find(
    ({ id }: Json) => id === w.northwind.id,
  )

test('R35, R132: an invitation that has ended is said to have, is not left as a membership, and is let go of with nothing kept', async () => {
  const { w, userId, at } = await invited()
  const bob = await signedIn(w, w.bob)
  assert.match(await pageAt(bob, at), /Invitation not accepted yet[^]*\/accept"/)
  w.pass(31 * dayMs)
  const later = await signedIn(w, w.bob)
  const page = await pageAt(later, at)
  assert.match(page, /Invitation has ended[^]*Ask Northwind for a new one/)
  assert.doesNotMatch(page, /not accepted yet|Leave organization|\/accept"|\/decline"/)
  const list = await pageAt(later, '/organizations')
  assert.doesNotMatch(list, new RegExp(`value="${w.northwind.id}"`), 'it is not ticked to be left')
  const told = await mine(w)
  assert.deepEqual([told?.['invitationOpen'], told?.['invitationEnded']], [false, true])
  assert.equal((await json(await w.as(w.bob).get('/account/organizations')))['value'].length, 3)

  const asked = await later.open(`${at}/remove`)
  assert.match(asked.page ?? '', /Remove Northwind from your list\?/)
  assert.doesNotMatch(asked.page ?? '', /bring you back|ends at once/)
  const done = await later.post(`${at}/remove`, {})
  assert.match(done.page ?? '', /Northwind is removed from your list\./)
  assert.equal(await mine(w), undefined)
  const nora = w.as(w.nora, w.northwind)
  assert.equal((await nora.get(`/v1.0/users/${userId}`)).status, 404)
  assert.equal((await nora.get(`/v1.0/directory/deletedItems/${userId}`)).status, 404)
})

test('R28, R35: an invitation that the home keeps from being accepted offers no Accept, says why and what can be done, and is declined', async () => {
  const { w, at } = await invited()
  const bob = await signedIn(w, w.bob)
  await sql`update tenants set state = 'closed' where id = ${w.contoso.id}`.execute(w.db)
  const page = await pageAt(bob, at)
  assert.doesNotMatch(page, /\/accept"|you cannot leave any organization/)
  assert.match(page, /cannot be used, so you cannot accept the invitation of/)
  assert.match(page, /You can decline it\./)
  await bob.post(`${at}/decline`, {})
  await sql`update tenants set state = 'active' where id = ${w.contoso.id}`.execute(w.db)
  assert.equal(await mine(w), undefined)
})

test('R35: what has ended is declined by the account API too, and accepted no more', async () => {
  const { w } = await invited()
  w.pass(31 * dayMs)
  const path = `/account/organizations/${w.northwind.id}/invitation`
  assert.equal((await w.as(w.bob).post(`${path}/accept`)).status, 404)
  assert.equal((await w.as(w.ada).post(`${path}/decline`)).status, 404, 'nobody else’s')
  assert.equal((await w.as(w.bob).post(`${path}/decline`)).status, 204)
  assert.equal(await mine(w), undefined)
})

test('what has ended says so in every language', async () => {
  const { w, at } = await invited()
  w.pass(31 * dayMs)
  const bob = await signedIn(w, w.bob)
  for (const language of languages) {
    await bob.post('/language', { language, return: at })
    const { invitation, organizations } = serverWordsOf(localeOf(language) ?? fallback).memberships
    const page = await pageAt(bob, at)
    const whole = (await bob.open(at)).page ?? ''
    assert.match(whole, new RegExp(`<html[^>]* lang="${language}"`), language)
    assert.equal(/<html[^>]* dir="rtl"/.test(whole), language === 'ar', language)
    assert.ok(page.includes(organizations.invitationEnded), language)
    assert.ok(page.includes(invitation.endedHint('Northwind')), language)
  }
})
