/** Up to twenty requests in one (contract §5). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import type { Env } from '../../edge/routes.ts'
import { newId } from '../../kernel/ids.ts'
import { graphAddress } from '../app.ts'
import { batchHandler, batchPath } from './batch.ts'

type Answer = {
  readonly id: string
  readonly status: number
  readonly headers: Json
  readonly body: Json
}

const stage = async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const batch = (requests: unknown, headers?: Record<string, string>) =>
    frank.post('/v1.0/$batch', { requests }, headers)
  const answersOf = async (requests: readonly object[]): Promise<ReadonlyMap<string, Answer>> => {
    const { responses } = await json(await batch(requests))
    return new Map((responses as Answer[]).map((one) => [one.id, one]))
  }
  return { w, frank, batch, answersOf }
}
const codeOf = ({ body }: Answer): unknown => (body['error'] as Json | undefined)?.['code']

test('12.7: each part is answered by itself, by its id, numbers as text, with status, headers and body', async () => {
  const { w, answersOf } = await stage()
  const answers = await answersOf([
    { id: 0, method: 'get', url: `/users/${w.fiona.userId}?$select=id,displayName` },
    { id: '1', method: 'GET', url: "users('nobody')" },
    { id: 'c', method: 'GET', url: '/users/$count', headers: { ConsistencyLevel: 'eventual' } },
    { id: 'm', method: 'GET', url: '/$metadata' },
    { id: 'x', method: 'GET', url: '/nonsense' },
  ])
  assert.equal(answers.get('0')?.status, 200)
  assert.equal(answers.get('0')?.body['displayName'], w.fiona.name)
  assert.match(String(answers.get('0')?.headers['content-type']), /^application\/json;odata/)
  assert.equal(answers.get('1')?.status, 404)
  assert.equal(answers.get('c')?.body, '4')
  assert.match(Buffer.from(String(answers.get('m')?.body), 'base64').toString(), /<edmx:Edmx/)
  assert.equal(answers.get('x')?.status, 400)
})

test('12.7: what is made, changed and deleted is done, one after the other where they depend; 204 has no body', async () => {
  const { w, frank, answersOf } = await stage()
  const made = await json(await frank.post('/v1.0/groups', { displayName: 'Batched' }), 201)
  const id = String(made['id'])
  const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/users/${w.fiona.userId}` }
  const answers = await answersOf([
    { id: 3, method: 'DELETE', url: `/groups/${id}`, dependsOn: [2] },
    { id: 2, method: 'POST', url: `/groups/${id}/members/$ref`, body: reference, dependsOn: [1] },
    { id: 1, method: 'PATCH', url: `/groups/${id}`, body: { displayName: 'Changed' } },
    { id: 4, method: 'POST', url: '/groups', body: { displayName: 'Another' } },
  ])
  for (const one of ['1', '2', '3']) {
    assert.equal(answers.get(one)?.status, 204, JSON.stringify(answers.get(one)))
    assert.equal(answers.get(one)?.body, null)
  }
  assert.equal(answers.get('4')?.status, 201)
  assert.match(String(answers.get('4')?.headers['location']), /\/v1\.0\/groups\//)
  assert.equal((await frank.get(`/v1.0/groups/${id}`)).status, 404)
})

test('12.7: a body may be written as the base64 of its bytes; what is none is refused, and the others are done', async () => {
  const { w, frank, answersOf } = await stage()
  const url = `/users/${w.fiona.userId}`
  const body = Buffer.from(JSON.stringify({ jobTitle: 'Hüterin' })).toString('base64')
  const answers = await answersOf([
    { id: 'text', method: 'PATCH', url, body: 'nothing of the kind' },
    { id: 'list', method: 'PATCH', url, body: Buffer.from('[]').toString('base64') },
    { id: 'bytes', method: 'PATCH', url, body },
  ])
  assert.deepEqual(
    ['text', 'list', 'bytes'].map((id) => answers.get(id)?.status),
    [400, 400, 204],
  )
  assert.equal((await json(await frank.get(`/v1.0${url}?$select=jobTitle`)))['jobTitle'], 'Hüterin')
})

test('12.7: who depends on a part that failed is not done, and neither is who depends on them', async () => {
  const { w, frank, answersOf } = await stage()
  const answers = await answersOf([
    { id: 'a', method: 'PATCH', url: '/users/nobody', body: { jobTitle: 'x' } },
    { id: 'b', method: 'DELETE', url: `/users/${w.fiona.userId}`, dependsOn: ['a'] },
    { id: 'c', method: 'GET', url: `/users/${w.fiona.userId}`, dependsOn: ['b'] },
    { id: 'd', method: 'GET', url: `/users/${w.fiona.userId}` },
  ])
  for (const one of ['b', 'c']) {
    const answer = answers.get(one)
    assert.ok(answer)
    assert.deepEqual([answer.status, codeOf(answer)], [424, 'FailedDependency'])
  }
  assert.equal(answers.get('d')?.status, 200)
  assert.equal((await frank.get(`/v1.0/users/${w.fiona.userId}`)).status, 200)
})

const get = (id: unknown, more: object = {}) => ({ id, method: 'GET', url: '/me', ...more })

test('12.7: a batch that cannot be done as a whole is refused, and nothing of it is done', async () => {
  const { w, batch } = await stage()
  const many = Array.from({ length: 21 }, (_, id) => get(id))
  const refused = await refusal(await batch(many), 400)
  assert.equal(refused.code, 'MaximumValueExceeded')
  assert.equal(refused.message, 'Number of batch request steps exceeds the maximum value of 20.')
  const wrong: readonly (readonly [unknown, RegExp])[] = [
    [[], /no requests/],
    ['nothing', /requests/],
    [[get(1), get('1')], /have the id '1'/],
    [[get(1, { dependsOn: [2] }), get(2, { dependsOn: [1] })], /circle/],
    [[get(1, { dependsOn: ['other'] })], /not there/],
    [[get(1, { method: 'BREW' })], /^Request 1 of the batch/],
    [[get(1, { url: 'https://elsewhere.example/v1.0/me' })], /url of the request '1'/],
    [[get(1, { url: '//elsewhere.example/v1.0/me' })], /url of the request '1'/],
    [[get(1, { url: '/../account/organizations' })], /url of the request '1'/],
    [[get(1, { url: '/$batch', method: 'POST' })], /cannot hold another/],
    [[get(1, { url: '/%24Batch/', method: 'POST' })], /cannot hold another/],
    [[get(1, { url: `/users/${'x'.repeat(9_000)}` })], /^Request 1 of the batch.* url/],
    [[get(1, { headers: { 'no name': 'x' } })], /^Request 1 of the batch.* headers/],
    [[get(1, { headers: { prefer: 'one\r\nauthorization: two' } })], /headers.prefer: .*no value/],
    [[get(1, { headers: { prefer: '日本' } })], /headers.prefer: .*no value/],
  ]
  for (const [requests, words] of wrong)
    assert.match((await refusal(await batch(requests), 400)).message, words)
  const nobody = await w.app.request(`${w.publicUrl}/v1.0/$batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ requests: [get(1)] }),
  })
  assert.equal((await refusal(nobody, 401)).code, 'InvalidAuthenticationToken')
})

test('12.7, K20: a batch with a token that is none of ours is refused as a whole, also for what anybody may read', async () => {
  const { w, frank } = await stage()
  const { authorization = '' } = await frank.headersFor('/v1.0/users')
  const documents = { requests: [{ id: 1, method: 'GET', url: '/$metadata' }] }
  const statusWith = async (token: string): Promise<number> => {
    const answer = await w.app.request(`${w.publicUrl}/v1.0/$batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: token },
      body: JSON.stringify(documents),
    })
    return answer.status
  }
  assert.equal(await statusWith(authorization), 200)
  assert.equal(await statusWith('Bearer any'), 401)
  assert.equal(await statusWith(authorization.slice(0, -8)), 401)
  const { authorization: ofBob = '' } = await w.as(w.bob, w.fabrikam).headersFor('/v1.0/users')
  assert.equal(await statusWith(ofBob), 200)
  await w.as(w.bob).leave(w.fabrikam)
  assert.equal(await statusWith(ofBob), 401)
})

test('12.7: each part is judged by what its caller may: a header of a part makes nobody else of them', async () => {
  const { w, frank } = await stage()
  const { authorization = '' } = await frank.headersFor('/v1.0/users')
  const requests = [
    { id: 1, method: 'DELETE', url: `/users/${w.ada.userId}`, headers: { authorization } },
    { id: 2, method: 'GET', url: '/me' },
  ]
  const { responses } = await json(
    await w.as(w.fiona, w.fabrikam).post('/v1.0/$batch', { requests }),
  )
  const [first, second] = responses as Answer[]
  assert.ok(first && second)
  assert.deepEqual([first.status, codeOf(first)], [403, 'Authorization_RequestDenied'])
  assert.equal(second.body['id'], w.fiona.userId)
})

test('12.7: a batch at the address of another organization does nothing, and one nested without end is refused', async () => {
  const { w, frank } = await stage()
  const requests = [{ id: 1, method: 'POST', url: '/groups', body: { displayName: 'Elsewhere' } }]
  const statusAt = async (organization: string): Promise<unknown> => {
    const answer = await json(await frank.post(`/v1.0/${organization}/$batch`, { requests }))
    return (answer['responses'] as Answer[])[0]?.status
  }
  assert.equal(await statusAt(w.contoso.id), 403)
  assert.equal(await statusAt(w.fabrikam.id), 201)
  assert.equal(await statusAt('myorganization'), 201)
  const deep = '['.repeat(60_000) + ']'.repeat(60_000)
  const response = await w.app.request(`${w.publicUrl}/v1.0/$batch`, {
    method: 'POST',
    headers: {
      ...(await frank.headersFor('/v1.0/$batch')),
      'content-type': 'application/json',
    },
    body: `{"requests":[{"id":1,"method":"POST","url":"/groups","body":{"displayName":${deep}}}]}`,
  })
  assert.match((await refusal(response, 400)).message, /nested deeper/)
})

test('12.7: what the parts answer together is bounded: what goes beyond it is asked for alone', async () => {
  const large = 'x'.repeat(3 * 1024 * 1024)
  const send = async (): Promise<Response> =>
    new Response(large, { headers: { 'content-type': 'text/plain' } })
  const app = new Hono<Env>().use(async (c, next) => {
    c.set('requestId', newId())
    c.set('now', new Date())
    await next()
  })
  app.post(
    `/v1.0${batchPath}`,
    batchHandler(send, graphAddress, async () => {}),
  )
  const answer = await app.request(`http://guesthouse.test/v1.0${batchPath}`, {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    body: JSON.stringify({ requests: Array.from({ length: 8 }, (_, id) => get(id)) }),
  })
  const { responses } = await json(answer)
  assert.deepEqual(
    (responses as Answer[]).map(({ status }) => status),
    [200, 200, 200, 200, 200, 400, 400, 400],
  )
})
