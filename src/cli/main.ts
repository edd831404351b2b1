/** The process behind the command `guesthouse`. */
import { openStore } from '../store/store.ts'
import { run } from './program.ts'
import { processTerminal } from './terminal.ts'

process.exitCode = await run(process.argv.slice(2), { terminal: processTerminal(), openStore })
