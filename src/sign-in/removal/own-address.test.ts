/**
 * What an administrator writes into a guest's profile reads nothing of the guest and decides
 * nothing for them (R30, R107, R128): the address at which they came does.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { prove } from '../../../test/proved-address.ts'
import { world } from '../../../test/world.ts'
import { createGuest } from '../../directory/users/create.ts'
import { addressOf } from '../../kernel/address.ts'
import { rows, sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const nothing = /no organization here has a guest of this address/
const askRemoval = /Ask Fabrikam to remove me/

/** Frank writes a mailbox of his into somebody's profile. */
const rewrite = async (w: World, userId: string): Promise<string> => {
  const mail = `frank@second-${w.fabrikam.id}.example`
  const change = { mail, otherMails: [mail] }
  await json(await w.as(w.frank, w.fabrikam).patch(`/v1.0/users/${userId}`, change), 204)
  return mail
}
const copyAt = async (
  w: World,
  who: Awaited<ReturnType<typeof prove>>['browser'],
  userId: string,
): Promise<string> => (await who.open(`/ask-removal/data/${w.fabrikam.id}/${userId}`)).page ?? ''

test('R30, R107: whose home is gone and whose profile has another mailbox by now is known by the one of then, and by no other', async () => {
  const w = await world()
  const gone = await w.organization('Going')
  const eve = await w.member(gone, 'Eve Stone')
  const id = await w.guest(eve, w.fabrikam)
  await sql`delete from users where tenant_id = ${gone.id} and id = ${eve.userId}`.execute(w.db)
  const mail = await rewrite(w, id)
  const second = await prove(w, mail)
  assert.match(second.page, nothing)
  assert.match(await copyAt(w, second.browser, id), /nothing any more that you could ask/)
  const asked = { organization: w.fabrikam.id, user: id, kind: 'removal' }
  assert.match(
    (await second.browser.post('/ask-removal', asked)).page ?? '',
    /nothing any more that you could ask/,
  )
  const first = await prove(w, eve.upn)
  assert.match(first.page, askRemoval)
  assert.equal(JSON.parse(await copyAt(w, first.browser, id)).user.id, id)
  // What becomes of it is told there too.
  const before = (await mailsTo(w.db, mail)).length
  await first.browser.post('/ask-removal', asked)
  await json(await w.as(w.frank, w.fabrikam).delete(`/v1.0/users/${id}`), 204)
  assert.equal((await mailsTo(w.db, mail)).length, before)
  assert.equal((await rows(w.db, sql`select 1 from requests where user_id = ${id}`)).length, 1)
})

test('R30, R128: where an invitation was accepted, the invited mailbox stays the guest’s, and mails go there', async () => {
  const w = await world()
  const gone = await w.organization('Going')
  const eve = await w.member(gone, 'Eve Stone')
  const wish = { invitedUserEmailAddress: eve.upn, inviteRedirectUrl: 'https://app.example/' }
  const frank = w.as(w.frank, w.fabrikam)
  const invited = await json(await frank.post('/v1.0/invitations', wish), 201)
  const { id } = invited['invitedUser']
  const accept = `/account/organizations/${w.fabrikam.id}/invitation/accept`
  await json(await w.as(eve).post(accept, {}))
  await sql`delete from users where tenant_id = ${gone.id} and id = ${eve.userId}`.execute(w.db)
  const mail = await rewrite(w, id)
  const codes = (await mailsTo(w.db, mail)).length
  assert.match((await prove(w, mail)).page, nothing)
  assert.match((await prove(w, eve.upn)).page, askRemoval)
  await json(await frank.delete(`/v1.0/users/${id}`), 204)
  assert.equal((await mailsTo(w.db, mail)).length, codes + 1, 'the code alone')
  assert.match((await mailsTo(w.db, eve.upn)).at(-1)?.subject ?? '', /has ended/)
})

test('R30, R107: an imported guest whom nobody invited is known by the address of the import, and by none that was written in later', async () => {
  const w = await world()
  const address = `imported@outside-${w.fabrikam.id}.example`
  const row = {
    personId: null,
    displayName: 'Imported',
    userPrincipalName: `imported_outside#EXT#@${w.fabrikam.domain}`,
    mail: addressOf(address),
    externalUserState: 'Accepted',
    isNamedElsewhere: true,
  } as const
  const made = await createGuest(w.db, w.fabrikam.id, row, w.operator())
  assert.ok(made.outcome === 'created')
  const id = made.userId
  assert.match((await prove(w, address)).page, askRemoval)
  const mail = await rewrite(w, id)
  const second = await prove(w, mail)
  assert.match(second.page, nothing)
  assert.match(await copyAt(w, second.browser, id), /nothing any more that you could ask/)
  const first = await prove(w, address)
  assert.match(first.page, askRemoval)
  assert.equal(JSON.parse(await copyAt(w, first.browser, id)).user.id, id)
})
