/**
 * Nothing that stands in the way is a dead end: each blocker is walked, and its next step does what
 * it says (K7, R25, R30, R130).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserOf } from '../../test/in-process-browser.ts'
import { json, refusal, type Json } from '../../test/json.ts'
import { mailsTo } from '../../test/mails.ts'
import { requireFocusOnWrong } from '../../test/doors/refused-form.ts'
import { prove } from '../../test/proved-address.ts'
import { newStore } from '../../test/store.ts'
import { world, type Organization, type Person } from '../../test/world.ts'
import { keepClock } from '../directory/requests/clock.ts'
import { newId } from '../kernel/ids.ts'
import { dayMs } from '../kernel/time.ts'
import { rows, sql } from '../store/database.ts'
import { blockerCodes } from '../wire/account.ts'

type World = Awaited<ReturnType<typeof world>>
type Client = ReturnType<World['as']>

const set = (w: World, at: Organization, change: ReturnType<typeof sql>) =>
  sql`update tenants set ${change} where id = ${at.id}`.execute(w.db)
const blockersAt = async (client: Client, at: Organization): Promise<Json[]> =>
  (await json(await client.get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === at.id,
  )?.['blockers'] ?? []
const ask = (client: Client, at: Organization) =>
  client.post(`/account/organizations/${at.id}/requests`, { kind: 'removal' })
const answer = async (w: World, id: unknown, action: string, message?: string): Promise<void> => {
  const response = await w
    .as(w.frank, w.fabrikam)
    .post(`/v1.0/guesthouse.requests/${String(id)}/guesthouse.answer`, { action, message })
  assert.equal(response.status, 204, await response.text())
}
const isGone = async (w: World, person: Person): Promise<void> =>
  assert.equal(
    (await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${w.userOf(person, w.fabrikam)}`)).status,
    404,
  )

/** Makes the blocker true for Ada at Fabrikam, says how its next step is done, and does it. */
const walks: Readonly<Record<(typeof blockerCodes)[number], (w: World) => Promise<void>>> = {
  homeOrganization: async (w) => {
    const [blocker] = await blockersAt(w.as(w.ada), w.contoso)
    assert.match(blocker?.['nextStep'], /ask its administrators to delete it/)
    assert.equal((await w.as(w.carol, w.contoso).delete(`/v1.0/users/${w.ada.userId}`)).status, 204)
  },
  disabledAtHome: async (w) => {
    const ada = w.as(w.ada)
    await ada.get('/account/me')
    assert.equal(
      (
        await w
          .as(w.carol, w.contoso)
          .patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false })
      ).status,
      204,
    )
    const [blocker] = await blockersAt(ada, w.fabrikam)
    assert.match(blocker?.['nextStep'], /or ask to be removed/)
    await answer(w, (await json(await ask(ada, w.fabrikam), 201))['id'], 'delete')
    await isGone(w, w.ada)
  },
  homeDeleted: async (w) => {
    const ada = w.as(w.ada)
    await ada.get('/account/me')
    await sql`update users set deleted_at = ${w.now()}, restorable_until = ${w.now()}, deleted_by_kind = 'operator', original_user_principal_name = user_principal_name
      where tenant_id = ${w.contoso.id} and id = ${w.ada.userId}`.execute(w.db)
    const [blocker] = await blockersAt(ada, w.fabrikam)
    assert.equal(blocker?.['code'], 'homeDeleted')
    assert.doesNotMatch(
      `${blocker?.['message']} ${blocker?.['nextStep']} ${blocker?.['liftedBy']}`,
      /enable/,
    )
    assert.doesNotMatch(
      (await refusal(await ada.post(`/account/organizations/${w.fabrikam.id}/session`), 403))
        .message,
      /enable/,
    )
    await answer(w, (await json(await ask(ada, w.fabrikam), 201))['id'], 'delete')
    await isGone(w, w.ada)
  },
  homeClosed: async (w) => {
    const ada = w.as(w.ada)
    await ada.get('/account/me')
    await set(w, w.contoso, sql`state = 'closed'`)
    const [blocker] = await blockersAt(ada, w.fabrikam)
    assert.deepEqual([blocker?.['code'], blocker?.['liftedByAsking']], ['homeClosed', true])
    assert.match(blocker?.['nextStep'], /here or with a code to the invited address/)
    assert.equal((await refusal(await ada.leave(w.fabrikam), 409)).code, 'leaveBlocked')
    await answer(w, (await json(await ask(ada, w.fabrikam), 201))['id'], 'delete')
    await isGone(w, w.ada)
  },
  disabledInOrganization: async (w) => {
    await w
      .as(w.frank, w.fabrikam)
      .patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, { accountEnabled: false })
    const ada = w.as(w.ada)
    assert.match((await blockersAt(ada, w.fabrikam))[0]?.['nextStep'], /Ask to be removed/)
    await answer(w, (await json(await ask(ada, w.fabrikam), 201))['id'], 'enable')
    await json(await ada.leave(w.fabrikam))
  },
  leavingNotAllowed: async (w) => {
    await set(w, w.fabrikam, sql`external_users_may_leave = false`)
    const ada = w.as(w.ada)
    assert.match((await blockersAt(ada, w.fabrikam))[0]?.['nextStep'], /Ask to be removed/)
    await answer(w, (await json(await ask(ada, w.fabrikam), 201))['id'], 'delete')
    await isGone(w, w.ada)
  },
  lastAdministrator: async (w) => {
    await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
    await sql`update users set account_enabled = false where tenant_id = ${w.fabrikam.id} and id = ${w.frank.userId}`.execute(
      w.db,
    )
    const ada = w.as(w.ada)
    assert.match(
      (await blockersAt(ada, w.fabrikam))[0]?.['nextStep'],
      /Or make somebody else a Global Administrator first/,
    )
    const refused = await refusal(await ask(ada, w.fabrikam), 409)
    assert.deepEqual(
      [refused.code, refused.message],
      [
        'askingIsNoUse',
        'You are the only Global Administrator of Fabrikam who could still act. Name a successor and leave in one step. Or make somebody else a Global Administrator first, then leave.',
      ],
    )
    await w.grant(w.fiona, w.fabrikam, 'globalAdministrator')
    await json(await ada.leave(w.fabrikam))
  },
}

for (const code of blockerCodes)
  test(`K7, R25, R130: the next step of ${code} is walked`, async () => {
    await walks[code](await world())
  })

const plain = (page: string, address: string): string =>
  page.replaceAll(encodeURIComponent(address), 'X').replaceAll(address, 'X')
const fieldsIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/name="(organization|user|kind)"\s+value="([^"]+)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )

test('R30, R130, row 52: locked out, with the home organization closed: a request after a code to the invited address', async () => {
  const w = await world()
  const w2 = await w.organization('Closing')
  const eve = await w.member(w2, 'Eve Stone')
  await w.guest(eve, w.fabrikam)
  await set(w, w2, sql`state = 'closed'`)
  const { browser, page } = await prove(w, eve.upn)
  assert.match(page, /Ask Fabrikam to remove me/)
  const long = await browser.post('/ask-removal', {
    ...fieldsIn(page),
    message: 'x'.repeat(1_025),
  })
  requireFocusOnWrong(long.page ?? '', 'message')
  // Who has shown to be one guest there asks for no other of the same organization.
  const another = { ...fieldsIn(page), user: w.userOf(w.ada, w.fabrikam) }
  assert.match(
    (await browser.post('/ask-removal', another)).page ?? '',
    /nothing any more that you/,
  )
  const sent = await browser.post('/ask-removal', { ...fieldsIn(page), message: 'Please' })
  assert.match(
    sent.page ?? '',
    /autofocus>\s*On 1 May 2026 at 12:00 UTC you asked Fabrikam to be removed\. If nobody at Fabrikam answers by 31 May 2026 at 12:00 UTC, [^<]*Your request is with the administrators/,
  )
  const [request] = (await json(await w.as(w.frank, w.fabrikam).get('/v1.0/guesthouse.requests')))[
    'value'
  ]
  assert.deepEqual(
    [request?.['kind'], request?.['message'], request?.['user']['displayName']],
    ['removal', 'Please', 'Eve Stone'],
  )
  await answer(w, request?.['id'], 'delete')
  const after = (await browser.open('/ask-removal')).page ?? ''
  assert.match(after, /Ask Fabrikam to restore me/)
  assert.doesNotMatch(after, /to remove me/)
})

test('R30: until an address is proved the page says the same, for known and for unknown ones, and files nothing', async () => {
  const w = await world()
  const nobody = `nobody-${newId()}@outside.example`
  await set(w, w.contoso, sql`state = 'closed'`)
  const known = await prove(w, w.ada.upn)
  const unknown = await prove(w, nobody)
  assert.equal(plain(known.sent, w.ada.upn), plain(unknown.sent, nobody))
  assert.match(unknown.page, /There is nothing to ask for/)
  const fields = fieldsIn(known.page)
  assert.match(
    (await browserOf(w).post('/ask-removal', fields)).page ?? '',
    /Show first that the address/,
  )
  assert.match(
    (await unknown.browser.post('/ask-removal', fields)).page ?? '',
    /nothing any more that you could ask/,
  )
  assert.equal(
    (await rows(w.db, sql`select 1 from requests where tenant_id = ${w.fabrikam.id}`)).length,
    0,
  )
})

test('R130: who finds no account for an address is led there, and need not show it again', async () => {
  const w = await world()
  await set(w, w.contoso, sql`state = 'closed'`)
  const { browser, page } = await prove(w, w.ada.upn, '')
  assert.match(page, /No account is known for you here[\s\S]*href="\/ask-removal"/)
  assert.match((await browser.open('/ask-removal')).page ?? '', /Ask Northwind to remove me/)
})

test('R31: leaving closes the open request to be removed', async () => {
  const w = await world()
  await set(w, w.fabrikam, sql`external_users_may_leave = false`)
  const ada = w.as(w.ada)
  await json(await ask(ada, w.fabrikam), 201)
  await set(w, w.fabrikam, sql`external_users_may_leave = true`)
  await json(await ada.leave(w.fabrikam))
  const [request] = (await json(await w.as(w.frank, w.fabrikam).get('/v1.0/guesthouse.requests')))[
    'value'
  ]
  assert.deepEqual(
    [request?.['state'], request?.['answeredDateTime']],
    ['done', w.now().toISOString()],
  )
  const told = await rows(
    w.db,
    sql`select 1 from events where tenant_id = ${w.fabrikam.id} and activity = 'request.done'`,
  )
  assert.equal(told.length, 1)
})

test('complaint A, R30, R31, R32, R130: who cannot sign in sees what became of the request, takes it back, reads why it was declined, and is gone in the end', async () => {
  const own = await newStore()
  const w = await world(undefined, { db: own.db })
  const address = `invited-${newId()}@outside.example`
  await json(
    await w.as(w.frank, w.fabrikam).post('/v1.0/invitations', {
      invitedUserEmailAddress: address,
      inviteRedirectUrl: 'https://app.example/',
    }),
    201,
  )
  const { browser, page } = await prove(w, address)
  const send = async (fields: Record<string, string>): Promise<string> =>
    (await browser.post('/ask-removal', fields)).page ?? ''
  const guest = fieldsIn(page)
  const asked = await send(guest)
  assert.match(asked, /you asked Fabrikam to be removed\./)
  assert.match(asked, /If nobody at Fabrikam answers by[^<]*31 May 2026[^<]*is deleted by itself/)
  assert.doesNotMatch(asked, /Ask Fabrikam to remove me/)
  assert.match((await mailsTo(w.db, address)).at(-1)?.body ?? '', /\/ask-removal/)
  const withdraw = {
    ...fieldsIn(asked),
    withdraw: /name="withdraw"\s+value="([^"]+)"/.exec(asked)?.[1] ?? '',
  }
  const stranger = await prove(w, w.bob.upn)
  assert.match(
    (await stranger.browser.post('/ask-removal', withdraw)).page ?? '',
    /nothing any more that you could ask/,
  )
  const back = await send(withdraw)
  assert.match(
    back,
    /Your request is taken back[\s\S]*You took it back on[\s\S]*Ask Fabrikam to remove me/,
  )
  assert.match(await send(withdraw), /answered or withdrawn already/)
  const open = async (): Promise<Json> =>
    (
      await json(
        await w.as(w.frank, w.fabrikam).get(`/v1.0/guesthouse.requests?$filter=state eq 'open'`),
      )
    )['value'][0] ?? {}
  await send(guest)
  await answer(w, (await open())['id'], 'decline', 'Your project runs until June.')
  const declined = (await browser.open('/ask-removal')).page ?? ''
  assert.match(declined, /Fabrikam declined it on[\s\S]*<blockquote>Your project runs until June\./)
  await send(guest)
  w.pass(30 * dayMs)
  await keepClock(w.db, w.now())
  assert.deepEqual(
    (await mailsTo(w.db, address)).slice(-1).map(({ subject }) => subject),
    ['You are removed from Fabrikam, as you asked'],
  )
  const { page: after } = await prove(w, address)
  assert.match(after, /Your account there has ended/)
  assert.doesNotMatch(after, /to remove me/)
  await own.close()
})
