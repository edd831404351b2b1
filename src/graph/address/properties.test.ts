/** Single properties of an object at addresses of their own, as OData has them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { graphRoutes } from '../app.ts'

test('each property that can be chosen of an object is told at its own address, as the object tells it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const rows = graphRoutes.filter(
    ({ method, path, takes: { select, page, list, rounds } = {} }) =>
      method === 'GET' &&
      select !== undefined &&
      (page ?? list ?? rounds) === undefined &&
      ['/me', '/users/:id', '/organization'].includes(path),
  )
  assert.ok(rows.length >= 2)
  for (const { path, takes } of rows) {
    const at = `/v1.0${path.replace(':id', w.userOf(w.ada, w.fabrikam))}`
    for (const name of takes?.select?.names ?? []) {
      const { [name]: wanted } = await json(await frank.get(`${at}?$select=${name}`))
      const answer = await frank.get(`${at}/${name.toUpperCase()}`)
      if (wanted === null || wanted === undefined) assert.equal(answer.status, 204, `${at}/${name}`)
      else {
        const { '@odata.context': context, ...told } = await json(answer)
        assert.match(String(context), new RegExp(`/\\$metadata#.*/${RegExp.escape(name)}$`))
        const isComplex = typeof wanted === 'object' && !Array.isArray(wanted)
        assert.deepEqual(told, isComplex ? wanted : { value: wanted }, `${at}/${name}`)
      }
    }
  }
})

test('the bare value of a property is text; of what has several there is none', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const at = `/v1.0/users/${w.fiona.userId}`
  const answer = await frank.get(`${at}/displayName/$value`)
  assert.equal(await answer.text(), 'Fiona Byrne')
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/)
  await refusal(await frank.get(`${at}/businessPhones/$value`), 400)
})

test('what is no property is no address, and at that of one nothing is written or deleted', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const at = `/v1.0/users/${w.fiona.userId}`
  await refusal(await frank.get(`${at}/nonsense`), 400)
  await refusal(await frank.get(`${at}/displayName/length`), 400)
  await refusal(await frank.get(`${at}/displayName?$select=id`), 400)
  await refusal(await frank.delete(`${at}/displayName`), 405)
  await refusal(await frank.patch(`${at}/displayName`, { displayName: 'X' }), 405)
  assert.equal((await json(await frank.get(at)))['displayName'], 'Fiona Byrne')
})

test('what others are not shown of an object they are not told at the address of the property either', async () => {
  const w = await world()
  const ada = w.as(w.ada, w.fabrikam)
  const at = `/v1.0/users/${w.fiona.userId}`
  const whole = await ada.get(`${at}?$select=signInActivity`)
  const alone = await ada.get(`${at}/signInActivity`)
  assert.ok(whole.status >= 400)
  assert.equal(alone.status, whole.status)
})
