/** Microsoft Graph in the list of service principals: at its place, found as all others are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { graphClient } from '../../client/graph.ts'
import { roleIds } from '../../access/graph-scopes.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { graphPrincipalId } from './graph-principal.ts'

const path = '/v1.0/servicePrincipals'
const graphName = 'Microsoft Graph'
const others = ['Alpha', 'Microsoft Forms', 'Microsoft Graph', 'Microsoft Zeta', 'Zulu']
const all = [...others.slice(0, 2), graphName, ...others.slice(2)]
const eventual = { consistencylevel: 'eventual' }
const namesOf = (answer: Json): string[] =>
  answer['value'].map((one: Json) => String(one['displayName']))

const stage = async () => {
  const w = await world()
  const by = w.as(w.frank, w.fabrikam)
  for (const displayName of others) await json(await by.post(path, { displayName }), 201)
  const named = async (query: string): Promise<string[]> =>
    namesOf(await json(await by.get(`${path}?${query}&$count=true`, eventual)))
  return { w, by, named }
}

test('Microsoft Graph stands in the list of service principals at its place by name, on whichever page, in either order, once', async () => {
  const { by } = await stage()
  for (const [order, wanted] of [
    ['', all],
    ['&$orderby=displayName', all],
    ['&$orderby=displayName desc', all.toReversed()],
  ] as const)
    for (const top of [1, 2, 3, 100]) {
      const found: Json[] = []
      let next: string | undefined = `${path}?$top=${top}&$count=true${order}`
      while (next !== undefined) {
        const page: Json = await json(await by.get(next, eventual))
        if (found.length === 0) assert.equal(page['@odata.count'], all.length)
        found.push(...page['value'])
        const link: string | undefined = page['@odata.nextLink']
        next = link === undefined ? undefined : new URL(link).pathname + new URL(link).search
      }
      assert.deepEqual(
        found.map((one) => one['displayName']),
        wanted,
      )
      assert.equal(new Set(found.map(({ id }) => id)).size, all.length)
      assert.equal(found.filter((one) => one['appId'] === graphAudience).length, 1)
    }
})

test('Microsoft Graph is found, counted and expanded in lists by whatever finds an application', async () => {
  const { w, by, named } = await stage()
  const begins = all.filter((name) => name.startsWith(graphName))
  const cases: Readonly<Record<string, readonly string[]>> = {
    '$search="displayName:micro"': all.slice(1, 5),
    '$search="displayName:graph"': begins,
    "$filter=startswith(displayName,'Microsoft Graph')": begins,
    "$filter=(displayName eq 'Microsoft Graph' or startswith(displayName,'Microsoft Graph'))":
      begins,
    "$filter=displayName eq 'microsoft graph'": begins,
    [`$filter=appId eq '${graphAudience}'`]: [graphName],
    [`$filter=appId ne '${graphAudience}'`]: others,
    [`$filter=not(appId eq '${graphAudience}') and startswith(displayName,'Z')`]: ['Zulu'],
    [`$filter=servicePrincipalNames/any(n:n eq '${graphAudience}')`]: [graphName],
    [`$filter=servicePrincipalNames/any(n:n eq '${w.services.publicUrl}')`]: [graphName],
    [`$filter=appOwnerOrganizationId eq ${w.fabrikam.id}`]: others,
    "$filter=tags/any(t:t eq 'x')": [],
    '$filter=owners/$count eq 0': all,
  }
  for (const [query, wanted] of Object.entries(cases)) {
    assert.deepEqual(await named(query), wanted, query)
    const counted = await by.get(`${path}/$count?${query}`, eventual)
    assert.equal(await counted.text(), String(wanted.length), query)
  }
  const [graph] = (
    await json(
      await by.get(`${path}?$filter=appId eq '${graphAudience}'&$expand=appRoleAssignedTo,owners`),
    )
  )['value'] as Json[]
  assert.deepEqual([graph?.['appRoleAssignedTo'], graph?.['owners']], [[], []])
  assert.deepEqual(graph?.['servicePrincipalNames'], [graphAudience, w.services.publicUrl])
  assert.deepEqual(
    await json(await by.get(`${path}/${graph?.['id']}`)).then(({ appRoles }) => appRoles),
    graph?.['appRoles'],
  )
})

test('what follows applications, and the list of the admin centre, have no Microsoft Graph', async () => {
  const { by } = await stage()
  assert.deepEqual(namesOf(await json(await by.get(`${path}/delta`))).toSorted(), others.toSorted())
  const client = graphClient((address, { headers } = {}) =>
    by.get(address, headers as Record<string, string>),
  )
  const { value } = await client.applications.list({ top: 10, search: 'micro', count: true })
  assert.deepEqual(
    value.map(({ displayName }) => displayName),
    others.slice(1, 4),
  )
  const filter = "startswith(displayName,'A') or startswith(displayName,'M')"
  assert.equal((await client.applications.list({ filter })).value.length, 4)
})

test('what was given at Microsoft Graph is told and taken at its service principal, and at no user or group of that id', async () => {
  const { w, by } = await stage()
  const graph = graphPrincipalId(w.fabrikam.id)
  const made = await json(await by.get(`${path}?$filter=displayName eq 'Alpha'`))
  const principalId = String((made['value'] as Json[])[0]?.['id'])
  const assigned = { principalId, resourceId: graph, appRoleId: roleIds['User.Read.All'] }
  const given = await json(
    await by.post(`${path}/${principalId}/appRoleAssignments`, assigned),
    201,
  )
  const [told] = (await json(await by.get(`${path}/${graph}/appRoleAssignedTo`)))['value'] as Json[]
  assert.equal(told?.['id'], given['id'])
  for (const set of ['users', 'groups']) {
    const of = `/v1.0/${set}/${graph}/appRoleAssignments`
    await refusal(await by.get(of), 404)
    await refusal(await by.delete(`${of}/${given['id']}`), 404)
  }
  await json(await by.delete(`${path}/${graph}/appRoleAssignedTo/${given['id']}`), 204)
})

test('Microsoft Graph is found among objects of any kind by who reads applications, and ended by nobody', async () => {
  const { w, by } = await stage()
  const graph = graphPrincipalId(w.fabrikam.id)
  const typed = '#microsoft.graph.servicePrincipal'
  const shown = await json(await by.get(`/v1.0/directoryObjects/${graph}`))
  assert.deepEqual([shown['@odata.type'], shown['displayName']], [typed, graphName])
  const ids = [graph, graphPrincipalId(w.northwind.id), w.fiona.userId]
  const found = await json(await by.post('/v1.0/directoryObjects/getByIds', { ids }))
  assert.deepEqual(namesOf(found).toSorted(), ['Fiona Byrne', graphName])
  const people = { ids, types: ['user'] }
  assert.deepEqual(namesOf(await json(await by.post('/v1.0/directoryObjects/getByIds', people))), [
    'Fiona Byrne',
  ])
  await refusal(await by.delete(`/v1.0/directoryObjects/${graph}`), 404)
  await refusal(await w.as(w.nora, w.northwind).get(`/v1.0/directoryObjects/${graph}`), 404)
})
