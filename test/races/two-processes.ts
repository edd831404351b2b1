/** Two server processes on one database, which are asked at the same moment. */
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { World } from '../sign-on.ts'
import { storeUrl } from '../store.ts'
import type { Ask, Asked, Told } from './racer.ts'

export type Racer = {
  readonly ask: (ask: Ask, waitMs?: number) => Promise<Told>
  readonly stop: () => void
}

const racerOf = async (w: World): Promise<Racer> => {
  const env = {
    ...process.env,
    RACE_DATABASE: storeUrl,
    RACE_NOW: w.now().toISOString(),
    RACE_PUBLIC_URL: w.publicUrl,
  }
  const child: ChildProcess = fork(join(import.meta.dirname, 'racer.ts'), { env, execArgv: [] })
  const waiting = new Map<number, (told: Told) => void>()
  const gone = Promise.withResolvers<never>()
  // Without a listener of its own a rejection that nobody waits for would end the run.
  gone.promise.catch(() => {})
  child.on('exit', (code) => gone.reject(new Error(`a server process ended with ${code}`)))
  child.on('message', (told: Told) => waiting.get(told.id)?.(told))
  const answer = (id: number) =>
    Promise.race([new Promise<Told>((resolve) => waiting.set(id, resolve)), gone.promise])
  let serial = 0
  await answer(-1)
  const ask = (one: Ask, waitMs = 0): Promise<Told> => {
    const id = serial++
    const told = answer(id).finally(() => waiting.delete(id))
    child.send({ id, waitMs, ask: one } satisfies Asked)
    return told
  }
  return { ask, stop: () => child.disconnect() }
}

/** Starts two of them over the world's database, at the world's instant. */
export const twoProcesses = async (w: World): Promise<readonly [Racer, Racer]> => {
  const [one, other] = await Promise.all([racerOf(w), racerOf(w)])
  return [one, other]
}
