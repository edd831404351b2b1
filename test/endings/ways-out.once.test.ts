/**
 * Nobody is stuck, and nobody is without the copy of their data: every home × every organization ×
 * everything that somebody can be there, each through the pages (R30, R106–R109, R121, R130).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rows, sql } from '../../src/store/database.ts'
import { pass, turn } from '../closing.ts'
import { json, type Json } from '../json.ts'
import { prove } from '../proved-address.ts'
import { newStore } from '../store.ts'
import { world, type Organization, type Person } from '../world.ts'

type World = Awaited<ReturnType<typeof world>>
type Store = Awaited<ReturnType<typeof newStore>>
type Home = 'fine' | 'disabled' | 'gone' | 'closed'
type Place = 'active' | 'leavingOff' | 'suspended' | 'closed'

const frank = (w: World) => w.as(w.frank, w.fabrikam)
const at = (w: World): string => `/account/organizations/${w.fabrikam.id}`
const idOf = (w: World, person: Person): string => w.userOf(person, w.fabrikam)
const removal = { kind: 'removal' }

const hold = async (w: World, id: unknown): Promise<void> => {
  const answer = { ids: [id], action: 'hold', message: 'An audit until June' }
  await json(await frank(w).post('/v1.0/guesthouse.requests/guesthouse.answer', answer))
}
const removed = async (w: World, person: Person) =>
  json(await frank(w).delete(`/v1.0/users/${idOf(w, person)}`), 204)
const disabled = async (w: World, person: Person) =>
  json(await frank(w).patch(`/v1.0/users/${idOf(w, person)}`, { accountEnabled: false }), 204)

/** What somebody can be there, and how they come to be it. */
const standings: Readonly<Record<string, (w: World, person: Person) => Promise<unknown>>> = {
  active: () => Promise.resolve(),
  disabled,
  'disabled, whose request is held': async (w, person) => {
    await disabled(w, person)
    const { id } = await json(await w.as(person).post(`${at(w)}/requests`, removal), 201)
    await hold(w, id)
  },
  removed,
  'removed and kept because of a hold': async (w, person) => {
    await removed(w, person)
    const reason = { reason: 'Law' }
    const path = `/v1.0/directory/deletedItems/${idOf(w, person)}/guesthouse.hold`
    await json(await frank(w).post(path, reason), 204)
  },
  'gone by themselves, and refusing': async (w, person) => {
    await json(await w.as(person).leave(w.fabrikam))
    await json(await w.as(person).post('/account/refusals', { organizationId: w.fabrikam.id }), 204)
  },
  'gone by themselves, and asked back': async (w, person) => {
    await json(await w.as(person).leave(w.fabrikam))
    await json(await frank(w).post(`/v1.0/directory/deletedItems/${idOf(w, person)}/restore`))
  },
  invited: async (w, person) => {
    await sql`delete from users where tenant_id = ${w.fabrikam.id} and id = ${idOf(w, person)}`.execute(
      w.db,
    )
    const wish = { invitedUserEmailAddress: person.upn, inviteRedirectUrl: 'https://app.example/' }
    const invited = await json(await frank(w).post('/v1.0/invitations', wish), 201)
    person.users.set(w.fabrikam.id, invited['invitedUser'].id)
  },
}

const atHome: Readonly<Record<Home, (w: World, home: Organization) => Promise<unknown>>> = {
  fine: () => Promise.resolve(),
  disabled: (w, home) =>
    sql`update users set account_enabled = false where tenant_id = ${home.id}`.execute(w.db),
  gone: (w, home) => sql`delete from users where tenant_id = ${home.id}`.execute(w.db),
  closed: (w, home) => turn(w, home, 'closed'),
}
const inPlace: Readonly<Record<Place, (w: World) => Promise<unknown>>> = {
  active: () => Promise.resolve(),
  leavingOff: (w) =>
    sql`update tenants set external_users_may_leave = false where id = ${w.fabrikam.id}`.execute(
      w.db,
    ),
  suspended: (w) => turn(w, w.fabrikam, 'suspended'),
  closed: (w) => turn(w, w.fabrikam, 'closed'),
}

/** Everybody of a home, each something else there, in an organization of this kind. */
const stage = async (home: Home, place: Place, { db }: Pick<Store, 'db'>) => {
  const w = await world(undefined, { db })
  await json(
    await frank(w).patch('/v1.0/policies/authorizationPolicy', {
      'guesthouse.restoringNeedsConsent': true,
    }),
    204,
  )
  const from = await w.organization('Home')
  const people = new Map<string, Person>()
  for (const [standing, become] of Object.entries(standings)) {
    const person = await w.member(from, `Guest ${people.size}`)
    await w.guest(person, w.fabrikam)
    await become(w, person)
    people.set(standing, person)
  }
  await atHome[home](w, from)
  await inPlace[place](w)
  await pass(w, 0)
  return { w, people }
}

const isLive = async (w: World, person: Person): Promise<boolean> =>
  (
    await rows(
      w.db,
      sql`select 1 from live_users where tenant_id = ${w.fabrikam.id} and id = ${idOf(w, person)}`,
    )
  ).length > 0

const isId = (w: World, person: Person, file: string): void =>
  assert.equal(JSON.parse(file).user.id, idOf(w, person), 'the copy')

/** What somebody who cannot sign in finds by a code: the copy, and what they do to be gone. */
const byCode = async (w: World, person: Person): Promise<string> => {
  const { browser, page } = await prove(w, person.upn)
  const path = `/ask-removal/data/${w.fabrikam.id}/${idOf(w, person)}`
  assert.ok(page.includes(`href="${path}"`), 'the page leads to the copy')
  isId(w, person, (await browser.open(path)).page ?? '')
  if (!(await isLive(w, person))) return page
  if (!page.includes('name="withdraw"')) {
    const user = idOf(w, person)
    await browser.post('/ask-removal', { organization: w.fabrikam.id, user, ...removal })
  }
  return (await browser.open('/ask-removal')).page ?? ''
}

/** What somebody who is signed in finds in their list: the same. */
const signedIn = async (w: World, person: Person): Promise<string> => {
  const client = w.as(person)
  const list = await (await client.get('/organizations')).text()
  isId(w, person, await (await client.get(`${at(w)}/data`)).text())
  const found: Json | undefined = (await json(await client.get('/account/organizations')))[
    'value'
  ].find((one: Json) => one['id'] === w.fabrikam.id)
  // An invitation to a closed organization stands in no list: it cannot be accepted.
  if (found === undefined) return byCode(w, person)
  assert.ok(list.includes(w.fabrikam.id), 'the organization is in the list')
  if (!(await isLive(w, person))) return list
  if (found['invitationOpen'] === true)
    await json(await client.post(`${at(w)}/invitation/decline`, {}), 204)
  else if (found['blockers'].length === 0) await json(await client.leave(w.fabrikam))
  else if (found['canAsk'].includes('removal'))
    await json(await client.post(`${at(w)}/requests`, removal), 201)
  return (await client.get('/organizations')).text()
}

const isHeld = (standing: string): boolean => standing.includes('request is held')
/** Of who is there still: on which day that ends. Nobody is to answer where it is closed. */
const saysDay = { open: /answers by [^<]*2026[^<]*by itself/, closed: /by itself on [^<]*2026/ }
/** Of who is gone: until when they can be restored, or why nobody does. */
const saysEnd =
  /(Restorable until|restored until)[^.]*2026|kept because of a hold|closed, so nobody there restores/

for (const home of ['fine', 'disabled', 'gone', 'closed'] as const)
  for (const place of ['active', 'leavingOff', 'suspended', 'closed'] as const)
    test(`R30, R107, R121, R130: home ${home}, organization ${place}: whatever somebody is there, they get their data and get out`, async () => {
      // So many codes are asked for as one stranger may in one store.
      const own = await newStore()
      const { w, people } = await stage(home, place, own)
      // A hold with a reason that they read is the one thing that keeps somebody, while there is an
      // organization that can end it, or that opens again; who signs in leaves a suspended one.
      const canKeep = place === 'active' || place === 'leavingOff'
      const holds = canKeep || (place === 'suspended' && home !== 'fine')
      const find = home === 'fine' ? signedIn : byCode
      for (const [standing, person] of people)
        await assert.doesNotReject(async () => {
          const page = await find(w, person)
          // Nothing is left of an invitation that somebody has declined.
          const isNothing = home === 'fine' && standing === 'invited'
          if (!(await isLive(w, person))) return void (isNothing || assert.match(page, saysEnd))
          const day = canKeep ? saysDay.open : saysDay.closed
          assert.match(page, isHeld(standing) && holds ? /An audit until June/ : day)
        }, standing)
      await pass(w, 31)
      const here = [...people].map(async ([standing, person]) =>
        (await isLive(w, person)) ? [standing] : [],
      )
      const kept = holds ? [...people.keys()].filter(isHeld) : []
      assert.deepEqual((await Promise.all(here)).flat(), kept)
      await own.close()
    })
