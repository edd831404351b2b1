/**
 * R127: the table of every door through which somebody can be made a guest again × how they ended.
 * Nobody is live without their own yes, and a door that stays shut says why; who was erased is a
 * stranger like any other, but for what they refused.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { operatorAuthority } from '../../src/directory/authority.ts'
import { purgeUsers } from '../../src/directory/deleted/purge.ts'
import { deleteUser } from '../../src/directory/users/delete.ts'
import { leave } from '../../src/directory/users/leave.ts'
import { acceptInvitation } from '../../src/invitations/accept.ts'
import { refuseOrganization } from '../../src/invitations/refusals.ts'
import { newId, type UserId } from '../../src/kernel/ids.ts'
import { rows } from '../../src/store/database.ts'
import { json, type Json } from '../json.ts'
import { guesthouse } from '../machines/command-line.ts'
import { world, type Person } from '../world.ts'

type World = Awaited<ReturnType<typeof world>> & { readonly frankHere: Client }
type Client = ReturnType<Awaited<ReturnType<typeof world>>['as']>
/** Somebody at home at Contoso, their guest at Fabrikam, and the link that they came by. */
type Guest = { readonly person: Person; readonly guestId: UserId; readonly token: string }

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-doors-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const deleted = (id: UserId) => `/v1.0/directory/deletedItems/${id}`
const here = (w: World) => ({ now: w.now(), correlationId: newId(), address: null })
const partner = (id: string): string => `/v1.0/policies/guesthouse.automaticRedemptions/${id}`
let serial = 0
const byLink = 'the link of before'

const inviting = (w: World, { upn }: Person, more: object = {}) =>
  w.frankHere.post('/v1.0/invitations', {
    invitedUserEmailAddress: upn,
    inviteRedirectUrl: 'https://app.example/',
    ...more,
  })

const accept = async (w: World, token: string, { personId }: Person): Promise<string> =>
  (await acceptInvitation(w.db, token, { who: { personId }, addressProved: true }, here(w))).outcome

/** A guest since always, or by an invitation where its link matters. */
const arrive = async (w: World, door: string): Promise<Guest> => {
  const person = await w.member(w.contoso, `Person ${serial++}`)
  if (door !== byLink) return { person, guestId: await w.guest(person, w.fabrikam), token: '' }
  const made = await json(await inviting(w, person), 201)
  const token = new URL(String(made['inviteRedeemUrl'])).pathname.split('/').at(-1) ?? ''
  assert.equal(await accept(w, token, person), 'accepted')
  return { person, guestId: String(made['invitedUser'].id) as UserId, token }
}
const purge = (w: World, { guestId: userId }: Guest) =>
  purgeUsers(w.db, { tenantId: w.fabrikam.id, userIds: [userId] }, operatorAuthority, w.operator())

const endings = {
  left: async (w: World, { person: { personId } }: Guest) => {
    const left = await leave(w.db, { personId, tenantId: w.fabrikam.id }, here(w))
    assert.equal(left.outcome, 'left')
  },
  removed: async (w: World, { guestId: userId }: Guest) => {
    const which = { tenantId: w.fabrikam.id, userId }
    await deleteUser(w.db, which, operatorAuthority, w.operator())
  },
  refused: async (w: World, guest: Guest) => {
    await endings.left(w, guest)
    const which = { personId: guest.person.personId, tenantId: w.fabrikam.id }
    assert.equal((await refuseOrganization(w.db, which, here(w))).outcome, 'refused')
  },
  purged: async (w: World, guest: Guest) => {
    await endings.left(w, guest)
    await purge(w, guest)
  },
  'refused and purged': async (w: World, guest: Guest) => {
    await endings.refused(w, guest)
    await purge(w, guest)
  },
} as const
type Ending = keyof typeof endings

/** What a door said, in its own words: a code, a sentence, or nothing where it opened. */
type Said = string
const codeOf = async (answer: Response): Promise<Said> => {
  if (answer.ok) return ''
  const { error } = (await answer.json()) as Json
  return String(error['innererror']?.['code'] ?? error['innerError']?.['code'] ?? error['code'])
}
const doors: Readonly<Record<string, (w: World, guest: Guest) => Promise<Said>>> = {
  invitation: async (w, { person }) => codeOf(await inviting(w, person)),
  'a new invitation beside the deleted': async (w, { person }) =>
    codeOf(await inviting(w, person, { 'guesthouse.forceNew': true })),
  operator: async (w, { person }) =>
    (
      await guesthouse(
        `user create --organization ${w.fabrikam.domain} --name Again --guest ${person.upn}`.split(
          ' ',
        ),
      )
    ).err,
  import: async (w, { person }) => {
    const [file, results] = [join(folder, `${newId()}.json`), join(folder, `${newId()}.out.json`)]
    const row = {
      displayName: person.name,
      userPrincipalName: `again${serial++}#EXT#@${w.fabrikam.domain}`,
      mail: person.upn,
      userType: 'Guest',
      externalUserState: 'Accepted',
      accountEnabled: true,
    }
    writeFileSync(file, JSON.stringify([row]))
    await guesthouse(
      `import --organization ${w.fabrikam.domain} --users ${file} --results ${results}`.split(' '),
    )
    const { failed } = JSON.parse(readFileSync(results, 'utf8')) as Json
    return String(failed[0]?.['reason'] ?? '')
  },
  restore: async (w, { guestId }) => codeOf(await w.frankHere.post(`${deleted(guestId)}/restore`)),
  'a reset of the redemption': async (w, { person, guestId }) =>
    codeOf(await inviting(w, person, { resetRedemption: true, invitedUser: { id: guestId } })),
  [byLink]: (w, { person, token }) => accept(w, token, person),
}

/** Nobody, somebody who is asked, or somebody who is in. */
const stateOf = async (w: World, { person }: Guest): Promise<string> => {
  const found = await rows(
    w.db,
    sql<{
      state: string
    }>`select external_user_state as state from live_users where tenant_id = ${w.fabrikam.id} and mail = ${person.upn}`,
  )
  assert.ok(found.length <= 1)
  const state = found[0]?.state
  return state === undefined ? 'nobody' : state === 'Accepted' ? 'in' : 'asked'
}

/** In the order of the endings: whether they are there afterwards, and what the door said. */
type Cell = readonly [state: 'nobody' | 'asked' | 'in', said: RegExp]
const opened: Cell = ['asked', /^$/]
const refuses: Cell = ['nobody', /inviteeRefuses|refused all further invitations/]
const unknown: Cell = ['nobody', /ResourceNotFound/]
const waits: Cell = ['nobody', /softDeletedUserExists/]
const isOver: Cell = ['nobody', /^over$/]
/** A stranger, of whom nothing is known: an operator, and what an import says, are believed. */
const stranger: Cell = ['in', /^$/]
const expected: Readonly<Record<string, readonly Cell[]>> = {
  invitation: [waits, waits, refuses, opened, refuses],
  'a new invitation beside the deleted': [opened, opened, refuses, opened, refuses],
  operator: [opened, opened, refuses, stranger, refuses],
  import: [opened, opened, refuses, stranger, refuses],
  // Who was removed did not go; the administrators undo what was theirs.
  restore: [opened, ['in', /^$/], opened, unknown, unknown],
  'a reset of the redemption': [unknown, unknown, unknown, unknown, unknown],
  [byLink]: [isOver, isOver, isOver, isOver, isOver],
}

test('R127, R75: every way in × left, removed, refused, purged: nobody is in without their own yes, and a shut door says why', async () => {
  const bare = await world()
  const w: World = { ...bare, frankHere: bare.as(bare.frank, bare.fabrikam) }
  // Two organizations that have agreed to ask nobody, and one of them asks before a restore.
  assert.equal((await w.frankHere.put(partner(w.contoso.id), {})).status, 204)
  assert.equal((await w.as(w.carol, w.contoso).put(partner(w.fabrikam.id), {})).status, 204)
  await sql`update tenants set restoring_needs_consent = true where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  for (const [door, open] of Object.entries(doors))
    for (const [at, ending] of (Object.keys(endings) as Ending[]).entries()) {
      const guest = await arrive(w, door)
      await endings[ending](w, guest)
      const said = await open(w, guest)
      const [state, why] = expected[door]?.[at] ?? assert.fail(door)
      assert.equal(await stateOf(w, guest), state, `${door} × ${ending}`)
      assert.match(said, why, `${door} × ${ending}`)
    }
})
