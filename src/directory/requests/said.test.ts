/** What mails about requests say: what was asked, when, by when, and why it ended (R31, R40). */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { newStore } from '../../../test/store.ts'
import { world } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { purgeDue } from '../deleted/purge.ts'
import { keepClock } from './clock.ts'

type World = Awaited<ReturnType<typeof world>>

// The jobs look at everybody's requests, so these are alone in a store of their own.
const { db, close } = await newStore()
after(() => close().catch(() => {}))

const frank = (w: World) => w.as(w.frank, w.fabrikam)
const ask = async (w: World, kind: 'removal' | 'restore') =>
  json(await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind }), 201)
const last = async (w: World, address = w.ada.upn) => (await mailsTo(w.db, address)).at(-1)
const locked = async (): Promise<World> => {
  const w = await world(undefined, { db })
  const policy = '/v1.0/policies/externalIdentitiesPolicy'
  await json(await frank(w).patch(policy, { allowExternalIdentitiesToLeave: false }), 204)
  return w
}

test('R30, R31: the mail that confirms a request says what was asked, of whom, when, and by when it is answered', async () => {
  const w = await locked()
  await ask(w, 'removal')
  const removal = (await last(w))?.body ?? ''
  assert.match(removal, /On 1 May 2026 at 12:00 UTC you asked Fabrikam to be removed\./)
  assert.match(removal, /If nobody at Fabrikam answers by 31 May 2026 at 12:00 UTC/)
  const other = await world(undefined, { db })
  await json(await other.as(other.ada).leave(other.fabrikam))
  await ask(other, 'restore')
  const restore = (await last(other))?.body ?? ''
  assert.match(restore, /On 1 May 2026 at 12:00 UTC you asked Fabrikam to restore your account\./)
  assert.match(restore, /until 31 May 2026 at 12:00 UTC; then the request ends/)
})

test('R31: so do the mails about what becomes of it: held, going on, taken back', async () => {
  const w = await locked()
  const { id } = await ask(w, 'removal')
  const path = `/v1.0/guesthouse.requests/${String(id)}/guesthouse.answer`
  const asked = /On 1 May 2026 at 12:00 UTC you asked Fabrikam to be removed\./
  w.pass(dayMs)
  await json(await frank(w).post(path, { action: 'hold', message: 'A case' }), 204)
  assert.match((await last(w))?.body ?? '', asked)
  await json(await frank(w).post(path, { action: 'release' }), 204)
  assert.match((await last(w))?.body ?? '', asked)
  const mine = `/account/organizations/${w.fabrikam.id}/requests/${String(id)}`
  assert.ok((await w.as(w.ada).delete(mine)).ok)
  assert.match((await last(w))?.body ?? '', asked)
})

test('R40, R128: who asked to be restored and got no answer hears that nobody answered, and why nothing comes any more', async () => {
  const w = await world(undefined, { db })
  await json(await w.as(w.ada).leave(w.fabrikam))
  await ask(w, 'restore')
  w.pass(31 * dayMs)
  await keepClock(w.db, w.now())
  const ended = (await last(w))?.body ?? ''
  assert.match(ended, /On 1 May 2026 .* you asked Fabrikam to restore your account/)
  assert.match(ended, /Nobody at Fabrikam has answered it, and the time .* is over/)
  await purgeDue(w.db, w.now())
  assert.match((await last(w))?.body ?? '', /On 1 May 2026 .* had asked Fabrikam to restore/)
})

test('R40, R128: also where the account is permanently deleted before the clock of requests came by', async () => {
  const w = await world(undefined, { db })
  await json(await w.as(w.ada).leave(w.fabrikam))
  await ask(w, 'restore')
  w.pass(31 * dayMs)
  await purgeDue(w.db, w.now())
  await keepClock(w.db, w.now())
  const mail = await last(w)
  assert.match(mail?.subject ?? '', /Your data at Fabrikam is erased/)
  assert.match(
    mail?.body ?? '',
    /had asked Fabrikam to restore your account\. Nobody there answered/,
  )
  const silent = await world(undefined, { db })
  await json(await silent.as(silent.ada).leave(silent.fabrikam))
  silent.pass(31 * dayMs)
  await purgeDue(silent.db, silent.now())
  assert.doesNotMatch((await last(silent))?.body ?? '', /asked/)
})

test('R32: the last reminder names the day, and counts no days that are not left', async () => {
  const w = await locked()
  await ask(w, 'removal')
  w.pass(27.6 * dayMs)
  await keepClock(w.db, w.now())
  const mail = (await last(w, w.frank.upn))?.body ?? assert.fail('no reminder')
  assert.match(mail, /come to their end soon/)
  assert.match(mail, /The first is due: 31 May 2026 at 12:00 UTC/)
  assert.doesNotMatch(mail, /days? (?:is|are) left/)
})
