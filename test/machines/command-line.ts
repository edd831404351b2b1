/**
 * The command line in process: a terminal that remembers what was said to it, over the store of the
 * test run.
 */
import { run } from '../../src/cli/program.ts'
import type { Store } from '../../src/store/store.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { store } from '../store.ts'

export type Said = { readonly code: number; readonly out: string; readonly err: string }

/**
 * Runs one command. `answer`: a person sits there and says this when asked. `env`: the settings.
 * `over`: another store than that of the run.
 */
export const guesthouse = async (
  argv: readonly string[],
  answer?: boolean,
  env: Readonly<Record<string, string>> = {},
  over: Pick<Store, 'db'> = store,
): Promise<Said> => {
  const out: string[] = []
  const err: string[] = []
  const terminal: Terminal = {
    env,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    interactive: answer !== undefined,
    confirm: async (question) => {
      err.push(question)
      return answer ?? false
    },
    stopped: async () => {},
  }
  const code = await run(argv, {
    terminal,
    openStore: async () => ({ ...store, ...over, close: async () => {} }),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
