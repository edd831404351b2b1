/**
 * Every row of the directory API with every query option: known and honoured, or refused in words
 * (K14).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, scenesOf, type Scene } from '../../../test/doors/graph-scenes.ts'
import { stageOf } from '../../../test/doors/graph-stage.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { graphRoutes } from '../app.ts'
import { user } from '../../wire/graph/users/user.ts'
import { examplesOf } from './examples.ts'

const eventual = { consistencylevel: 'eventual' }

/** A row with a scene and an administrator who asks. */
const played = async () => {
  const w = await world()
  const [stage, frank] = [stageOf(w, w.fabrikam, w.frank), w.as(w.frank, w.fabrikam)]
  // Something in each list, so that what is honoured can be seen.
  const [user, group, app] = [await stage.person(), await stage.group(), await stage.application()]
  for (const property of ['members', 'owners']) {
    await stage.link(`/groups/${group}/${property}`, user.userId)
    await stage.link(`/groups/${group}/${property}`, w.fiona.userId)
  }
  const registration = await stage.registrationOf(app)
  for (const one of [user.userId, w.fiona.userId])
    for (const path of [`/servicePrincipals/${app}`, `/applications/${registration}`])
      await stage.link(`${path}/owners`, one)
  const more = [
    stage.deleted,
    stage.deleted,
    stage.invited,
    stage.invited,
    stage.holder,
    stage.provider,
    stage.provider,
  ]
  for (const make of more) await make()
  for (const kind of ['removal', 'restore'] as const) await stage.request(kind)
  const rows: {
    method: string
    path: string
    takes: NonNullable<(typeof graphRoutes)[number]['takes']>
    scene: Scene
    address: string
  }[] = []
  for (const { method, path, takes = {} } of graphRoutes) {
    const [play] = scenesOf({ method, path })
    const known = path.startsWith('/groups/:id/')
      ? { id: group, userId: user.userId }
      : path.includes('/owners')
        ? { id: path.startsWith('/applications/') ? registration : app }
        : undefined
    const scene =
      method === 'GET' && known !== undefined ? { ids: known } : await play?.(stage, w.frank.userId)
    // What is refused to everybody who walks the rows has nothing to look at.
    const isRead = scene !== undefined && (method !== 'GET' || !('refused' in scene))
    if (isRead) rows.push({ method, path, takes, scene, address: addressOf(path, scene.ids) })
  }
  return {
    w,
    frank,
    rows,
    get: async (address: string) => json(await frank.get(address, eventual)),
  }
}

/**
 * One for all tests of this file, which only read; made when the first begins, as jobs of other
 * tests end what is old.
 */
let made: ReturnType<typeof played> | undefined
const ready = (): ReturnType<typeof played> => (made ??= played())

const refusedEverywhere = [
  '$nonsense=1',
  'nonsense=1',
  'constructor=1',
  '$skip=1',
  '$format=xml',
  '$apply=aggregate(id)',
  '$top=0x10',
  '$top=0',
  '$top=1001',
  '$top=1e1',
  '$top=-1',
  '$top=',
  'top=0x10',
  '$top=1&top=1',
  '$orderby=constructor',
  'orderby=__proto__',
  '$orderby=id sideways',
  '$select=constructor',
  'select=nonsense',
  '$expand=nonsense',
  `$filter=nonsense eq 'x'`,
  `filter=constructor eq 'x'`,
  `$filter=id eq`,
  '$filter=activityDateTime ge 2026-02-30T00:00:00Z',
  '$filter=createdDateTime ge 2026-01-01T00:00:00',
  '$search="a" OR "b"',
  '$search="nope:a"',
  '$count=maybe',
  '$skiptoken=AAAA',
  `skiptoken=${Buffer.from(JSON.stringify(['a', newId()])).toString('base64url')}`,
]

test('K14: what a row does not take, or cannot read, is refused in words, with and without the $', async () => {
  const { frank, rows } = await ready()
  const wrong: string[] = []
  for (const { method, scene, address } of rows)
    for (const option of refusedEverywhere) {
      const response = await frank.request(
        method,
        `${address}?${encodeURI(option)}`,
        scene.body?.(scene.ids),
        scene.headers,
      )
      const { error } = (await response.json().catch(() => ({}))) as { error?: Json }
      const said =
        ['BadRequest', 'Request_UnsupportedQuery', 'Directory_ExpiredPageToken'].includes(
          String(error?.['code']),
        ) && String(error?.['message']).length > 20
      if (response.status !== 400 || !said)
        wrong.push(`${method} ${address}?${option}: ${response.status} ${JSON.stringify(error)}`)
    }
  assert.deepEqual(wrong, [])
})

const valueOf = (body: Json): Json[] => body['value'] as Json[]
const propertiesOf = (item: Json): string[] =>
  Object.keys(item).filter((name) => !name.startsWith('@'))

test('K14: what a row takes is honoured: $top, $select, $count, $search, $orderby, in each spelling', async () => {
  const { rows, get } = await ready()
  let honoured = 0
  for (const { method, address, takes } of rows) {
    if (method !== 'GET' || address.endsWith('/$count') || Object.keys(takes).length === 0) continue
    const { page, select, count, search, orderBy } = takes
    if (address.includes('exportDirectoryAudits')) continue
    const whole = await get(address)
    const items = whole['value'] === undefined ? [whole] : valueOf(whole)
    if (select !== undefined) {
      assert.deepEqual(
        items.map((item) => propertiesOf(item).filter((name) => !select.names.includes(name))),
        items.map(() => []),
        `${address} has properties that cannot be chosen`,
      )
      const chosen = select.names.slice(0, 2)
      const few = await get(`${address}?select=${chosen.join(',').toUpperCase()}`)
      for (const item of whole['value'] === undefined ? [few] : valueOf(few))
        assert.deepEqual(
          propertiesOf(item).filter((name) => !chosen.includes(name)),
          [],
          address,
        )
      assert.match(String(few['@odata.context']), new RegExp(`\\(${chosen.join(',')}\\)`))
      honoured++
    }
    if (page) {
      const spellings = ['$top', 'top', '%24TOP'].map((name) => get(`${address}?${name}=1`))
      const [first, ...others] = await Promise.all(spellings)
      assert.equal(valueOf(first ?? {}).length, Math.min(1, items.length), address)
      assert.equal('@odata.nextLink' in (first ?? {}), items.length > 1, address)
      for (const other of others) assert.deepEqual(other['value'], first?.['value'], address)
      honoured++
    }
    if (count) {
      const counted = Number((await get(`${address}?$count=true`))['@odata.count'])
      if ('@odata.nextLink' in whole) assert.ok(counted > items.length, address)
      else assert.equal(counted, items.length, address)
      honoured++
    }
    if (search) {
      assert.deepEqual(valueOf(await get(`${address}?$search="zzqqxx"`)), [], address)
      honoured++
    }
    for (const property of orderBy ?? []) {
      const [up, down] = [
        await get(`${address}?top=999&orderby=${property}`),
        await get(`${address}?$top=999&$orderby=${property} desc`),
      ]
      const ids = (body: Json) => valueOf(body).map((item) => String(item['id']))
      // Of what is nothing, as of who was never active, the place is the last, either way.
      const [there, back] = property.includes('/')
        ? [ids(up).toSorted(), ids(down).toSorted()]
        : [ids(up), ids(down).toReversed()]
      assert.deepEqual(there, back, `${address} by ${property}`)
      honoured++
    }
  }
  assert.ok(honoured > 80, `${honoured} options honoured`)
})

test('K14: every filter that a refusal names as an example is taken', async () => {
  const { frank, rows } = await ready()
  for (const { method, address, scene, takes } of rows)
    for (const example of takes.filter === undefined ? [] : examplesOf(takes.filter)) {
      const filter = example
        .replace(/ \(.*\)$/, '')
        .replace(/((?:^|\/|\()id|Id) eq '…'/, `$1 eq '${newId()}'`)
        .replace('…', example.includes("'") ? 'zzqqxx' : '2026-01-01T00:00:00Z')
      const wanted = /activityDisplayName eq/.test(filter)
        ? `activityDisplayName eq 'Add user'`
        : filter
      const response = await frank.request(
        method,
        `${address}?$filter=${encodeURIComponent(wanted)}`,
        undefined,
        scene.headers,
      )
      assert.equal(response.status, 200, `${address}?$filter=${wanted}: ${response.status}`)
      if (/'zzqqxx'/.test(wanted) && !address.includes('export') && !address.endsWith('$count'))
        assert.deepEqual(valueOf(await json(response)), [], `${address}?$filter=${wanted}`)
    }
})

test('K14: the documents of the API tell each row, what it takes and whether it answers a list, to anybody', async () => {
  const { w, rows, get } = await ready()
  const document = await json(await w.as(undefined).get('/v1.0/openapi.json'))
  const told = new Map<string, Json>(
    (Object.entries(document['paths']) as [string, Json][]).flatMap(([path, item]) =>
      (Object.entries(item) as [string, Json][]).map(
        ([method, one]) => [`${method.toUpperCase()} ${path}`, one] as const,
      ),
    ),
  )
  const own = graphRoutes.map(
    ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
  )
  assert.deepEqual([...told.keys()].toSorted(), own.toSorted())
  for (const { method, path, address, takes } of rows) {
    const operation = told.get(`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    assert.ok(operation !== undefined, path)
    const names = (operation['parameters'] as Json[])
      .filter((one) => one['in'] === 'query')
      .map((one) => one['name'])
    assert.equal(names.includes('$filter'), takes.filter !== undefined, address)
    if (method !== 'GET' || takes.select === undefined) continue
    const schema = operation['responses']['2XX']['content']['application/json']['schema'] as Json
    const isList = (schema['properties'] as Json | undefined)?.['value'] !== undefined
    assert.equal(isList, Array.isArray((await get(address))['value']), address)
  }
})

test('K14: $metadata is XML in which every tag is closed, and tells the properties of each resource', async () => {
  const { w } = await ready()
  const response = await w.as(undefined).get('/v1.0/$metadata')
  assert.match(response.headers.get('content-type') ?? '', /^application\/xml/)
  const text = await response.text()
  const open: string[] = []
  for (const [tag, name = ''] of text.replace(/^<\?.*\?>/, '').matchAll(/<\/?([\w:]+)[^>]*>/g))
    if (tag.startsWith('</')) assert.equal(open.pop(), name)
    else if (!tag.endsWith('/>')) open.push(name)
  assert.deepEqual(open, [])
  for (const name of Object.keys(user.properties).filter((one) => !one.includes('.')))
    assert.ok(text.includes(`<Property Name="${name}" `), name)
  assert.match(
    text,
    /<Property Name="displayName" Type="Edm\.String" Nullable="false" MaxLength="256" \/>/,
  )
})

test('K14: the token of a page is taken by its own list alone, with its own filter and order', async () => {
  const { w, frank, get } = await ready()
  const next = String((await get('/v1.0/users?$top=1&$orderby=displayName'))['@odata.nextLink'])
  const token = new URL(next).searchParams.get('$skiptoken') ?? ''
  assert.equal(valueOf(await get(next)).length, 1)
  assert.equal(
    valueOf(await get(next.replace('$skiptoken', '%24skiptoken').replace('/v1.0/', '/beta/')))
      .length,
    1,
  )
  for (const address of [
    `/v1.0/groups?$top=1&$orderby=displayName&$skiptoken=${token}`,
    `/v1.0/users?$top=1&$orderby=createdDateTime&$skiptoken=${token}`,
    `/v1.0/users?$top=1&$orderby=displayName&$filter=accountEnabled eq true&$skiptoken=${token}`,
    `/v1.0/directory/deletedItems/microsoft.graph.user?$orderby=displayName&$skiptoken=${token}`,
    `/v1.0/users?$orderby=displayName&$skiptoken=${token.slice(0, -2)}AA`,
  ])
    assert.match(
      (await refusal(await frank.get(address), 400)).message,
      /page token value has expired/,
      address,
    )
  const elsewhere = await w
    .as(w.nora, w.northwind)
    .get(`/v1.0/users?$top=1&$orderby=displayName&$skiptoken=${token}`)
  await refusal(elsewhere, 400)
})

test('faults §5: a count is given to who accepts that it may lag, and words of the protocol are not looked up as ids', async () => {
  const { frank, get } = await ready()
  assert.equal('@odata.count' in (await json(await frank.get('/v1.0/users?$count=true'))), false)
  assert.match(
    (await refusal(await frank.get('/v1.0/users/$count'), 400)).message,
    /not currently supported/,
  )
  const total = (await get('/v1.0/users?$count=true'))['@odata.count']
  const counted = await frank.get('/v1.0/users/$count', eventual)
  assert.equal(await counted.text(), String(total))
  assert.match(counted.headers.get('content-type') ?? '', /^text\/plain/)
  const guests = await frank.get(`/v1.0/users/$count?$filter=userType eq 'Guest'`, eventual)
  assert.equal(
    Number(await guests.text()),
    valueOf(await get(`/v1.0/users?$filter=userType eq 'Guest'`)).length,
  )
  for (const path of [
    '/policies/delta',
    '/groups/$nothing',
    '/directory/deletedItems/microsoft.graph.orgContact',
  ])
    assert.match(
      (await refusal(await frank.get(`/v1.0${path}`), 400)).message,
      /Resource not found for the segment/,
      path,
    )
  const twelve = valueOf(
    await get(
      `/v1.0/roleManagement/directory/roleDefinitions?$filter=displayName eq 'Global Administrator'`,
    ),
  )
  assert.deepEqual(
    twelve.map((one) => one['displayName']),
    ['Global Administrator'],
  )
})
