/**
 * A disk that fills up under the embedded store and has room again. Needs a file system of its own,
 * which only root can make.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { rows, type Database } from '../../src/store/database.ts'
import { sql } from 'kysely'
import { openStore } from '../../src/store/store.ts'
import { StoreUnavailable } from '../../src/store/store-error.ts'

/**
 * Whether this machine lets us: root, on a system with tmpfs, not in a sandbox that forbids to
 * mount.
 */
export const canFillDisks = (): boolean => {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export type Filled = {
  readonly acknowledged: number
  readonly refused: number
  readonly lost: readonly string[]
  readonly otherErrors: readonly string[]
}

const put = (db: Database, name: string) =>
  sql`insert into installation (name, value) values (${name}, ${randomBytes(200_000)})`.execute(db)

/**
 * Writes until the disk is full, and on; makes room; and tells what was acknowledged and is not
 * there.
 */
export const fillDisk = async (): Promise<Filled> => {
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', folder])
  const ballast = join(folder, 'ballast')
  const notes = { acknowledged: [] as string[], refused: 0, otherErrors: [] as string[] }
  try {
    const store = await openStore({
      databaseUrl: undefined,
      dataFolder: join(folder, 'data'),
      databaseConnections: 3,
      durable: true,
    })
    const tryOne = async (name: string): Promise<boolean> => {
      try {
        await put(store.db, name)
        notes.acknowledged.push(name)
        return true
      } catch (error) {
        if (error instanceof StoreUnavailable) notes.refused++
        else notes.otherErrors.push(String(error))
        return false
      }
    }
    await tryOne('full 0')
    // What is left of the disk, but for a little.
    const free = Number(
      execFileSync('df', ['--output=avail', '-B1', folder]).toString().split('\n')[1],
    )
    writeFileSync(ballast, Buffer.alloc(Math.max(0, free - 6_000_000)))
    for (let n = 1; n <= 60 && notes.refused < 3; n++) await tryOne(`full ${n}`)
    rmSync(ballast)
    for (let n = 0; n < 100 && !(await tryOne(`room ${n}`)); n++) await pause(100)
    const kept = new Set(
      (await rows(store.db, sql<{ name: string }>`select name from installation`)).map(
        ({ name }) => name,
      ),
    )
    await store.close()
    return {
      ...notes,
      acknowledged: notes.acknowledged.length,
      lost: notes.acknowledged.filter((name) => !kept.has(name)),
    }
  } finally {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
}
