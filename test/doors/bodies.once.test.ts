/**
 * Whatever stands in a body, and whatever an id is of, at every row: it is done or refused in
 * words, and nothing fails on our side.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphRoutes } from '../../src/graph/app.ts'
import { graphPrincipalId } from '../../src/graph/applications/graph-principal.ts'
import { world } from '../world.ts'
import { scenesOf, type Ids } from './graph-scenes.ts'
import { stageOf } from './graph-stage.ts'

/** As they are sent: what no client of ours could write stands among them. */
const odd = [
  '1e400',
  '"\\u0000"',
  '["\\ud800"]',
  '[[]]',
  '{"toString":1}',
  '[{"toString":1}]',
  '{"__proto__":{"constructor":1}}',
  '"+275760-09-13T00:00:00.001Z"',
] as const

const whole = ['[]', 'null', '{"__proto__":1}', '{"constructor":{}}', '{"\\ud800":1,"":2}'] as const

/** The bodies that a body becomes with each of its properties odd. */
const oddly = (body: object): string[] => {
  const pairs = Object.entries(body).map(
    ([name, value]) => [JSON.stringify(name), JSON.stringify(value)] as const,
  )
  return pairs.flatMap(([name]) =>
    odd.map((value) => {
      const all = pairs.map(([other, as]) => `${other}:${other === name ? value : as}`)
      return `{${all.join(',')}}`
    }),
  )
}

const pathOf = (path: string, ids: Ids): string =>
  `/v1.0${path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''))}`

test('K14: no body and no id makes anything fail on our side: what it asks is done, or refused in words', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const { headersFor } = w.as(w.frank, w.fabrikam)
  // An object that is stored nowhere, and one of each kind that most rows do not mean.
  const others = [graphPrincipalId(w.fabrikam.id), w.fiona.userId, await stage.group()]
  const wrong: string[] = []
  for (const route of graphRoutes) {
    const [play] = scenesOf(route)
    assert.ok(play)
    const { ids, body, headers } = await play(stage, w.frank.userId)
    const send = async (path: string, text: string | undefined): Promise<void> => {
      const { status } = await w.app.request(`${w.publicUrl}${path}`, {
        method: route.method,
        ...(text === undefined ? {} : { body: text }),
        headers: { ...(await headersFor(path)), 'content-type': 'application/json', ...headers },
      })
      if (status >= 500) wrong.push(`${status} ${route.method} ${path} ${text}`)
    }
    for (const name of Object.keys(ids))
      for (const other of others) {
        const mixed = { ...ids, [name]: other }
        await send(pathOf(route.path, mixed), body && JSON.stringify(body(mixed)))
      }
    const texts = body === undefined ? [] : [...whole, ...oddly(body(ids))]
    for (const text of texts) await send(pathOf(route.path, ids), text)
  }
  assert.deepEqual(wrong, [])
})
