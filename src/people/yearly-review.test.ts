/** The yearly look back: told once a year, to who has something to look at and wants it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../test/json.ts'
import { mailsTo } from '../../test/mails.ts'
import { newStore } from '../../test/store.ts'
import { world, type Person } from '../../test/world.ts'
import { dayMs } from '../kernel/time.ts'
import { tellReviews } from './yearly-review.ts'
import { fewestOrganizations, isWorthAMail } from './yearly-review.rule.ts'

const own = await newStore()
type World = Awaited<ReturnType<typeof world>>
const newWorld = () => world(undefined, { db: own.db })

/** Makes somebody a guest of so many organizations more. */
const guestOf = async (w: World, person: Person, count: number) => {
  const all = []
  for (let one = 0; one < count; one++) {
    const organization = await w.organization(`Partner${one}`)
    await w.guest(person, organization)
    all.push(organization)
  }
  return all
}
/** The days pass, and two processes come by at once. */
const pass = async (w: World, days: number): Promise<void> => {
  w.pass(days * dayMs)
  await Promise.all([tellReviews(w.db, w.now()), tellReviews(w.db, w.now())])
}
const told = async (w: World, who: Person) =>
  (await mailsTo(w.db, who.upn)).filter(({ subject }) => subject.includes('organizations'))

test('R136: told are those in many organizations, some unused, for a year; nobody in few, or who uses all', () => {
  const now = new Date('2026-05-01T12:00:00.000Z')
  const since = new Date('2025-05-01T12:00:00.000Z')
  const all = { organizations: fewestOrganizations, unused: 1, since }
  assert.equal(isWorthAMail(all, now), true)
  assert.equal(isWorthAMail({ ...all, organizations: fewestOrganizations - 1 }, now), false)
  assert.equal(isWorthAMail({ ...all, unused: 0 }, now), false)
  assert.equal(isWorthAMail({ ...all, since: new Date('2025-05-01T12:00:00.001Z') }, now), false)
})

test('R136: once a year, by however many processes, with how many are unused; the next year again', async () => {
  const w = await newWorld()
  const [used] = await guestOf(w, w.ada, 4)
  await pass(w, 364)
  assert.deepEqual(await told(w, w.ada), [])
  await json(await w.as(w.ada).post(`/account/organizations/${used?.id ?? ''}/session`))
  await pass(w, 1)
  const [mail, ...more] = await told(w, w.ada)
  assert.deepEqual(more, [])
  assert.equal(mail?.subject, 'You are in 6 organizations: do you still need all of them?')
  assert.match(mail.body, /5 of them show no use for 90 days[^]*\/organizations\?show=unused/)
  await pass(w, 364)
  assert.equal((await told(w, w.ada)).length, 1)
  await pass(w, 1)
  assert.equal((await told(w, w.ada)).length, 2)
  assert.deepEqual(await told(w, w.bob), [], 'who is in one only is not bothered')
})

test('R34, R136: hidden organizations and those that were left do not count; who wants no mail gets none, and what they see is what the mail says', async () => {
  const w = await newWorld()
  const [hidden, left] = await guestOf(w, w.ada, 5)
  const ada = w.as(w.ada)
  assert.equal((await ada.put(`/account/organizations/${hidden?.id ?? ''}/hidden`, {})).status, 204)
  assert.equal((await ada.post(`/account/organizations/${left?.id ?? ''}/leave`)).status, 200)
  assert.equal((await ada.delete('/account/review/mails')).status, 204)
  await pass(w, 366)
  assert.deepEqual(await told(w, w.ada), [])
  const review = async () => json(await w.as(w.ada).get('/account/review'))
  assert.deepEqual(await review(), { organizations: 5, unused: 5, unusedDays: 90, mails: false })
  assert.equal((await w.as(w.ada).put('/account/review/mails', {})).status, 204)
  await pass(w, 0)
  assert.equal((await told(w, w.ada)).length, 1)
  assert.equal((await review())['mails'], true)
})

test('R5, R136: who is disabled at home is not told; a language that somebody has chosen is kept', async () => {
  const w = await newWorld()
  await guestOf(w, w.ada, 4)
  const patch = (enabled: boolean) =>
    w.as(w.carol, w.contoso).patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: enabled })
  assert.equal((await patch(false)).status, 204)
  await pass(w, 366)
  assert.deepEqual(await told(w, w.ada), [])
  assert.equal((await patch(true)).status, 204)
  await pass(w, 0)
  assert.equal((await told(w, w.ada)).length, 1)
})
