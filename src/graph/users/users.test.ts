import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changes } from '../../../test/asking.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { minuteMs } from '../../kernel/time.ts'
import { sql } from 'kysely'
import { graphRoutes } from '../app.ts'

const ref = (id: string) => ({
  '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
})

test('users are listed by name, page by page, each once, and the count is on the first page', async () => {
  const w = await world()
  for (let n = 0; n < 25; n++) await w.member(w.fabrikam, `Person ${String(n).padStart(2, '0')}`)
  const frank = w.as(w.frank, w.fabrikam)
  const names: string[] = []
  let link: string | undefined = '/v1.0/users?$top=7&$count=true'
  for (let page = 0; link !== undefined; page++) {
    const body = await json(await frank.get(link, { consistencylevel: 'eventual' }))
    assert.equal(body['@odata.count'], page === 0 ? 29 : undefined)
    names.push(...body['value'].map((user: { displayName: string }) => user.displayName))
    link = body['@odata.nextLink'] as string | undefined
  }
  assert.equal(names.length, 29)
  assert.equal(new Set(names).size, 29)
  assert.deepEqual(names, names.toSorted())
})

test('a user added between two pages does not make another appear twice or be missed', async () => {
  const w = await world()
  for (const name of ['B', 'D', 'F', 'H']) await w.member(w.northwind, `Name ${name}`)
  const nora = w.as(w.nora, w.northwind)
  const first = await json(await nora.get(`/v1.0/users?$top=2&$search="name"`))
  await w.member(w.northwind, 'Name A')
  const second = await json(await nora.get(String(first['@odata.nextLink'])))
  assert.deepEqual(
    [...first['value'], ...second['value']].map((user) => String(user['displayName'])),
    ['Name B', 'Name D', 'Name F', 'Name H'],
  )
})

test('search finds beginnings of words in any script, without accents, and nothing for symbols', async () => {
  const w = await world()
  await w.member(w.fabrikam, 'José Ångström')
  await w.member(w.fabrikam, 'נועה לוי')
  const frank = w.as(w.frank, w.fabrikam)
  const found = async (text: string) =>
    (await json(await frank.get(`/v1.0/users?$search=${encodeURIComponent(`"${text}"`)}`)))[
      'value'
    ].map((user: Json) => String(user['displayName']))
  assert.deepEqual(await found('jose ang'), ['José Ångström'])
  assert.deepEqual(await found('נוע'), ['נועה לוי'])
  assert.deepEqual(await found('%'), [])
  assert.deepEqual(await found("'; drop table users; --"), [])
})

test('filters are those of the documents; others are refused with the list of known ones', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const names = async (filter: string) =>
    (await json(await frank.get(`/v1.0/users?$filter=${encodeURIComponent(filter)}`)))['value'].map(
      (user: Json) => String(user['displayName']),
    )
  assert.deepEqual(await names(`userType eq 'Guest'`), ['Ada Lovelace', 'Bob Okafor'])
  assert.deepEqual(await names(`userType eq 'guest' and startswith(displayName,'b')`), [
    'Bob Okafor',
  ])
  assert.deepEqual(await names(`mail eq '${w.ada.upn.toUpperCase()}'`), ['Ada Lovelace'])
  assert.deepEqual(await names(`userPrincipalName eq 'o''brien@nowhere.example'`), [])
  assert.deepEqual(await names('accountEnabled eq false'), [])
  assert.deepEqual(await names(`startswith(displayName,'Ada') or mail eq '${w.bob.upn}'`), [
    'Ada Lovelace',
    'Bob Okafor',
  ])
  assert.deepEqual(await names(`userType eq 'Guest' and userType eq 'Member'`), [])
  for (const bad of [
    'jobTitle eq 1',
    `userType eq 'Admin'`,
    `displayName eq 'x' or`,
    '((',
    `userType eq 'Guest' userType eq 'Member'`,
  ]) {
    const { message } = await refusal(
      await frank.get(`/v1.0/users?$filter=${encodeURIComponent(bad)}`),
      400,
    )
    assert.match(message, /Invalid filter clause/)
  }
  for (const bad of ['$top=0', '$top=1000', '$skip=5', '$orderby=mail', '$skiptoken=x'])
    assert.equal((await frank.get(`/v1.0/users?${bad}`)).status, 400, bad)
})

test('a user is made, read by id and by user principal name, and changed; each property by itself', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const upn = `zoë.o'neill@${w.fabrikam.domain}`
  const made = await json(
    await frank.post('/v1.0/users', {
      displayName: 'Zoë "Zed" O’Neill 🦜',
      userPrincipalName: upn,
      jobTitle: 'Pilot',
    }),
    201,
  )
  const read = await json(
    await frank.get(`/v1.0/users/${encodeURIComponent(upn)}?$select=id,userType,accountEnabled`),
  )
  assert.deepEqual(
    [read['id'], read['userType'], read['accountEnabled']],
    [made['id'], 'Member', true],
  )
  assert.equal(
    (await frank.patch(`/v1.0/users/${made['id']}`, { jobTitle: null, mobilePhone: '+49 30 1' }))
      .status,
    204,
  )
  const after = await json(await frank.get(`/v1.0/users/${made['id']}?$select=*`))
  assert.deepEqual(
    [after['jobTitle'], after['mobilePhone'], after['displayName']],
    [null, '+49 30 1', 'Zoë "Zed" O’Neill 🦜'],
  )
})

test('what cannot be made says why, in words of the directory API', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const upn = (name: string) => `${name}@${w.fabrikam.domain}`
  const wrong: [object, RegExp][] = [
    [{ displayName: 'X' }, /A value is required for property 'userPrincipalName'/],
    [
      { displayName: 'X', userPrincipalName: upn('fiona.byrne') },
      /same value for property userPrincipalName already exists/,
    ],
    [
      { displayName: 'X', userPrincipalName: 'x@contoso.com' },
      /domain portion of the userPrincipalName property is invalid/,
    ],
    [{ displayName: 'X', userPrincipalName: upn('x'), isAdmin: true }, /'isAdmin' does not exist/],
    [
      { displayName: 'X', userPrincipalName: upn('x'), userType: 'Guest' },
      /'userType' is read-only/,
    ],
    [{ displayName: '  ', userPrincipalName: upn('x') }, /needs something that can be seen/],
    [{ displayName: 'x'.repeat(257), userPrincipalName: upn('x') }, /'displayName'/],
    [{ displayName: 'a\u0000b', userPrincipalName: upn('x') }, /'displayName'/],
    [{ displayName: 'X', userPrincipalName: 'not a name' }, /looks like ada@contoso.example/],
    [[], /has to be a JSON object/],
  ]
  for (const [body, words] of wrong)
    assert.match(
      (await refusal(await frank.post('/v1.0/users', body), 400)).message,
      words,
      JSON.stringify(body),
    )
  assert.equal((await json(await frank.get('/v1.0/users')))['value'].length, 4)
  assert.equal((await frank.get('/v1.0/users/not-an-id')).status, 404)
  assert.equal((await frank.get(`/v1.0/users/${newId()}`)).status, 404)
})

test('names of 256 characters and right-to-left text are kept as they are', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const displayName of [
    'ش'.repeat(256),
    'עדה לאבלייס',
    'علی‌رضا',
    'Ada 👩‍💻',
    '<script>alert(1)</script>',
    `Robert'); drop table users; --`,
  ]) {
    const body = { displayName, userPrincipalName: `n${newId()}@${w.fabrikam.domain}` }
    assert.equal(
      (await json(await frank.post('/v1.0/users', body), 201))['displayName'],
      displayName,
    )
  }
})

test('K2: names with signs that nobody sees, or that turn the direction, are refused for users, groups and applications', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const displayName of [
    '\u202Eevil',
    'A\u200Bda',
    'Ada\u2066',
    'A\u00ADda',
    'A\uFEFFda',
    'A\u200Dda',
    'Ada\n',
    '\uD800',
  ]) {
    const upn = `n${newId()}@${w.fabrikam.domain}`
    await refusal(await frank.post('/v1.0/users', { displayName, userPrincipalName: upn }), 400)
    await refusal(
      await frank.post('/v1.0/groups', {
        displayName,
        mailEnabled: false,
        mailNickname: 'x',
        securityEnabled: true,
      }),
      400,
    )
    await refusal(await frank.post('/v1.0/servicePrincipals', { displayName }), 400)
  }
  for (const local of ['a\u200Bda', 'a\u202Eda', 'a\u00ADda'])
    await refusal(
      await frank.post('/v1.0/users', {
        displayName: 'Ada',
        userPrincipalName: `${local}@${w.fabrikam.domain}`,
      }),
      400,
    )
})

test('R46, R48, R50: disabling a guest ends their access here only, keeps every link, and says who did it', async () => {
  const w = await world()
  const id = w.userOf(w.ada, w.fabrikam)
  const frank = w.as(w.frank, w.fabrikam)
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Project' }), 201)
  await frank.post(`/v1.0/groups/${group['id']}/members/$ref`, ref(id))
  const ada = w.as(w.ada, w.fabrikam)
  await json(await ada.get('/v1.0/me'))
  w.pass(minuteMs)
  assert.equal((await frank.patch(`/v1.0/users/${id}`, { accountEnabled: false })).status, 204)
  assert.equal((await ada.get('/v1.0/me')).status, 401)
  assert.equal(
    (await w.as(w.ada, w.northwind).get('/v1.0/me')).status,
    200,
    'the other organization notices nothing',
  )
  const row = await sql<{
    by: string
    at: Date
  }>`select disabled_by as by, disabled_at as at from live_users where tenant_id = ${w.fabrikam.id} and id = ${id}`.execute(
    w.db,
  )
  assert.deepEqual(row.rows, [{ by: w.frank.userId, at: w.now() }])
  assert.equal((await frank.patch(`/v1.0/users/${id}`, { accountEnabled: true })).status, 204)
  const groups = await json(await frank.get(`/v1.0/users/${id}/memberOf`))
  assert.deepEqual(
    groups['value'].map((one: Json) => one['id']),
    [group['id']],
  )
  assert.equal((await w.as(w.ada, w.fabrikam).get('/v1.0/me')).status, 200)
})

test('R47: somebody disabled at home acts nowhere', async () => {
  const w = await world()
  const ada = w.as(w.ada, w.northwind)
  await json(await ada.get('/v1.0/me'))
  await w.as(w.carol, w.contoso).patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false })
  assert.equal((await ada.get('/v1.0/me')).status, 401)
  assert.equal((await ada.post(`/account/organizations/${w.northwind.id}/session`)).status, 403)
})

test('R49: a User Administrator cannot disable, rename, reset or delete a Global Administrator, nor can the last of those be disabled', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const target = `/v1.0/users/${w.frank.userId}`
  const reach = async (id: string) =>
    (await json(await fiona.get(`/v1.0/users/${id}?$select=*`)))['guesthouse.isWithinReach']
  assert.deepEqual(
    [await reach(w.frank.userId), await reach(w.userOf(w.ada, w.fabrikam))],
    [false, true],
  )
  assert.equal((await fiona.patch(target, { accountEnabled: false })).status, 403)
  assert.equal(
    (await fiona.patch(target, { userPrincipalName: `boss@${w.fabrikam.domain}` })).status,
    403,
  )
  assert.equal((await fiona.post(`${target}/guesthouse.createPasswordLink`)).status, 403)
  assert.equal((await fiona.post(`${target}/revokeSignInSessions`)).status, 403)
  assert.equal((await fiona.delete(target)).status, 403)
  assert.equal(
    (await fiona.patch(target, { jobTitle: 'Chief' })).status,
    204,
    'what is not sensitive may be changed',
  )
  const frank = w.as(w.frank, w.fabrikam)
  assert.match(
    (await refusal(await frank.patch(target, { accountEnabled: false }), 400)).message,
    /cannot disable yourself/,
  )
})

test('a change that is refused in part is not made at all', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  assert.equal(
    (
      await frank.patch(`/v1.0/users/${w.frank.userId}`, {
        jobTitle: 'Gone',
        accountEnabled: false,
      })
    ).status,
    400,
  )
  assert.equal((await json(await frank.get('/v1.0/me')))['jobTitle'], null)
})

test('no field lets somebody give themselves what only others can: mass assignment', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const fields = {
    userType: 'Member',
    externalUserState: 'Accepted',
    personId: newId(),
    person_id: newId(),
    tenantId: w.northwind.id,
    roles: ['x'],
    deletedDateTime: null,
    id: newId(),
    createdDateTime: '2020-01-01T00:00:00Z',
    identities: [],
    __proto__: { x: 1 },
    constructor: 1,
    passwordHash: 'x',
  }
  for (const [name, value] of Object.entries(fields))
    assert.equal(
      (await fiona.patch(`/v1.0/users/${w.fiona.userId}`, { [name]: value })).status,
      400,
      name,
    )
})

test('a password link is made for members at home, shown once, and never for guests', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { url } = await json(
    await frank.post(`/v1.0/users/${w.fiona.userId}/guesthouse.createPasswordLink`),
  )
  assert.equal((await w.app.request(String(url))).status, 200)
  const token = String(url).split('/').at(-1) ?? ''
  assert.equal(
    (
      await sql`select 1 from password_links where encode(token_hash, 'escape') like ${`%${token}%`}`.execute(
        w.db,
      )
    ).rows.length,
    0,
  )
  const { message } = await refusal(
    await frank.post(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}/guesthouse.createPasswordLink`),
    400,
  )
  assert.match(message, /signs in at another organization/)
})

test('revoking sessions ends a guest here and a member everywhere', async () => {
  const w = await world()
  const [ada, fiona] = [w.as(w.ada, w.fabrikam), w.as(w.fiona, w.fabrikam)]
  await json(await ada.get('/v1.0/me'))
  await json(await fiona.get('/v1.0/me'))
  const frank = w.as(w.frank, w.fabrikam)
  for (const id of [w.userOf(w.ada, w.fabrikam), w.fiona.userId])
    assert.equal((await frank.post(`/v1.0/users/${id}/revokeSignInSessions`)).status, 200)
  assert.equal((await ada.get('/v1.0/me')).status, 401)
  assert.equal(
    (await ada.get('/account/organizations')).status,
    200,
    'the session at home is not this organization’s',
  )
  assert.equal((await fiona.get('/account/organizations')).status, 401)
})

test('R104: one manager without circles, five sponsors at most, users or groups', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  assert.equal((await frank.get(`/v1.0/users/${ada}/manager`)).status, 404)
  assert.equal((await frank.put(`/v1.0/users/${ada}/manager/$ref`, ref(bob))).status, 204)
  assert.equal((await json(await frank.get(`/v1.0/users/${ada}/manager`)))['id'], bob)
  assert.match(
    (await refusal(await frank.put(`/v1.0/users/${bob}/manager/$ref`, ref(ada)), 400)).message,
    /reports/,
  )
  assert.match(
    (await refusal(await frank.put(`/v1.0/users/${bob}/manager/$ref`, ref(bob)), 400)).message,
    /own manager/,
  )
  assert.deepEqual(
    (await json(await frank.get(`/v1.0/users/${bob}/directReports`)))['value'].map(
      (one: Json) => one['id'],
    ),
    [ada],
  )
  assert.equal((await frank.delete(`/v1.0/users/${ada}/manager/$ref`)).status, 204)
  await refusal(await frank.delete(`/v1.0/users/${ada}/manager/$ref`), 404)

  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Hosts' }), 201)
  const others = await Promise.all([1, 2, 3, 4].map((n) => w.member(w.fabrikam, `Host ${n}`)))
  for (const id of [String(group['id']), ...others.map(({ userId }) => userId)])
    assert.equal((await frank.post(`/v1.0/users/${ada}/sponsors/$ref`, ref(id))).status, 204)
  assert.match(
    (await refusal(await frank.post(`/v1.0/users/${ada}/sponsors/$ref`, ref(w.fiona.userId)), 400))
      .message,
    /at most 5/,
  )
  assert.equal((await json(await frank.get(`/v1.0/users/${ada}/sponsors`)))['value'].length, 5)
  assert.equal((await frank.delete(`/v1.0/users/${ada}/sponsors/${group['id']}/$ref`)).status, 204)
  assert.equal(
    (await frank.post(`/v1.0/users/${ada}/sponsors/$ref`, ref(w.fiona.userId))).status,
    204,
  )
})

test('R105: a guest nobody answers for is counted the same day, and the overview counts the rest', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  await frank.post(`/v1.0/users/${ada}/sponsors/$ref`, ref(w.fiona.userId))
  assert.equal(
    (await json(await frank.get('/v1.0/guesthouse.overview')))['guestsWithoutSponsor'],
    1,
  )
  await frank.delete(`/v1.0/users/${w.fiona.userId}`)
  await w.as(w.bob).leave(w.fabrikam)
  const overview = await json(await frank.get('/v1.0/guesthouse.overview'))
  assert.deepEqual(
    [
      overview['guestsWithoutSponsor'],
      overview['members'],
      overview['guests'],
      overview['deleted'],
      overview['disabled'],
      overview['invited'],
    ],
    [1, 1, 1, 2, 0, 0],
  )
  assert.equal(overview['months'].length, 12)
  assert.deepEqual({ ...overview['months'].at(-1) }, { month: '2026-05', joined: 4, departed: 2 })
})

test('R118, R119: a Guest Inviter sees no users; a Directory Reader lists users and groups and changes nothing', async () => {
  const w = await world()
  await w.grant(w.ada, w.fabrikam, 'directoryReaders')
  await w.grant(w.bob, w.fabrikam, 'guestInviter')
  const [reader, inviter] = [w.as(w.ada, w.fabrikam), w.as(w.bob, w.fabrikam)]
  assert.equal((await reader.get('/v1.0/users')).status, 200)
  assert.equal((await reader.get('/v1.0/groups')).status, 200)
  assert.equal((await reader.patch(`/v1.0/users/${w.fiona.userId}`, { jobTitle: 'x' })).status, 403)
  assert.equal((await reader.post('/v1.0/groups', { displayName: 'x' })).status, 403)
  assert.equal((await inviter.get('/v1.0/users')).status, 403)
  assert.equal((await inviter.delete(`/v1.0/users/${w.fiona.userId}`)).status, 403)
  const policy = { allowInvitesFrom: 'adminsAndGuestInviters' }
  assert.equal(
    (await w.as(w.frank, w.fabrikam).patch('/v1.0/policies/authorizationPolicy', policy)).status,
    204,
  )
  const wish = {
    invitedUserEmailAddress: `eve-${newId()}@outside.example`,
    inviteRedirectUrl: 'https://x.example/',
  }
  assert.equal((await inviter.post('/v1.0/invitations', wish)).status, 201)
  assert.equal((await w.as(w.fiona, w.fabrikam).post('/v1.0/invitations', wish)).status, 403)
  // Every other change there is, to users and to all else: one that does not exist stands for each
  // object.
  // Being told of changes changes nothing: who reads users may be. Nor does trying a password.
  const besides = /^\/(?:invitations$|me\b|subscriptions\b|users\/validatePassword$)/
  const all = graphRoutes.filter((row) => changes(row) && !besides.test(row.path))
  assert.ok(all.length > 40, `${all.length} changes`)
  for (const { method, path } of all) {
    const named = path.replaceAll(/:\w+/g, newId())
    for (const [name, client] of Object.entries({ reader, inviter }))
      assert.equal(
        (await client.request(method, `/v1.0${named}`, method === 'DELETE' ? undefined : {}))
          .status,
        403,
        `${name}: ${method} ${path}`,
      )
  }
  const capabilities = await json(await reader.get('/v1.0/me/guesthouse.capabilities'))
  assert.equal(capabilities['may']['users.read'], true)
  assert.equal(capabilities['may']['users.delete'], false)
  assert.ok(capabilities['rolesThatMay']['users.delete'].includes('Global Administrator'))

  const invites = async (client: typeof reader) =>
    (await json(await client.get('/v1.0/me/guesthouse.capabilities')))['mayInvite']
  assert.deepEqual([await invites(reader), await invites(inviter)], [false, true])
})

test('a word that thousands have, who stand far or near, and one that few have, are found alike: in order, page by page, each user once', async () => {
  const w = await world()
  await sql`
    insert into users (tenant_id, id, user_type, display_name, user_principal_name, name_key, created_at, sort_name, search_words)
    select ${w.northwind.id}, gen_random_uuid(), 'Member', word || ' ' || n, word || n || '@x.example', word || n || '@x.example', now(), word || ' ' || lpad(n::text, 5, '0'),
      array_to_tsvector(array[${`${w.northwind.id}/`}::text || word, ${`${w.northwind.id}/`}::text || n])
    from (select 'zed' as word, n from generate_series(1, 5100) n union all select 'abe', n from generate_series(6000, 6300) n) named`.execute(
    w.db,
  )
  const nora = w.as(w.nora, w.northwind)
  const read = async (text: string): Promise<string[]> => {
    const names: string[] = []
    let link: string | undefined = `/v1.0/users?$top=50&$search="${text}"`
    for (let page = 0; link !== undefined && page < 3; page++) {
      const body: Json = await json(await nora.get(link))
      names.push(...body['value'].map((user: Json) => user['displayName']))
      link = body['@odata.nextLink']
    }
    return names
  }
  const common = await read('zed')
  assert.deepEqual(
    [common.length, new Set(common).size, common[0], common[149]],
    [150, 150, 'zed 1', 'zed 150'],
  )
  assert.deepEqual(await read('510'), ['zed 510', 'zed 5100'])
})
