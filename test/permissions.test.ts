/** Suites made from the route tables: every role at every route, and every id swapped for another organization's. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { actions, may } from '../src/access/may.rule.ts'
import { lackAtDoor, lackForBody } from '../src/access/permission.ts'
import { operations } from '../src/access/published.ts'
import { roles, type RoleName } from '../src/access/roles.ts'
import { graphRoutes } from '../src/graph/app.ts'
import { roleAssignmentId } from '../src/graph/role-assignment-id.ts'
import { newId, zeroId } from '../src/kernel/ids.ts'
import { sql } from '../src/store/database.ts'
import { json, refusal } from './json.ts'
import { browserWith, registerApplication, relyingParty, signOn } from './sign-on.ts'
import { world } from './world.ts'

const roleNames = Object.keys(roles) as RoleName[]

test('the table role × action is the committed picture', () => {
  const width = Math.max(...actions.map((action) => action.length))
  const lines = actions.map((action) => `${action.padEnd(width)}  ${roleNames.filter((role) => may([role], action)).join(' ')}`)
  assert.equal(`${lines.join('\n')}\n`, readFileSync(new URL('../src/access/may.matrix.txt', import.meta.url), 'utf8'))
})

test('K13: every role at every route is let in or refused as the table says', async () => {
  const w = await world()
  const wrong: string[] = []
  for (const role of roleNames) {
    const person = await w.member(w.fabrikam, `Holder of ${role}`)
    await w.grant(person, w.fabrikam, role)
    const holder = w.as(person, w.fabrikam)
    for (const { method, path, permission } of graphRoutes) {
      const address = `/v1.0${path.replaceAll(/:\w+/g, () => newId())}`
      const response = await holder.request(method, address, method === 'GET' || method === 'DELETE' ? undefined : { nonsense: true })
      const caller = { roles: [role], scopes: ['Directory.AccessAsUser.All'] }
      const lack = lackAtDoor(caller, permission) ?? lackForBody(caller, permission, { nonsense: true })
      const allowed = lack === undefined
      if ((response.status !== 403) !== allowed) wrong.push(`${role} ${method} ${path}: ${response.status}`)
    }
  }
  assert.deepEqual(wrong, [])
  assert.ok(graphRoutes.length > 60, `${graphRoutes.length} routes`)
})

test('K13: a token that only reads changes nothing of a user, whatever the person behind it may do', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const reader = await registerApplication(w, w.fabrikam, w.frank, { scopes: ['Directory.Read.All'] })
  const { exchange } = await signOn(await relyingParty(w, reader), await browserWith(w, w.frank), reader, {
    scope: `openid ${w.publicUrl}/.default`,
  })
  const { access_token: token } = await exchange()
  const path = `/v1.0/users/${w.fiona.userId}`
  const patch = (body: object) =>
    w.app.request(`${w.publicUrl}${path}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const before = await json(await frank.get(path))
  for (const body of [
    { accountEnabled: false },
    { accountEnabled: false, jobTitle: 'None' },
    { jobTitle: 'None' },
    { otherMails: [] },
    { mobilePhone: '1' },
    {},
  ])
    assert.match((await refusal(await patch(body), 403)).message, /do not cover this/, JSON.stringify(body))
  assert.deepEqual(await json(await frank.get(path)), before)
})

/** What is published for Microsoft Graph, for the operations that stand here too. */
type Published = Record<string, Record<'people' | 'applications', { any: string[]; alsoRequires?: Record<string, string> } | null>>

test('K13: the scopes of each operation are the published ones, as far as they mean something here', () => {
  const file = new URL('published-permissions.json', import.meta.url)
  const published = (JSON.parse(readFileSync(file, 'utf8')) as { operations: Published }).operations
  const ours = operations as Record<string, { people: string; applications: string | null }>
  const known = new Set(Object.values(ours).flatMap(({ people, applications }) => `${people} ${applications ?? ''}`.split(/[ +]/)))
  // Good for one property each, which has a line of its own; passwords and identities are not set by PATCH here.
  const single = new Set(['EnableDisableAccount.All', 'ManageIdentities.All'].map((name) => `User.${name}`))
  for (const name of ['Mail', 'Phone', 'PasswordProfile']) single.add(`User-${name}.ReadWrite.All`)
  const meant = (operation: string, list: Published[string]['people']): string | null => {
    if (list === null) return null
    const [method, path = ''] = operation.split(' ')
    // Reading changes nothing, and User.Read is about oneself, whatever the published file adds for their sake.
    const usable = list.any.filter(
      (scope) =>
        known.has(scope) &&
        !single.has(scope) &&
        (method === 'GET' || !/\.Read(\.|$)/.test(scope)) &&
        (scope !== 'User.Read' || path.startsWith('/me')),
    )
    return usable.flatMap((scope) => list.alsoRequires?.[scope]?.split(',').map((other) => `${scope}+${other}`) ?? [scope]).join(' ')
  }
  assert.ok(Object.keys(published).length > 60)
  for (const property of ['accountEnabled', 'otherMails', 'phones']) {
    const more = new Set(ours[`PATCH /users/{id} ${property}`]?.people.split(' ')).difference(
      new Set(ours['PATCH /users/{id}']?.people.split(' ')),
    )
    assert.equal(more.size, 1, property)
    for (const scope of more) assert.ok(single.has(scope) && published['PATCH /users/{id}']?.people?.any.includes(scope), scope)
  }
  for (const [operation, { people, applications }] of Object.entries(published))
    assert.deepEqual(ours[operation], { people: meant(operation, people), applications: meant(operation, applications) }, operation)
})

test('R120: nobody without a session for the organization gets anything, whatever they are elsewhere', async () => {
  const w = await world()
  const strangers = [w.as(undefined), w.as(w.frank), w.as(w.carol, w.fabrikam)]
  for (const { method, path } of graphRoutes) {
    const address = `/v1.0${path.replaceAll(/:\w+/g, () => newId())}`
    for (const stranger of strangers) {
      const response = await stranger.request(method, address, method === 'GET' ? undefined : {})
      assert.equal(response.status, 401, `${method} ${path}`)
    }
  }
})

/** Everything that Northwind has, as text; sessions come and go. */
const everythingOf = async (w: Awaited<ReturnType<typeof world>>): Promise<string> => {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id' and table_name not in ('tenant_sessions', 'live_users', 'deleted_users', 'live_groups', 'live_applications')
    order by 1`.execute(w.db)
  assert.ok(tables.rows.length > 15)
  const dump = await Promise.all(
    tables.rows.map(
      async ({ name }) =>
        (await sql`select t::text as row from ${sql.table(name)} t where tenant_id = ${w.northwind.id} order by 1`.execute(w.db)).rows,
    ),
  )
  return JSON.stringify(dump)
}

test('R120: an id of another organization is found nowhere, and nothing there changes: every id of every route swapped', async () => {
  const w = await world()
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  const foreign = async () => {
    const group = await json(await nora.post('/v1.0/groups', { displayName: 'Theirs' }), 201)
    const app = await json(await nora.post('/v1.0/servicePrincipals', { displayName: 'Theirs' }), 201)
    const user = await w.member(w.northwind, 'Theirs')
    const gone = await w.member(w.northwind, 'Gone')
    await nora.delete(`/v1.0/users/${gone.userId}`)
    const assignment = await json(
      await nora.post(`/v1.0/users/${user.userId}/appRoleAssignments`, {
        principalId: user.userId,
        resourceId: String(app['id']),
        appRoleId: zeroId,
      }),
      201,
    )
    await nora.patch('/v1.0/policies/externalIdentitiesPolicy', { allowExternalIdentitiesToLeave: false })
    const request = await json(await w.as(w.ada).post(`/account/organizations/${w.northwind.id}/requests`, { kind: 'removal' }), 201)
    return {
      group: String(group['id']),
      app: String(app['id']),
      user: user.userId,
      gone: gone.userId,
      assignment: String(assignment['id']),
      request: String(request['id']),
    }
  }
  const theirs = await foreign()
  const idFor = (path: string, name: string): string => {
    if (name === 'assignmentId') return theirs.assignment
    if (name === 'userId' || name === 'sponsorId') return theirs.user
    if (path.startsWith('/groups')) return theirs.group
    if (path.startsWith('/servicePrincipals')) return theirs.app
    if (path.startsWith('/directory')) return theirs.gone
    if (path.startsWith('/guesthouse.requests')) return theirs.request
    if (path.startsWith('/roleManagement')) return roleAssignmentId(roles.globalAdministrator.id, w.nora.userId)
    if (path.startsWith('/organization')) return w.northwind.id
    return theirs.user
  }
  const reference = { '@odata.id': `https://x.example/v1.0/directoryObjects/${theirs.user}` }
  const bodyFor = (path: string): object => {
    if (path.endsWith('/$ref')) return reference
    if (path.endsWith('appRoleAssignments') || path.endsWith('appRoleAssignedTo'))
      return { principalId: theirs.user, resourceId: theirs.app, appRoleId: zeroId }
    if (path.endsWith('guesthouse.hold')) return { reason: 'x' }
    if (path.endsWith('guesthouse.answer')) return { action: 'decline' }
    if (path.endsWith('restore') || path.endsWith('endHold')) return {}
    return { displayName: 'Taken over' }
  }
  const before = await everythingOf(w)
  const swapped = graphRoutes.filter(({ path }) => path.includes(':'))
  assert.ok(swapped.length > 40, `${swapped.length} routes with ids`)
  for (const { method, path } of swapped) {
    const address = `/v1.0${path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(idFor(path, name)))}`
    const response = await frank.request(method, address, method === 'GET' || method === 'DELETE' ? undefined : bodyFor(path))
    assert.ok([400, 404].includes(response.status), `${method} ${path}: ${response.status} ${await response.text()}`)
  }
  // Own ids in the path, theirs in the body.
  const own = {
    group: String((await json(await frank.post('/v1.0/groups', { displayName: 'Ours' }), 201))['id']),
    app: String((await json(await frank.post('/v1.0/servicePrincipals', { displayName: 'Ours' }), 201))['id']),
  }
  const mixed: [string, string, object][] = [
    ['POST', `/v1.0/groups/${own.group}/members/$ref`, reference],
    ['POST', `/v1.0/groups/${own.group}/owners/$ref`, reference],
    ['POST', `/v1.0/servicePrincipals/${own.app}/owners/$ref`, reference],
    ['PUT', `/v1.0/users/${w.fiona.userId}/manager/$ref`, reference],
    ['POST', `/v1.0/users/${w.fiona.userId}/sponsors/$ref`, reference],
    [
      'POST',
      `/v1.0/users/${w.fiona.userId}/appRoleAssignments`,
      { principalId: w.fiona.userId, resourceId: theirs.app, appRoleId: zeroId },
    ],
    ['POST', `/v1.0/servicePrincipals/${own.app}/appRoleAssignedTo`, { principalId: theirs.user, resourceId: own.app, appRoleId: zeroId }],
    ['POST', '/v1.0/roleManagement/directory/roleAssignments', { principalId: theirs.user, roleDefinitionId: roles.guestInviter.id }],
  ]
  for (const [method, path, body] of mixed) assert.ok([400, 404].includes((await frank.request(method, path, body)).status), path)
  const many = await json(await frank.post('/v1.0/directory/deletedItems/guesthouse.permanentlyDelete', { ids: [theirs.gone] }))
  assert.equal(many['value'][0]?.['deleted'], false)
  assert.equal(await everythingOf(w), before)
})
