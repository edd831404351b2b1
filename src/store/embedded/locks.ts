/**
 * Who uses a data folder, and who is just starting or stopping its server. The locks are the
 * operating system's, on small SQLite files: they die with the process that holds them, however
 * that ends, and need no package (docs/decisions/0004).
 */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { minuteMs } from '../../kernel/time.ts'
import { StoreUnavailable } from '../store-error.ts'

// Node prints a warning on the first import of node:sqlite; it says nothing to an operator.
const { emitWarning } = process
process.emitWarning = () => {}
const { DatabaseSync } = await import('node:sqlite')
process.emitWarning = emitWarning

/** Gives a lock back. */
export type Unlock = () => void

const patienceMs = 2 * minuteMs
const stepMs = 20

const take = (file: string, how: 'shared' | 'alone'): Unlock | undefined => {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    // A reader's transaction holds the file's shared lock to its end, a writer's the exclusive one.
    lock.exec(how === 'shared' ? 'begin; select count(*) from sqlite_master' : 'begin exclusive')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) return undefined
    throw error
  }
}

/**
 * Runs `work` while nobody else starts or stops the server of `folder`. Waits for who does, at most
 * two minutes.
 */
export const alone = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const until = Date.now() + patienceMs
  for (;;) {
    const unlock = take(join(folder, 'lock.start'), 'alone')
    if (unlock !== undefined)
      try {
        return await work()
      } finally {
        unlock()
      }
    if (Date.now() > until)
      throw new StoreUnavailable(
        `Another process has been starting or stopping the store in ${folder} for two minutes.`,
      )
    await pause(stepMs)
  }
}

/** Notes this process as one that uses `folder`. To be called inside `alone`. */
export const use = (folder: string): Unlock => {
  const unlock = take(join(folder, 'lock'), 'shared')
  if (unlock === undefined)
    throw new StoreUnavailable(`The store in ${folder} is locked as a whole by another process.`)
  return unlock
}

/** Whether nobody uses `folder` now. To be called inside `alone`, so that it stays so. */
export const isUnused = (folder: string): boolean => {
  const unlock = take(join(folder, 'lock'), 'alone')
  unlock?.()
  return unlock !== undefined
}
