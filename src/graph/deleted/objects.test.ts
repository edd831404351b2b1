/** Deleted groups and applications: listed, restored with what they had, and gone for good. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { json, type Json } from '../../../test/json.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../../../test/sign-on.ts'
import { world, type Person } from '../../../test/world.ts'
import { objectKinds } from '../../directory/deleted/objects/object-kinds.sql.ts'
import { objectTies } from '../../directory/deleted/objects/object-ties.sql.ts'
import { purgeDueObjects } from '../../directory/deleted/objects/purge-objects.ts'
import { zeroId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'
import { rows, sql } from '../../store/database.ts'
import { objectKindNames } from '../../wire/graph/deleted-objects.ts'
import { maxSponsors } from '../../wire/ties.ts'

type World = Awaited<ReturnType<typeof world>>
const deleted = '/v1.0/directory/deletedItems'
const item = (id: string) => `${deleted}/${id}`
const ref = (id: string) => ({ '@odata.id': `https://x.example/directoryObjects/${id}` })
const idsIn = (answer: Json): string[] => answer['value'].map((one: Json) => String(one['id']))
const codeOf = (answer: Json): unknown => answer['error'].innerError.code

/** A group with members, an owner, an application and a guest whom it sponsors. */
const settled = async (w: World, more: object = {}) => {
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  const made = async (path: string, body: Json) =>
    String((await json(await frank.post(path, body), 201))['id'])
  const link = async (path: string, id: string) =>
    json(await frank.post(`/v1.0/${path}/$ref`, ref(id)), 204)
  const group = await made('/v1.0/groups', { displayName: 'Welders', ...more })
  const app = await made('/v1.0/servicePrincipals', { displayName: 'Expenses' })
  await link(`groups/${group}/members`, ada)
  await link(`groups/${group}/members`, bob)
  await link(`groups/${group}/owners`, w.fiona.userId)
  await link(`servicePrincipals/${app}/owners`, w.fiona.userId)
  await link(`users/${bob}/sponsors`, group)
  for (const principalId of [group, ada])
    await json(
      await frank.post(`/v1.0/servicePrincipals/${app}/appRoleAssignedTo`, {
        principalId,
        resourceId: app,
        appRoleId: zeroId,
      }),
      201,
    )
  return { frank, group, app, ada, bob }
}

const tablesOf = (kind: keyof typeof objectTies): string[] => [
  ...new Set(Object.values(objectTies[kind]).map(({ table }) => table)),
]
const linkTables = [...new Set([...tablesOf('group'), ...tablesOf('application')])]
const linksOf = async (w: World): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      linkTables.map((table) =>
        rows(
          w.db,
          sql`select * from ${sql.table(table)} where tenant_id = ${w.fabrikam.id} order by 1, 2, 3`,
        ),
      ),
    ),
  )

test('K11: what a restore of a group or an application counts is every table that ties them to others', async () => {
  const w = await world()
  for (const kind of objectKindNames) {
    const { table } = objectKinds[kind]
    const keys = await rows(
      w.db,
      sql`select c.conrelid::regclass::text as name from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        where c.contype = 'f' and c.confrelid = ${table}::regclass and c.connamespace = current_schema()::regnamespace group by c.conrelid`,
    )
    // What an application has alone, back with it; and what it holds of people, which ends.
    const alone =
      kind === 'group'
        ? // A rule about its members, which is no tie: it rests while the group is deleted.
          ['lifecycle_policies']
        : kind === 'registration'
          ? [
              'app_roles',
              'application_redirects',
              'application_secrets',
              'application_keys',
              'federated_credentials',
              'used_assertions',
              'identifier_uris',
              'service_principals',
            ]
          : [
              'application_permissions',
              'application_roles',
              'oidc_records',
              'oidc_sign_ons',
              'permission_grants',
              'ended_consents',
              // What it is told of, while it is there.
              'subscriptions',
            ]
    assert.deepEqual(
      keys
        .map((key) => String((key as Json)['name']))
        .filter((name) => !alone.includes(name))
        .toSorted(),
      tablesOf(kind).toSorted(),
      kind,
    )
  }
})

test('R56, R57, R61, R69: deleted groups and applications are listed, counted and found, and come back as they were', async () => {
  const w = await world()
  const { frank, group, app } = await settled(w)
  const before = await linksOf(w)
  for (const [path, id, type, comesBack] of [
    [
      'groups',
      group,
      'microsoft.graph.group',
      [
        { kind: 'application', count: 1 },
        { kind: 'member', count: 2 },
        { kind: 'owner', count: 1 },
        { kind: 'sponsorOf', count: 1 },
      ],
    ],
    [
      'servicePrincipals',
      app,
      'microsoft.graph.servicePrincipal',
      [
        { kind: 'group', count: 1 },
        { kind: 'owner', count: 1 },
        { kind: 'user', count: 1 },
      ],
    ],
  ] as const) {
    await json(await frank.delete(`/v1.0/${path}/${id}`), 204)
    await json(await frank.get(`/v1.0/${path}/${id}`), 404)
    const list = await json(
      await frank.get(`${deleted}/${type}?$select=*&$count=true`, { consistencylevel: 'eventual' }),
    )
    assert.deepEqual(idsIn(list), [id])
    assert.equal(list['@odata.count'], 1)
    const [one] = list['value']
    assert.equal(one['guesthouse.daysLeft'], 30)
    assert.equal(
      Date.parse(one['guesthouse.permanentDeletionDateTime']) - Date.parse(one.deletedDateTime),
      30 * dayMs,
    )
    const count = await frank.get(`${deleted}/${type}/$count`, { consistencylevel: 'eventual' })
    assert.equal(await count.text(), '1')
    for (const [filter, found] of [
      [`deletedDateTime ge ${one.deletedDateTime}`, 1],
      [`startswith(displayName,'Nothing')`, 0],
    ] as const)
      assert.equal(
        idsIn(
          await json(await frank.get(`${deleted}/${type}?$filter=${encodeURIComponent(filter)}`)),
        ).length,
        found,
        filter,
      )
    const shown = await json(await frank.get(item(id)))
    assert.equal(shown['@odata.type'], `#${type}`)
    assert.equal(shown['displayName'], one.displayName)

    const preview = await json(await frank.get(`${item(id)}/guesthouse.objectRestorePreview`))
    assert.deepEqual([preview['conflicts'], preview['cannotComeBack']], [[], []])
    const counted = preview['comesBack'].map(({ kind, count }: Json) => ({ kind, count }))
    assert.deepEqual(counted, comesBack)
    const restored = await json(await frank.post(`${item(id)}/restore`))
    assert.deepEqual([restored['id'], restored['@odata.type']], [id, `#${type}`])
    assert.equal(restored['deletedDateTime'], null)
    const report = restored['guesthouse.objectRestoreReport']
    assert.deepEqual(report, { comesBack, cannotComeBack: [], leftOut: [] })
    assert.equal((await frank.get(`/v1.0/${path}/${id}`)).status, 200)
    await json(await frank.post(`${item(id)}/restore`), 404)
  }
  assert.equal(await linksOf(w), before, 'every link is as it was')
})

test('R52, R61, K11: what applications own and are owned by is named and counted by the preview, and comes back; what is unticked of it is ended and told', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const made = async (path: string, body: Json) =>
    json(await frank.post(`/v1.0/${path}`, body), 201)
  const owns = async (path: string, owner: string) =>
    json(await frank.post(`/v1.0/${path}/owners/$ref`, ref(owner)), 204)
  const principal = async (displayName: string) =>
    String((await made('servicePrincipals', { displayName }))['id'])
  const [tools, robot] = [await principal('Tools'), await principal('Robot')]
  const group = String((await made('groups', { displayName: 'Welders' }))['id'])
  const registration = String((await made('applications', { displayName: 'Portal' }))['id'])
  await owns(`groups/${group}`, robot)
  await owns(`servicePrincipals/${tools}`, robot)
  await owns(`servicePrincipals/${robot}`, robot)
  await owns(`applications/${registration}`, robot)
  const ownersOf = async (path: string) =>
    idsIn(await json(await frank.get(`/v1.0/${path}/owners`)))
  const isBack = async (path: string, id: string, comesBack: readonly string[], leaveOut = {}) => {
    await json(await frank.delete(`/v1.0/${path}/${id}`), 204)
    const preview = await json(await frank.get(`${item(id)}/guesthouse.objectRestorePreview`))
    assert.deepEqual(preview['cannotComeBack'], [])
    assert.deepEqual(
      preview['comesBack'].map(
        ({ kind, items }: Json) => `${kind} ${items.map((one: Json) => one['displayName'])}`,
      ),
      comesBack,
    )
    await json(await frank.post(`${item(id)}/restore`, leaveOut))
  }
  await isBack('groups', group, ['ownerApplication Robot'])
  assert.deepEqual(await ownersOf(`groups/${group}`), [robot])
  await isBack('servicePrincipals', tools, ['ownerApplication Robot'])
  await isBack('applications', registration, ['ownerApplication Robot'])
  await isBack('servicePrincipals', robot, [
    'ownedApplication Tools',
    'ownedGroup Welders',
    'ownedRegistration Portal',
    'ownerApplication Robot',
  ])
  for (const path of [
    `groups/${group}`,
    `servicePrincipals/${tools}`,
    `servicePrincipals/${robot}`,
    `applications/${registration}`,
  ])
    assert.deepEqual(await ownersOf(path), [robot], path)
  const leaveOut = [{ kind: 'ownedGroup', item: group }, { kind: 'ownedRegistration' }]
  await isBack(
    'servicePrincipals',
    robot,
    [
      'ownedApplication Tools',
      'ownedGroup Welders',
      'ownedRegistration Portal',
      'ownerApplication Robot',
    ],
    { leaveOut },
  )
  assert.deepEqual(await ownersOf(`groups/${group}`), [])
  assert.deepEqual(await ownersOf(`applications/${registration}`), [])
  assert.deepEqual(await ownersOf(`servicePrincipals/${tools}`), [robot])
  const told = await rows(
    w.db,
    sql`select activity, target_id, related_id from events where tenant_id = ${w.fabrikam.id} and reason = 'leftOutOfRestore' order by activity`,
  )
  assert.deepEqual(told, [
    { activity: 'application.ownerRemoved', target_id: robot, related_id: registration },
    { activity: 'group.ownerRemoved', target_id: robot, related_id: group },
  ])
  // Who owned it is gone meanwhile: the preview says so.
  await json(await frank.delete(`/v1.0/servicePrincipals/${tools}`), 204)
  w.pass(1_000)
  await json(await frank.delete(`/v1.0/servicePrincipals/${robot}`), 204)
  const preview = await json(await frank.get(`${item(tools)}/guesthouse.objectRestorePreview`))
  assert.deepEqual(preview['cannotComeBack'], [
    { kind: 'ownerApplication', reason: 'applicationDeleted', count: 1, names: ['Robot'] },
  ])
})

test('R60, R104: what is gone or full meanwhile does not come back, as the preview said; what was taken away stays away', async () => {
  const w = await world()
  const { frank, group, app, ada, bob } = await settled(w)
  await json(await frank.delete(`/v1.0/groups/${group}`), 204)
  w.pass(1_000)
  const left = await json(await frank.get(`/v1.0/users/${bob}/sponsors`))
  assert.deepEqual(left['value'], [])
  for (let n = 0; n < maxSponsors; n++) {
    const { userId } = await w.member(w.fabrikam, `Sponsor ${n}`)
    await json(await frank.post(`/v1.0/users/${bob}/sponsors/$ref`, ref(userId)), 204)
  }
  await json(await frank.delete(`/v1.0/users/${ada}`), 204)
  await json(await frank.delete(`/v1.0/servicePrincipals/${app}`), 204)
  await json(await frank.post('/v1.0/groups', { displayName: 'welders' }), 201)
  const preview = await json(await frank.get(`${item(group)}/guesthouse.objectRestorePreview`))
  assert.equal(preview['namesake'], 'welders', 'the name is free meanwhile, and taken is told')
  assert.deepEqual(
    preview['cannotComeBack'].map(({ kind, reason, count }: Json) => `${kind} ${reason} ${count}`),
    ['application applicationDeleted 1', 'member userDeleted 1', 'sponsorOf tooManySponsors 1'],
  )
  const restored = await json(await frank.post(`${item(group)}/restore`))
  const { cannotComeBack } = preview
  const comesBack = preview['comesBack'].map(({ kind, count }: Json) => ({ kind, count }))
  assert.deepEqual(restored['guesthouse.objectRestoreReport'], {
    comesBack,
    cannotComeBack,
    leftOut: [],
  })
  assert.equal((await json(await frank.get(`/v1.0/users/${bob}/sponsors`)))['value'].length, 5)
  assert.deepEqual(idsIn(await json(await frank.get(`/v1.0/groups/${group}/members`))), [bob])
  // Whom a restore left out of it is not in it by its own.
  await json(await frank.delete(`/v1.0/groups/${group}`), 204)
  const leaveOut = [{ kind: 'group', item: group }]
  await json(await frank.post(`${item(ada)}/restore`, { leaveOut }))
  await json(await frank.post(`${item(group)}/restore`))
  assert.deepEqual(idsIn(await json(await frank.get(`/v1.0/groups/${group}/members`))), [bob])
})

test('R67, R49: who may change a group or an application restores it; one that gives what roles give comes back by who may give roles, and opens nothing that was made with fewer rights', async () => {
  const w = await world()
  const { frank, group } = await settled(w, { isAssignableToRole: true })
  const app = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.AccessAsUser.All'],
  })
  await json(await frank.post(`/v1.0/groups/${group}/members/$ref`, ref(w.fiona.userId)), 204)
  const plain = String(
    (await json(await frank.post('/v1.0/groups', { displayName: 'Plain' }), 201))['id'],
  )
  const holder = async (role: Parameters<World['grant']>[2]) => {
    const person: Person = await w.member(w.fabrikam, `Holder of ${role}`)
    await w.grant(person, w.fabrikam, role)
    return w.as(person, w.fabrikam)
  }
  const [groupsAdmin, appsAdmin, reader, helpdesk] = [
    await holder('groupsAdministrator'),
    await holder('applicationAdministrator'),
    await holder('directoryReaders'),
    await holder('helpdeskAdministrator'),
  ]
  for (const id of [group, plain]) await json(await frank.delete(`/v1.0/groups/${id}`), 204)
  await json(await frank.delete(`/v1.0/servicePrincipals/${app.id}`), 204)
  for (const [by, id, conflict] of [
    [groupsAdmin, group, 'needsRoleAssigner'],
    [appsAdmin, app.id, 'needsScopeGiver'],
  ] as const) {
    const preview = await json(await by.get(`${item(id)}/guesthouse.objectRestorePreview`))
    assert.deepEqual(
      preview['conflicts'].map((one: Json) => one['code']),
      [conflict],
    )
    await json(await by.post(`${item(id)}/restore`), 403)
  }
  await json(await groupsAdmin.delete(item(group)), 403)
  assert.equal((await reader.get(item(plain))).status, 200)
  for (const [by, method, id] of [
    [reader, 'POST', plain],
    [reader, 'DELETE', plain],
    [appsAdmin, 'POST', plain],
    [groupsAdmin, 'POST', app.id],
    [reader, 'GET', app.id],
  ] as const)
    await json(await by.request(method, method === 'POST' ? `${item(id)}/restore` : item(id)), 403)
  await json(await groupsAdmin.post(`${item(plain)}/restore`))

  // While the group is gone Fiona is nobody high: a link to set her password is made for her.
  const made = await helpdesk.post(`/v1.0/users/${w.fiona.userId}/guesthouse.createPasswordLink`)
  const linksMade = () =>
    rows(w.db, sql`select 1 from password_links where user_id = ${w.fiona.userId}`)
  assert.ok(made.status < 300, `${made.status}`)
  assert.equal((await linksMade()).length, 1)
  await json(await frank.post(`${item(group)}/restore`))
  assert.equal((await linksMade()).length, 0, 'and is none any more when she is')
})

test('R126: a restored application has its registration, and nothing that it held of people', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.AccessAsUser.All'],
  })
  const config = await relyingParty(w, application)
  const browser = await browserWith(w, w.fiona)
  const scope = `openid offline_access ${w.publicUrl}/Directory.AccessAsUser.All`
  const tokens = await (await signOn(config, browser, application, { scope })).exchange()
  const asks = (token: string) =>
    w.app.request(`${w.publicUrl}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } })
  assert.equal((await asks(tokens.access_token)).status, 200)
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.delete(`/v1.0/servicePrincipals/${application.id}`), 204)
  assert.equal((await asks(tokens.access_token)).status, 401)
  await json(await frank.post(`${item(application.id)}/restore`))
  assert.equal((await asks(tokens.access_token)).status, 401, 'what was given before is over')
  await assert.rejects(client.refreshTokenGrant(config, String(tokens.refresh_token)))
  const again = await (await signOn(config, browser, application, { scope })).exchange()
  assert.equal((await asks(again.access_token)).status, 200, 'people come in anew, as before')
})

test('R52, R54, R78, R79, R82: within the window, by hand or by the job, and then nothing of them is left', async () => {
  const w = await world()
  const { frank, group, app, ada } = await settled(w)
  assert.equal(codeOf(await json(await frank.delete(item(ada)), 409)), 'notDeleted')
  await json(await frank.delete(item(group)), 404)
  await json(await frank.delete(`/v1.0/groups/${group}`), 204)
  await json(await frank.delete(`/v1.0/servicePrincipals/${app}`), 204)
  const elsewhere = w.as(w.nora, w.northwind)
  for (const id of [group, app]) {
    await json(await elsewhere.get(item(id)), 404)
    await json(await elsewhere.delete(item(id)), 404)
    await json(await elsewhere.post(`${item(id)}/restore`), 404)
  }
  const left = () =>
    rows(
      w.db,
      sql`select 'group' from groups where tenant_id = ${w.fabrikam.id} and id = ${group}
        union all select 'application' from applications where tenant_id = ${w.fabrikam.id} and id = ${app}`,
    )
  await json(await frank.delete(item(app)), 204)
  assert.equal((await left()).length, 1)
  w.pass(30 * dayMs - 1)
  await purgeDueObjects(w.db, w.now())
  assert.equal((await left()).length, 1)
  w.pass(1)
  const late = await w.as(w.frank, w.fabrikam).post(`${item(group)}/restore`)
  assert.equal(codeOf(await json(late, 409)), 'restoreWindowClosed')
  await purgeDueObjects(w.db, w.now())
  assert.equal((await left()).length, 0)
  for (const table of linkTables)
    assert.deepEqual(
      await rows(
        w.db,
        sql`select 1 from ${sql.table(table)} x where x.tenant_id = ${w.fabrikam.id} and (to_jsonb(x)::text like ${`%${group}%`} or to_jsonb(x)::text like ${`%${app}%`})`,
      ),
      [],
      table,
    )
  const told = await rows(
    w.db,
    sql`select activity, reason from events where tenant_id = ${w.fabrikam.id} and activity like '%.purged' order by activity`,
  )
  assert.deepEqual(told, [
    { activity: 'application.purged', reason: 'administrator' },
    { activity: 'group.purged', reason: 'windowEnded' },
  ])
})
