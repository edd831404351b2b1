/**
 * Whatever stands in a body, at every row: it is done or refused in words, and nothing fails on our
 * side.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphRoutes } from '../../src/graph/app.ts'
import { world } from '../world.ts'
import { scenesOf } from './graph-scenes.ts'
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

test('K14: no body makes anything fail on our side: what it asks is done, or refused in words', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const { headersFor } = w.as(w.frank, w.fabrikam)
  const wrong: string[] = []
  for (const route of graphRoutes.filter(({ method }) => method !== 'GET')) {
    const [play] = scenesOf(route)
    assert.ok(play)
    const { ids, body, headers } = await play(stage, w.frank.userId)
    if (body === undefined) continue
    const path = `/v1.0${route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''))}`
    for (const text of [...whole, ...oddly(body(ids))]) {
      const { status } = await w.app.request(`${w.publicUrl}${path}`, {
        method: route.method,
        body: text,
        headers: { ...(await headersFor(path)), 'content-type': 'application/json', ...headers },
      })
      if (status >= 500) wrong.push(`${status} ${route.method} ${route.path} ${text}`)
    }
  }
  assert.deepEqual(wrong, [])
})
