/**
 * What people see of an organization without a role, at every row that reads: members, and guests
 * at each level (R102, R103).
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { guestLevels, type GuestLevel } from '../../src/access/guest-levels.ts'
import { stageOf } from './graph-stage.ts'
import { json, refusal, type Json } from '../json.ts'
import { policy, reachIn, reading, settle, setTo, table, walk, type Column } from '../reading.ts'
import { world, type Person } from '../world.ts'

test('R102: at every row that reads, a member, and a guest at each level, is answered as the table says', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const rows = new Set<string>(reading.map(({ path }) => path))
  assert.deepEqual(
    [...table.keys()].filter((path) => !rows.has(path)),
    [],
    'rows that are no more',
  )
  assert.ok(reading.length > table.size + 10, 'and rows that need a role')
  const documented = readFileSync(new URL('../../docs/graph.md', import.meta.url), 'utf8').matchAll(
    /^\| `GET (\S+)` \| (all \|.*) \|$/gm,
  )
  const lines = [...documented].map(([, path = '', cells = '']) => [
    path.replaceAll(/\{(\w+)\}/g, ':$1'),
    cells.split(' | '),
  ])
  assert.deepEqual(lines, [...table], 'the table of docs/graph.md')
  const member = await stage.person()
  const people = {
    member: {
      person: member,
      userId: member.userId as string,
      group: await settle(stage, member.userId),
    },
    guest: {
      person: w.ada,
      userId: w.userOf(w.ada, w.fabrikam) as string,
      group: await settle(stage, w.userOf(w.ada, w.fabrikam)),
    },
  }
  const cases: [keyof typeof people, GuestLevel, boolean, Column][] = [
    ['member', 'restricted', true, 'member'],
    ['member', 'asMembers', false, 'apart'],
    ['guest', 'asMembers', true, 'member'],
    ['guest', 'limited', true, 'limited'],
    ['guest', 'restricted', true, 'restricted'],
    ['guest', 'asMembers', false, 'apart'],
    ['guest', 'restricted', false, 'restricted'],
  ]
  for (const [who, level, readsOthers, column] of cases) {
    await setTo(w, level, readsOthers)
    const { person, ...own } = people[who]
    const wrong = await walk(stage, w.as(person, w.fabrikam), own, (path) => reachIn(path, column))
    assert.deepEqual(
      wrong,
      [],
      `${who}, guests ${level}, others ${readsOthers ? 'read' : 'not read'}`,
    )
  }
})

// Only who restores sees what a restore would do, and only who exports what was exported.
const ofReader = (path: string): string =>
  /restorePreview$|^\/dataPolicyOperations/i.test(path) ? '-' : 'all'

test('R102: a guest who holds a role reads what the role reads, at every level', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  await w.grant(w.ada, w.fabrikam, 'globalReader')
  await w.grant(w.bob, w.fabrikam, 'guestInviter')
  const userId = w.userOf(w.ada, w.fabrikam)
  const group = await settle(stage, userId)
  for (const level of Object.keys(guestLevels) as GuestLevel[])
    for (const readsOthers of [true, false]) {
      await setTo(w, level, readsOthers)
      assert.deepEqual(
        await walk(stage, w.as(w.ada, w.fabrikam), { userId, group }, ofReader),
        [],
        level,
      )
      const bob = w.as(w.bob, w.fabrikam)
      assert.equal(
        (await bob.get('/v1.0/organization')).status,
        200,
        'a role that reads the organization',
      )
      assert.equal(
        (await bob.get('/v1.0/users')).status,
        level === 'asMembers' && readsOthers ? 200 : 403,
        'and no people',
      )
    }
})

const of = async (response: Promise<Response>): Promise<Json> => json(await response)
type Part = { readonly id: string; readonly status: number; readonly body: unknown }
const propertiesOf = (entry: Json): string[] =>
  Object.keys(entry).filter((name) => !name.startsWith('@'))

test('R102: a limited guest sees themselves whole and, of others, name, mail, user principal name and type; a member sees no sign-ins', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const [ada, frank, fiona] = [
    w.as(w.ada, w.fabrikam),
    w.as(w.frank, w.fabrikam),
    w.as(w.fiona, w.fabrikam),
  ]
  const [adaId, fionaId] = [w.userOf(w.ada, w.fabrikam), w.fiona.userId]
  const group = await stage.group()
  for (const id of [adaId, fionaId]) await stage.link(`/groups/${group}/members`, id)
  const little = ['displayName', 'id', 'mail', 'userPrincipalName', 'userType']
  const whole = propertiesOf(await of(frank.get(`/v1.0/users/${fionaId}?$select=*`)))
  assert.ok(whole.length > 30 && whole.includes('signInActivity'))
  for (const name of [fionaId, w.fiona.upn]) {
    const entry = await of(ada.get(`/v1.0/users/${name}?$select=*`))
    assert.deepEqual([entry['id'], propertiesOf(entry).toSorted()], [fionaId, little])
  }
  for (const path of ['/me', `/users/${adaId}`])
    assert.deepEqual(propertiesOf(await of(ada.get(`/v1.0${path}?$select=*`))), whole)
  const { value } = await of(ada.get(`/v1.0/groups/${group}/members?$select=*`))
  const members = new Map<string, string[]>(
    value.map((one: Json) => [one['id'], propertiesOf(one)]),
  )
  assert.deepEqual(members.get(adaId), whole)
  assert.deepEqual(members.get(fionaId)?.toSorted(), little)
  assert.equal((await of(ada.get(`/v1.0/groups/${group}`)))['id'], group)

  const asMember = propertiesOf(await of(fiona.get(`/v1.0/users/${w.frank.userId}?$select=*`)))
  assert.deepEqual(
    new Set(whole).difference(new Set(asMember)),
    new Set([
      'signInActivity',
      'identities',
      'lastPasswordChangeDateTime',
      'guesthouse.homeDeletedDateTime',
      'guesthouse.sponsors',
      'guesthouse.lastUsedDateTime',
      'guesthouse.invitedBy',
      'guesthouse.homeDomain',
      'guesthouse.endDateTime',
      'guesthouse.isWithinReach',
      'guesthouse.homeAccountEnabled',
      'guesthouse.homeDisabledDateTime',
      'signInSessionsValidFromDateTime',
    ]),
  )
  assert.deepEqual(propertiesOf(await of(fiona.get('/v1.0/me?$select=*'))), whole)
  const application = await stage.application()
  await stage.secret(application)
  const registration = await stage.registrationOf(application)
  for (const path of [`/applications/${registration}`, `/servicePrincipals/${application}`]) {
    assert.equal((await of(frank.get(`/v1.0${path}`)))['passwordCredentials'].length, 1)
    assert.equal((await of(fiona.get(`/v1.0${path}`)))['passwordCredentials'], undefined)
  }
})

const linksAt = (path: string): string[] =>
  reading.flatMap((row) => (row.path === path ? Object.keys(row.takes?.expand ?? {}) : []))

test('R102: no way around: who is not shown something of others learns it by no filter, search, order, count, choice or link', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const frank = w.as(w.frank, w.fabrikam)
  const [adaId, fionaId] = [w.userOf(w.ada, w.fabrikam), w.fiona.userId]
  await json(
    await frank.patch(`/v1.0/users/${fionaId}`, {
      jobTitle: 'Marker',
      surname: 'Marker',
      department: 'Marker',
    }),
    204,
  )
  const [mine, theirs] = [
    await stage.group({ description: 'Mine' }),
    await stage.group({ description: 'Marker' }),
  ]
  const application = await stage.application()
  for (const id of [adaId, fionaId]) await stage.link(`/groups/${mine}/members`, id)
  await stage.link(`/groups/${theirs}/members`, fionaId)
  await stage.link(`/groups/${mine}/owners`, fionaId)
  const registration = await stage.registrationOf(application)
  await stage.link(`/applications/${registration}/owners`, fionaId)
  await stage.link(`/users/${adaId}/sponsors`, fionaId)
  const isRefused = (path: string, status: number, answer: string): void => {
    assert.ok([400, 403].includes(status), `${path}: ${status} ${answer}`)
    // What a refusal says back is what was asked.
    const said = answer.replaceAll(decodeURIComponent(path), '')
    for (const marker of [w.fiona.name, w.fiona.upn]) assert.ok(!said.includes(marker), path)
  }
  // Alone, and as parts of a batch.
  const refused = async (person: Person, paths: readonly string[]) => {
    const { get, post } = w.as(person, w.fabrikam)
    const headers = { consistencylevel: 'eventual' }
    for (const path of paths) {
      const response = await get(`/v1.0${path}`, headers)
      isRefused(path, response.status, await response.text())
    }
    for (let start = 0; start < paths.length; start += 20) {
      const asked = paths.slice(start, start + 20)
      const requests = asked.map((url, id) => ({ id: `${id}`, method: 'GET', url, headers }))
      const { responses } = await of(post('/v1.0/$batch', { requests }))
      assert.equal(responses.length, asked.length)
      for (const { id, status, body } of responses as Part[])
        isRefused(asked[Number(id)] ?? '', status, JSON.stringify(body))
    }
  }
  const entry = `/users/${fionaId}`
  const hiddenOfGroup = linksAt('/groups/:id').filter(
    (link) => reachIn(`/groups/:id/${link}`, 'limited') === '-',
  )
  assert.ok(hiddenOfGroup.includes('owners') && !hiddenOfGroup.includes('members'))
  await refused(w.ada, [
    ...['', '/$count'].flatMap((end) => [
      `/users${end}`,
      `/users${end}?$search="Marker"`,
      `/users${end}?$filter=jobTitle eq 'Marker'`,
    ]),
    `/users?$filter=id eq '${fionaId}'`,
    '/users?$count=true&$top=1',
    '/users/delta',
    `${entry}?$select=jobTitle`,
    `${entry}?$select=id,signInActivity`,
    ...linksAt('/users/:id').flatMap((link) => [`${entry}?$expand=${link}`, `${entry}/${link}`]),
    ...hiddenOfGroup.map((link) => `/groups/${mine}?$expand=${link}`),
    ...['guesthouse.roles', 'guesthouse.identities'].map((of) => `${entry}/${of}`),
    `/users/${adaId}/sponsors`,
    `/groups/${mine}/members?$select=displayName,jobTitle`,
    `/groups/${mine}/members?$search=Marker`,
    `/groups/${mine}/members?$filter=jobTitle eq 'Marker'`,
    `/groups/${mine}/members?$expand=manager`,
    `/groups/${mine}/members/$count?$filter=jobTitle eq 'Marker'`,
    ...['owners', 'transitiveMembers'].map((of) => `/groups/${mine}/${of}`),
    ...[
      '',
      '/members',
      '/members/$count',
      '/owners',
      '/transitiveMembers',
      '/appRoleAssignments',
    ].map((end) => `/groups/${theirs}${end}`),
    '/groups',
    '/groups/$count',
    '/groups?$search="Scene"',
    '/groups/delta',
    `/applications/${registration}/owners`,
    `/servicePrincipals/${application}/appRoleAssignedTo`,
    `/directoryObjects/${theirs}`,
    `/directoryObjects/${fionaId}?$select=jobTitle`,
    '/roleManagement/directory/roleAssignments?$expand=principal',
  ])
  // Who is known by id and who is not are told apart by nobody who is shown neither.
  await setTo(w, 'restricted')
  const { get } = w.as(w.ada, w.fabrikam)
  const absent = '00000000-0000-4000-8000-000000000000'
  for (const path of [
    '/users/ID',
    '/users/ID/memberOf',
    '/groups/ID',
    '/groups/ID/members',
    '/directoryObjects/ID',
  ]) {
    const answers = [fionaId, mine, absent].map(
      async (id) => (await refusal(await get(`/v1.0${path.replace('ID', id)}`), 403)).message,
    )
    assert.equal(new Set(await Promise.all(answers)).size, 1, path)
  }
  await refused(w.ada, [`/users/${w.fiona.upn}`, '/users/nobody@fabrikam.example'])
  await refused(w.fiona, [
    '/users?$filter=signInActivity/lastSignInDateTime ge 2020-01-01T00:00:00Z',
    '/users?$filter=not(signInActivity/lastSignInDateTime ge 2020-01-01T00:00:00Z)',
    '/users?$filter=sponsors/$count eq 0',
    "/users/$count?$filter=userType eq 'Guest' and sponsors/$count eq 0",
    '/users?$select=signInActivity',
    `/users/${w.frank.userId}?$select=signInActivity`,
    `/applications/${registration}?$select=passwordCredentials`,
    `/users/${adaId}/sponsors`,
  ])
  assert.equal((await w.as(w.fiona, w.fabrikam).get('/v1.0/users?$search=Marker')).status, 200)
})

test('R102: whether members read others is a setting with effect at once, on the record, and true by default', async () => {
  const w = await world()
  const [frank, fiona] = [w.as(w.frank, w.fabrikam), w.as(w.fiona, w.fabrikam)]
  const setting = async () =>
    (await of(frank.get(policy)))['defaultUserRolePermissions']['allowedToReadOtherUsers']
  assert.equal(await setting(), true)
  assert.equal((await fiona.get('/v1.0/users')).status, 200)
  const wrong = await refusal(
    await frank.patch(policy, { defaultUserRolePermissions: { allowedToCreateApps: true } }),
    400,
  )
  assert.match(wrong.message, /allowedToCreateApps/)
  await json(await frank.patch(policy, { defaultUserRolePermissions: {} }), 204)
  assert.equal(await setting(), true)
  await setTo(w, 'limited', false)
  assert.equal(await setting(), false)
  assert.match(
    (await refusal(await fiona.get('/v1.0/users'), 403)).message,
    /One of these roles is needed: Global Administrator/,
  )
  const capabilities = async () =>
    (await of(fiona.get('/v1.0/me/guesthouse.capabilities')))['may']['users.read']
  assert.equal(await capabilities(), false)
  const { value } = await of(frank.get('/v1.0/auditLogs/directoryAudits'))
  const changed = value[0]['targetResources'][0]['modifiedProperties'].map((one: Json) => [
    one['displayName'],
    one['newValue'],
  ])
  assert.deepEqual(changed, [['defaultUserRolePermissions.allowedToReadOtherUsers', '[false]']])
  await setTo(w, 'limited', true)
  assert.equal(await capabilities(), true)
  assert.equal((await fiona.get('/v1.0/users')).status, 200)
  assert.equal((await w.as(w.nora, w.northwind).get(policy)).status, 200)
})

test('R103: a restricted guest reads that they are in a group, and leaves it, and reads nothing else of it', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const ada = w.as(w.ada, w.fabrikam)
  const group = await settle(stage, w.userOf(w.ada, w.fabrikam))
  await setTo(w, 'restricted')
  const { value } = await of(ada.get('/v1.0/me/memberOf'))
  assert.deepEqual(value, [
    { '@odata.type': '#microsoft.graph.group', id: group, displayName: null, description: null },
  ])
  for (const path of [`/groups/${group}`, `/groups/${group}/members`])
    await refusal(await ada.get(`/v1.0${path}`), 403)
  assert.equal((await ada.delete(`/v1.0/me/memberOf/${group}/$ref`)).status, 204)
  assert.deepEqual((await of(ada.get('/v1.0/me/memberOf')))['value'], [])
})

test('R102: who reads nobody else reads an application as anybody does, but for its people and secrets', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const application = await stage.application()
  await stage.secret(application)
  await setTo(w, 'limited', false)
  const fiona = w.as(w.fiona, w.fabrikam)
  for (const [side, id] of [
    ['applications', await stage.registrationOf(application)],
    ['servicePrincipals', application],
  ] as const) {
    const one = await of(fiona.get(`/v1.0/${side}/${id}`))
    assert.equal(one['id'], id, side)
    assert.equal(typeof one['displayName'], 'string', side)
    assert.equal(one['passwordCredentials'], undefined, side)
    assert.equal(
      (await of(fiona.get(`/v1.0/${side}?$select=id,displayName`)))['value'].length > 0,
      true,
    )
    await refusal(await fiona.get(`/v1.0/${side}?$select=passwordCredentials`), 403)
  }
  for (const list of ['applications', 'servicePrincipals', 'groups']) {
    const path = `/v1.0/${list}?$count=true&$filter=owners/$count eq 0`
    const headers = { consistencylevel: 'eventual' }
    await refusal(await fiona.get(path, headers), 403)
    assert.equal((await w.as(w.frank, w.fabrikam).get(path, headers)).status, 200, list)
  }
})
