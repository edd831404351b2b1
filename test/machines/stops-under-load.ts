/**
 * Stopping while people are being served: nobody who has sent a request is cut off (F8), and it
 * does not take long.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { headersAt, seed, settings, startProduct } from './kill-rounds.ts'

/**
 * What came of a request: its status, that nobody listened any more (it was never sent), or that it
 * was cut off.
 */
type End =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'refused' | 'cut' }

const width = 6

const ask = (url: string, headers: Record<string, string>, agent: Agent): Promise<End> => {
  const { promise, resolve } = Promise.withResolvers<End>()
  const sent = request(`${url}/v1.0/groups?$top=5`, { headers, agent }, (response) => {
    response.resume()
    response.on('end', () => resolve({ kind: 'answered', status: response.statusCode ?? 0 }))
    response.on('error', () => resolve({ kind: 'cut' }))
  })
  sent.on('error', ({ code }: NodeJS.ErrnoException) =>
    resolve({ kind: code === 'ECONNREFUSED' ? 'refused' : 'cut' }),
  )
  sent.end()
  return promise
}

/** As the product promises: who is being served has so long after the drain. */
const graceMs = 6_000
const drainMs = 1_000

export type Stops = {
  readonly stops: number
  readonly answered: number
  readonly cut: number
  readonly late: number
  readonly statuses: readonly number[]
  readonly longestMs: number
}

/**
 * Stops the product `rounds` times with SIGTERM under load, fewer when `longestRunMs` have passed
 * before.
 */
export const stopsUnderLoad = async (rounds: number, longestRunMs = Infinity): Promise<Stops> => {
  const folder = join(mkdtempSync(join(tmpdir(), 'guesthouse-stop-')), 'data')
  const { tenantId, session } = await seed(settings(folder))
  const ends: End[] = []
  // On a machine so busy that an answer takes longer than the running requests are given.
  let late = 0
  let longestMs = 0
  const until = performance.now() + longestRunMs
  let round = 0
  for (; round < rounds && (round === 0 || performance.now() < until); round++) {
    const product = await startProduct(folder, {
      GUESTHOUSE_DRAIN_SECONDS: String(drainMs / 1_000),
    })
    const headers = await headersAt(product.url, tenantId, session)
    const agent = new Agent({ keepAlive: true, maxSockets: width })
    const over = { isOver: false }
    const begun = { at: Infinity }
    const clients = Array.from({ length: width }, async () => {
      while (!over.isOver) {
        const end = await ask(product.url, headers, agent)
        if (end.kind === 'cut' && performance.now() - begun.at >= drainMs + graceMs) late++
        else ends.push(end)
        if (end.kind !== 'answered') return
      }
    })
    await pause(300)
    begun.at = performance.now()
    const ended = new Promise((resolve) => product.child.on('close', resolve))
    product.child.kill('SIGTERM')
    await ended
    longestMs = Math.max(longestMs, performance.now() - begun.at)
    over.isOver = true
    await Promise.all(clients)
    agent.destroy()
  }
  rmSync(join(folder, '..'), { recursive: true, force: true })
  const statuses = [
    ...new Set(ends.flatMap((end) => (end.kind === 'answered' ? [end.status] : []))),
  ]
  return {
    stops: round,
    answered: ends.filter(({ kind }) => kind === 'answered').length,
    cut: ends.filter(({ kind }) => kind === 'cut').length,
    late,
    statuses,
    longestMs,
  }
}
