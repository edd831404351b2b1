/** The process behind the command `guesthouse`. */
import { secondMs } from '../kernel/time.ts'
import { openStore } from '../store/store.ts'
import { run } from './program.ts'
import { tellSourceLines } from './source-lines.ts'
import { processTerminal } from './terminal.ts'

tellSourceLines()
process.exitCode = await run(process.argv.slice(2), { terminal: processTerminal(), openStore })
// What was to be kept is. A mail server that hangs would hold up the end for as long as its
// connections may be silent.
setTimeout(() => process.exit(), secondMs).unref()
