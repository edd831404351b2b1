/** Letters wait as kinds and values, and are put into words when they are sent. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../test/json.ts'
import { aLetter, compose, mailsTo } from '../../test/mails.ts'
import { mailServer } from '../../test/peers/mail-server.ts'
import { world, type Person } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { rows, sql } from '../store/database.ts'
import { drainMails } from './drain.ts'
import { queueMail } from './outbox.ts'
import { smtpPost } from './post.ts'

type World = Awaited<ReturnType<typeof world>>

const choose = (
  w: World,
  person: Person,
  language: string | null,
  timeZone: string | null = null,
) =>
  sql`insert into person_settings (person_id, language, time_zone, changed_at) values (${person.personId}, ${language}, ${timeZone}, ${w.now()})
    on conflict (person_id) do update set language = excluded.language, time_zone = excluded.time_zone`.execute(
    w.db,
  )

test('R128: no sentence stands in the outbox, and a letter is written in the language that its reader has when it is sent', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const kept = await rows(
    w.db,
    sql`select kind, subject, body from mails where recipient = ${w.ada.upn}`,
  )
  assert.deepEqual(kept, [{ kind: 'receipt', subject: null, body: null }])
  const subject = async () => (await mailsTo(w.db, w.ada.upn))[0]?.subject
  assert.equal(await subject(), 'You have left Fabrikam')
  await sql`update tenants set preferred_language = 'de' where id = ${w.fabrikam.id}`.execute(w.db)
  assert.equal(
    await subject(),
    'Sie haben Fabrikam verlassen',
    'the organization has a language, and of Ada none is known',
  )
  await sql`update users set preferred_language = 'en-GB' where id = ${w.ada.userId}`.execute(w.db)
  assert.equal(await subject(), 'You have left Fabrikam', 'what her home says goes before it')
  await choose(w, w.ada, 'de-AT', 'Europe/Vienna')
  const [mail] = await mailsTo(w.db, w.ada.upn)
  assert.match(
    mail?.body ?? '',
    /Beendet: 1\. Mai 2026 um 14:00 MESZ/,
    'and what she has chosen before all',
  )
  await choose(w, w.ada, 'pl')
  assert.equal(
    await subject(),
    'You have left Fabrikam',
    'a language that is not written is passed over',
  )
})

test('R128: an invitation is written in its own language, until the person is known who reads it', async () => {
  const w = await world()
  const address = `eve-${newId()}@outside.example`
  const wish = {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://app.example/',
    sendInvitationMessage: true,
  }
  await json(
    await w
      .as(w.frank, w.fabrikam)
      .post('/v1.0/invitations', { ...wish, invitedUserMessageInfo: { messageLanguage: 'de-DE' } }),
    201,
  )
  const [mail] = await mailsTo(w.db, address)
  assert.deepEqual(
    [mail?.subject, mail?.replyTo, mail?.language],
    ['Fabrikam lädt Sie ein', w.frank.upn, 'de'],
  )
})

test('R128: a receipt keeps the language of its organization when the user is purged before it is sent', async () => {
  const w = await world()
  await sql`update tenants set preferred_language = 'de' where id = ${w.fabrikam.id}`.execute(w.db)
  await json(await w.as(w.ada).leave(w.fabrikam))
  await w
    .as(w.frank, w.fabrikam)
    .delete(`/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`)
  assert.deepEqual((await mailsTo(w.db, w.ada.upn)).map(({ subject }) => subject).toSorted(), [
    'Ihre Daten bei Fabrikam sind gelöscht',
    'Sie haben Fabrikam verlassen',
  ])
})

test('R128: what waited before there were letters is sent with the text that it has', async () => {
  const w = await world()
  await sql`delete from mails`.execute(w.db)
  const server = await mailServer()
  const post = smtpPost({ compose, url: server.url, from: 'g@guesthouse.example' })
  await queueMail(w.db, { recipient: 'ada@contoso.example', letter: aLetter }, w.now())
  await sql`update mails set kind = null, content = null, subject = 'As it was', body = 'Good day.'`.execute(
    w.db,
  )
  assert.equal(await drainMails(w.db, w.now, post, () => undefined), 1)
  assert.deepEqual(
    [server.received[0]?.subject, server.received[0]?.text.trim()],
    ['As it was', 'Good day.'],
  )
  post.close()
  await server.stop()
})
