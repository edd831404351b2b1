/**
 * Suites made from the route tables: every role at every route, and every id swapped for another
 * organization's.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import { may } from '../../src/access/may.rule.ts'
import { actions } from '../../src/wire/actions.ts'
import { graphScopes, type GraphScope } from '../../src/access/graph-scopes.ts'
import { lackAtDoor, lackForBody, type Holder, type PersonHolder } from '../../src/access/lack.ts'
import { asks } from '../../src/access/permission.ts'
import { operations, type Operation } from '../../src/access/published.ts'
import { roles, type RoleName } from '../../src/access/roles.ts'
import { edgeApp, type Services } from '../../src/edge/routes.ts'
import { graphRoutes } from '../../src/graph/app.ts'
import type { GraphRoute } from '../../src/graph/exchange.ts'
import { needsOfRows } from '../../src/graph/needs-of-links.ts'
import { newId } from '../../src/kernel/ids.ts'
import { sql } from 'kysely'
import { addressOf, scenes, scenesOf, type Ids, type Scene } from './graph-scenes.ts'
import { stageOf, type Stage } from './graph-stage.ts'
import { json, refusal } from '../json.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../sign-on.ts'
import { world } from '../world.ts'

const roleNames = Object.keys(roles) as RoleName[]

test('the table role × action is the committed picture', () => {
  const width = Math.max(...actions.map((action) => action.length))
  const lines = actions.map(
    (action) =>
      `${action.padEnd(width)}  ${roleNames.filter((role) => may([role], action)).join(' ')}`,
  )
  assert.equal(
    `${lines.join('\n')}\n`,
    readFileSync(new URL('../../src/access/may.matrix.txt', import.meta.url), 'utf8'),
  )
})

/**
 * A row in one line: what it asks, and what single properties ask instead, besides, or to be shown.
 */
const pictureOf = ({ method, path, permission: { need, ...more } }: GraphRoute): string => {
  const properties = (['instead', 'besides', 'depending', 'shows', 'ofKind'] as const).flatMap(
    (how) =>
      Object.entries(more[how]).map(([property, { action }]) => `${how} ${property}: ${action}`),
  )
  return [
    `${method} ${path}`,
    need.action,
    ...(need.sight === undefined ? [] : [`or sees ${need.sight}`]),
    ...properties,
  ].join('  ')
}

test('K13: what each row asks is the committed picture', () => {
  const lines = graphRoutes.map(pictureOf).toSorted()
  assert.equal(
    `${lines.join('\n')}\n`,
    readFileSync(new URL('../../src/graph/rows.picture.txt', import.meta.url), 'utf8'),
  )
})

test('K13: a row without a permission does not start, and none can be written for an operation without scopes', () => {
  const services = { log: { error: () => {} } } as unknown as Services
  const rows = [
    {
      method: 'GET',
      path: '/users',
      permission: undefined,
      handler: () => Promise.resolve(new Response()),
    },
  ] as const
  assert.throws(
    () =>
      edgeApp(
        services,
        rows,
        () => Promise.resolve(new Response()),
        () => new Response(),
      ),
    /declares no permission/,
  )
  assert.throws(() => asks('users.read', 'GET /nothing' as Operation))
})

test('K13: a link that comes along asks what its own row asks, and without one the server does not start', () => {
  const at = '/users/:id/manager'
  assert.equal(needsOfRows(graphRoutes).get(at)?.sight, 'userLinks')
  assert.throws(
    () => needsOfRows(graphRoutes.filter(({ path }) => path !== at)),
    new RegExp(`brings along what no row reads: ${at}`),
  )
})

const whole = ['Directory.AccessAsUser.All']
/**
 * What a member sees of an organization that has changed nothing of it; levels.once.test.ts walks
 * the others.
 */
const asMember = { kind: 'person', level: 'asMembers', readsOthers: true } as const
/** What is asked with POST as its answer depends on what is sent, and changes nothing. */
const onlyReads = (method: string, path: string): boolean =>
  method === 'GET' ||
  path.startsWith('/subscriptions') ||
  /\/(?:checkMember\w+|getMember\w+|getByIds|getUserOwnedObjects|validateProperties)$/.test(path)

const isIn = ({ status }: Response, { refused }: Scene): boolean =>
  refused === undefined ? status >= 200 && status < 300 : status === refused

/**
 * Plays every scene of every row for `holder`, and says where the answer is not what the row says.
 * What changes something is played anew.
 */
const walk = async (
  stage: Stage,
  shared: Map<object, Scene>,
  holder: Holder & { userId: string },
  send: (
    method: string,
    address: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>,
): Promise<string[]> => {
  const wrong: string[] = []
  for (const route of graphRoutes) {
    for (const play of scenesOf(route)) {
      const known = shared.get(play) ?? (await play(stage, holder.userId))
      shared.set(play, known)
      const judged = (scene: Scene) =>
        lackAtDoor(holder, route.permission) ??
        lackForBody(holder, route.permission, scene.body?.(scene.ids))
      const mayEnter = judged(known) === undefined
      const scene = mayEnter && route.method !== 'GET' ? await play(stage, holder.userId) : known
      const body = scene.body?.(scene.ids)
      const response = await send(
        route.method,
        addressOf(route.path, scene.ids),
        body,
        scene.headers,
      )
      if (mayEnter ? !isIn(response, scene) : response.status !== 403)
        wrong.push(
          `${route.method} ${route.path} ${JSON.stringify(body) ?? ''}: ${response.status} ${await response.text()}`,
        )
    }
  }
  return wrong
}

test('K13: every role at every route is let in, and through, or refused, as its row says', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const shared = new Map<object, Scene>()
  for (const role of roleNames) {
    const person = await stage.person()
    await w.grant(person, w.fabrikam, role)
    const { request } = w.as(person, w.fabrikam)
    assert.deepEqual(
      await walk(
        stage,
        shared,
        { ...asMember, roles: [role], scopes: whole, userId: person.userId },
        request,
      ),
      [],
      role,
    )
  }
  assert.ok(graphRoutes.length > 60, `${graphRoutes.length} routes`)
  const rows = new Set(graphRoutes.map(({ method, path }) => `${method} ${path}`))
  assert.deepEqual(
    Object.keys(scenes).filter((row) => !rows.has(row)),
    [],
    'scenes of rows that are no more',
  )
})

/** Sets of scopes: what reads, what writes of one kind, two that are asked together, and all. */
const scopeSets: readonly (readonly GraphScope[])[] = [
  ['User.Read'],
  ['Directory.Read.All'],
  ['User.Read.All', 'GroupMember.Read.All'],
  ['User.ReadWrite.All'],
  ['AppRoleAssignment.ReadWrite.All', 'Application.Read.All'],
  ['Directory.AccessAsUser.All'],
]
/** Good for what concerns whoever is signed in. */
const ofOneself: ReadonlySet<string> = new Set(['User.Read', 'UserAuthenticationMethod.Read'])
const onlyReading = (scope: string): boolean => /\.Read(\.|$)/.test(scope)

test('K13: every scope by itself lets in at the routes that the table says, and one that reads only where one reads', () => {
  for (const scope of graphScopes) {
    const holder: PersonHolder = { ...asMember, roles: ['globalAdministrator'], scopes: [scope] }
    const entered = graphRoutes.filter(
      ({ permission }) => lackAtDoor(holder, permission) === undefined,
    )
    for (const { method, path } of entered) {
      if (onlyReading(scope)) assert.ok(onlyReads(method, path), `${scope} at ${method} ${path}`)
      if (ofOneself.has(scope))
        assert.ok(method === 'GET' && path.startsWith('/me'), `${method} ${path}`)
    }
    assert.ok(entered.length > 0, scope)
    assert.ok(entered.length < graphRoutes.length || scope === 'Directory.AccessAsUser.All', scope)
  }
})

test('K13: every set of scopes at every route is let in, and through, or refused, as its row says', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const shared = new Map<object, Scene>()
  const application = await registerApplication(w, w.fabrikam, w.frank, { scopes: graphScopes })
  const party = await relyingParty(w, application)
  for (const set of scopeSets) {
    const scope = ['openid', ...set.map((one) => `${w.publicUrl}/${one}`)].join(' ')
    const { access_token: token } = await (
      await signOn(party, await browserWith(w, w.frank), application, { scope })
    ).exchange()
    const scopes = String(decodeJwt(token)['scp']).split(' ')
    assert.deepEqual(scopes.filter((one) => one !== 'openid').toSorted(), set.toSorted())
    const holder: PersonHolder = { ...asMember, roles: ['globalAdministrator'], scopes }
    const send = async (
      method: string,
      address: string,
      body?: object,
      headers: Readonly<Record<string, string>> = {},
    ) =>
      w.app.request(`${w.publicUrl}${address}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    assert.deepEqual(
      await walk(stage, shared, { ...holder, userId: w.frank.userId }, send),
      [],
      scope,
    )
  }
})

test('K13: a token that only reads changes nothing of a user, whatever the person behind it may do', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const reader = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.Read.All'],
  })
  const { exchange } = await signOn(
    await relyingParty(w, reader),
    await browserWith(w, w.frank),
    reader,
    {
      scope: `openid ${w.publicUrl}/.default`,
    },
  )
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
    assert.match(
      (await refusal(await patch(body), 403)).message,
      /do not cover this/,
      JSON.stringify(body),
    )
  assert.deepEqual(await json(await frank.get(path)), before)
})

/** What is published for Microsoft Graph, for the operations that stand here too. */
type Published = Record<
  string,
  Record<'people' | 'applications', { any: string[]; alsoRequires?: Record<string, string> } | null>
>

test('K13: the scopes of each operation are the published ones, as far as they mean something here', () => {
  const file = new URL('published-permissions.json', import.meta.url)
  const published = (JSON.parse(readFileSync(file, 'utf8')) as { operations: Published }).operations
  const ours = operations as Record<string, { people: string; applications: string | null }>
  const known = new Set(
    Object.values(ours).flatMap(({ people, applications }) =>
      `${people} ${applications ?? ''}`.split(/[ +]/),
    ),
  )
  // Good for one property each, which has a line of its own, and for one's own password.
  const single = new Set(
    ['EnableDisableAccount.All', 'ManageIdentities.All'].map((name) => `User.${name}`),
  )
  for (const name of ['Mail', 'Phone', 'PasswordProfile']) single.add(`User-${name}.ReadWrite.All`)
  const meant = (operation: string, list: Published[string]['people']): string | null => {
    if (list === null) return null
    const [method = '', path = ''] = operation.split(' ')
    // Reading changes nothing, and User.Read and its like are about oneself, whatever the published
    // file adds for their sake.
    const usable = list.any.filter(
      (scope) =>
        known.has(scope) &&
        (!single.has(scope) || path === '/me/changePassword') &&
        (onlyReads(method, path) || !/\.Read(\.|$)/.test(scope)) &&
        (!ofOneself.has(scope) || path.startsWith('/me')),
    )
    return usable
      .flatMap(
        (scope) =>
          list.alsoRequires?.[scope]?.split(',').map((other) => `${scope}+${other}`) ?? [scope],
      )
      .join(' ')
  }
  assert.ok(Object.keys(published).length > 60)
  for (const property of ['accountEnabled', 'otherMails', 'phones']) {
    const more = new Set(ours[`PATCH /users/{id} ${property}`]?.people.split(' ')).difference(
      new Set(ours['PATCH /users/{id}']?.people.split(' ')),
    )
    assert.equal(more.size, 1, property)
    for (const scope of more)
      assert.ok(
        single.has(scope) && published['PATCH /users/{id}']?.people?.any.includes(scope),
        scope,
      )
  }
  for (const [operation, { people, applications }] of Object.entries(published))
    assert.deepEqual(
      ours[operation],
      { people: meant(operation, people), applications: meant(operation, applications) },
      operation,
    )
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
    where table_schema = 'public' and column_name = 'tenant_id' and table_name not in ('tenant_sessions', 'live_users', 'deleted_users', 'live_groups', 'live_applications', 'deleted_groups', 'deleted_applications', 'applications', 'live_registrations', 'deleted_registrations')
    order by 1`.execute(w.db)
  assert.ok(tables.rows.length > 15)
  const dump = await Promise.all(
    tables.rows.map(
      async ({ name }) =>
        (
          await sql`select t::text as row from ${sql.table(name)} t where tenant_id = ${w.northwind.id} order by 1`.execute(
            w.db,
          )
        ).rows,
    ),
  )
  return JSON.stringify(dump)
}

/**
 * Each way to put ids of another organization into a request: all of them, and each alone beside
 * own ones.
 */
const swaps = (own: Ids, theirs: Ids, open: readonly string[] = []): Ids[] => {
  const names = Object.keys(own).filter((name) => !open.includes(name))
  const alone =
    names.length > 1 ? names.map((name) => ({ ...own, [name]: theirs[name] ?? '' })) : []
  return names.length === 0 ? [] : [{ ...own, ...theirs }, ...alone]
}

test('R120: an id of another organization, of the right kind, is found nowhere, and nothing there changes: every id of every row', async () => {
  const w = await world()
  const [ours, theirs] = [stageOf(w, w.fabrikam, w.frank), stageOf(w, w.northwind, w.nora)]
  const frank = w.as(w.frank, w.fabrikam)
  const wrong: string[] = []
  let swapped = 0
  const played: { method: string; path: string; scene: Scene; all: Ids[] }[] = []
  for (const { method, path } of graphRoutes)
    for (const play of scenesOf({ method, path })) {
      const scene = await play(ours, w.frank.userId)
      played.push({
        method,
        path,
        scene,
        all: swaps(scene.ids, (await play(theirs, w.nora.userId)).ids, scene.open),
      })
    }
  const before = await everythingOf(w)
  for (const { method, path, scene, all } of played)
    for (const ids of all) {
      swapped++
      const response = await frank.request(method, addressOf(path, ids), scene.body?.(ids))
      const { status } = response
      const text = await response.text()
      // An object that a body names is refused as the reference that it is; an address is not
      // found.
      const inPath = Object.keys(ids).some(
        (name) => path.includes(`:${name}`) && ids[name] !== scene.ids[name],
      )
      const found =
        status === 200
          ? scene.foundNothing?.(JSON.parse(text)) !== true
          : inPath
            ? status !== 404
            : ![400, 404].includes(status)
      if (found) wrong.push(`${method} ${path}: ${status} ${text}`)
    }
  assert.deepEqual(wrong, [])
  assert.ok(swapped > 90, `${swapped} swapped requests`)
  assert.equal(await everythingOf(w), before)
})
