/** The copy of my data: against the database's catalogue, and with everything in it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emailIssuer } from '../kernel/address.ts'
import { json, type Json } from '../../test/json.ts'
import { store } from '../../test/store.ts'
import { aLetter } from '../../test/mails.ts'
import { world, type Person } from '../../test/world.ts'
import { ties } from '../directory/links/ties.sql.ts'
import { linkKinds } from '../wire/ties.ts'
import { createApplication } from '../directory/applications/create.ts'
import { newId, type TenantId, type UserId } from '../kernel/ids.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { asSecret } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { openSession } from '../people/open-session.ts'
import { select } from '../store/columns.ts'
import { firstRow, rows } from '../store/database.ts'
import { tokenHash } from '../store/token.ts'
import { peopleIssuerId } from '../wire/sign-on.ts'
import { sql } from 'kysely'
import { myData } from '../wire/my-data.ts'
import { sectionsOf } from './held.ts'
import { notCopied, notCopiedOfUser } from './not-copied.ts'

type World = Awaited<ReturnType<typeof world>>

/** Ids that are never a person's. */
const otherIds = new Set([
  'automatic_redemptions.partner_tenant_id',
  'app_roles.id',
  'application_owner_applications.object_id',
  'application_owners.registration_id',
  'registrations.app_id',
  'erasures.event_id',
  'events.correlation_id',
  'receipts.together_id',
  'homes_gone.home_tenant_id',
  'shown_at_home.home_tenant_id',
  'role_assignments.role_id',
  'oidc_records.provider_id',
  'service_principals.home_tenant_id',
  'service_principals.registration_id',
  'sessions.provider_id',
  'sponsors.id',
  'users.deletion_event_id',
  'users.left_event_id',
])

test('R139: each column that can hold the id of a user or a person is in the copy, or on the list with a reason', async () => {
  const w = await world()
  const found = await rows(
    store.db,
    sql<{ name: string }>`
      select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
        and (a.attname <> 'id' or c.relname in ('users', 'persons')) and a.attname <> 'tenant_id'
        and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
          and k.confrelid not in ('users'::regclass, 'persons'::regclass))
      order by 1`,
  )
  const names = found.map(({ name }) => name)
  assert.ok(names.length > 30, `${names.length} columns`)
  const copied = new Set([
    ...sectionsOf(w.fabrikam.id).flatMap(({ by }) => by),
    ...linkKinds.flatMap((kind) =>
      ties[kind].mine.map((column) => `${ties[kind].table}.${column}`),
    ),
  ])
  assert.deepEqual(
    names.filter((name) => !copied.has(name) && !(name in notCopied) && !otherIds.has(name)),
    [],
    'a new column that can hold somebody’s id: add a section to held.ts, or say why it is not copied',
  )
  assert.deepEqual(
    [...copied, ...Object.keys(notCopied), ...otherIds].filter(
      (name) => !names.includes(name) && !name.endsWith('.id'),
    ),
    [],
    'told, and not in the database',
  )
})

const column = (property: string) =>
  property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

test('R139: each column of a user is in the copy, or on the list with a reason', async () => {
  const found = await rows(
    store.db,
    sql<{ name: string }>`select a.attname as name from pg_attribute a
      where a.attrelid = 'users'::regclass and a.attnum > 0 and not a.attisdropped`,
  )
  assert.deepEqual(
    found.map(({ name }) => name).toSorted(),
    [
      ...Object.keys(myData.shape.user.shape).map(column),
      ...Object.keys(notCopiedOfUser),
    ].toSorted(),
    'a new column of users: define it, tell it in wire/my-data-user.ts, or say in not-copied.ts why it is not copied',
  )
})

const ref = (id: string) => ({ '@odata.id': `https://x.example/directoryObjects/${id}` })
const path = (w: World) => `/account/organizations/${w.fabrikam.id}/data`
const copyOf = async (w: World, person: Person) => json(await w.as(person).get(path(w)))

test('R107, R139: the copy has everything that hangs on the person there, and no secret', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const group = String(
    (await json(await frank.post('/v1.0/groups', { displayName: 'Welders' }), 201))['id'],
  )
  await frank.post(`/v1.0/groups/${group}/members/$ref`, ref(ada))
  await frank.post(`/v1.0/groups/${group}/owners/$ref`, ref(ada))
  const appId = String(
    (await json(await frank.post('/v1.0/applications', { displayName: 'Press' }), 201))['appId'],
  )
  await sql`insert into application_owners (tenant_id, registration_id, owned_registration_id, user_id)
    select tenant_id, id, id, ${ada} from live_registrations where app_id = ${appId}`.execute(w.db)
  await w.grant(w.ada, w.fabrikam, 'guestInviter')
  await frank.put(`/v1.0/users/${ada}/manager/$ref`, ref(w.frank.userId))
  await frank.put(`/v1.0/users/${w.fiona.userId}/manager/$ref`, ref(ada))
  await frank.post(`/v1.0/users/${ada}/sponsors/$ref`, ref(w.frank.userId))
  await frank.post(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}/sponsors/$ref`, ref(ada))
  await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`)
  const link = `https://x.example/invitation/${newId()}`
  const secret = newId()
  const about = { tenantId: w.fabrikam.id, userId: ada }
  const organization = { id: w.fabrikam.id, name: 'Fabrikam', domain: w.fabrikam.domain }
  const told = {
    organization,
    mayLeave: true,
    message: null,
    expiresAt: w.now().toISOString(),
  }
  await queueMail(
    w.db,
    {
      recipient: w.ada.upn,
      letter: {
        kind: 'invitation',
        values: {
          ...told,
          inviter: 'Frank Weber',
          inviterMail: w.frank.upn,
          token: asSecret(secret),
        },
      },
      about,
    },
    w.now(),
  )
  await queueMail(w.db, { recipient: 'dpo@fabrikam.example', letter: aLetter, about }, w.now())
  await queueMail(w.db, { recipient: w.ada.upn, letter: aLetter, about }, w.now())
  await sql`update mails set kind = null, content = null, subject = 'For Ada', body = ${`Open\n${link}`}
    where id = (select id from mails where user_id = ${ada} order by id desc limit 1)`.execute(w.db)
  await sql`insert into identities (issuer, subject, person_id, created_at)
    values (${emailIssuer}, ${`ada-${newId()}@outside.example`}, ${w.ada.personId}, ${w.now()})`.execute(
    w.db,
  )
  await sql`insert into known_browsers (person_id, browser_hash, first_seen_at, last_seen_at)
    values (${w.ada.personId}, ${Buffer.from(newId())}, ${w.now()}, ${w.now()})`.execute(w.db)
  await sql`insert into invitations (tenant_id, id, user_id, address, address_key, redirect_url, created_at, expires_at, accepted_at)
    values (${w.fabrikam.id}, ${newId()}, ${ada}, ${w.ada.upn}, ${w.ada.upn}, 'https://app.example/', ${w.now()}, ${w.now()}, ${w.now()})`.execute(
    w.db,
  )

  const copy = await copyOf(w, w.ada)
  const names = (section: string) => copy[section].map((one: Json) => one['displayName'])
  const ids = (section: string) => copy[section].map((one: Json) => one['id'])
  assert.deepEqual(
    Object.fromEntries(
      ['groups', 'ownedGroups', 'ownedApplications', 'roles'].map((section) => [
        section,
        names(section),
      ]),
    ),
    {
      groups: ['Welders'],
      ownedGroups: ['Welders'],
      ownedApplications: ['Press'],
      roles: ['Guest Inviter'],
    },
  )
  // What others are called is their data.
  const others = {
    manager: w.frank.userId,
    directReports: w.fiona.userId,
    sponsors: w.frank.userId,
    sponsoredGuests: w.userOf(w.bob, w.fabrikam),
  }
  for (const [section, id] of Object.entries(others)) {
    assert.deepEqual(ids(section), [id], section)
    assert.deepEqual(names(section), [null], section)
  }
  assert.equal(copy['invitation'][0].address, w.ada.upn)
  assert.equal(copy['identities'].length, 1)
  assert.deepEqual(copy['home'], [{ organization: 'Contoso', isThisOne: false }])
  for (const section of ['browsers', 'sessions', 'signedIn', 'programs'])
    assert.ok(Array.isArray(copy[section]), section)
  assert.deepEqual([copy['browsers'].length, copy['sessions'].length], [1, 1])
  assert.deepEqual(
    copy['waitingMail'].map((mail: Json) => [
      mail['kind'],
      mail['values'],
      mail['recipient'],
      mail['text'],
    ]),
    [
      ['invitation', told, w.ada.upn, null],
      ['signInCode', { minutes: 10 }, null, null],
      [null, null, w.ada.upn, 'Open\n(a link)'],
    ],
  )
  const read = myData.strict().safeParse(copy)
  assert.deepEqual(read.error?.issues ?? [], [])
  assert.doesNotMatch(
    JSON.stringify(copy),
    new RegExp(
      `Frank|Fiona|Bob|Okafor|${w.frank.upn}|${w.northwind.id}|${w.userOf(w.ada, w.contoso)}|_hash|${link}|${secret}|1234 5678`,
    ),
  )
})

test('R106: nobody else’s events are in the copy', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.patch(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`, { displayName: 'Bob B. Okafor' })
  await frank.patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, { displayName: 'Ada L.' })
  const { events } = await copyOf(w, w.ada)
  assert.ok(events.length > 0)
  assert.deepEqual(
    events.filter((event: Json) => event['targetId'] !== w.userOf(w.ada, w.fabrikam)),
    [],
  )
})

test('R107: who left and is a guest again has both in the copy, the older one whole', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const old = w.userOf(w.ada, w.fabrikam)
  const group = String(
    (await json(await frank.post('/v1.0/groups', { displayName: 'Welders' }), 201))['id'],
  )
  await frank.post(`/v1.0/groups/${group}/members/$ref`, {
    '@odata.id': `https://x.example/users/${old}`,
  })
  await json(await w.as(w.ada).leave(w.fabrikam))
  await w.guest(w.ada, w.fabrikam)
  const copy = await copyOf(w, w.ada)
  assert.equal(copy['user']['id'], w.userOf(w.ada, w.fabrikam))
  assert.deepEqual([copy['groups'], copy['earlier'].length], [[], 1])
  const [{ user, groups, events }] = copy['earlier']
  assert.equal(user.id, old)
  assert.deepEqual(
    groups.map((one: Json) => one['displayName']),
    ['Welders'],
  )
  assert.ok(events.some((event: Json) => event['activity'] === 'user.left'))
  w.pass(30 * dayMs)
  assert.deepEqual((await copyOf(w, w.ada))['earlier'], [])
})

test('R106, R107: who is disabled at home, or there, still gets the copy', async () => {
  const w = await world()
  const disable = async (admin: Person, at: World['contoso']) =>
    assert.equal(
      (await w.as(admin, at).patch(`/v1.0/users/${w.userOf(w.ada, at)}`, { accountEnabled: false }))
        .status,
      204,
    )
  const ada = w.as(w.ada)
  await disable(w.frank, w.fabrikam)
  assert.equal((await ada.get(path(w))).status, 200)
  await disable(w.carol, w.contoso)
  assert.equal((await ada.get(path(w))).status, 200)
})

test('U3, R132: the copy works for an invitation that waits, known by my home or by an address that I have proved, and for nobody else', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = `carol-${newId()}@outside.example`
  await sql`insert into identities (issuer, subject, person_id, created_at)
    values (${emailIssuer}, ${address}, ${w.nora.personId}, ${w.now()})`.execute(w.db)
  for (const invitedUserEmailAddress of [w.carol.upn, address])
    await json(
      await frank.post('/v1.0/invitations', {
        invitedUserEmailAddress,
        inviteRedirectUrl: 'https://x.example/',
      }),
      201,
    )
  for (const [person, invited] of [
    [w.carol, w.carol.upn],
    [w.nora, address],
  ] as const) {
    const mine = (await json(await w.as(person).get('/account/organizations')))['value']
    assert.ok(mine.some((one: Json) => one['id'] === w.fabrikam.id))
    assert.equal((await copyOf(w, person))['invitation'][0].address, invited)
  }
  const dora = await w.member(w.contoso, 'Dora Eng')
  assert.equal((await w.as(dora).get(path(w))).status, 404)
})

test('R107, R139: the copy of one organization names no application of another; programs that act everywhere belong to none', async () => {
  const w = await world()
  const session = await openSession(
    w.db,
    w.ada.personId,
    { address: null, userAgent: 'x' },
    w.now(),
  )
  const { id: sessionId } = await firstRow(
    w.db,
    select<{ id: string }>({
      id: 'id',
    })`from sessions where token_hash = ${tokenHash(session.token)}`,
  ).then((found) => found ?? assert.fail('no session'))
  const grant = async (tenantId: TenantId, name: string, userId: UserId | null) => {
    const made = await createApplication(w.db, tenantId, { displayName: name }, w.operator())
    const id = made.outcome === 'created' ? made.applicationId : assert.fail(made.outcome)
    await sql`insert into oidc_records (tenant_id, kind, id_hash, sealed, user_id, person_session_id, application_id, scope, created_at, expires_at)
      values (${tenantId}, 'Grant', ${Buffer.from(id)}, ${Buffer.from('x')}, ${userId}, ${userId === null ? sessionId : null}, ${id}, 'openid', ${w.now()}, ${plus(w.now(), dayMs)})`.execute(
      w.db,
    )
  }
  await grant(w.fabrikam.id, 'Press', w.userOf(w.ada, w.fabrikam))
  await grant(w.northwind.id, 'Loom', w.userOf(w.ada, w.northwind))
  await grant(peopleIssuerId as TenantId, 'Everywhere', null)
  const copy = await json(await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`))
  const names = (section: string) => copy[section].map((one: Json) => one['displayName'])
  assert.deepEqual([names('consents'), names('programs')], [['Press'], ['Everywhere']])
  assert.doesNotMatch(JSON.stringify(copy), /Loom/)
})
