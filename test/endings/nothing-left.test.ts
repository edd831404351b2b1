/**
 * K24, R83: after every way in which a person can end, the whole store is written out as text and
 * searched: no name, no address, and nobody whom no user is.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  deleteGuestsWithoutHome,
  markGuestsWithoutHome,
} from '../../src/directory/guests/home-gone.ts'
import { emailIssuer } from '../../src/kernel/address.ts'
import { purgeDue } from '../../src/directory/deleted/purge.ts'
import { acceptInvitation } from '../../src/invitations/accept.ts'
import { declineInvitation } from '../../src/invitations/decline.ts'
import { newId, type UserId } from '../../src/kernel/ids.ts'
import { keptWithoutHomeDays } from '../../src/kernel/kept-days.ts'
import { dayMs, systemClock } from '../../src/kernel/time.ts'
import { drainMails } from '../../src/mail/drain.ts'
import { openSession } from '../../src/people/open-session.ts'
import { rows, type Database } from '../../src/store/database.ts'
import { sql } from 'kysely'
import { json } from '../json.ts'
import { browserWith, registerApplication, relyingParty, signOn, type World } from '../sign-on.ts'
import { world, type Person } from '../world.ts'

let serial = 0
/** Somebody whose names stand nowhere else. */
const somebody = () => {
  const word = `quim${process.pid.toString(36)}${(serial++).toString(36)}beck`
  return { word, name: `Zelda ${word}`, address: `zelda@${word}.example` }
}
type Somebody = ReturnType<typeof somebody>

const guest = (userId: string) => `/v1.0/users/${userId}`
const frank = (w: World) => w.as(w.frank, w.fabrikam)
const here = (w: World) => ({ now: w.now(), correlationId: newId(), address: null })

const invite = async (w: World, { address, name }: Somebody, more: object = {}) => {
  const wish = {
    invitedUserEmailAddress: address,
    invitedUserDisplayName: name,
    inviteRedirectUrl: 'https://app.example/',
    ...more,
  }
  const made = await json(
    await frank(w).post('/v1.0/invitations', { sendInvitationMessage: true, ...wish }),
    201,
  )
  const token = new URL(String(made['inviteRedeemUrl'])).pathname.split('/').at(-1) ?? ''
  return { token, userId: String(made['invitedUser'].id) as UserId }
}

const accept = async (w: World, token: string, { address, name }: Somebody) => {
  const who = { issuer: emailIssuer, subject: address }
  return acceptInvitation(w.db, token, { who, addressProved: true, displayName: name }, here(w))
}

/** A guest who has accepted, signed in, and uses an application. */
const arrive = async (w: World, one: Somebody): Promise<Person> => {
  const { token, userId } = await invite(w, one)
  const accepted = await accept(w, token, one)
  assert.equal(accepted.outcome, 'accepted')
  const personId = accepted.outcome === 'accepted' ? accepted.personId : assert.fail()
  const device = {
    address: '198.51.100.7',
    userAgent: one.word,
    browser: { token: 'A'.repeat(43) },
  }
  await openSession(w.db, personId, device, w.now())
  const person = {
    personId,
    name: one.name,
    home: w.fabrikam,
    upn: one.address,
    userId,
    users: new Map([[w.fabrikam.id, userId]]),
  }
  const application = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  const used = await signOn(
    await relyingParty(w, application),
    await browserWith(w, person),
    application,
    {
      scope: 'openid offline_access',
    },
  )
  await used.exchange()
  return person
}

const reset = (w: World, one: Somebody, userId: UserId) =>
  invite(w, one, {
    resetRedemption: true,
    invitedUser: { id: userId },
    invitedUserDisplayName: null,
  })
const remove = async (w: World, userId: UserId) =>
  assert.equal((await frank(w).delete(guest(userId))).status, 204)
const purge = async (w: World, userId: UserId) =>
  assert.equal((await frank(w).delete(`/v1.0/directory/deletedItems/${userId}`)).status, 204)
const windowEnds = async (w: World) => {
  w.pass(31 * dayMs)
  await purgeDue(w.db, w.now())
}

/** Each way; resolves with those of whom nothing may be left. */
const ways: Record<string, (w: World) => Promise<readonly Somebody[]>> = {
  'deleted, and permanently deleted at once': async (w) => {
    const one = somebody()
    const { userId } = await arrive(w, one)
    await remove(w, userId)
    await purge(w, userId)
    return [one]
  },
  'left, and purged when the window ended': async (w) => {
    const one = somebody()
    const person = await arrive(w, one)
    assert.equal((await w.as(person).leave(w.fabrikam)).status, 200)
    await windowEnds(w)
    return [one]
  },
  'permanently deleted after a reset of the redemption': async (w) => {
    const one = somebody()
    const { userId } = await arrive(w, one)
    await reset(w, one, userId)
    await remove(w, userId)
    await purge(w, userId)
    return [one]
  },
  'declined after a reset of the redemption': async (w) => {
    const one = somebody()
    const { userId } = await arrive(w, one)
    const { token } = await reset(w, one, userId)
    assert.equal(
      (await declineInvitation(w.db, token, { forGood: true }, here(w))).outcome,
      'declined',
    )
    await windowEnds(w)
    return [one]
  },
  'declined without ever accepting': async (w) => {
    const one = somebody()
    const { token } = await invite(w, one)
    assert.equal(
      (await declineInvitation(w.db, token, { forGood: true }, here(w))).outcome,
      'declined',
    )
    return [one]
  },
  'invited, deleted and permanently deleted before accepting': async (w) => {
    const one = somebody()
    const { userId } = await invite(w, one)
    await remove(w, userId)
    await purge(w, userId)
    return [one]
  },
  'permanently deleted as a member at home': async (w) => {
    const one = somebody()
    const { userId } = await w.member(w.fabrikam, one.name)
    await remove(w, userId)
    await purge(w, userId)
    return [one]
  },
  'permanently deleted at home, and as the guest without a home': async (w) => {
    const one = somebody()
    const person = await w.member(w.fabrikam, one.name)
    await w.guest(person, w.northwind)
    await remove(w, person.userId)
    await purge(w, person.userId)
    await markGuestsWithoutHome(w.db, w.now())
    w.pass((keptWithoutHomeDays + 1) * dayMs)
    await deleteGuestsWithoutHome(w.db, w.now())
    await windowEnds(w)
    return [one]
  },
  'a stranger whose proof was for somebody else’s invitation': async (w) => {
    const one = somebody()
    const { token } = await invite(w, { ...one, address: w.carol.upn, name: 'Carol' })
    assert.equal((await accept(w, token, one)).outcome, 'wrongPerson')
    return [one]
  },
}

/** Every row of every table, as text. */
const dump = async (db: Database): Promise<{ table: string; text: string }[]> => {
  const tables = await rows(
    db,
    sql<{
      name: string
    }>`select tablename as name from pg_tables where schemaname = current_schema()`,
  )
  const all: { table: string; text: string }[] = []
  for (const { name } of tables) {
    const found = await rows(
      db,
      sql<{ text: string }>`select x::text as text from ${sql.table(name)} x`,
    )
    all.push(...found.map(({ text }) => ({ table: name, text })))
  }
  return all
}

const post = { send: async () => ({ outcome: 'taken' }) as const, close: () => {} }

/** Identities of whom no user is: other tests have put some there by hand. */
const nobodies = async (db: Database): Promise<string[]> => {
  const found = sql<{ who: string }>`
    select i.issuer || ' ' || i.subject as who from identities i
    where not exists (select 1 from users u where u.person_id = i.person_id) order by 1`
  return (await rows(db, found)).map(({ who }) => who)
}

for (const [way, end] of Object.entries(ways))
  test(`K24, R83: nothing of somebody is left in the whole store: ${way}`, async () => {
    const w = await world()
    const before = await nobodies(w.db)
    const gone = await end(w)
    const clock = () => new Date(Math.max(systemClock().getTime(), w.now().getTime()))
    await drainMails(w.db, clock, post, () => assert.fail('a mail was not taken'))
    const everything = await dump(w.db)
    assert.ok(everything.length > 100)
    for (const { word, address } of gone) {
      // In columns of bytes it would stand in hexadecimal digits.
      const bytes = Buffer.from(word).toString('hex')
      const left = everything.filter(
        ({ text }) => text.toLowerCase().includes(word) || text.includes(bytes),
      )
      assert.deepEqual(
        left,
        [],
        `${address} stands in ${[...new Set(left.map(({ table }) => table))].join(', ')}`,
      )
    }
    assert.deepEqual(await nobodies(w.db), before, 'nobody more stands here whom no user is')
  })
