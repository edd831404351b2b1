import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailServer } from '../../test/mail-server.ts'
import { world } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { dayMs, hourMs, minuteMs, plus, secondMs } from '../kernel/time.ts'
import { rows, sql } from '../store/database.ts'
import { drainMails, type MailFailure } from './drain.ts'
import { queueMail } from './outbox.ts'
import { smtpPost, type Post } from './post.ts'

type World = Awaited<ReturnType<typeof world>>
const quiet = (): void => {}
/** Mails of other tests in the same store are not this one's. */
const emptied = async (): Promise<World> => {
  const w = await world()
  await sql`delete from mails`.execute(w.db)
  return w
}
const addresses = (count: number): string[] => Array.from({ length: count }, () => `${newId()}@mail.example`)
const left = async (w: World): Promise<number> => (await rows(w.db, sql`select 1 from mails`)).length

test('a mail is handed to a mail server, once, and is gone from the store', async () => {
  const w = await emptied()
  const server = await mailServer()
  const post = smtpPost({ url: server.url, from: 'Guesthouse <no-reply@guesthouse.example>' })
  const subject = 'Line one\r\nBcc: everybody@evil.example'
  await queueMail(w.db, { recipient: 'ada@contoso.example', subject, body: 'Good day.\n\nhttp://guesthouse.test/x' }, w.now())
  assert.equal(await drainMails(w.db, w.now(), post, quiet), 1)
  assert.equal(await drainMails(w.db, w.now(), post, quiet), 0)
  assert.equal(await left(w), 0)
  const [mail, ...more] = server.received
  assert.deepEqual([more.length, mail?.from, mail?.to], [0, 'no-reply@guesthouse.example', ['ada@contoso.example']])
  assert.equal(mail?.subject, 'Line one Bcc: everybody@evil.example', 'a line break does not begin another header')
  assert.match(mail?.text ?? '', /Good day\.\n\nhttp:\/\/guesthouse\.test\/x/)
  assert.match(mail?.id ?? '', /^<[0-9a-f-]{36}@guesthouse\.example>$/)
  post.close()
  await server.stop()
})

test('several workers at once send each mail once', async () => {
  const w = await emptied()
  const server = await mailServer()
  const post = smtpPost({ url: server.url, from: 'g@guesthouse.example' })
  const all = addresses(90)
  for (const recipient of all) await queueMail(w.db, { recipient, subject: 'x', body: 'y' }, w.now())
  const counts = await Promise.all(Array.from({ length: 4 }, () => drainMails(w.db, w.now(), post, quiet)))
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    90,
  )
  assert.deepEqual(server.received.flatMap(({ to }) => to).toSorted(), all.toSorted())
  post.close()
  await server.stop()
})

test('what is not taken is tried again later each time, holds nobody else up, and is dropped after three days; the log has no name', async () => {
  const w = await emptied()
  const server = await mailServer()
  const [busy = '', fine = ''] = addresses(2)
  server.state.refuse = (address) => address === busy
  const post = smtpPost({ url: server.url, from: 'g@guesthouse.example' })
  for (const recipient of [busy, fine]) await queueMail(w.db, { recipient, subject: 'x', body: 'y' }, w.now())
  const failures: MailFailure[] = []
  const drain = () => drainMails(w.db, w.now(), post, (failure) => failures.push(failure))
  assert.equal(await drain(), 1)
  assert.equal(await drain(), 0)
  assert.equal(failures.length, 1, 'not tried again at once')
  w.pass(31 * secondMs)
  await drain()
  assert.equal(failures.length, 2)
  w.pass(31 * secondMs)
  await drain()
  assert.equal(failures.length, 2, 'the second pause is longer')
  assert.deepEqual(
    failures.map(({ responseCode }) => responseCode),
    [451, 451],
  )
  assert.ok(!JSON.stringify(failures).includes('@'))
  w.pass(hourMs)
  server.state.refuse = () => false
  assert.equal(await drain(), 1)
  server.state.refuse = () => true
  await queueMail(w.db, { recipient: busy, subject: 'x', body: 'y' }, w.now())
  await drain()
  w.pass(3 * dayMs)
  await drain()
  assert.equal(await left(w), 0)
  post.close()
  await server.stop()
})

test('without a mail server mails stay, and go when they are worth nothing any more', async () => {
  const w = await emptied()
  await queueMail(w.db, { recipient: 'a@b.example', subject: 'x', body: 'y' }, w.now())
  await queueMail(w.db, { recipient: 'a@b.example', subject: 'code', body: 'y', usefulUntil: plus(w.now(), 10 * minuteMs) }, w.now())
  assert.equal(await drainMails(w.db, w.now(), undefined, quiet), 0)
  assert.equal(await left(w), 2)
  w.pass(10 * minuteMs)
  await drainMails(w.db, w.now(), undefined, quiet)
  assert.equal(await left(w), 1)
  w.pass(3 * dayMs)
  await drainMails(w.db, w.now(), undefined, quiet)
  assert.equal(await left(w), 0)
})

test('a worker that dies while sending leaves the mail for another, later', async () => {
  const w = await emptied()
  await queueMail(w.db, { recipient: 'a@b.example', subject: 'x', body: 'y' }, w.now())
  const { promise, reject } = Promise.withResolvers<void>()
  const dying = drainMails(w.db, w.now(), { send: () => promise, close: quiet }, quiet)
  let sent = 0
  const post: Post = {
    send: async () => {
      sent++
    },
    close: quiet,
  }
  await new Promise((done) => setTimeout(done, 50))
  assert.equal(await drainMails(w.db, w.now(), post, quiet), 0, 'it is taken')
  w.pass(16 * minuteMs)
  assert.equal(await drainMails(w.db, w.now(), post, quiet), 1)
  assert.equal(sent, 1)
  await queueMail(w.db, { recipient: 'a@b.example', subject: 'x', body: 'y' }, w.now())
  reject(new Error('late'))
  assert.equal(await dying, 0, 'and what becomes of the first try changes nothing any more')
  assert.equal(await left(w), 1)
})

test('a purge of the user takes their unsent mail along, but for what tells them of it', async () => {
  const w = await emptied()
  const about = { tenantId: w.contoso.id, userId: w.bob.userId }
  await queueMail(w.db, { recipient: w.bob.upn, subject: 'x', body: 'y', about }, w.now())
  const carol = w.as(w.carol, w.contoso)
  await carol.delete(`/v1.0/users/${w.bob.userId}`)
  assert.equal(await left(w), 2, 'this one, and the receipt of the deletion')
  assert.equal((await carol.delete(`/v1.0/directory/deletedItems/${w.bob.userId}`)).status, 204)
  assert.equal(await left(w), 2, 'the receipt, and that all is erased')
})
