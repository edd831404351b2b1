/**
 * What the documents of the directory API tell of bodies and answers is what is taken and given.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../test/json.ts'
import { world } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { graphRoutes } from './app.ts'

const read = async () => {
  const w = await world()
  return { w, document: await json(await w.as(undefined).get('/v1.0/openapi.json')) }
}

const told = (document: Json, { method, path }: { method: string; path: string }): Json =>
  document['paths'][path.replaceAll(/:(\w+)/g, '{$1}')][method.toLowerCase()]

const schemaIn = (content: Json | undefined): Json | undefined =>
  content?.['content']?.['application/json']?.['schema']

test('K14: what is sent to an operation and what it answers stands in the document, in the words of its definition', async () => {
  const { document } = await read()
  const rows = graphRoutes.filter(({ operation }) => operation !== undefined)
  assert.ok(rows.length > 12, `${rows.length} rows`)
  for (const row of rows) {
    const { sent, answered } = row.operation ?? {}
    const one = told(document, row)
    const [body, answer] = [schemaIn(one['requestBody']), schemaIn(one['responses']['2XX'])]
    assert.deepEqual(Object.keys(body?.['properties'] ?? {}), Object.keys(sent ?? {}), row.path)
    assert.deepEqual(
      Object.keys(answer?.['properties'] ?? {}),
      Object.keys(answered ?? {}),
      row.path,
    )
  }
})

test('K12: every body that the document tells is strict: what does not exist is refused by its name', async () => {
  const { w, document } = await read()
  const frank = w.as(w.frank, w.fabrikam)
  const rows = graphRoutes.filter((row) => told(document, row)['requestBody'] !== undefined)
  assert.ok(rows.length > 20, `${rows.length} rows`)
  for (const row of rows) {
    // Where the object itself is not there, that is told first.
    const address = `/v1.0${row.path.replaceAll(/:\w+/g, newId())}`
    const response = await frank.request(row.method, address, { nothing: 1 })
    if (response.status === 404) continue
    const { error } = await json(response, 400)
    assert.match(JSON.stringify([error.message, error.details]), /nothing/, address)
  }
})

test('U9: the secret of a provider is told where it is sent, and nowhere where it is answered', async () => {
  const { document } = await read()
  const { schemas } = document['components']
  assert.ok('clientSecret' in schemas['identityProvider.create']['properties'])
  assert.ok('clientSecret' in schemas['identityProvider.update']['properties'])
  assert.equal('clientSecret' in schemas['identityProvider']['properties'], false)
})

test('contract §4: that a collection tells what has changed stands in $metadata as a function of it, and in the document with its link', async () => {
  const { w, document } = await read()
  const text = await (await w.as(undefined).get('/v1.0/$metadata')).text()
  const told = [
    ...text.matchAll(
      /<Function Name="delta" IsBound="true">\s*<Parameter Name="bindingParameter" Type="Collection\(microsoft\.graph\.(\w+)\)" \/>\s*<ReturnType Type="Collection\(microsoft\.graph\.\1\)" \/>/g,
    ),
  ].map(([, type]) => type)
  const rows = graphRoutes.filter(({ path }) => path.endsWith('/delta'))
  assert.equal(new Set(told).size, rows.length)
  assert.ok(told.includes('user') && told.includes('directoryObject'))
  for (const { path, takes } of rows) {
    assert.ok(takes?.rounds !== undefined, path)
    const one = document['paths'][path]['get'] as Json
    const answer = schemaIn(one['responses']['2XX'])
    assert.ok(Object.hasOwn((answer ?? {})['properties'], '@odata.deltaLink'), path)
    assert.ok((one['parameters'] as Json[]).some(({ name }) => name === '$deltatoken'))
  }
})
