/** The first word of a policy says all that it will do, and leads to what keeps the account. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { createPolicy, frank, idOf } from '../../../test/policies.ts'
import { newStore } from '../../../test/store.ts'
import { world } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { keepLifecycle } from './run.ts'

// The job looks at everybody's organizations, so these are alone in a store of their own.
const { db, close } = await newStore()
after(() => close().catch(() => {}))

const toldOf = async (more: object = {}) => {
  const w = await world(undefined, { db })
  const sponsors = `/v1.0/users/${idOf(w, w.ada)}/sponsors/$ref`
  const fiona = `http://guesthouse.test/v1.0/users/${idOf(w, w.fiona)}`
  await json(await frank(w).post(sponsors, { '@odata.id': fiona }), 204)
  await createPolicy(w, more)
  w.pass(90 * dayMs)
  await keepLifecycle(w.db, w.now())
  const mail = async (address: string, subject: RegExp): Promise<string> =>
    (await mailsTo(w.db, address)).findLast((one) => subject.test(one.subject))?.body ??
    assert.fail(`no mail to ${address}`)
  return { w, mail }
}

test('R134: whom a policy disables and then deletes reads both days in the first mail, and so does who answers for them', async () => {
  const { w, mail } = await toldOf()
  const disabled = /On 29 August 2026 at 12:00 UTC .* is disabled/
  const removed = /Unless it is enabled again, it is removed on 18 September 2026 at 12:00 UTC\./
  const guest = await mail(w.ada.upn, /Your account at Fabrikam will be disabled soon/)
  const sponsor = await mail(w.fiona.upn, /Ada.* will be disabled soon/)
  for (const one of [guest, sponsor]) {
    assert.match(one, disabled)
    assert.match(one, removed)
    // "Before then" is before the first of the two.
    assert.ok(one.search(/before then/) < one.search(removed))
  }
})

test('R134: of a policy that only disables no removal is told', async () => {
  const { w, mail } = await toldOf({
    'guesthouse.action': 'disable',
    'guesthouse.deletionDays': null,
  })
  assert.doesNotMatch(await mail(w.ada.upn, /will be disabled soon/), /removed/)
})

test('R131, R134: the mail that asks to sign in leads to where that is done, hidden or not, and so does the portal, and doing so keeps the account', async () => {
  const { w, mail } = await toldOf()
  const link = /Sign in to Fabrikam:\s+http:\/\/guesthouse\.test(\/\S+)/.exec(
    await mail(w.ada.upn, /will be disabled soon/),
  )?.[1]
  const ada = await signedIn(w, w.ada)
  await ada.post(`/organizations/${w.fabrikam.id}/hide`, {})
  // The portal says the same in the same order, and leads to the same.
  assert.match(
    await pageAt(ada, `/organizations/${w.fabrikam.id}/needed`),
    /If nothing happens, the account is disabled on 29 August 2026/,
  )
  const row = await pageAt(ada, `/organizations/${w.fabrikam.id}`)
  assert.match(row, /is disabled[^]*before then[^]*it is removed on 18 September 2026/)
  for (const where of ['', '/needed']) {
    const said = await pageAt(ada, `/organizations/${w.fabrikam.id}${where}`)
    assert.match(said, /sign in (?:to Fabrikam|there) before then/i)
    assert.match(
      said,
      new RegExp(`<a href="${RegExp.escape(link ?? '')}"\\s*>Sign in to Fabrikam<`),
    )
  }
  const { page = '' } = await ada.open(link ?? assert.fail('no link'))
  assert.match(page, /<p class="quiet">[^<]*Fabrikam/)
  const { signInActivity } = await json(
    await frank(w).get(`/v1.0/users/${idOf(w, w.ada)}?$select=signInActivity`),
  )
  assert.equal(
    new Date(signInActivity['lastSignInDateTime']).getTime(),
    w.now().getTime(),
    'they have been here',
  )
})
