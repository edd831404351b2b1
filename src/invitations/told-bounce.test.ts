/** A mail server that refuses an address for good is told where the inviter looks (row 12). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../test/json.ts'
import { mailServer } from '../../test/peers/mail-server.ts'
import { compose } from '../../test/mails.ts'
import { world } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { drainMails } from '../mail/drain.ts'
import { smtpPost } from '../mail/post.ts'
import { sql } from '../store/database.ts'

test('row 12: an invitation whose mail is refused for good says so, and does not stand as sent', async () => {
  const w = await world()
  await sql`delete from mails`.execute(w.db)
  const frank = w.as(w.frank, w.fabrikam)
  const [bad, good] = [`bad-${newId()}@outside.example`, `good-${newId()}@outside.example`]
  for (const invitedUserEmailAddress of [bad, good])
    await json(
      await frank.post('/v1.0/invitations', {
        invitedUserEmailAddress,
        inviteRedirectUrl: 'https://x.example',
        sendInvitationMessage: true,
      }),
      201,
    )
  const listed = async () =>
    Object.fromEntries(
      (await json(await frank.get('/v1.0/guesthouse.invitations')))['value'].map((one: Json) => [
        one['invitedUserEmailAddress'],
        [one['mailState'], one['sentDateTime'] === null],
      ]),
    )
  assert.deepEqual(await listed(), { [bad]: ['waiting', false], [good]: ['waiting', false] })
  const server = await mailServer()
  server.state.refuse = (address) => (address === bad ? 550 : false)
  const post = smtpPost({ compose, url: server.url, from: 'g@guesthouse.example' })
  await drainMails(w.db, w.now, post, () => {})
  post.close()
  await server.stop()
  assert.deepEqual(await listed(), { [bad]: ['refused', true], [good]: ['taken', false] })
})
