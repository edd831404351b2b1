/** Nobody ends by a day that nobody told them of (R133), whatever became of the job before it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { frank, idOf, rowOf } from '../../../test/policies.ts'
import { world } from '../../../test/world.ts'
import { dayMs, hourMs, plus } from '../../kernel/time.ts'
import { keepEndDates } from './end-date.ts'

type World = Awaited<ReturnType<typeof world>>

const run = (w: World) => Promise.all([1, 2].map(() => keepEndDates(w.db, w.now())))
const subjects = async (w: World, to: string): Promise<string[]> =>
  (await mailsTo(w.db, to)).map(({ subject }) => subject)
const at = (w: World) => `/v1.0/users/${idOf(w, w.ada)}`
const endIn = (w: World, days: number) => ({
  'guesthouse.endDateTime': plus(w.now(), days * dayMs).toISOString(),
})
const endOf = async (w: World): Promise<string> =>
  (await json(await frank(w).get(`${at(w)}?$select=guesthouse.endDateTime`)))[
    'guesthouse.endDateTime'
  ]

test('R133: a day of which nobody was told, as the job did not come by, is put off by three days; guest and sponsor are told, and it is in the log', async () => {
  const w = await world()
  const ref = { '@odata.id': `http://guesthouse.test/v1.0/users/${w.fiona.userId}` }
  await json(await frank(w).post(`${at(w)}/sponsors/$ref`, ref), 204)
  await json(await frank(w).patch(at(w), endIn(w, 20)), 204)
  w.pass(21 * dayMs)
  await run(w)
  const later = plus(w.now(), 3 * dayMs)
  assert.equal(await endOf(w), later.toISOString())
  assert.equal((await rowOf(w, w.ada))['endsAt'], later.toISOString())
  const soon = 'Your account at Fabrikam ends soon'
  assert.deepEqual(await subjects(w, w.ada.upn), [soon])
  assert.match((await mailsTo(w.db, w.ada.upn))[0]?.body ?? '', /25 May 2026/)
  assert.equal((await subjects(w, w.fiona.upn)).length, 1)
  const { value } = await json(await frank(w).get('/v1.0/auditLogs/directoryAudits'))
  const why = value.filter((one: Json) => one['resultReason'] === 'nobodyTold')
  assert.equal(why.length, 1)
  w.pass(3 * dayMs - hourMs)
  await run(w)
  assert.equal((await rowOf(w, w.ada))['state'], 'active')
  w.pass(hourMs)
  await run(w)
  assert.equal((await rowOf(w, w.ada))['state'], 'removed')
  assert.deepEqual(await subjects(w, w.ada.upn), [soon, 'Your account at Fabrikam has ended'])
})

test('R133: who was told in time ends on the day, however late the job comes by', async () => {
  const w = await world()
  await json(await frank(w).patch(at(w), endIn(w, 20)), 204)
  w.pass(10 * dayMs)
  await run(w)
  w.pass(40 * dayMs)
  await run(w)
  assert.equal((await rowOf(w, w.ada))['state'], 'removed')
})

type Whom = { readonly path: string; readonly mailbox: string }
const ada = (w: World): Whom => ({ path: at(w), mailbox: w.ada.upn })
const doors: Readonly<Record<string, (w: World) => Promise<Whom>>> = {
  'is set': async (w) => {
    await json(await frank(w).patch(at(w), endIn(w, 1)), 204)
    return ada(w)
  },
  'is set by who says that the guest is needed': async (w) => {
    const attest = `${at(w)}/microsoft.graph.identityGovernance.attest`
    await json(await frank(w).post(attest, endIn(w, 1)), 204)
    return ada(w)
  },
  'comes with an invitation': async (w) => {
    const mailbox = `zoe-${w.fabrikam.id}@outside.example`
    const wish = { invitedUserEmailAddress: mailbox, inviteRedirectUrl: 'https://x.example/' }
    const made = await frank(w).post('/v1.0/invitations', { ...wish, ...endIn(w, 1) })
    return { path: `/v1.0/users/${(await json(made, 201))['invitedUser']['id']}`, mailbox }
  },
}
for (const [how, set] of Object.entries(doors))
  test(`R133: a near day that ${how} is told at once, and is kept`, async () => {
    const w = await world()
    const { path, mailbox } = await set(w)
    const told = async () =>
      (await subjects(w, mailbox)).filter((subject) => /ends soon/.test(subject)).length
    assert.equal(await told(), 1)
    w.pass(dayMs - hourMs)
    await run(w)
    assert.equal((await frank(w).get(path)).status, 200)
    w.pass(hourMs)
    await run(w)
    assert.equal((await frank(w).get(path)).status, 404)
    assert.equal(await told(), 1)
  })

test('R133: a member whose day has gone by is told of a new one when they become a guest', async () => {
  const w = await world()
  await json(await frank(w).patch(at(w), { userType: 'Member' }), 204)
  await json(await frank(w).patch(at(w), endIn(w, 5)), 204)
  w.pass(30 * dayMs)
  await run(w)
  await json(await frank(w).patch(at(w), { userType: 'Guest' }), 204)
  await run(w)
  assert.equal(await endOf(w), plus(w.now(), 3 * dayMs).toISOString())
  assert.ok((await subjects(w, w.ada.upn)).includes('Your account at Fabrikam ends soon'))
})
