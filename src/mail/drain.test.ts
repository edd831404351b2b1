import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailServer } from '../../test/peers/mail-server.ts'
import { aLetter, compose } from '../../test/mails.ts'
import { newStore } from '../../test/store.ts'
import { world } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { dayMs, hourMs, minuteMs, plus, secondMs } from '../kernel/time.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'
import { drainMails, mailFailureWords, type MailFailure } from './drain.ts'
import { mailStateOf } from './outcome.sql.ts'
import { asSecret } from './letters.ts'
import { queueMail } from './outbox.ts'
import { smtpPost, type Delivery, type Post } from './post.ts'

type World = Awaited<ReturnType<typeof world>>
const quiet = (): void => {}
/** Mails of other tests in the same store are not this one's. */
const emptied = async (): Promise<World> => {
  const w = await world()
  await sql`delete from mails`.execute(w.db)
  return w
}
const addresses = (count: number): string[] =>
  Array.from({ length: count }, () => `${newId()}@mail.example`)
const left = async (w: World): Promise<number> =>
  (await rows(w.db, sql`select 1 from mails`)).length

test('a mail is handed to a mail server, once, and is gone from the store', async () => {
  const w = await emptied()
  const server = await mailServer()
  const post = smtpPost({
    compose,
    url: server.url,
    from: 'Guesthouse <no-reply@guesthouse.example>',
  })
  const organization = {
    id: w.contoso.id,
    name: 'Line one\r\nBcc: everybody@evil.example',
    domain: null,
  }
  const values = {
    organization,
    inviter: null,
    inviterMail: 'carol@contoso.example',
    mayLeave: true,
    message: null,
    token: asSecret('x'),
    expiresAt: '2026-06-01T00:00:00Z',
  }
  await queueMail(
    w.db,
    { recipient: 'ada@contoso.example', letter: { kind: 'invitation', values } },
    w.now(),
  )
  assert.equal(await drainMails(w.db, w.now, post, quiet), 1)
  assert.equal(await drainMails(w.db, w.now, post, quiet), 0)
  assert.equal(await left(w), 0)
  const [mail, ...more] = server.received
  assert.deepEqual(
    [more.length, mail?.from, mail?.to],
    [0, 'no-reply@guesthouse.example', ['ada@contoso.example']],
  )
  assert.equal(
    mail?.subject,
    'Line one Bcc: everybody@evil.example invites you',
    'a line break does not begin another header',
  )
  assert.match(
    mail?.text ?? '',
    /as a guest\.\n\n.*:\n\nhttp:\/\/guesthouse\.test\/invitation\/x\n/,
  )
  assert.match(mail?.id ?? '', /^<[0-9a-f-]{36}@guesthouse\.example>$/)
  post.close()
  await server.stop()
})

test('several workers at once send each mail once', async () => {
  const w = await emptied()
  const server = await mailServer()
  const post = smtpPost({ compose, url: server.url, from: 'g@guesthouse.example' })
  const all = addresses(90)
  for (const recipient of all) await queueMail(w.db, { recipient, letter: aLetter }, w.now())
  const counts = await Promise.all(
    Array.from({ length: 4 }, () => drainMails(w.db, w.now, post, quiet)),
  )
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
  const post = smtpPost({ compose, url: server.url, from: 'g@guesthouse.example' })
  for (const recipient of [busy, fine])
    await queueMail(w.db, { recipient, letter: aLetter }, w.now())
  const failures: MailFailure[] = []
  const drain = () => drainMails(w.db, w.now, post, (failure) => failures.push(failure))
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
  await queueMail(w.db, { recipient: busy, letter: aLetter }, w.now())
  await drain()
  w.pass(3 * dayMs)
  await drain()
  assert.equal(await left(w), 0)
  post.close()
  await server.stop()
})

test('row 12: what the mail server refuses for good is over at once, and stands where somebody looks; being asked to sign in first is not such an answer', async () => {
  const w = await emptied()
  const server = await mailServer()
  const post = smtpPost({ compose, url: server.url, from: 'g@guesthouse.example' })
  const stateOf = async (userId: string): Promise<unknown> =>
    (
      await rows(
        w.db,
        sql<{
          state: unknown
        }>`select ${mailStateOf(sql`${w.fabrikam.id}::uuid`, sql`${userId}::uuid`, 'invitation')} as state`,
      )
    )[0]?.state
  const invite = async (code: number): Promise<string> => {
    const wish = {
      invitedUserEmailAddress: addresses(1)[0],
      inviteRedirectUrl: 'https://fabrikam.example/',
      sendInvitationMessage: true,
    }
    const body = (await (
      await w.as(w.frank, w.fabrikam).post('/v1.0/invitations', wish)
    ).json()) as { invitedUser: { id: string } }
    server.state.refuse = () => code
    return body.invitedUser.id
  }
  const failures: MailFailure[] = []
  const drain = () => drainMails(w.db, w.now, post, (failure) => failures.push(failure))
  for (const [code, state] of [
    [550, 'refused'],
    [552, 'refused'],
    [554, 'refused'],
    [530, 'waiting'],
    [535, 'waiting'],
    [450, 'waiting'],
    [421, 'waiting'],
  ] as const) {
    const userId = await invite(code)
    assert.equal(await stateOf(userId), 'waiting')
    assert.equal(await drain(), 0)
    assert.equal(await stateOf(userId), state, String(code))
    assert.deepEqual(
      [failures.at(-1)?.responseCode, failures.at(-1)?.isFinal],
      [code, state === 'refused'],
    )
    await sql`delete from mails`.execute(w.db)
  }
  const userId = await invite(550)
  await drain()
  server.state.refuse = () => false
  w.pass(hourMs)
  await drain()
  assert.equal(server.received.length, 0, 'nothing is left to try')
  assert.equal(await stateOf(userId), 'refused')
  post.close()
  await server.stop()
})

test('mail: without TLS nothing is said to a mail server elsewhere, the password least of all, unless the operator says so', async () => {
  const w = await emptied()
  const server = await mailServer({ asksForPassword: true })
  // An address of this machine that does not look like one.
  const url = `smtp://guesthouse:open-sesame@0.0.0.0:${server.port}`
  await queueMail(w.db, { recipient: 'a@b.example', letter: aLetter }, w.now())
  const failures: MailFailure[] = []
  const careful = smtpPost({ compose, url, from: 'g@guesthouse.example' })
  assert.equal(await drainMails(w.db, w.now, careful, (failure) => failures.push(failure)), 0)
  assert.deepEqual(
    [failures[0]?.code, server.state.passwords, server.received.length],
    ['ETLS', [], 0],
  )
  assert.match(
    mailFailureWords(failures[0] ?? { code: '', responseCode: 0, attempts: 0, isFinal: false }),
    /GUESTHOUSE_ALLOW_PLAIN_SMTP/,
  )
  careful.close()
  w.pass(hourMs)
  const plain = smtpPost({ compose, url, from: 'g@guesthouse.example', allowPlain: true })
  assert.equal(await drainMails(w.db, w.now, plain, quiet), 1)
  assert.equal(server.state.passwords.length, 1)
  plain.close()
  const here = smtpPost({
    compose,
    url: url.replace('0.0.0.0', 'localhost'),
    from: 'g@guesthouse.example',
  })
  await queueMail(w.db, { recipient: 'a@b.example', letter: aLetter }, w.now())
  assert.equal(
    await drainMails(w.db, w.now, here, quiet),
    1,
    'on this machine nobody listens on the way',
  )
  here.close()
  await server.stop()
})

test('F11: a mail server that takes a mail and never confirms it gets it five times, under one Message-ID', async () => {
  const w = await emptied()
  const server = await mailServer()
  const post = smtpPost({ compose, url: server.url, from: 'g@guesthouse.example' })
  const about = { tenantId: w.contoso.id, userId: w.bob.userId }
  await queueMail(
    w.db,
    { recipient: 'a@b.example', letter: aLetter, about, purpose: 'invitation' },
    w.now(),
  )
  const [tried] = await rows(w.db, sql<{ id: string }>`select id from mails`)
  server.state.silent = true
  const failures: MailFailure[] = []
  for (let n = 0; n < 9; n++) {
    // In between it is away now and then: what was not sent is not counted.
    if (n % 2 === 1) server.state.refuse = () => 451
    else server.state.refuse = () => false
    await drainMails(w.db, w.now, post, (failure) => failures.push(failure))
    w.pass(hourMs)
  }
  await drainMails(w.db, w.now, post, quiet)
  assert.equal(server.received.length, 5)
  assert.deepEqual(
    [...new Set(server.received.map(({ id }) => id))],
    [`<${tried?.id}@guesthouse.example>`],
  )
  assert.deepEqual([failures.length, failures.at(-1)?.isFinal], [9, true])
  assert.equal(await left(w), 0)
  const outcomes = await rows(
    w.db,
    sql<{ outcome: string }>`select outcome from mail_outcomes where user_id = ${w.bob.userId}`,
  )
  assert.deepEqual(outcomes, [{ outcome: 'unconfirmed' }])
  post.close()
  await server.stop()
})

test('F11: a process that dies with a mail in its hands five times over leaves it to nobody', async () => {
  const w = await emptied()
  await queueMail(w.db, { recipient: 'a@b.example', letter: aLetter }, w.now())
  let told: () => void = quiet
  let handed = 0
  const dying: Post = {
    send: () => {
      handed++
      told()
      return new Promise<Delivery>(() => {})
    },
    close: quiet,
  }
  for (let n = 0; n < 7; n++) {
    const handing = new Promise<void>((done) => (told = done))
    const dead = new AbortController()
    void drainMails(w.db, w.now, dying, quiet, dead.signal)
    await Promise.race([handing, new Promise((done) => setTimeout(done, 500))])
    dead.abort()
    w.pass(16 * minuteMs)
  }
  assert.equal(handed, 5)
  assert.equal(await left(w), 0)
})

test('K25: the lease of each mail begins when it is taken, however long the mails before it took', async () => {
  const w = await emptied()
  for (const recipient of addresses(21))
    await queueMail(w.db, { recipient, letter: aLetter }, w.now())
  const leases: number[] = []
  const all = Promise.withResolvers<void>()
  const slow: Post = {
    send: async ({ id }) => {
      const [row] = await rows(
        w.db,
        sql<{ until: Date }>`select next_try_at as until from mails where id = ${id}`,
      )
      leases.push((row?.until.getTime() ?? 0) - w.now().getTime())
      if (leases.length === 20) {
        w.pass(14 * minuteMs)
        all.resolve()
      }
      await all.promise
      return { outcome: 'taken' }
    },
    close: quiet,
  }
  assert.equal(await drainMails(w.db, w.now, slow, quiet), 21)
  assert.equal(leases.at(-1), 15 * minuteMs)
})

test('K25: one mail that hangs holds up no other', async () => {
  const w = await emptied()
  for (const recipient of addresses(45))
    await queueMail(w.db, { recipient, letter: aLetter }, w.now())
  const hanging = Promise.withResolvers<Delivery>()
  let begun = 0
  const others = Promise.withResolvers<void>()
  const post: Post = {
    send: () => {
      if (++begun === 1) return hanging.promise
      if (begun === 45) others.resolve()
      return Promise.resolve({ outcome: 'taken' })
    },
    close: quiet,
  }
  const draining = drainMails(w.db, w.now, post, quiet)
  await others.promise
  hanging.resolve({ outcome: 'taken' })
  assert.equal(await draining, 45)
})

test('K25: as many as a batch holds are claimed, also where the database takes the outbox for empty', async () => {
  const own = await newStore()
  try {
    const now = new Date('2026-05-01T12:00:00Z')
    await queueMail(own.db, { recipient: 'a@mail.example', letter: aLetter }, now)
    await sql`delete from mails`.execute(own.db)
    await sql`analyze mails`.execute(own.db)
    for (const recipient of addresses(45))
      await queueMail(own.db, { recipient, letter: aLetter }, now)
    const inFlight: number[] = []
    let open = 0
    const counting: Post = {
      send: async () => {
        inFlight.push(++open)
        await Promise.resolve()
        open--
        return { outcome: 'taken' }
      },
      close: quiet,
    }
    assert.equal(await drainMails(own.db, () => now, counting, quiet), 45)
    assert.equal(Math.max(...inFlight), 20)
  } finally {
    await own.close()
  }
})

test('without a mail server mails stay, and go when they are worth nothing any more', async () => {
  const w = await emptied()
  await queueMail(w.db, { recipient: 'a@b.example', letter: aLetter }, w.now())
  await queueMail(
    w.db,
    { recipient: 'a@b.example', letter: aLetter, usefulUntil: plus(w.now(), 10 * minuteMs) },
    w.now(),
  )
  assert.equal(await drainMails(w.db, w.now, undefined, quiet), 0)
  assert.equal(await left(w), 2)
  w.pass(10 * minuteMs)
  await drainMails(w.db, w.now, undefined, quiet)
  assert.equal(await left(w), 1)
  w.pass(3 * dayMs)
  await drainMails(w.db, w.now, undefined, quiet)
  assert.equal(await left(w), 0)
})

test('a worker that dies while sending leaves the mail for another, later', async () => {
  const w = await emptied()
  await queueMail(w.db, { recipient: 'a@b.example', letter: aLetter }, w.now())
  const { promise, resolve } = Promise.withResolvers<Delivery>()
  const dead = new AbortController()
  const sending = Promise.withResolvers<void>()
  const hang = () => {
    sending.resolve()
    return promise
  }
  const hanging: Post = { send: hang, close: quiet }
  const dying = drainMails(w.db, w.now, hanging, quiet, dead.signal)
  let sent = 0
  const post: Post = {
    send: async () => {
      sent++
      return { outcome: 'taken' }
    },
    close: quiet,
  }
  await sending.promise
  dead.abort()
  assert.equal(await drainMails(w.db, w.now, post, quiet), 0, 'it is taken')
  w.pass(16 * minuteMs)
  assert.equal(await drainMails(w.db, w.now, post, quiet), 1)
  assert.equal(sent, 1)
  await queueMail(w.db, { recipient: 'a@b.example', letter: aLetter }, w.now())
  resolve({ outcome: 'failed', mayHaveArrived: true, code: 'ESOCKET', responseCode: undefined })
  assert.equal(await dying, 0, 'and what becomes of the first try changes nothing any more')
  assert.equal(await left(w), 1)
})

test('a purge of the user takes their unsent mail along, but for what tells them of it', async () => {
  const w = await emptied()
  const about = { tenantId: w.contoso.id, userId: w.bob.userId }
  await queueMail(w.db, { recipient: w.bob.upn, letter: aLetter, about }, w.now())
  const carol = w.as(w.carol, w.contoso)
  await carol.delete(`/v1.0/users/${w.bob.userId}`)
  assert.equal(await left(w), 2, 'this one, and the receipt of the deletion')
  assert.equal((await carol.delete(`/v1.0/directory/deletedItems/${w.bob.userId}`)).status, 204)
  assert.equal(await left(w), 2, 'the receipt, and that all is erased')
})

test('K1: a mail server is told the domain in the letters of DNS, and the mailbox as it was written', async () => {
  const w = await emptied()
  const server = await mailServer()
  const post = smtpPost({
    compose,
    url: server.url,
    from: 'Guesthouse <no-reply@guesthouse.example>',
  })
  await queueMail(w.db, { recipient: "Mia.O'Kane@ＢÜCHER.example", letter: aLetter }, w.now())
  assert.equal(await drainMails(w.db, w.now, post, quiet), 1)
  assert.deepEqual(
    server.received[0]?.to,
    ["Mia.O'Kane@bücher.example"],
    'as this server reads xn--bcher-kva.example',
  )
  post.close()
  await server.stop()
})
