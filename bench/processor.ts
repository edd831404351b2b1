/**
 * Processor time, which says the same on a busy machine: of the store's server, of all its
 * processes, and of the process that asks it. Linux only: it is read in /proc.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { select } from '../src/store/columns.ts'
import { firstRow, sql, type Database } from '../src/store/database.ts'

const parentOf = (pid: string): string | undefined =>
  existsSync(`/proc/${pid}/stat`)
    ? readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[1]
    : undefined

/** The process of the server. Throws where it does not run on this machine. */
export const postmasterOf = async (db: Database): Promise<string> => {
  const row = await firstRow(db, select<{ pid: number }>({ pid: sql`pg_backend_pid()` })``)
  const found = parentOf(String(row?.pid))
  if (found === undefined) throw new Error('The server of the store is not of this machine.')
  return found
}

/** Nanoseconds that a process was on a processor, since it began. */
const ranFor = (pid: string): number =>
  Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0])

/** What each process of a server has used by now, in nanoseconds. */
const usedBy = (postmaster: string): ReadonlyMap<string, number> => {
  const used = new Map<string, number>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      if (pid === postmaster || parentOf(pid) === postmaster) used.set(pid, ranFor(pid))
    } catch {
      // It has just ended.
    }
  return used
}

/** Processor of a piece of work, in microseconds: of the store's server, and of this process. */
export type Cost = { readonly store: number; readonly own: number }

/**
 * What `work` took the processor. What a process of the server used that began and ended meanwhile
 * is not in it, nor what one that ended meanwhile did: those are the store's own housekeeping.
 */
export const processorOf = async <T>(
  postmaster: string,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly cost: Cost }> => {
  const before = usedBy(postmaster)
  const own = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(own)
  let store = 0
  for (const [pid, used] of usedBy(postmaster)) store += used - (before.get(pid) ?? 0)
  return { result, cost: { store: store / 1_000, own: user + system } }
}

/** Processor that each of `count` turns takes, one after the other, in microseconds. */
export const costOf = async (
  postmaster: string,
  count: number,
  turn: (index: number) => Promise<unknown>,
): Promise<Cost> => {
  const { cost } = await processorOf(postmaster, async () => {
    for (let index = 0; index < count; index++) await turn(index)
  })
  return each(cost, count)
}

/** The share of one of `count`. */
export const each = ({ store, own }: Cost, count: number): Cost => ({
  store: store / count,
  own: own / count,
})
