/**
 * A command that is ended with SIGKILL just before the given call to the disk, its first being 1:
 * `node test/machines/killed-at.ts 3 erasures export`. With a number that is never reached it ends
 * in peace.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [at, ...argv] = process.argv.slice(2)
let calls = 0
for (const name of ['writeSync', 'fsyncSync', 'appendFileSync'] as const) {
  const real = fs[name] as (...given: unknown[]) => unknown
  const counted = (...given: unknown[]): unknown => {
    if (++calls === Number(at)) process.kill(process.pid, 'SIGKILL')
    return real(...given)
  }
  Object.assign(fs, { [name]: counted })
}
syncBuiltinESMExports()

const [{ run }, { processTerminal }, { openStore }] = await Promise.all([
  import('../../src/cli/program.ts'),
  import('../../src/cli/terminal.ts'),
  import('../../src/store/store.ts'),
])
calls = 0
process.exit(await run(argv, { terminal: processTerminal(), openStore }))
