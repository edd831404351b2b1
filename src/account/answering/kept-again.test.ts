/** A guest whom a rule has disabled and who answers for them keeps: what counts from then on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { createPolicy, frank, idOf, passDays } from '../../../test/policies.ts'
import { world } from '../../../test/world.ts'

/** Ada, for whom Fiona answers, is disabled by this rule. */
const disabledBy = async (rule: object) => {
  const w = await world()
  const id = idOf(w, w.ada)
  const ref = { '@odata.id': `http://guesthouse.test/v1.0/users/${w.fiona.userId}` }
  await json(await frank(w).post(`/v1.0/users/${id}/sponsors/$ref`, ref), 204)
  const days = { gracePeriodInDays: 6, 'guesthouse.deletionDays': 10 }
  await createPolicy(w, { 'guesthouse.inactiveDays': null, ...days, ...rule })
  await passDays(w, 61)
  await passDays(w, 6)
  const told = async () =>
    (await mailsTo(w.db, w.fiona.upn)).filter(({ subject }) => /ends soon/.test(subject)).length
  const isHere = async () => {
    const answer = await frank(w).get(`/v1.0/users/${id}?$select=accountEnabled`)
    if (answer.status === 404) return false
    assert.equal((await json(answer))['accountEnabled'], false)
    return true
  }
  assert.equal(await isHere(), true)
  const keep = async () => {
    const page = await w.as(w.fiona).get(`/guests/${w.fabrikam.id}/${id}/keep`)
    assert.match(
      await page.text(),
      /A rule has disabled this account\. Only an administrator enables it again/,
    )
    await json(
      await w.as(w.fiona).post(`/account/organizations/${w.fabrikam.id}/guests/${id}/attestation`),
    )
  }
  return { w, told, isHere, keep }
}

test('R134, R135: kept by who answers, and broken again, a guest is told again and has the whole time again', async () => {
  const { w, told, isHere, keep } = await disabledBy({ 'guesthouse.attestationDays': 60 })
  await keep()
  await passDays(w, 59)
  assert.equal(await told(), 0)
  await passDays(w, 2)
  await passDays(w, 0)
  assert.deepEqual([await isHere(), await told()], [true, 1])
  await passDays(w, 5)
  await passDays(w, 10)
  assert.deepEqual([await isHere(), await told()], [true, 2])
  await passDays(w, 1)
  assert.equal(await isHere(), false)
})

test('R135: kept by who answers, a guest whom another rule has disabled is not removed; who is not kept is', async () => {
  const rule = { 'guesthouse.inactiveDays': 60 }
  const { w, isHere, keep } = await disabledBy(rule)
  await keep()
  for (const days of [10, 60, 10, 60]) await passDays(w, days)
  assert.equal(await isHere(), true)
  const other = await disabledBy(rule)
  await passDays(other.w, 10)
  assert.equal(await other.isHere(), false)
})
