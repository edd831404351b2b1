/** What a run through many came to, for those who watch. */
import { ProblemSentence, SaidInEnglish } from '../../ui/problem.tsx'
import type { ManyOutcome } from './many-outcome.tsx'
import type { Outcome } from './many-run.ts'

/** A row goes by its place: somebody can stand in a list twice. */
export const outcomeOfMany = (outcomes: readonly Outcome[]): ManyOutcome => ({
  done: outcomes.filter(({ done }) => done).length,
  failed: outcomes.flatMap(({ id, name = id, done, waits, code, message, error }, row) => {
    if (done || waits === true) return []
    const reason =
      error === undefined ? (
        <SaidInEnglish codes={[code]} message={message ?? ''} />
      ) : (
        <ProblemSentence error={error} />
      )
    return [{ id: String(row), name, reason }]
  }),
})

/** How many were asked for and wait. */
export const waitingOf = (outcomes: readonly Outcome[]): number =>
  outcomes.filter(({ waits }) => waits === true).length
