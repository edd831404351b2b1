/** K16: no way in outlives the height of whoever made it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../test/properties.ts'
import { json, refusal, type Json } from '../../test/json.ts'
import { world, type Person } from '../../test/world.ts'
import { roles, type RoleName } from '../access/roles.ts'
import { roleAssignmentId } from '../graph/roles/role-assignment-id.ts'
import { homeIssuer } from '../directory/identity-issuer.ts'
import { emailIssuer } from '../kernel/address.ts'
import { acceptInvitation } from '../invitations/accept.ts'
import { newId } from '../kernel/ids.ts'
import { firstRow, rows } from '../store/database.ts'
import { sql } from 'kysely'
import { signInWithIdentity } from './sign-in-by-identity.ts'
import { redeemPasswordLink } from './password/link.ts'

type World = Awaited<ReturnType<typeof world>>

const assignments = '/v1.0/roleManagement/directory/roleAssignments'
const around = (w: World) => ({ now: w.now(), correlationId: newId<string>(), address: null })
const lastPart = (url: unknown): string => String(url).split('/').at(-1) ?? ''
const give = (w: World, userId: string, role: RoleName, by: Person = w.frank) =>
  w.as(by, w.fabrikam).post(assignments, { principalId: userId, roleDefinitionId: roles[role].id })
const provider = 'https://login.fabrikam.example'

/**
 * Fabrikam with a provider that is its people's home, a plain member Zoe, and one holder of each of
 * the given roles.
 */
const scene = async (held: Record<string, RoleName>) => {
  const w = await world()
  const providerId = newId<string>()
  await sql`insert into identity_providers (tenant_id, id, display_name, issuer, client_id, domains, created_at)
    values (${w.fabrikam.id}, ${providerId}, 'Home', ${provider}, 'us', array[${w.fabrikam.domain}]::text[], ${w.now()})`.execute(
    w.db,
  )
  const zoe = await w.member(w.fabrikam, 'Zoe Hale')
  const people: Record<string, Person> = {}
  for (const [name, role] of Object.entries(held)) {
    const person = await w.member(w.fabrikam, name)
    await w.grant(person, w.fabrikam, role)
    people[name] = person
  }
  const as = (name: string) => w.as(people[name], w.fabrikam)
  const enterByTie = (subject: string) =>
    signInWithIdentity(
      w.db,
      {
        issuer: homeIssuer(w.fabrikam.id, provider),
        subject,
        provider: { id: providerId, tenantId: w.fabrikam.id, isHome: true, clientId: 'guesthouse' },
      },
      { device: { address: null, userAgent: 'evil' }, deviceCookie: undefined, method: 'provider' },
      around(w),
    )
  return { w, zoe, people, as, enterByTie }
}

const password = 'correct horse battery staple of the thief'
const makeLink = async (
  client: ReturnType<World['as']>,
  userId: string,
): Promise<string | undefined> => {
  const answer = await client.post(`/v1.0/users/${userId}/guesthouse.createPasswordLink`)
  return answer.status === 200 ? lastPart((await json(answer))['url']) : undefined
}

test('K16 (e), R49: a password link made before a rise opens nothing after it, whoever raised the user and however', async () => {
  for (const rise of ['role', 'sql', 'group'] as const) {
    const { w, zoe, as } = await scene({ Uma: 'userAdministrator' })
    const token = (await makeLink(as('Uma'), zoe.userId)) ?? ''
    if (rise === 'role')
      assert.equal((await give(w, zoe.userId, 'globalAdministrator')).status, 201)
    else if (rise === 'sql') await w.grant(zoe, w.fabrikam, 'globalAdministrator')
    else {
      const frank = w.as(w.frank, w.fabrikam)
      const group = await json(
        await frank.post('/v1.0/groups', { displayName: 'Top', isAssignableToRole: true }),
        201,
      )
      const reference = { '@odata.id': `https://x.example/users/${zoe.userId}` }
      assert.equal(
        (await frank.post(`/v1.0/groups/${group['id']}/members/$ref`, reference)).status,
        204,
      )
    }
    assert.equal(
      (await redeemPasswordLink(w.db, token, password, around(w))).outcome,
      'linkOver',
      rise,
    )
  }
})

test('K16 (e): a password link and a role at the same moment: never a link that opens an administrator', async () => {
  for (let round = 0; round < 10; round++) {
    const { w, zoe, as } = await scene({ Uma: 'userAdministrator' })
    const uma = as('Uma')
    await Promise.all([uma.get('/v1.0/me'), w.as(w.frank, w.fabrikam).get('/v1.0/me')])
    const [token] = await Promise.all([
      makeLink(uma, zoe.userId),
      give(w, zoe.userId, 'globalAdministrator'),
    ])
    if (token !== undefined)
      assert.equal(
        (await redeemPasswordLink(w.db, token, password, around(w))).outcome,
        'linkOver',
        `round ${round}`,
      )
  }
})

test('K16: a password that was set by such a link ends with the rise, with its sessions; one of somebody high enough stays', async () => {
  const { w, zoe, as } = await scene({ Uma: 'userAdministrator' })
  const held = () =>
    firstRow(w.db, sql`select 1 from local_credentials where user_id = ${zoe.userId}`)
  const token = (await makeLink(as('Uma'), zoe.userId)) ?? ''
  assert.equal((await redeemPasswordLink(w.db, token, password, around(w))).outcome, 'set')
  assert.equal(
    (await json(await give(w, zoe.userId, 'helpdeskAdministrator'), 201))['guesthouse.waysInEnded'],
    false,
    'within reach',
  )
  assert.ok(await held())
  assert.equal(
    (await json(await give(w, zoe.userId, 'globalAdministrator'), 201))['guesthouse.waysInEnded'],
    true,
  )
  assert.equal(await held(), undefined)

  const other = await w.member(w.fabrikam, 'Olga Top')
  const good = (await makeLink(w.as(w.frank, w.fabrikam), other.userId)) ?? ''
  assert.equal((await redeemPasswordLink(w.db, good, password, around(w))).outcome, 'set')
  assert.equal(
    (await json(await give(w, other.userId, 'globalAdministrator'), 201))['guesthouse.waysInEnded'],
    false,
  )
})

test('K16 (d): a tie made by a User Administrator is no way in to somebody who has risen, and never the only factor', async () => {
  const { w, zoe, as, enterByTie } = await scene({ Uma: 'userAdministrator' })
  const tie = (subject: string) =>
    as('Uma').post(`/v1.0/users/${zoe.userId}/guesthouse.identities`, {
      issuer: provider,
      issuerAssignedId: subject,
    })
  assert.equal((await tie('evil')).status, 201)
  assert.equal((await enterByTie('evil')).outcome, 'signedIn', 'a plain member comes in by it')
  await sql`insert into authenticators (tenant_id, user_id, sealed_secret, created_at, confirmed_at)
    values (${w.fabrikam.id}, ${zoe.userId}, 'x', ${w.now()}, ${w.now()})`.execute(w.db)
  assert.equal(
    (await enterByTie('evil')).outcome,
    'codeNeeded',
    'others made it, so it is one factor',
  )
  await w.grant(zoe, w.fabrikam, 'globalReader')
  assert.equal((await enterByTie('evil')).outcome, 'unknown', 'judged when it is used')
  await sql`delete from role_assignments where user_id = ${zoe.userId}`.execute(w.db)
  assert.equal((await give(w, zoe.userId, 'globalAdministrator')).status, 201)
  assert.equal((await enterByTie('evil')).outcome, 'unknown')
  const sessions = await rows(w.db, sql`select 1 from sessions where person_id = ${zoe.personId}`)
  assert.equal(sessions.length, 0, 'nor do sessions stay that it opened')
})

const resetTo = (client: ReturnType<World['as']>, userId: string, address: string) =>
  client.post('/v1.0/invitations', {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: 'https://app.example/',
    resetRedemption: true,
    invitedUser: { id: userId },
  })
const byMail = (address: string) => ({
  who: { issuer: emailIssuer, subject: address },
  addressProved: true,
})

test('K16 (c): who has a guest’s redemption reset to an own address and waits is not the guest any more when the guest is given a role', async () => {
  const { w, as } = await scene({ Hugo: 'helpdeskAdministrator', Uma: 'userAdministrator' })
  const address = `ann-${newId()}@partner.example`
  const frank = w.as(w.frank, w.fabrikam)
  const wish = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://app.example/' }
  const invited = await json(await frank.post('/v1.0/invitations', wish), 201)
  const id = String(invited['invitedUser']['id'])
  assert.equal(
    (await acceptInvitation(w.db, lastPart(invited['inviteRedeemUrl']), byMail(address), around(w)))
      .outcome,
    'accepted',
  )

  const evil = `evil-${newId()}@thief.example`
  assert.equal(
    (await resetTo(as('Hugo'), id, evil)).status,
    400,
    'only to an address of theirs (R123)',
  )
  assert.equal(
    (await as('Uma').patch(`/v1.0/users/${id}`, { otherMails: [address, evil] })).status,
    204,
  )
  const token = lastPart((await json(await resetTo(as('Hugo'), id, evil), 201))['inviteRedeemUrl'])
  assert.equal((await acceptInvitation(w.db, token, byMail(evil), around(w))).outcome, 'accepted')
  assert.equal(
    (await json(await give(w, id, 'globalAdministrator'), 201))['guesthouse.waysInEnded'],
    true,
  )
  const holder = await firstRow(
    w.db,
    sql`select 1 from live_users u join identities i on i.person_id = u.person_id and i.subject = ${evil} where u.id = ${id}`,
  )
  assert.equal(holder, undefined)
  // From here on only who reaches the guest invites them anew.
  assert.equal((await resetTo(as('Hugo'), id, evil)).status, 403)
  assert.equal((await as('Uma').patch(`/v1.0/users/${id}`, { otherMails: [evil] })).status, 403)
})

test('K16: an invitation and a reset that wait are over when the guest rises, and are judged when they are used', async () => {
  const { w, as } = await scene({ Uma: 'userAdministrator' })
  const frank = w.as(w.frank, w.fabrikam)
  for (const rise of ['role', 'sql'] as const) {
    const address = `new-${newId()}@partner.example`
    const wish = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://app.example/' }
    const invited = await json(await as('Uma').post('/v1.0/invitations', wish), 201)
    const id = String(invited['invitedUser']['id'])
    if (rise === 'role') assert.equal((await give(w, id, 'globalReader')).status, 201)
    else
      await sql`insert into role_assignments (tenant_id, user_id, role_id, assigned_at)
        values (${w.fabrikam.id}, ${id}, ${roles.globalReader.id}, ${w.now()})`.execute(w.db)
    const accept = (token: string) => acceptInvitation(w.db, token, byMail(address), around(w))
    assert.equal((await accept(lastPart(invited['inviteRedeemUrl']))).outcome, 'over', rise)
    assert.match(
      (await refusal(await as('Uma').post('/v1.0/invitations', wish), 403)).message,
      /Global Administrator/,
    )
    const again = await json(await frank.post('/v1.0/invitations', wish), 201)
    assert.equal(
      (await accept(lastPart(again['inviteRedeemUrl']))).outcome,
      'accepted',
      'by somebody who reaches the guest',
    )
  }
})

/**
 * What thieves have: their own persons, links, ties, addresses that they read, and passwords that
 * they set.
 */
type Loot = { links: string[]; invitations: string[]; hashes: Set<string> }
const subject = 'thief'
const evilAddress = (w: World): string => `thief@${w.fabrikam.id}.example`

const grab = async (w: World, loot: Loot): Promise<void> => {
  for (const token of loot.links.splice(0)) {
    if ((await redeemPasswordLink(w.db, token, password, around(w))).outcome !== 'set') continue
    const found = await rows(
      w.db,
      sql<{
        hash: string
      }>`select password_hash as hash from local_credentials where tenant_id = ${w.fabrikam.id}`,
    )
    for (const { hash } of found) loot.hashes.add(hash)
  }
  for (const token of loot.invitations.splice(0))
    await acceptInvitation(w.db, token, byMail(evilAddress(w)), around(w))
}

/** Names of those who hold a top role and as whom a thief can come in. */
const stolen = async (w: World, loot: Loot, thieves: readonly Person[]): Promise<string[]> => {
  const found = await rows(
    w.db,
    sql<{ name: string }>`
      select u.display_name as name from live_users u
      join role_assignments r on r.tenant_id = u.tenant_id and r.user_id = u.id and r.role_id = ${roles.globalAdministrator.id}::uuid
      where u.tenant_id = ${w.fabrikam.id} and u.external_user_state is distinct from 'PendingAcceptance' and (
        u.person_id = any(${thieves.map(({ personId }) => personId)}::uuid[])
        or exists (select 1 from local_credentials c where c.tenant_id = u.tenant_id and c.user_id = u.id and c.password_hash = any(${[...loot.hashes]}::text[]))
        or exists (select 1 from identities i where i.person_id = u.person_id and i.subject in (${subject}, ${evilAddress(w)})))`,
  )
  return found.map(({ name }) => name)
}

type Client = ReturnType<World['as']>
type Act = (by: Client, w: World, ids: { zoe: string; ada: string }, loot: Loot) => Promise<unknown>
const lowActs: Record<string, Act> = {
  linksZoe: async (by, _w, { zoe }, loot) =>
    loot.links.push(...[(await makeLink(by, zoe)) ?? []].flat()),
  tiesZoe: (by, _w, { zoe }) =>
    by.post(`/v1.0/users/${zoe}/guesthouse.identities`, {
      issuer: provider,
      issuerAssignedId: subject,
    }),
  addsAddress: (by, w, { ada }) =>
    by.patch(`/v1.0/users/${ada}`, { otherMails: [w.ada.upn, evilAddress(w)] }),
  hidesAddress: (by, w, { ada }) => by.patch(`/v1.0/users/${ada}`, { otherMails: [w.ada.upn] }),
  resetsAda: async (by, w, { ada }, loot) => {
    const answer = await resetTo(by, ada, evilAddress(w))
    if (answer.status === 201)
      loot.invitations.push(lastPart(((await answer.json()) as Json)['inviteRedeemUrl']))
  },
  makesThemselvesTop: (by, w, { zoe }) =>
    by
      .post(assignments, { principalId: zoe, roleDefinitionId: roles.globalAdministrator.id })
      .then(() => w),
}
const highActs: Record<string, Act> = {
  raisesZoe: (by, _w, { zoe }) =>
    by.post(assignments, { principalId: zoe, roleDefinitionId: roles.globalAdministrator.id }),
  raisesAda: (by, _w, { ada }) =>
    by.post(assignments, { principalId: ada, roleDefinitionId: roles.globalAdministrator.id }),
  lowersZoe: (by, _w, { zoe }) =>
    by.delete(`${assignments}/${roleAssignmentId(roles.globalAdministrator.id, zoe)}`),
  disablesAda: (by, _w, { ada }) => by.patch(`/v1.0/users/${ada}`, { accountEnabled: false }),
  enablesAda: (by, _w, { ada }) => by.patch(`/v1.0/users/${ada}`, { accountEnabled: true }),
}
const lower: Record<string, RoleName> = {
  Uma: 'userAdministrator',
  Hugo: 'helpdeskAdministrator',
  Aron: 'authenticationAdministrator',
  Pia: 'privilegedRoleAdministrator',
  Alva: 'applicationAdministrator',
}
const step = fc.oneof(
  fc.record({
    by: fc.constantFrom(...Object.keys(lower)),
    act: fc.constantFrom(...Object.keys(lowActs)),
    grab: fc.boolean(),
  }),
  fc.record({
    by: fc.constantFrom('Uma', 'Hugo'),
    act: fc.constantFrom('addsAddress', 'resetsAda', 'linksZoe', 'tiesZoe'),
    grab: fc.boolean(),
  }),
  fc.record({
    by: fc.constant('Frank'),
    act: fc.constantFrom(...Object.keys(highActs)),
    grab: fc.boolean(),
  }),
)

test('K16: whatever lower roles do between innocent acts of a Global Administrator, nobody else ever holds the top role', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (script) => {
      const { w, zoe, people, as } = await scene(lower)
      const ada = w.userOf(w.ada, w.fabrikam)
      // Ada came by an invitation, as guests do.
      await sql`update users set creation_type = 'Invitation' where tenant_id = ${w.fabrikam.id} and id = ${ada}`.execute(
        w.db,
      )
      const loot: Loot = { links: [], invitations: [], hashes: new Set() }
      for (const { by, act, grab: takes } of script) {
        const client = by === 'Frank' ? w.as(w.frank, w.fabrikam) : as(by)
        await (lowActs[act] ?? highActs[act])?.(client, w, { zoe: zoe.userId, ada }, loot)
        if (takes) await grab(w, loot)
        assert.deepEqual(
          await stolen(w, loot, Object.values(people)),
          [],
          `${by} ${act} in ${JSON.stringify(script)}`,
        )
      }
      await grab(w, loot)
      assert.deepEqual(await stolen(w, loot, Object.values(people)), [], JSON.stringify(script))
    }),
    { numRuns: 12 },
  )
})
