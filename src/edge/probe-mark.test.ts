import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../test/world.ts'
import { isProbeMark, probeHeader, probeMark } from './probe-mark.ts'
import { minuteMs, plus } from '../kernel/time.ts'

test('issue 13: the mark of the synthetic guest is made with the key of the installation alone, and good for two minutes', () => {
  const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const now = new Date('2026-05-01T12:00:00Z')
  const mark = probeMark(key, now)
  assert.equal(isProbeMark(key, mark, plus(now, minuteMs)), true)
  assert.equal(isProbeMark(key, mark, plus(now, 3 * minuteMs)), false)
  assert.equal(isProbeMark(key, mark, plus(now, -3 * minuteMs)), false)
  assert.equal(isProbeMark(other, mark, now), false)
  const later = `${plus(now, minuteMs).getTime()}.${mark.split('.')[1]}`
  for (const text of [undefined, '', '.', mark.slice(0, -2), `${now.getTime()}.`, later])
    assert.equal(isProbeMark(key, text, now), false, text)
})

test('issue 13: the synthetic guest uses up nobody’s share, and who makes a mark of their own counts as every stranger does', async () => {
  const w = await world()
  const from = { incoming: { socket: { remoteAddress: '203.0.113.7' } } }
  const ask = async (mark: string): Promise<number> =>
    (await w.app.request(`${w.publicUrl}/v1.0/me`, { headers: { [probeHeader]: mark } }, from))
      .status
  const mark = probeMark(w.services.sealKey, w.now())
  const many = Array.from({ length: 250 })
  assert.deepEqual(new Set(await Promise.all(many.map(() => ask(mark)))), new Set([401]))
  const forged = probeMark(Buffer.alloc(32, 9), w.now())
  const answers = await Promise.all(many.map(() => ask(forged)))
  assert.equal(answers.filter((status) => status === 401).length, 200)
  assert.equal(await ask(forged), 429)
  assert.equal(await ask(mark), 401)
})
