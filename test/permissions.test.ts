/** Suites made from the route tables: every role at every route, and every id swapped for another organization's. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { unroled } from '../src/access/graph-scopes.ts'
import { actions, may, type Action } from '../src/access/may.rule.ts'
import { roles, type RoleName } from '../src/access/roles.ts'
import { graphRoutes } from '../src/graph/app.ts'
import { roleAssignmentId } from '../src/graph/role-assignment-id.ts'
import { newId, zeroId } from '../src/kernel/ids.ts'
import { sql } from '../src/store/database.ts'
import { json } from './json.ts'
import { world } from './world.ts'

const roleNames = Object.keys(roles) as RoleName[]

test('the table role × action is the committed picture', () => {
  const width = Math.max(...actions.map((action) => action.length))
  const lines = actions.map((action) => `${action.padEnd(width)}  ${roleNames.filter((role) => may([role], action)).join(' ')}`)
  assert.equal(`${lines.join('\n')}\n`, readFileSync(new URL('../src/access/may.matrix.txt', import.meta.url), 'utf8'))
})

test('every role at every route is let in or refused as the table says', async () => {
  const w = await world()
  const wrong: string[] = []
  for (const role of roleNames) {
    const person = await w.member(w.fabrikam, `Holder of ${role}`)
    await w.grant(person, w.fabrikam, role)
    const holder = w.as(person, w.fabrikam)
    for (const { method, path, permission } of graphRoutes) {
      const address = `/v1.0${path.replaceAll(/:\w+/g, () => newId())}`
      const response = await holder.request(method, address, method === 'GET' || method === 'DELETE' ? undefined : { nonsense: true })
      const allowed =
        unroled.some((one) => one === permission) ||
        (path === '/users/:id' && method === 'PATCH'
          ? may([role], 'users.update') || may([role], 'users.disable')
          : may([role], permission as Action))
      if ((response.status !== 403) !== allowed) wrong.push(`${role} ${method} ${path}: ${response.status}`)
    }
  }
  assert.deepEqual(wrong, [])
  assert.ok(graphRoutes.length > 60, `${graphRoutes.length} routes`)
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
