/** What the page of a user begins with, and what happened to them as one timeline. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOldStatistics, worstOf } from '../../../test/code/old-statistics.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { acceptInvitation } from '../../invitations/accept.ts'
import { newId } from '../../kernel/ids.ts'
import { listTimeline } from '../../events/timeline.sql.ts'
import { sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>
const minute = 60_000
const frank = (w: World) => w.as(w.frank, w.fabrikam)
const timeline = async (w: World, id: string | undefined, query = ''): Promise<Json> =>
  json(await frank(w).get(`/v1.0/users/${id}/guesthouse.timeline${query}`))
const happened = ({ value }: Json): string[] =>
  value
    .map((one: Json) => one['additionalDetails'][0])
    .filter(({ key }: Json) => key === 'guesthouse.activity')
    .map((one: Json) => String(one['value']))
const summary = async (w: World, id: string | undefined): Promise<Json> =>
  json(await frank(w).get(`/v1.0/users/${id}/guesthouse.summary`))

/** Signs of life in the log: so many sign-ins, a minute apart. */
const signIns = async (w: World, id: string | undefined, count: number): Promise<void> => {
  await sql`
    insert into events (tenant_id, id, at, activity, actor_kind, actor_id, target_kind, target_id, correlation_id)
    select ${w.fabrikam.id}, gen_random_uuid(), ${w.now()}::timestamptz + n * interval '1 minute', 'user.signedIn', 'user', ${id}::uuid, 'user', ${id}::uuid, gen_random_uuid()
    from generate_series(1, ${count}) n`.execute(w.db)
  w.pass((count + 1) * minute)
}

const invite = async (w: World, more: object = {}) => {
  const address = `eve-${newId()}@outside.example`
  const body = await json(
    await frank(w).post('/v1.0/invitations', {
      invitedUserEmailAddress: address,
      inviteRedirectUrl: 'https://fabrikam.example/',
      ...more,
    }),
    201,
  )
  const accept = () =>
    acceptInvitation(
      w.db,
      String(body['inviteRedeemUrl']).split('/').at(-1) ?? '',
      { who: { issuer: 'urn:guesthouse:email', subject: address }, addressProved: true },
      { now: w.now(), correlationId: newId(), address: null },
    )
  return { id: String(body['invitedUser']['id']), accept }
}

test('R110, R131: what happened to a guest is one timeline, newest first, with the first and the last sign-in alone, and goes on after the guest is deleted', async () => {
  const w = await world()
  const { id, accept } = await invite(w)
  w.pass(minute)
  assert.equal((await accept()).outcome, 'accepted')
  w.pass(minute)
  const group = await json(
    await frank(w).post('/v1.0/groups', {
      displayName: 'Design',
      mailEnabled: false,
      mailNickname: 'design',
      securityEnabled: true,
    }),
    201,
  )
  await frank(w).post(`/v1.0/groups/${group['id']}/members/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/users/${id}`,
  })
  await signIns(w, id, 5)
  for (const accountEnabled of [false, true]) {
    w.pass(minute)
    await frank(w).patch(`/v1.0/users/${id}`, { accountEnabled })
  }
  w.pass(minute)
  await frank(w).delete(`/v1.0/users/${id}`)
  const expected = [
    'user.deleted',
    'user.enabled',
    'user.disabled',
    'user.signedIn',
    'user.signedIn',
    'group.memberAdded',
    'invitation.redeemed',
  ]
  const whole = await timeline(w, id)
  assert.deepEqual(happened(whole).slice(0, expected.length), expected)
  assert.deepEqual(
    happened(whole).slice(expected.length).toSorted(),
    ['invitation.created', 'user.created', 'user.sponsorAdded'].filter((one) =>
      happened(whole).includes(one),
    ),
  )
  assert.ok(happened(whole).includes('invitation.created'))
  const first = whole['value'].find(
    (one: Json) => one['additionalDetails'][0]['value'] === 'user.deleted',
  )
  assert.equal(first['initiatedBy']['user']['id'], w.userOf(w.frank, w.fabrikam))

  // Page by page it is the same, each entry once.
  const paged: Json[] = []
  let at: string | undefined = `/v1.0/users/${id}/guesthouse.timeline?$top=2`
  while (at !== undefined) {
    const page: Json = await json(await frank(w).get(at))
    paged.push(...page['value'])
    const next: string | undefined = page['@odata.nextLink']
    at = next === undefined ? undefined : new URL(next).pathname + new URL(next).search
  }
  assert.deepEqual(paged, whole['value'])
})

test('R30, R110: what became of what a guest asked for is in their timeline, whoever answered; and only those who read the log read it', async () => {
  const w = await world()
  const ada = w.userOf(w.ada, w.fabrikam)
  await frank(w).patch(`/v1.0/users/${ada}`, { accountEnabled: false })
  w.pass(minute)
  const asked = await w
    .as(w.ada)
    .post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' })
  assert.ok(asked.status < 300, await asked.text())
  w.pass(minute)
  const { value } = await json(await frank(w).get('/v1.0/guesthouse.requests'))
  const answer = await frank(w).post(
    `/v1.0/guesthouse.requests/${value[0]['id']}/guesthouse.answer`,
    { action: 'decline', message: 'Not yet.' },
  )
  assert.ok(answer.status < 300, await answer.text())
  assert.deepEqual(happened(await timeline(w, ada)).slice(0, 3), [
    'request.declined',
    'request.created',
    'user.disabled',
  ])
  await refusal(await w.as(w.fiona, w.fabrikam).get(`/v1.0/users/${ada}/guesthouse.timeline`), 403)
  await refusal(await frank(w).get(`/v1.0/users/${newId()}/guesthouse.timeline`), 404)
})

test('R90, R105: a guest is told with who invited, why, what became of it, by whom they are disabled, and what they reach', async () => {
  const w = await world()
  const message = 'For the review of the designs'
  const { id, accept } = await invite(w, {
    sendInvitationMessage: true,
    invitedUserMessageInfo: { customizedMessageBody: message },
  })
  const frankId = w.userOf(w.frank, w.fabrikam)
  const { invitation, disabled, reach } = await summary(w, id)
  assert.deepEqual(
    [invitation.invitedBy, invitation.message, invitation.state, invitation.mailState],
    [{ id: frankId, displayName: w.frank.name }, message, 'pending', 'waiting'],
  )
  assert.deepEqual([disabled, reach], [null, { groups: 0, applications: 0, roles: 0 }])
  w.pass(minute)
  await accept()
  const after = await summary(w, id)
  assert.deepEqual(
    [after['invitation']['state'], after['invitation']['acceptedDateTime']],
    ['accepted', w.now().toISOString()],
  )
  w.pass(minute)
  await frank(w).patch(`/v1.0/users/${id}`, { accountEnabled: false })
  assert.deepEqual((await summary(w, id))['disabled'], {
    dateTime: w.now().toISOString(),
    byPolicy: false,
    by: { id: frankId, displayName: w.frank.name },
  })
  const own = await summary(w, frankId)
  assert.deepEqual([own['invitation'], own['reach']['roles']], [null, 1])
  await frank(w).delete(`/v1.0/users/${id}`)
  await refusal(await frank(w).get(`/v1.0/users/${id}/guesthouse.summary`), 404)
})

test('R110: with old statistics a page of a timeline reads its page, however often somebody signed in', async () => {
  await withOldStatistics(
    () => Promise.resolve(),
    async (tx, w) => {
      const [ada, fiona] = [w.ada, w.fiona].map((one) => w.userOf(one, w.fabrikam))
      assert.ok(ada !== undefined)
      await sql`
        insert into events (tenant_id, id, at, activity, actor_kind, actor_id, target_kind, target_id, correlation_id)
        select ${w.fabrikam.id}, gen_random_uuid(), ${w.now()}::timestamptz + n * interval '1 minute', case when n % 4 = 0 then 'user.signInFailed' else 'user.signedIn' end,
          'user', who, 'user', who, gen_random_uuid()
        from generate_series(1, 3000) n cross join (values (${ada}::uuid), (${fiona}::uuid)) w (who)`.execute(
        tx,
      )
      const page = { descending: true, after: undefined, limit: 51 }
      const read = await worstOf(
        tx,
        (db) => listTimeline(db, { tenantId: w.fabrikam.id, userId: ada }, page),
        ['events', 'requests'],
      )
      assert.ok(read <= 400, `${read} rows are read, 400 would do`)
    },
  )
})
