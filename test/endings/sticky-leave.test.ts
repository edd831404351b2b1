/**
 * R127: the table of every door through which somebody can be made a guest again × how they ended,
 * compared with the code: what makes a user live is reached through no other.
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
import { waysTo } from '../code/ways-to.ts'
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
/** The first of what became of many. */
const codeOfMany = async (answer: Response): Promise<Said> => {
  if (!answer.ok) return codeOf(answer)
  return String(((await answer.json()) as Json)['value'][0].code ?? '')
}
const commanded = async (w: World, words: string): Promise<Said> =>
  (await guesthouse([...words.split(' '), '--organization', w.fabrikam.domain])).err

type Door = (w: World, guest: Guest) => Promise<Said>
const inviteDoors: Readonly<Record<string, Door>> = {
  invitation: async (w, { person }) => codeOf(await inviting(w, person)),
  'a new invitation beside the deleted': async (w, { person }) =>
    codeOf(await inviting(w, person, { 'guesthouse.forceNew': true })),
  'a reset of the redemption': async (w, { person, guestId }) =>
    codeOf(await inviting(w, person, { resetRedemption: true, invitedUser: { id: guestId } })),
}
const createDoors: Readonly<Record<string, Door>> = {
  operator: (w, { person }) => commanded(w, `user create --name Again --guest ${person.upn}`),
}
const importDoors: Readonly<Record<string, Door>> = {
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
}

/** By the file that asks for it, its doors; or why none is. */
const ways: Readonly<Record<string, Readonly<Record<string, Door>> | string>> = {
  'src/graph/invitations/invitations.ts': inviteDoors,
  'src/cli/commands/user-create.ts': createDoors,
  'src/cli/import/import-users.ts': importDoors,
  'src/cli/probe/place.ts': 'the synthetic guest, who is nobody and whom nobody else can name',
  'src/cli/commands/invite-command.ts': {
    'an invitation by the operator': (w, { person }) =>
      commanded(w, `invite --email ${person.upn}`),
  },
  'src/graph/users/restoring.ts': {
    restore: async (w, { guestId }) =>
      codeOf(await w.frankHere.post(`${deleted(guestId)}/restore`)),
  },
  'src/graph/deleted/many.ts': {
    'restore in a list': async (w, { guestId }) => {
      const path = '/v1.0/directory/deletedItems/guesthouse.restoreMany'
      return codeOfMany(await w.frankHere.post(path, { users: [guestId] }))
    },
  },
  'src/cli/commands/user-commands.ts': {
    'restore by the operator': (w, { guestId }) => commanded(w, `user restore ${guestId}`),
  },
  'src/graph/requests.ts': {
    'an answer to a request': async (w, { person }) => {
      const path = `/account/organizations/${w.fabrikam.id}/requests`
      const asked = await w.as(person).post(path, { kind: 'restore' })
      if (!asked.ok) return codeOf(asked)
      const { id } = (await asked.json()) as Json
      const ids = { ids: [id], action: 'restore' }
      return codeOfMany(await w.frankHere.post('/v1.0/guesthouse.requests/guesthouse.answer', ids))
    },
  },
  'src/account/undo.ts': {
    'undoing it oneself': async (w, { person }) =>
      codeOf(await w.as(person).post(`/account/organizations/${w.fabrikam.id}/undo`)),
  },
  'src/sign-in/invitation/pages.ts': {
    [byLink]: (w, { person, token }) => accept(w, token, person),
  },
  'src/account/invitation.ts': 'accepts what one was invited to, as the page of the link does',
  'src/graph/users/writing.ts': 'makes members, who are nobody that was here',
  'src/sign-in/set-up-pages.ts': 'makes the first administrator of an empty store',
  'src/cli/demo/cast.ts': 'fills an empty store',
  'src/cli/demo/invitations.ts': 'fills an empty store',
}
const doors = Object.values(ways).flatMap((of) =>
  typeof of === 'string' ? [] : Object.entries(of),
)

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
const unknown: Cell = ['nobody', /ResourceNotFound|has no deleted user/]
const waits: Cell = ['nobody', /softDeletedUserExists|can still be restored/]
const isOver: Cell = ['nobody', /^over$/]
/** A stranger, of whom nothing is known: an operator, and what an import says, are believed. */
const stranger: Cell = ['in', /^$/]
const restored: readonly Cell[] = [opened, ['in', /^$/], opened, unknown, unknown]
const notTheirs: Cell = ['nobody', /nothingToRestore|undoNotPossible|organizationNotFound/]
/** Of their own will. */
const yes: Cell = ['in', /^$/]
const expected: Readonly<Record<string, readonly Cell[]>> = {
  invitation: [waits, waits, refuses, opened, refuses],
  'a new invitation beside the deleted': [opened, opened, refuses, opened, refuses],
  operator: [opened, opened, refuses, stranger, refuses],
  import: [opened, opened, refuses, stranger, refuses],
  'an invitation by the operator': [waits, waits, refuses, opened, refuses],
  // Who was removed did not go; the administrators undo what was theirs.
  restore: restored,
  'restore in a list': restored,
  'restore by the operator': restored,
  // Who asks, or undoes it, says yes by that.
  'an answer to a request': [yes, yes, yes, notTheirs, notTheirs],
  'undoing it oneself': [yes, notTheirs, notTheirs, notTheirs, notTheirs],
  'a reset of the redemption': [unknown, unknown, unknown, unknown, unknown],
  [byLink]: [isOver, isOver, isOver, isOver, isOver],
}

test('R127: what makes a user live is reached through the doors of the table, and through no other', () => {
  const madeLive = [
    /insert into users\b/,
    /update users\b[^`]*[\s,]deleted_at = null/,
    /update users\b[^`]*external_user_state = 'Accepted'/,
  ]
  assert.deepEqual(waysTo(madeLive), Object.keys(ways).toSorted())
})

test('R127, R75: every way in × left, removed, refused, purged: nobody is in without their own yes, and a shut door says why', async () => {
  const bare = await world()
  // A command goes by the clock of the machine.
  bare.pass(Date.now() - bare.now().getTime())
  const w: World = { ...bare, frankHere: bare.as(bare.frank, bare.fabrikam) }
  // Two organizations that have agreed to ask nobody, and one of them asks before a restore.
  assert.equal((await w.frankHere.put(partner(w.contoso.id), {})).status, 204)
  assert.equal((await w.as(w.carol, w.contoso).put(partner(w.fabrikam.id), {})).status, 204)
  await sql`update tenants set restoring_needs_consent = true where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  for (const [door, open] of doors)
    for (const [at, ending] of (Object.keys(endings) as Ending[]).entries()) {
      const guest = await arrive(w, door)
      await endings[ending](w, guest)
      const said = await open(w, guest)
      const [state, why] = expected[door]?.[at] ?? assert.fail(door)
      assert.equal(await stateOf(w, guest), state, `${door} × ${ending}`)
      assert.match(said, why, `${door} × ${ending}`)
    }
})
