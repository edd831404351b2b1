import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { readPidFile } from '../../src/store/embedded/server-place.ts'
import { canFillDisks } from './full-disk.ts'

const root = mkdtempSync(join(tmpdir(), 'guesthouse-first-'))
after(() => rmSync(root, { recursive: true, force: true }))

const migrate = (folder: string) => {
  const env = { ...process.env, GUESTHOUSE_DATA: folder, DATABASE_URL: '' }
  const child = spawn(process.execPath, ['bin/guesthouse.js', 'migrate'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()))
  const ended = new Promise<{ code: number | null; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, err })),
  )
  return { child, ended }
}

/**
 * The command ended well, or with 4 and one sentence that says why: nothing of the driver's, and no
 * trace of the program.
 */
const endedInWords = ({ code, err }: { code: number | null; err: string }, why: RegExp): void => {
  if (code === 0) return assert.equal(err, '')
  assert.equal(code, 4, err)
  assert.match(err, /^The [^\n]*\.\n$/)
  assert.match(err, why)
}

test('F11: PostgreSQL that is killed in the middle of the first start is started again, or it ends in words; the next start is well', async () => {
  const folder = join(root, 'killed')
  const { child, ended } = migrate(folder)
  for (
    let tries = 0;
    readPidFile(folder)?.status !== 'ready' && child.exitCode === null && tries < 60_000;
    tries++
  )
    await pause(2)
  // Somebody is connected: the schema is being made.
  await pause(300)
  process.kill(readPidFile(folder)?.pid ?? 0, 'SIGKILL')
  endedInWords(
    await ended,
    /PostgreSQL (does not answer, or has hung up|was stopped|crashed|is just)/,
  )
  assert.deepEqual(await migrate(folder).ended, { code: 0, err: '' })
})

test('F11: a disk that is full ends the first start with 4 and says so, whatever it was writing', async (t) => {
  if (!canFillDisks()) return t.skip('only root can make a file system to fill')
  const disk = join(root, 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', disk])
  t.after(() => execFileSync('umount', ['-l', disk]))
  assert.equal((await migrate(join(disk, 'data')).ended).code, 0)
  const used = Number(execFileSync('df', ['--output=used', '-B1', disk]).toString().split('\n')[1])
  rmSync(join(disk, 'data'), { recursive: true })
  for (const share of [0.5, 0.97]) {
    execFileSync('mount', ['-o', `remount,size=${Math.floor(used * share)}`, disk])
    const end = await migrate(join(disk, 'data')).ended
    assert.equal(end.code, 4, `${share}`)
    endedInWords(
      end,
      share < 0.9
        ? /its disk is full/
        : /its disk is full|PostgreSQL does not answer, or has hung up/,
    )
    rmSync(join(disk, 'data'), { recursive: true, force: true })
  }
})
