/**
 * Headers and metadata of answers, as clients of Microsoft Graph ask for them (contract §1.4 to
 * §1.6).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'

const accepts = {
  minimal: ['*/*', 'application/json', 'application/json;odata.metadata=minimal', 'text/html'],
  none: ['application/json;odata.metadata=none', 'application/json;odata=nometadata'],
  full: ['application/json; charset=utf-8; IEEE754Compatible=false; odata.metadata=full'],
} as const

const valueOf = (body: Json): Json[] => body['value'] as Json[]

test('12.2: every form of Accept is taken, and answered with the level it asks for', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const [level, forms] of Object.entries(accepts))
    for (const accept of forms) {
      const answer = await frank.get('/v1.0/users?$top=1', { accept })
      assert.equal(
        answer.headers.get('content-type'),
        `application/json;odata.metadata=${level};odata.streaming=true;IEEE754Compatible=false;charset=utf-8`,
        accept,
      )
      await json(answer)
    }
})

test('12.2: without metadata context, types and ids are gone, and links to further pages and counts stay', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Level' }), 201)
  const reference = { '@odata.id': `${w.publicUrl}/v1.0/users/${w.fiona.userId}` }
  await frank.post(`/v1.0/groups/${String(group['id'])}/members/$ref`, reference)
  const ask = async (path: string, level: string) =>
    json(
      await frank.get(path, {
        accept: `application/json;odata.metadata=${level}`,
        consistencylevel: 'eventual',
      }),
    )
  const members = `/v1.0/groups/${String(group['id'])}/members`
  const [typed] = valueOf(await ask(members, 'minimal'))
  assert.equal(typed?.['@odata.type'], '#microsoft.graph.user')
  const bare = await ask(members, 'none')
  assert.deepEqual(Object.keys(bare), ['value'])
  assert.equal(valueOf(bare)[0]?.['id'], w.fiona.userId)
  assert.equal(
    Object.keys(valueOf(bare)[0] ?? {}).some((name) => name.startsWith('@')),
    false,
  )
  const page = await ask('/v1.0/users?$top=1&$count=true', 'none')
  assert.deepEqual(Object.keys(page).toSorted(), ['@odata.count', '@odata.nextLink', 'value'])
})

test('12.2: with all metadata each object says its type, its address and where it is changed', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const full = { accept: 'application/json;odata.metadata=full' }
  const address = `${w.publicUrl}/v1.0/users/${w.fiona.userId}`
  for (const path of [
    `/v1.0/users/${w.fiona.userId}`,
    `/v1.0/users?$filter=id eq '${w.fiona.userId}'`,
  ]) {
    const body = await json(await frank.get(path, full))
    const user = 'value' in body ? valueOf(body)[0] : body
    assert.equal(user?.['@odata.type'], '#microsoft.graph.user', path)
    assert.equal(user['@odata.id'], address)
    assert.equal(user['@odata.editLink'], address)
  }
})

test('12.2: what stands on every answer: version, ids of the request, cost; where what was made is', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const theirs = '0b2c4d6e-8f10-4a2b-9c3d-5e6f7a8b9c0d'
  const found = await frank.get('/v1.0/users?$top=1', { 'client-request-id': theirs })
  assert.equal(found.headers.get('odata-version'), '4.0')
  assert.equal(found.headers.get('client-request-id'), theirs)
  assert.equal(found.headers.get('etag'), null)
  assert.match(found.headers.get('x-ms-resource-unit') ?? '', /^\d+$/)
  const refused = await frank.get('/v1.0/nothing')
  assert.equal(refused.headers.get('client-request-id'), refused.headers.get('request-id'))
  assert.match(refused.headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/)
  const made = await frank.post('/v1.0/groups', { displayName: 'Located' })
  const id = String((await json(made, 201))['id'])
  assert.equal(made.headers.get('location'), `${w.publicUrl}/v1.0/groups/${id}`)
  const changed = await frank.patch(`/v1.0/groups/${id}`, { displayName: 'Moved' })
  assert.equal(changed.status, 204)
  assert.equal(changed.headers.get('content-type'), null)
  assert.equal(await changed.text(), '')
})
