/** Workers that tell subscribers are killed at any moment: nothing that has changed is lost. */
import assert from 'node:assert/strict'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { storeUrl } from '../store.ts'
import { subscribersIn, toldOf } from '../subscribers.ts'

const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

test('contract §10: two workers are killed again and again while a receiver fails now and then: each change is told, and what is told twice has the same id', async () => {
  const { to, w, subscribe, makes } = await subscribersIn()
  await subscribe('users')
  const env = {
    ...process.env,
    TELLER_DATABASE: storeUrl,
    TELLER_NOW: w.now().toISOString(),
    TELLER_BEGUN: String(Date.now()),
  }
  const start = async (): Promise<ChildProcess> => {
    const child = fork(join(import.meta.dirname, 'teller.ts'), { env, execArgv: [] })
    await once(child, 'message')
    return child
  }
  let workers = await Promise.all([start(), start()])
  const ids: string[] = []
  try {
    for (let round = 0; round < 6; round++) {
      to.state.answers = round % 3 === 1 ? 503 : 202
      for (let n = 0; n < 4; n++) {
        ids.push(await makes.user())
        await pause(10 * ((round * 4 + n) % 7))
      }
      await Promise.all(workers.map(kill))
      workers = await Promise.all([start(), start()])
    }
    to.state.answers = 202
    const isTold = (id: string) => toldOf(to.received, id).length > 0
    for (let tries = 0; !ids.every(isTold) && tries < 600; tries++) await pause(100)
    assert.deepEqual(
      ids.filter((id) => !isTold(id)),
      [],
    )
    const byId = Map.groupBy(to.received, ({ id }) => id)
    for (const same of byId.values()) for (const one of same) assert.deepEqual(one, same[0])
    assert.ok(byId.size >= ids.length)
  } finally {
    await Promise.all(workers.map(kill))
    await to.stop()
  }
})
