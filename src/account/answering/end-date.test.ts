/** What who answers for a guest does about an end date that has come (R133). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { browserWith } from '../../../test/sign-on.ts'
import { world, type Person } from '../../../test/world.ts'
import { keepEndDates } from '../../directory/lifecycle/end-date.ts'
import { dayMs, plus } from '../../kernel/time.ts'

type World = Awaited<ReturnType<typeof world>>

/** Ada, for whom Fiona answers, has an end date in two days. */
const ending = async (w: World) => {
  const frank = w.as(w.frank, w.fabrikam)
  const ada = `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`
  const body = { '@odata.id': `http://guesthouse.test/v1.0/directoryObjects/${w.fiona.userId}` }
  assert.equal((await frank.post(`${ada}/sponsors/$ref`, body)).status, 204)
  const endIn = async (days: number) => {
    const end = { 'guesthouse.endDateTime': plus(w.now(), days * dayMs) }
    assert.equal((await frank.patch(ada, end)).status, 204)
  }
  await endIn(2)
  return { endIn }
}

const page = async (w: World, who: Person, path: string): Promise<string> =>
  (await (await browserWith(w, who)).open(path)).page ?? ''

test('R133: whose end date has come, only an administrator keeps, whether the job was there yet or not; guest and sponsor read so, and the guest confirms nothing', async () => {
  const w = await world()
  const { endIn } = await ending(w)
  const own = `/organizations/${w.fabrikam.id}/needed`
  const id = w.userOf(w.ada, w.fabrikam)
  const guest = `/organizations/${w.fabrikam.id}/guests/${id}`
  const asked = `/guests/${w.fabrikam.id}/${id}/keep`
  const keep = (days: number) =>
    w
      .as(w.fiona)
      .post(`/account${guest}/attestation`, { until: plus(w.now(), days * dayMs).toISOString() })
  assert.match(await page(w, w.fiona, asked), /name="until"/)
  assert.match(await page(w, w.ada, own), /moved by whoever answers for you/)
  w.pass(2 * dayMs)
  const why = await json(await keep(90), 409)
  assert.deepEqual(why['error']['reasons'], ['over'])
  assert.match(String(why['error']['message']), /only an administrator can still move it/)
  for (const path of ['/guests', asked]) {
    const read = await page(w, w.fiona, path)
    assert.match(read, /has come: the account is removed next\. Only an administrator/, path)
    assert.doesNotMatch(read, /name="until"/, path)
  }
  const hers = await page(w, w.ada, own)
  assert.match(hers, /has come: your account is removed next\. Only an administrator/)
  assert.doesNotMatch(hers, /moved by whoever answers for you|I still need this|counts the time/)
  assert.match(hers, new RegExp(`href="/leave/${w.fabrikam.id}"`), 'leaving is what is left')
  const need = `/account/organizations/${w.fabrikam.id}/attestation`
  assert.equal((await json(await w.as(w.ada).get(need)))['reason'], 'over')
  const refused = (await json(await w.as(w.ada).post(need), 409))['error']
  assert.deepEqual(refused['reasons'], ['over'])
  assert.match(String(refused['message']), /confirming would change nothing: only an administrator/)
  const { status, page: sent } = await (await browserWith(w, w.ada)).post(own, {})
  assert.equal(status, 409)
  assert.match(sent ?? '', /confirming would change nothing/)
  await endIn(5)
  assert.equal((await json(await w.as(w.ada).post(need)))['canAttest'], true)
  assert.equal((await json(await keep(90)))['endsAt'], plus(w.now(), 90 * dayMs).toISOString())
  w.pass(6 * dayMs)
  await keepEndDates(w.db, w.now())
  assert.equal((await json(await w.as(w.fiona).get('/account/guests')))['value'].length, 1)
})
