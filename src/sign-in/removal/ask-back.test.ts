/** Who was removed and cannot sign in asks to be restored, by a code to the invited address. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserOf } from '../../../test/in-process-browser.ts'
import { json, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { prove } from '../../../test/proved-address.ts'
import { world, type Organization } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { rows, sql } from '../../store/database.ts'
import { exportedData } from '../../wire/my-data.ts'

type World = Awaited<ReturnType<typeof world>>

/** Fabrikam, with a guest of an organization that is closed by now, whom Frank has removed. */
const removed = async () => {
  const w = await world()
  const gone = await w.organization('Going')
  const eve = await w.member(gone, 'Eve Stone')
  const userId = await w.guest(eve, w.fabrikam)
  await set(w, gone, sql`state = 'closed'`)
  assert.equal((await w.as(w.frank, w.fabrikam).delete(`/v1.0/users/${userId}`)).status, 204)
  return { w, eve, userId, gone }
}

const set = (w: World, at: Organization, change: ReturnType<typeof sql>) =>
  sql`update tenants set ${change} where id = ${at.id}`.execute(w.db)

const fieldsIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/name="(organization|user|kind|withdraw)"\s+value="([^"]+)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )

const queue = async (w: World): Promise<Json[]> =>
  (await json(await w.as(w.frank, w.fabrikam).get('/v1.0/guesthouse.requests')))['value']

const answer = async (w: World, id: unknown, action: string, message?: string): Promise<void> => {
  const response = await w
    .as(w.frank, w.fabrikam)
    .post(`/v1.0/guesthouse.requests/${String(id)}/guesthouse.answer`, { action, message })
  assert.equal(response.status, 204, await response.text())
}

const said = async (
  who: Pick<ReturnType<typeof browserOf>, 'post'>,
  sent: Record<string, string>,
) => (await who.post('/ask-removal', sent)).page ?? ''

const nothing = /There is nothing to ask for/
const refused = /nothing any more that you could ask/

test('R30, R40, R130: who was removed and whose home is gone asks to be restored by a code, is in the queue, in the log and in mails, and comes back', async () => {
  const { w, eve, userId } = await removed()
  const { browser, page } = await prove(w, eve.upn)
  assert.match(page, /Your account there has ended\. It can be restored until [^<]*31 May 2026/)
  assert.deepEqual(fieldsIn(page), { organization: w.fabrikam.id, user: userId, kind: 'restore' })
  const send = async (fields: Record<string, string>): Promise<string> =>
    (await browser.post('/ask-removal', fields)).page ?? ''
  const asked = await send({ ...fieldsIn(page), message: 'I am needed in June' })
  assert.match(asked, /Your request is with the administrators/)
  assert.match(asked, /you asked Fabrikam to restore your account\./)
  assert.doesNotMatch(asked, /Ask Fabrikam to restore me/)
  const [request] = await queue(w)
  assert.deepEqual(
    [request?.['kind'], request?.['state'], request?.['message'], request?.['user']['id']],
    ['restore', 'open', 'I am needed in June', userId],
  )
  const events = await rows(
    w.db,
    sql`select activity, reason, actor_id, related_id from events where target_id = ${request?.['id']}::uuid`,
  )
  assert.deepEqual(events, [
    { activity: 'request.created', reason: 'restore', actor_id: userId, related_id: userId },
  ])
  const mail = (await mailsTo(w.db, eve.upn)).at(-1)
  assert.match(mail?.subject ?? '', /Your request to Fabrikam to restore your account/)
  assert.match(mail?.body ?? '', /\/ask-removal/)

  // Twice is one.
  await send({ organization: w.fabrikam.id, user: userId, kind: 'restore' })
  assert.equal((await queue(w)).length, 1)
  // Taken back, and asked anew.
  assert.match(await send(fieldsIn(asked)), /taken back[\s\S]*Ask Fabrikam to restore me/)
  await send(fieldsIn(page))
  const open = async () => (await queue(w)).find(({ state }) => state === 'open')?.['id']
  await answer(w, await open(), 'decline', 'The project is over.')
  const declined = (await browser.open('/ask-removal')).page ?? ''
  assert.match(declined, /Fabrikam declined it on[\s\S]*<blockquote>The project is over\./)
  await send(fieldsIn(declined))
  await answer(w, await open(), 'restore')
  assert.equal((await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${userId}`)).status, 200)
  const back = (await browser.open('/ask-removal')).page ?? ''
  assert.match(back, /Ask Fabrikam to remove me/)
  assert.doesNotMatch(back, /to restore me/)
})

test('R40: asking back by a code is the owner’s of the address alone, within the window, of an organization that is open, and of what is offered', async () => {
  const { w, eve, userId } = await removed()
  const { browser, page } = await prove(w, eve.upn)
  const fields = fieldsIn(page)
  const stranger = await prove(w, w.bob.upn)
  assert.match(await said(stranger.browser, fields), refused)
  assert.match(await said(browserOf(w), fields), /Show first that the address/)
  assert.match(await said(browser, { ...fields, kind: 'removal' }), refused)
  const { kind: _, ...unnamed } = fields
  assert.match(await said(browser, unnamed), refused)
  // Another address that an administrator has written into the profile leads nowhere.
  const other = `eve@mail-${w.fabrikam.id}.example`
  await sql`update users set proxy_addresses = ${[`smtp:${other}`]}::text[] where tenant_id = ${w.fabrikam.id} and id = ${userId}`.execute(
    w.db,
  )
  assert.match((await prove(w, other)).page, nothing)

  await set(w, w.fabrikam, sql`state = 'closed'`)
  assert.match(await said(browser, fields), refused)
  const closed = (await browser.open('/ask-removal')).page ?? ''
  assert.match(closed, /Fabrikam is closed, so nobody there restores it/)
  assert.deepEqual(fieldsIn(closed), {})
  await set(w, w.fabrikam, sql`state = 'active'`)

  w.pass(30 * dayMs)
  const late = await prove(w, eve.upn)
  assert.match(late.page, nothing)
  assert.match(await said(late.browser, fields), refused)
  assert.equal((await rows(w.db, sql`select 1 from requests where user_id = ${userId}`)).length, 0)
})

test('R40, R92: whose address has a guest there again is asked about that one, not about who has ended', async () => {
  const w = await world()
  const before = w.userOf(w.ada, w.fabrikam)
  await sql`update users set account_enabled = false where tenant_id = ${w.contoso.id} and id = ${w.ada.userId}`.execute(
    w.db,
  )
  const { browser, page: first } = await prove(w, w.ada.upn)
  await w.as(w.frank, w.fabrikam).delete(`/v1.0/users/${before}`)
  const ended = (await browser.open('/ask-removal')).page ?? ''
  assert.match(ended, /Ask Fabrikam to restore me/)
  // What the page said before is not done to who has ended.
  const removal = { organization: w.fabrikam.id, user: before, kind: 'removal' }
  assert.match(first, /Ask Fabrikam to remove me/)
  assert.match((await browser.post('/ask-removal', removal)).page ?? '', refused)
  const after = await w.guest(w.ada, w.fabrikam)
  assert.notEqual(after, before)
  const again = (await browser.open('/ask-removal')).page ?? ''
  assert.match(again, /Ask Fabrikam to remove me/)
  assert.doesNotMatch(again, /Ask Fabrikam to restore me/)
  const restore = { organization: w.fabrikam.id, user: before, kind: 'restore' }
  assert.match((await browser.post('/ask-removal', restore)).page ?? '', refused)
  // Nor where nobody has accepted yet, and the address is all that both have.
  await sql`update users set person_id = null, external_user_state = 'PendingAcceptance' where id = ${after}`.execute(
    w.db,
  )
  assert.doesNotMatch((await browser.open('/ask-removal')).page ?? '', /Ask Fabrikam to restore me/)
})

test('R40, R107: whose home is gone and who has ended gets the copy while they can be restored; the mail about the ending leads to the page', async () => {
  const { w, eve, userId } = await removed()
  assert.match(
    (await mailsTo(w.db, eve.upn)).at(-1)?.body ?? '',
    /cannot sign in\?[\s\S]*\/ask-removal/,
  )
  const { browser, page } = await prove(w, eve.upn)
  const path = `/ask-removal/data/${w.fabrikam.id}/${userId}`
  assert.match(page, new RegExp(`href="${path}"`))
  const copy = JSON.parse((await browser.open(path)).page ?? '')
  assert.deepEqual(exportedData.strict().safeParse(copy).error?.issues ?? [], [])
  assert.equal(copy.user.id, userId)
  w.pass(30 * dayMs)
  const late = await prove(w, eve.upn)
  assert.match((await late.browser.open(path)).page ?? '', refused)
})
