/** A bar that shows how far an import is, to a person who watches; to everybody else nothing. */
import { Presets, SingleBar } from 'cli-progress'
import type { Terminal } from '../terminal.ts'

export type Progress = { readonly advance: (rows: number) => void; readonly end: () => void }

/** A bar for `total` rows of `what`. */
export const startProgress = (terminal: Terminal, what: string, total: number): Progress => {
  if (!terminal.interactive || total === 0) return { advance: () => {}, end: () => {} }
  const bar = new SingleBar(
    {
      format: `${what.padEnd(12)} {bar} {percentage} %, {value} of {total}, {eta_formatted} to go`,
    },
    Presets.shades_classic,
  )
  bar.start(total, 0)
  return { advance: (rows) => bar.increment(rows), end: () => bar.stop() }
}
