/** `$search`, `$expand`, `/$count`, and that no option is passed over in silence. */
import assert from 'node:assert/strict'
import { eventual, idsOf, ok, refuses, type Area, type Check } from './row.ts'

const searched = (text: string, more = ''): string =>
  `/users?$search=${encodeURIComponent(text)}${more}`
const searches =
  (path: string, ...names: string[]): Check =>
  async (s) => {
    const ids = idsOf(await s.call(`GET ${path}`, 200, { headers: eventual }))
    assert.deepEqual(ids.toSorted(), names.map((name) => s.ids[name] ?? '').toSorted())
  }

const search: Area = {
  number: '3.5',
  about: '$search',
  rows: [
    ok(
      'a property and a text, with the header',
      searches(searched('"displayName:Fiona"'), 'fiona'),
    ),
    ok('mail:… does not look at names', searches(searched('"mail:Byrne"'))),
    ok(
      'several clauses with OR',
      searches(searched('"displayName:Fiona" OR "displayName:Frank"'), 'fiona', 'frank'),
    ),
    ok(
      '$search together with $filter',
      searches(
        searched('"displayName:Fiona"', "&$count=true&$filter=userType eq 'Member'"),
        'fiona',
      ),
    ),
  ],
}

const expanded =
  (path: string, ...names: string[]): Check =>
  async (s) => {
    const body = await s.call(`GET ${path}`, 200)
    const one = Array.isArray(body['value']) ? body['value'][0] : body
    assert.deepEqual(
      names.filter((name) => !(name in one)),
      [],
    )
  }

const expand: Area = {
  number: '3.6',
  about: '$expand',
  rows: [
    ok('the manager of one user and in a list', async (s) => {
      await expanded('/users/{fiona}?$expand=manager($select=id,displayName)', 'manager')(s)
      await expanded("/users?$filter=id eq '{fiona}'&$expand=manager", 'manager')(s)
    }),
    ok('groups, sponsors, owned objects and reports of a user', async (s) => {
      for (const name of ['memberOf', 'sponsors', 'ownedObjects', 'directReports'])
        await expanded(`/users/{fiona}?$expand=${name}`, name)(s)
    }),
    ok('members and owners of a group', async (s) => {
      for (const name of ['members', 'owners'])
        await expanded(`/groups/{group}?$expand=${name}($select=id)`, name)(s)
    }),
    ok('assignments and owners of a service principal', async (s) => {
      for (const name of ['appRoleAssignments', 'appRoleAssignedTo', 'owners'])
        await expanded(`/servicePrincipals/{application}?$expand=${name}`, name)(s)
    }),
    ok(
      'principal and role of an assignment, where they are asked for and only there',
      async (s) => {
        const path = '/roleManagement/directory/roleAssignments'
        await expanded(`${path}?$expand=principal,roleDefinition`, 'principal', 'roleDefinition')(s)
        const plain = await s.call(`GET ${path}`, 200)
        assert.ok(!('principal' in plain['value'][0]))
      },
    ),
    ok(
      'an unknown one is refused',
      refuses('/users?$expand=nope', 400, 'BadRequest', /^Parsing OData Select and Expand failed/),
    ),
  ],
}

const counts =
  (path: string, wanted?: number): Check =>
  async (s) => {
    const { status, headers, text } = await s.raw(`GET ${path}`, { headers: eventual })
    assert.equal(status, 200, `${path}: ${text}`)
    assert.match(headers.get('content-type') ?? '', /^text\/plain/)
    assert.match(text, /^\d+$/)
    if (wanted !== undefined) assert.equal(Number(text), wanted)
  }

const count: Area = {
  number: '3.7',
  about: '/$count',
  rows: [
    ok('/users/$count: a bare number as text', counts('/users/$count', 4)),
    ok('/users/$count with $filter', counts("/users/$count?$filter=userType eq 'Guest'", 2)),
    ok('/$count of groups, applications, service principals, members, deleted users', async (s) => {
      for (const path of [
        '/groups',
        '/applications',
        '/servicePrincipals',
        '/directory/deletedItems/microsoft.graph.user',
        '/groups/{group}/members',
      ])
        await counts(`${path}/$count`)(s)
    }),
  ],
}

const lists = [
  '/users',
  '/groups',
  '/applications',
  '/servicePrincipals',
  '/groups/{group}/members',
  '/groups/{group}/owners',
  '/groups/{group}/appRoleAssignments',
  '/users/{fiona}/memberOf',
  '/users/{fiona}/ownedObjects',
  '/users/{fiona}/directReports',
  '/users/{fiona}/sponsors',
  '/users/{fiona}/appRoleAssignments',
  '/me/memberOf',
  '/servicePrincipals/{application}/appRoleAssignedTo',
  '/servicePrincipals/{application}/owners',
  '/applications/{registration}/owners',
  '/roleManagement/directory/roleDefinitions',
  '/roleManagement/directory/roleAssignments',
  '/directory/deletedItems/microsoft.graph.user',
  '/auditLogs/directoryAudits',
  '/organization',
  '/identity/identityProviders',
]

/** Every list refuses the option with 400. */
const nobodyTakes =
  (option: string): Check =>
  async (s) => {
    const ignored: string[] = []
    for (const list of lists)
      if ((await s.raw(`GET ${list}?${option}`)).status !== 400) ignored.push(list)
    assert.deepEqual(ignored, [])
  }

const silence: Area = {
  number: '3.8',
  about: 'no option is passed over in silence, by any of 22 lists',
  rows: [
    ok('$filter', nobodyTakes("$filter=nope eq 'x'")),
    ok('$orderby', nobodyTakes('$orderby=nope')),
    ok('$top', nobodyTakes('$top=0')),
    ok('$select', nobodyTakes('$select=nope')),
    ok('$expand', nobodyTakes('$expand=nope')),
    ok('$skip', nobodyTakes('$skip=1')),
    ok('an option that there is not', nobodyTakes('$nope=1')),
  ],
}

export const optionAreas = [search, expand, count, silence]
