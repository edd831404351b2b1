/** What becomes of requests when their organization is closed, and when it opens again. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { pass, turn } from '../../../test/closing.ts'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { prove } from '../../../test/proved-address.ts'
import { newStore } from '../../../test/store.ts'
import { world, type Person } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { select } from '../../store/columns.ts'
import { rows, sql } from '../../store/database.ts'

// The job looks at the requests of everybody, so these are alone in a store of their own.
const { db, close } = await newStore()
after(() => close().catch(() => {}))

type World = Awaited<ReturnType<typeof world>>

/** Their home has disabled them. */
const cannotSignIn = (w: World, { home, userId }: Person) =>
  sql`update users set account_enabled = false where tenant_id = ${home.id} and id = ${userId}`.execute(
    w.db,
  )
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
  const toFrank = (await mailsTo(w.db, w.frank.upn)).filter(({ subject }) =>
    /Holds on requests at Fabrikam have ended/.test(subject),
  )
  assert.equal(toFrank.length, 1, 'who could have held it is told, once')
  const toHolder = toFrank[0]?.body ?? ''
  assert.match(
    toHolder,
    /nobody there can answer requests or hold them[^]*Requests to be removed:? *1[^]*whoever runs this installation/,
  )
  const toAsker = (await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? ''
  const day = /deleted by itself on ([^,]+),/.exec(toAsker.replaceAll(/\s+/g, ' '))?.[1] ?? ''
  assert.notEqual(day, '')
  assert.ok(
    toHolder.replaceAll(/\s+/g, ' ').includes(`The first deletion is on: ${day}`),
    `${day} in ${toHolder}`,
  )
  await pass(w, 1)
  assert.equal(
    (await mailsTo(w.db, w.frank.upn)).filter(({ subject }) => /Holds/.test(subject)).length,
    1,
  )
  await pass(w, 19)
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
    'guesthouse.answerDays': 7,
    'guesthouse.removesUnanswered': false,
    'guesthouse.unansweredReason': 'Records',
  }
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.patch(policy, rules), 204)
  await cannotSignIn(w, w.ada)
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

test('R32: a suspension ends no hold: what was held is held still when the organization opens again', async () => {
  const w = await world(undefined, { db })
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.patch(policy, { allowExternalIdentitiesToLeave: false }), 204)
  const asking = await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, ask)
  const { id } = await json(asking, 201)
  const hold = { ids: [id], action: 'hold', message: 'Litigation' }
  await json(await frank.post('/v1.0/guesthouse.requests/guesthouse.answer', hold))
  const request = async () =>
    (await json(await w.as(w.frank, w.fabrikam).get('/v1.0/guesthouse.requests')))['value'][0]
  const before = await request()
  await pass(w, 29)
  await turn(w, w.fabrikam, 'suspended')
  await pass(w, 0.01)
  await turn(w, w.fabrikam, 'active')
  await pass(w, 40)
  assert.deepEqual(await request(), before)
  // Closed, nobody is left who could end it: a week, and it is over.
  await turn(w, w.fabrikam, 'closed')
  await pass(w, 0)
  const due = select<{ dueAt: Date }>({ dueAt: 'due_at' })`from requests where id = ${id}`
  assert.deepEqual((await rows(w.db, due))[0]?.dueAt, new Date(w.now().getTime() + 7 * dayMs))
})

test('R32, R121: closing brings the day nearer, which is told, and an organization that opens again has its own time, with what was held', async () => {
  const w = await world(undefined, { db })
  const frank = w.as(w.frank, w.fabrikam)
  const rules = { allowExternalIdentitiesToLeave: false, 'guesthouse.answerDays': 90 }
  await json(await frank.patch(policy, rules), 204)
  const begin = w.now().getTime()
  const due = async (person: Person) => {
    const open = select<{ dueAt: Date }>({ dueAt: 'due_at' })`from requests
      where user_id = ${w.userOf(person, w.fabrikam)} and state = 'open'`
    return (((await rows(w.db, open))[0]?.dueAt.getTime() ?? 0) - begin) / dayMs
  }
  const asking = await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, ask)
  const { id } = await json(asking, 201)
  const answer = (action: 'hold' | 'release') =>
    frank.post('/v1.0/guesthouse.requests/guesthouse.answer', {
      ids: [id],
      action,
      message: 'Audit',
    })
  await json(await answer('hold'))
  await pass(w, 10)
  await json(await answer('release'))
  assert.equal(await due(w.ada), 100)
  await cannotSignIn(w, w.ada)
  await cannotSignIn(w, w.bob)
  await turn(w, w.fabrikam, 'suspended')
  assert.equal(await due(w.ada), 17)
  await pass(w, 0)
  const said = (await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? ''
  assert.match(said, /Fabrikam is closed, so nobody there answers[^]*is deleted by itself on/)
  const { browser } = await prove(w, w.bob.upn)
  const user = w.userOf(w.bob, w.fabrikam)
  await browser.post('/ask-removal', { organization: w.fabrikam.id, user, ...ask })
  assert.deepEqual([await due(w.ada), await due(w.bob)], [17, 17])
  await pass(w, 1)
  await turn(w, w.fabrikam, 'active')
  assert.deepEqual([await due(w.ada), await due(w.bob)], [100, 100])
  // And both hear of the later day, once, though nothing else has changed for them.
  const later = async ({ upn }: Person) =>
    (await mailsTo(w.db, upn)).filter(({ body }) =>
      /Fabrikam has until a later day to answer[^]*If nobody at Fabrikam answers by/.test(body),
    ).length
  for (let round = 0; round < 2; round++) {
    await pass(w, 0.1)
    assert.deepEqual([await later(w.ada), await later(w.bob)], [1, 1])
  }
})
