import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { listMails } from '../../test/mails.ts'
import { world } from '../../test/world.ts'
import { purgeDue } from '../directory/deleted/purge.ts'
import { dayMs, minuteMs } from '../kernel/time.ts'
import { sql } from '../store/database.ts'

const policy = '/v1.0/policies/externalIdentitiesPolicy'
const requests = '/v1.0/guesthouse.requests'

/** Ada may not leave Fabrikam and asks to be removed. */
const asked = async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.patch(policy, { allowExternalIdentitiesToLeave: false })
  const ada = w.as(w.ada)
  const path = `/account/organizations/${w.fabrikam.id}/requests`
  const request = await json(
    await ada.post(path, { kind: 'removal', message: 'Please <b>let me go</b>' }),
    201,
  )
  return { w, frank, ada, path, request }
}

test('R29, R30, R31: a guest who cannot leave asks; an administrator answers with one action; the guest sees both', async () => {
  const { w, frank, ada, request } = await asked()
  const open = await json(await frank.get(`${requests}?$filter=state eq 'open'`))
  assert.deepEqual(
    open['value'].map((one: Json) => [
      one['id'],
      one['kind'],
      one['message'],
      one['user']['displayName'],
    ]),
    [[request['id'], 'removal', 'Please <b>let me go</b>', 'Ada Lovelace']],
  )
  w.pass(minuteMs)
  assert.equal(
    (await frank.post(`${requests}/${request['id']}/guesthouse.answer`, { action: 'delete' }))
      .status,
    204,
  )
  const mine = (await json(await ada.get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  )
  assert.equal(mine?.['state'], 'removed')
  assert.deepEqual(
    [mine?.['requests'][0]?.['state'], mine?.['requests'][0]?.['answeredAt']],
    ['done', w.now().toISOString()],
  )
  assert.equal(
    (await frank.post(`${requests}/${request['id']}/guesthouse.answer`, { action: 'delete' }))
      .status,
    409,
  )
})

test('R31: a request is found by its id, whatever has become of it, and in its organization alone', async () => {
  const { w, frank, request } = await asked()
  const found = async (caller: ReturnType<typeof w.as>) =>
    (await json(await caller.get(`${requests}?$filter=id eq '${request['id']}'`)))['value'].map(
      (one: Json) => [one['id'], one['state']],
    )
  assert.deepEqual(await found(frank), [[request['id'], 'open']])
  const answer = `${requests}/${request['id']}/guesthouse.answer`
  assert.equal((await frank.post(answer, { action: 'decline', message: 'Not yet' })).status, 204)
  assert.deepEqual(await found(frank), [[request['id'], 'declined']])
  assert.deepEqual(await found(w.as(w.nora, w.northwind)), [])
})

test('R30: the privacy contact is told by mail, once, with the message; a request to be restored is for the administrators alone', async () => {
  const { w, ada, path } = await asked()
  await json(await ada.post(path, { kind: 'removal' }), 200)
  const { privacyProfile } =
    (await json(await w.as(w.frank, w.fabrikam).get('/v1.0/organization?$select=*')))['value'][0] ??
    {}
  const told = async () =>
    (await listMails(w.db, 2_000)).filter(
      ({ recipient }) => recipient === privacyProfile['contactEmail'],
    )
  const [mail, ...more] = await told()
  assert.deepEqual(more, [])
  assert.equal(mail?.subject, 'Ada Lovelace asks to be removed from Fabrikam')
  assert.match(mail.body, /Please <b>let me go<\/b>/)
  // Who may not leave is not freed by being enabled.
  assert.match(mail.body, /on the page Requests: remove the user, or decline\./)
  await w.as(w.ada).leave(w.northwind)
  await json(
    await ada.post(`/account/organizations/${w.northwind.id}/requests`, { kind: 'restore' }),
    201,
  )
  const nora = (await listMails(w.db, 2_000)).filter(
    ({ recipient }) => recipient === `privacy@${w.northwind.domain}`,
  )
  assert.deepEqual([nora.length, (await told()).length], [0, 1])
})

test('R29: enabling answers the request of a disabled guest, who can then leave', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, { accountEnabled: false })
  const ada = w.as(w.ada)
  const request = await json(
    await ada.post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' }),
    201,
  )
  const told = (await listMails(w.db, 2_000)).find(
    ({ recipient }) => recipient === `privacy@${w.fabrikam.domain}`,
  )
  assert.match(told?.body ?? '', /enable the user so that they can leave, remove the user/)
  assert.equal(
    (await frank.post(`${requests}/${request['id']}/guesthouse.answer`, { action: 'restore' }))
      .status,
    400,
  )
  assert.equal(
    (await frank.post(`${requests}/${request['id']}/guesthouse.answer`, { action: 'enable' }))
      .status,
    204,
  )
  await json(await ada.leave(w.fabrikam))
})

test('asking twice finds the first request; somebody who can leave is told so; declining closes it', async () => {
  const { w, frank, ada, path, request } = await asked()
  assert.equal((await json(await ada.post(path, { kind: 'removal' }), 200))['id'], request['id'])
  assert.equal(
    (
      await refusal(
        await ada.post(`/account/organizations/${w.northwind.id}/requests`, { kind: 'removal' }),
        409,
      )
    ).code,
    'canLeave',
  )
  assert.equal(
    (
      await refusal(
        await ada.post(`/account/organizations/${w.contoso.id}/requests`, { kind: 'removal' }),
        409,
      )
    ).code,
    'askingIsNoUse',
  )
  const decline = (message?: string) =>
    frank.post(`${requests}/${request['id']}/guesthouse.answer`, { action: 'decline', message })
  assert.match((await refusal(await decline(), 400)).message, /Write the reason as message/)
  assert.equal((await decline('Not yet')).status, 204)
  assert.equal(
    (await json(await ada.post(path, { kind: 'removal' }), 201))['state'],
    'open',
    'and can ask again',
  )
})

test('complaint L, R40: who left asks to be restored while that is possible, and restoring answers it', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const path = `/account/organizations/${w.fabrikam.id}/requests`
  assert.equal(
    (await refusal(await ada.post(path, { kind: 'restore' }), 409)).code,
    'nothingToRestore',
  )
  const frank = w.as(w.frank, w.fabrikam)
  const { id: group } = await json(await frank.post('/v1.0/groups', { displayName: 'Crew' }), 201)
  const id = w.userOf(w.ada, w.fabrikam)
  const ref = { '@odata.id': `https://x.example/directoryObjects/${id}` }
  await json(await frank.post(`/v1.0/groups/${group}/members/$ref`, ref), 204)
  await json(await ada.leave(w.fabrikam))
  const listed = async () =>
    (await json(await w.as(w.ada).get('/account/organizations')))['value'].find(
      (one: Json) => one['id'] === w.fabrikam.id,
    )
  const until = new Date(w.now().getTime() + 30 * dayMs).toISOString()
  const left = await listed()
  assert.deepEqual([left.canAsk, left.departure.restorableUntil], [['restore'], until])
  const request = await json(await ada.post(path, { kind: 'restore' }), 201)
  assert.deepEqual((await listed()).canAsk, [], 'one request at a time')
  const [open] = (await json(await frank.get(requests)))['value']
  assert.equal(open?.['user']['deletedDateTime'], w.now().toISOString())
  assert.equal(
    (await frank.post(`${requests}/${request['id']}/guesthouse.answer`, { action: 'restore' }))
      .status,
    204,
  )
  const back = w.as(w.ada, w.fabrikam)
  assert.equal((await json(await back.get('/v1.0/me')))['id'], id)
  const { value } = await json(await back.get('/v1.0/me/memberOf'))
  assert.deepEqual(
    value.map((one: Json) => one['id']),
    [group],
  )

  // When the window is over nothing is offered that would be refused.
  await json(await w.as(w.ada).leave(w.fabrikam))
  w.pass(30 * dayMs)
  assert.deepEqual((await listed())?.canAsk ?? [], [])
  const tooLate = await w.as(w.ada).post(path, { kind: 'restore' })
  assert.equal((await refusal(tooLate, 409)).code, 'nothingToRestore')
})

test('answering needs the right to do what is answered, and a right on the person', async () => {
  const { w, request } = await asked()
  await w.grant(w.fiona, w.fabrikam, 'globalReader')
  const fiona = w.as(w.fiona, w.fabrikam)
  assert.equal((await fiona.get(requests)).status, 200)
  assert.equal(
    (await fiona.post(`${requests}/${request['id']}/guesthouse.answer`, { action: 'decline' }))
      .status,
    403,
  )
})

test('R84: each erasure is scheduled, running, done, or on hold, and says when', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  await w.as(w.ada).leave(w.fabrikam)
  w.pass(minuteMs)
  await w.as(w.bob).leave(w.fabrikam)
  const statuses = async () => {
    const { value } = await json(
      await frank.get('/v1.0/guesthouse.erasures?$orderby=deletedDateTime'),
    )
    return value.map((one: Json) => [String(one['id']), String(one['status'])])
  }
  assert.deepEqual(await statuses(), [
    [ada, 'scheduled'],
    [bob, 'scheduled'],
  ])
  await frank.post(`/v1.0/directory/deletedItems/${bob}/guesthouse.hold`, { reason: 'Case 17' })
  w.pass(30 * dayMs)
  const again = w.as(w.frank, w.fabrikam)
  const now = async () =>
    (await json(await again.get('/v1.0/guesthouse.erasures?$orderby=deletedDateTime')))[
      'value'
    ].map((one: Json) => String(one['status']))
  assert.deepEqual(await now(), ['running', 'onHold'])
  await purgeDue(w.db, w.now())
  assert.deepEqual(await now(), ['done', 'onHold'])
})

test('R32: the queue is narrowed to what is due by a day; what is held is due on none', async () => {
  const { frank, request } = await asked()
  const [row] = (await json(await frank.get(requests)))['value']
  const due = new Date(row.dueDateTime)
  const by = async (at: Date) => {
    const filter = `state eq 'open' and dueDateTime le ${at.toISOString()}`
    const { value } = await json(
      await frank.get(`${requests}?$filter=${encodeURIComponent(filter)}`),
    )
    return value.map((one: Json) => one['id'])
  }
  assert.deepEqual(await by(new Date(due.getTime() - 1)), [])
  assert.deepEqual(await by(due), [request['id']])
  await frank.post(`${requests}/${request['id']}/guesthouse.answer`, {
    action: 'hold',
    message: 'Papers are missing',
  })
  const held = (await json(await frank.get(requests)))['value'][0]
  assert.deepEqual([held.dueDateTime, await by(due)], [null, []])
})

test('U5: in a long queue a word that one has leads to that one, and a word that all have to everybody, in order and once', async () => {
  const { w, frank, request } = await asked()
  const { id } = w.fabrikam
  // More than are looked through first, and all of them before Ada’s.
  const crowd = 1_100
  await sql`
    with made as (
      insert into users (tenant_id, id, user_type, display_name, user_principal_name, name_key, created_at, sort_name, search_words)
      select ${id}, gen_random_uuid(), 'Guest', 'Crowd ' || n, 'crowd' || n || '@x.example', 'crowd' || n || '@x.example', now(), 'crowd ' || n,
        array_to_tsvector(array[${`${id}/`}::text || 'crowd'])
      from generate_series(1, ${crowd}::int) n returning id, display_name)
    insert into requests (tenant_id, id, user_id, kind, state, created_at, due_at)
    select ${id}, gen_random_uuid(), m.id, 'removal', 'open', ${w.now()}::timestamptz - split_part(m.display_name, ' ', 2)::int * interval '1 minute', ${w.now()}
    from made m`.execute(w.db)
  const found = async (word: string): Promise<Json[]> => {
    const all: Json[] = []
    let at: string | undefined = `${requests}?$top=400&$search="${word}"`
    while (at !== undefined) {
      const page: Json = await json(await frank.get(at))
      all.push(...page['value'])
      const next: string | undefined = page['@odata.nextLink']
      at = next === undefined ? undefined : next.slice(next.indexOf('/v1.0'))
    }
    return all
  }
  assert.deepEqual(
    (await found('Lovelace')).map((one) => one['id']),
    [request['id']],
  )
  assert.deepEqual(await found('nobodyatall'), [])
  assert.deepEqual(
    (await found('crowd')).map((one) => one['user'].displayName),
    Array.from({ length: crowd }, (_, n) => `Crowd ${crowd - n}`),
  )
})
