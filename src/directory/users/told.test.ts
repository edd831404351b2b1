/**
 * R128: the table of changes of somebody's standing × the mail that tells them: whatever they did
 * not do themselves, once for each change, and nothing for what changes nothing.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { world, type Person } from '../../../test/world.ts'
import { redeemPasswordLink } from '../../credentials/password/link.ts'
import { roles, type RoleName } from '../../access/roles.ts'
import type { LetterKind, ToldKind } from '../../mail/letters.ts'
import { rows } from '../../store/database.ts'
import { leave } from './leave.ts'
import { newId } from '../../kernel/ids.ts'

type World = Awaited<ReturnType<typeof world>>
type Client = ReturnType<World['as']>

const ok = async (answer: Promise<Response>): Promise<void> => {
  const response = await answer
  assert.ok(response.ok, `${response.status} ${await response.clone().text()}`)
}
const give = (by: Client, principalId: string, role: RoleName) =>
  by.post('/v1.0/roleManagement/directory/roleAssignments', {
    principalId,
    roleDefinitionId: roles[role].id,
    directoryScopeId: '/',
  })
const take = async (by: Client, principalId: string, role: RoleName): Promise<void> => {
  const base = '/v1.0/roleManagement/directory/roleAssignments'
  const filter = `principalId eq '${principalId}' and roleDefinitionId eq '${roles[role].id}'`
  const { value } = await json(await by.get(`${base}?$filter=${encodeURIComponent(filter)}`))
  for (const { id } of value) await ok(by.delete(`${base}/${id}`))
}
const resetRedemption = (by: Client, id: string, address: string) =>
  ok(
    by.post('/v1.0/invitations', {
      invitedUserEmailAddress: address,
      inviteRedirectUrl: 'https://app.example/',
      resetRedemption: true,
      invitedUser: { id },
    }),
  )

/** What `act` queues to somebody, in the order in which it does. */
const queuedBy = async (
  w: World,
  person: Person,
  act: () => Promise<unknown>,
): Promise<LetterKind[]> => {
  const all = () =>
    rows(
      w.db,
      sql<{
        id: string
        kind: LetterKind
      }>`select id, kind from mails where recipient = ${person.upn} order by id`,
    )
  const before = new Set((await all()).map(({ id }) => id))
  await act()
  return (await all()).filter(({ id }) => !before.has(id)).map(({ kind }) => kind)
}

type Change = readonly [
  what: string,
  tells: readonly LetterKind[],
  act: (by: Client, id: string, address: string) => Promise<unknown>,
]
const patch = (change: object) => (by: Client, id: string) =>
  ok(by.patch(`/v1.0/users/${id}`, change))
const item = (id: string): string => `/v1.0/directory/deletedItems/${id}`
const remove = (by: Client, id: string) => ok(by.delete(`/v1.0/users/${id}`))

/** What an administrator does to somebody, one after the other. */
const changes: readonly Change[] = [
  ['disabled', ['disabled'], patch({ accountEnabled: false })],
  ['disabled again', [], patch({ accountEnabled: false })],
  ['enabled', ['enabled'], patch({ accountEnabled: true })],
  ['enabled again', [], patch({ accountEnabled: true })],
  ['another name', [], patch({ jobTitle: 'Welder' })],
  ['given a role', ['roleGiven'], (by, id) => ok(give(by, id, 'groupsAdministrator'))],
  ['given it again', [], (by, id) => give(by, id, 'groupsAdministrator')],
  ['a role is taken', ['roleTaken'], (by, id) => take(by, id, 'groupsAdministrator')],
  ['taken again', [], (by, id) => take(by, id, 'groupsAdministrator')],
  [
    'signed out',
    ['sessionsEnded'],
    (by, id) => ok(by.post(`/v1.0/users/${id}/revokeSignInSessions`)),
  ],
  ['made a member', ['userTypeChanged'], patch({ userType: 'Member' })],
  ['made a guest', ['userTypeChanged'], patch({ userType: 'Guest' })],
  ['deleted', ['receipt'], remove],
  ['restored', ['restored'], (by, id) => ok(by.post(`${item(id)}/restore`))],
  ['to redeem anew', ['redemptionReset'], resetRedemption],
  ['deleted once more', ['receipt'], remove],
  ['held', ['held'], (by, id) => ok(by.post(`${item(id)}/guesthouse.hold`, { reason: 'Case 7' }))],
  ['held again', [], (by, id) => by.post(`${item(id)}/guesthouse.hold`, { reason: 'Case 7' })],
  ['held no more', ['holdEnded'], (by, id) => ok(by.post(`${item(id)}/guesthouse.endHold`))],
  ['erased', ['erased'], (by, id) => ok(by.delete(item(id)))],
]

/** What takes more to come about, with the test that does it and what it looks for. */
const elsewhere: Readonly<Partial<Record<ToldKind, readonly [file: string, says: RegExp]>>> = {
  lifecycle: [
    'src/graph/lifecycle/lifecycle.test.ts',
    /R134, R135: unused, a guest is told four times/,
  ],
  restoredAsks: [
    'src/directory/requests/answer.test.ts',
    /nothing of it is used until you say yes/,
  ],
  undone: ['src/account/undo.test.ts', /Your account at Fabrikam is back/],
  requestAnswered: ['src/directory/requests/answer.test.ts', /has declined your request/],
  requestMoved: ['src/directory/requests/clock.test.ts', /R32/],
  handedOver: ['src/account/hand-over.test.ts', /You take over at Fabrikam/],
  waysInEnded: ['src/directory/users/told.test.ts', /'roleGiven', 'waysInEnded'/],
}

test('R128: each change of somebody’s standing that they did not make is told by one mail, at home and as a guest; what changes nothing is not', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const carol = w.as(w.carol, w.contoso)
  const guest = w.userOf(w.ada, w.fabrikam)
  for (const [what, tells, act] of changes) {
    const queued = await queuedBy(w, w.ada, () => act(frank, guest, w.ada.upn))
    assert.deepEqual(queued, tells, what)
  }
  const atHome = new Set(['disabled', 'enabled', 'given a role', 'a role is taken', 'signed out'])
  for (const [what, tells, act] of changes.filter(([name]) => atHome.has(name))) {
    const queued = await queuedBy(w, w.bob, () => act(carol, w.bob.userId, w.bob.upn))
    assert.deepEqual(queued, tells, `${what}, at home`)
  }
  assert.deepEqual(
    (await mailsTo(w.db, w.bob.upn)).map(({ subject }) => subject),
    [
      'Your account at Contoso is disabled',
      'Your account at Contoso is enabled again',
      'You now have the role Groups Administrator at Contoso',
      'You no longer have the role Groups Administrator at Contoso',
      'You have been signed out of Contoso',
    ],
  )
})

test('R128: what people do themselves tells them nothing that they have not done; leaving gives them the receipt', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { userId } = w.frank
  const queued = await queuedBy(w, w.frank, async () => {
    await ok(give(frank, userId, 'groupsAdministrator'))
    await take(frank, userId, 'groupsAdministrator')
    await ok(frank.post(`/v1.0/users/${userId}/revokeSignInSessions`))
  })
  assert.deepEqual(queued, [])
  const around = { now: w.now(), correlationId: newId(), address: null }
  const which = { personId: w.bob.personId, tenantId: w.fabrikam.id }
  assert.deepEqual(await queuedBy(w, w.bob, () => leave(w.db, which, around)), ['receipt'])
})

test('R128, K16: who rises above whoever had set up their access is told of both', async () => {
  const w = await world()
  const zoe = await w.member(w.fabrikam, 'Zoe Small')
  await w.grant(w.fiona, w.fabrikam, 'helpdeskAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const made = await fiona.post(`/v1.0/users/${zoe.userId}/guesthouse.createPasswordLink`)
  const token =
    String((await json(made))['url'])
      .split('/')
      .at(-1) ?? ''
  const redeemed = await redeemPasswordLink(
    w.db,
    token,
    'quiet copper kettles at noon',
    w.operator(),
  )
  assert.equal(redeemed.outcome, 'set')
  const frank = w.as(w.frank, w.fabrikam)
  const queued = await queuedBy(w, zoe, () => ok(give(frank, zoe.userId, 'globalAdministrator')))
  assert.deepEqual(queued, ['roleGiven', 'waysInEnded'])
})

test('R128: every kind of mail about a standing is told by a change of the table, or by a test that is named', () => {
  const inTable = new Set<string>(changes.flatMap(([, tells]) => tells))
  const source = readFileSync('src/mail/letters.ts', 'utf8')
  const told = /export type Told = \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? ''
  const kinds = [...told.matchAll(/^ {2}readonly (\w+):/gm)].map(([, kind = '']) => kind)
  assert.ok(kinds.length > 10)
  for (const kind of kinds)
    if (!inTable.has(kind)) {
      const [file, says] =
        elsewhere[kind as ToldKind] ?? assert.fail(`${kind} is told by nothing here`)
      assert.match(readFileSync(file, 'utf8'), says, kind)
    }
})
