/** What becomes of requests when their organization is closed, and when it opens again. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { pass, turn } from '../../../test/closing.ts'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { prove } from '../../../test/proved-address.ts'
import { newStore } from '../../../test/store.ts'
import { world } from '../../../test/world.ts'
import { rows, sql } from '../../store/database.ts'

// The job looks at the requests of everybody, so these are alone in a store of their own.
const { db, close } = await newStore()
after(() => close().catch(() => {}))

const ask = { kind: 'removal' } as const
const policy = '/v1.0/policies/externalIdentitiesPolicy'

test('R32, R121: a hold on a request ends when the organization is closed, and who was told that nobody is removed hears that it is so no more', async () => {
  const w = await world(undefined, { db })
  const frank = w.as(w.frank, w.fabrikam)
  const rules = {
    allowExternalIdentitiesToLeave: false,
    'guesthouse.removesUnanswered': false,
    'guesthouse.unansweredReason': 'Records',
  }
  await json(await frank.patch(policy, rules), 204)
  const clients = [w.as(w.ada), w.as(w.bob)]
  const [held] = await Promise.all(
    clients.map(async (client) =>
      json(await client.post(`/account/organizations/${w.fabrikam.id}/requests`, ask), 201),
    ),
  )
  await pass(w, 10)
  const hold = { ids: [held?.['id']], action: 'hold', message: 'An audit' }
  await json(await frank.post('/v1.0/guesthouse.requests/guesthouse.answer', hold))
  // Both at home are disabled, so neither leaves by themselves.
  await sql`update users set account_enabled = false where tenant_id = ${w.contoso.id} and id in (${w.ada.userId}, ${w.bob.userId})`.execute(
    w.db,
  )
  await turn(w, w.fabrikam, 'closed')
  await pass(w, 0)
  for (const { upn } of [w.ada, w.bob]) {
    const said = (await mailsTo(w.db, upn)).at(-1)?.body ?? ''
    assert.match(said, /Fabrikam is closed, so nobody has to answer[^.]*is deleted by itself on/)
    assert.doesNotMatch(said, /Records|has decided/)
  }
  assert.match(
    (await mailsTo(w.db, w.bob.upn)).at(-1)?.body ?? '',
    /is closed, so nobody there answers requests or holds them any more/,
  )
  await pass(w, 20)
  for (const person of [w.ada, w.bob])
    assert.match((await prove(w, person.upn)).page, /Your account there has ended/)
})

test('R121, R42: the last administrator of a closed organization is removed on their request too', async () => {
  const w = await world(undefined, { db })
  await w.grant(w.ada, w.northwind, 'globalAdministrator')
  await sql`update users set account_enabled = false where (tenant_id, id) in ((${w.contoso.id}, ${w.ada.userId}), (${w.northwind.id}, ${w.nora.userId}))`.execute(
    w.db,
  )
  await turn(w, w.northwind, 'closed')
  const { browser } = await prove(w, w.ada.upn)
  const user = w.userOf(w.ada, w.northwind)
  await browser.post('/ask-removal', { organization: w.northwind.id, user, ...ask })
  await pass(w, 7)
  assert.match((await prove(w, w.ada.upn)).page, /Your account there has ended/)
})

test('R32, R121: an organization that opens again has three days, its rule counts again, and its administrators are reminded', async () => {
  const w = await world(undefined, { db })
  const rules = {
    'guesthouse.removesUnanswered': false,
    'guesthouse.unansweredReason': 'Records',
  }
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.patch(policy, rules), 204)
  await turn(w, w.fabrikam, 'suspended')
  const { browser } = await prove(w, w.ada.upn)
  const user = w.userOf(w.ada, w.fabrikam)
  await browser.post('/ask-removal', { organization: w.fabrikam.id, user, ...ask })
  await pass(w, 6)
  const toFrank = async () =>
    (await mailsTo(w.db, w.frank.upn)).filter(({ subject }) => /wait for your answer/.test(subject))
  assert.equal((await toFrank()).length, 0)
  await turn(w, w.fabrikam, 'active')
  await pass(w, 0.1)
  assert.match((await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? '', /> Records/)
  assert.equal((await toFrank()).length, 1)
  await pass(w, 2.8)
  assert.equal(
    (await rows(w.db, sql`select 1 from requests where user_id = ${user} and state = 'open'`))
      .length,
    1,
  )
  await pass(w, 0.2)
  const [row] = await rows(w.db, sql`select state from requests where user_id = ${user}`)
  assert.deepEqual(row, { state: 'expired' })
  assert.match((await prove(w, w.ada.upn)).page, /Ask Fabrikam to remove me/)
})
