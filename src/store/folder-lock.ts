/**
 * One process per data folder. The lock is the operating system's lock on a small SQLite file: it dies with the process that
 * holds it, however that ends, and needs no package (docs/decisions/0004).
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

// Node prints a warning on the first import of node:sqlite; it says nothing to an operator.
const { emitWarning } = process
process.emitWarning = () => {}
const { DatabaseSync } = await import('node:sqlite')
process.emitWarning = emitWarning

export class FolderInUse extends Error {
  override name = 'FolderInUse'
  constructor(folder: string) {
    super(
      `Another Guesthouse process has the data folder ${folder} open. Stop it first, or choose another folder with GUESTHOUSE_DATA. ` +
        'Several processes can share a PostgreSQL server (DATABASE_URL).',
    )
  }
}

/** Takes the lock of `folder` and returns what gives it back. Throws `FolderInUse` at once when somebody else has it. */
export const lockFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new FolderInUse(folder)
    throw error
  }
  return () => lock.close()
}
