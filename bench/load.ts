/**
 * Sends requests over keep-alive connections from a process of its own, so that the sending does
 * not take the server's turn, nor counts as its processor time.
 */
import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'

export type Call = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
}
type Job = { readonly port: number; readonly connections: number; readonly calls: readonly Call[] }
export type Rate = { readonly perSecond: number; readonly medianMs: number; readonly p99Ms: number }

/** Rate and latencies of `durations`, in milliseconds, of calls that took `totalMs` together. */
export const rateOf = (durations: readonly number[], totalMs: number): Rate => {
  const sorted = durations.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { perSecond: (durations.length / totalMs) * 1_000, medianMs: at(0.5), p99Ms: at(0.99) }
}

/**
 * Makes each call once, `connections` at a time. Throws when one is not answered with 2xx: what
 * fails is not measured.
 */
export const sendAll = (job: Job): Promise<Rate> => {
  const { promise, resolve, reject } = Promise.withResolvers<Rate>()
  const sender = fork(import.meta.filename)
  sender.on('message', (rate: Rate) => resolve(rate)).on('error', reject)
  sender.on('exit', (code) => reject(new Error(`the sender ended with ${code}`)))
  sender.send(job)
  return promise
}

/** Runs `work` for each index below `count`, `width` at a time, and tells how fast. */
export const measure = async (
  count: number,
  width: number,
  work: (index: number) => Promise<unknown>,
): Promise<Rate> => {
  let next = 0
  const durations: number[] = []
  const started = performance.now()
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next++
      const from = performance.now()
      await work(index)
      durations.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
  return rateOf(durations, performance.now() - started)
}

const send = (agent: Agent, port: number, call: Call): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const outgoing = request(
    { agent, host: '127.0.0.1', port, method: call.method, path: call.path, headers: call.headers },
    (response) => {
      const { statusCode = 0 } = response
      if (statusCode < 200 || statusCode > 299)
        reject(new Error(`${call.method} ${call.path}: ${statusCode}`))
      response.on('end', resolve).resume()
    },
  )
  outgoing.on('error', reject).end(call.body)
  return promise
}

if (process.argv[1] === import.meta.filename)
  process.once('message', async ({ port, connections, calls }: Job) => {
    const agent = new Agent({ keepAlive: true, maxSockets: connections })
    const rate = await measure(calls.length, connections, (index) =>
      send(agent, port, calls[index] as Call),
    )
    agent.destroy()
    process.send?.(rate, () => process.disconnect())
  })
