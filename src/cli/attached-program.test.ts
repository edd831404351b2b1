import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { minuteMs } from '../kernel/time.ts'
import { gone, isAlive } from '../store/embedded/process.ts'
import { readPidFile } from '../store/embedded/server-place.ts'

const root = mkdtempSync(join(tmpdir(), 'guesthouse-attached-'))
after(() => rmSync(root, { recursive: true, force: true }))

/** A machine that is busy with something else takes its time. */
const ended = (pid: number): Promise<boolean> => gone(pid, 3 * minuteMs)

test('whoever runs a program on the store takes it along: told to stop, or killed without a word', async () => {
  const program = join(root, 'program')
  writeFileSync(program, '#!/bin/sh\necho $$\nexec sleep 600\n')
  chmodSync(program, 0o755)
  const folder = join(root, 'data')
  const env = { ...process.env, GUESTHOUSE_DATA: folder, DATABASE_URL: '' }
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGKILL'] as const) {
    const command = spawn(process.execPath, ['bin/guesthouse.js', 'store', 'exec', program], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const end = new Promise((resolve) => command.on('exit', resolve))
    const said = await new Promise<Buffer>((resolve) => command.stdout.once('data', resolve))
    const pid = Number(said.toString())
    assert.ok(isAlive(pid))
    command.kill('SIGINT')
    await pause(100)
    assert.ok(isAlive(pid) && command.exitCode === null, 'Ctrl+C is for the program')
    const server = readPidFile(folder)?.pid ?? 0
    command.kill(signal)
    assert.equal(await end, signal === 'SIGKILL' ? null : 1)
    assert.ok(await ended(pid), `${signal}: the program has ended`)
    assert.ok(await ended(server), `${signal}: and the server, which nobody uses`)
  }
})
