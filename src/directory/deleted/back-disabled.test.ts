/**
 * Who comes back disabled is told so (R51, R135), and whom somebody has disabled hears every way
 * out that is open (R27, R30).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signedIn } from '../../../test/desk.ts'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { world } from '../../../test/world.ts'
import { sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const lastMail = async (w: World): Promise<string> =>
  (await mailsTo(w.db, w.ada.upn)).at(-1)?.body ?? ''
const at = (w: World): string => `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`

test('R135, R142: who was disabled by a policy, left and undoes it is told that the account is back and still disabled', async () => {
  const w = await world()
  await sql`update users set account_enabled = false, disabled_by_policy = true, disabled_at = ${w.now()}
    where id = ${w.userOf(w.ada, w.fabrikam)}`.execute(w.db)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const ada = await signedIn(w, w.ada)
  const { page = '' } = await ada.post(`/organizations/${w.fabrikam.id}/undo`, {})
  assert.match(page, /Your account at Fabrikam is back\. It is still disabled/)
  assert.doesNotMatch(page, /You are back at Fabrikam/)
  const mail = await lastMail(w)
  assert.match(mail, /It is still disabled, by a rule of Fabrikam/)
  assert.match(mail, /leave it on the page Organizations; no administrator is needed/)
})

test('R51: who was disabled by an administrator and is restored is told so, and not that leaving needs nobody', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  await json(await frank.patch(at(w), { accountEnabled: false }), 204)
  await json(await frank.delete(at(w)), 204)
  await json(await frank.post(`/v1.0/directory/deletedItems/${id}/restore`))
  const mail = await lastMail(w)
  assert.match(mail, /It is still disabled: you cannot use it until an administrator of Fabrikam/)
  assert.match(mail, /you cannot leave by yourself.* ask to be removed/)
  assert.doesNotMatch(mail, /no administrator is needed/)
})

test('R142: who undoes and is let in hears nothing of a disabled account', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const ada = await signedIn(w, w.ada)
  const { page = '' } = await ada.post(`/organizations/${w.fabrikam.id}/undo`, {})
  assert.match(page, /You are back at Fabrikam/)
  assert.doesNotMatch(await lastMail(w), /disabled/)
})

test('R28, R30, R130: whom somebody has disabled reads of the way out that needs no sign-in, at home and elsewhere', async () => {
  const w = await world()
  await json(await w.as(w.frank, w.fabrikam).patch(at(w), { accountEnabled: false }), 204)
  const guest = await lastMail(w)
  assert.match(guest, /ask to be removed on the page Organizations/)
  assert.match(guest, /You cannot sign in\? .*:\s+\S*\/ask-removal/)
  const carol = w.as(w.carol, w.contoso)
  await json(await carol.patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false }), 204)
  const home = await lastMail(w)
  assert.match(home, /Where you are a guest, you can still ask to be removed: with a code/)
  assert.match(home, /\/ask-removal/)
})
