/** What a run through many users came to, for those who watch. */
import { SaidInEnglish } from '../../ui/problem.tsx'
import type { ManyOutcome } from '../table/many-outcome.tsx'
import type { Outcome } from './many-run.ts'

/** A row goes by its place: somebody can stand in a list twice. */
export const outcomeOfMany = (outcomes: readonly Outcome[]): ManyOutcome => {
  const failed = outcomes.flatMap(({ user, name = user, done, code, message }, row) =>
    done
      ? []
      : [
          {
            id: String(row),
            name,
            reason: <SaidInEnglish codes={[code]} message={message ?? ''} />,
          },
        ],
  )
  return { done: outcomes.length - failed.length, failed }
}
