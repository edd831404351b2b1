/**
 * What others have said of themselves, kept for a while, and so is that they said nothing: who has
 * just failed is not asked anew by each stranger who comes by (K20). What a process remembers is
 * its own, by the clock that everything else there goes by.
 */
import { LRUCache } from 'lru-cache'
import { agedBy } from '../kernel/aged-by.ts'
import { minuteMs, secondMs, type Clock } from '../kernel/time.ts'

const keptForMs = 10 * minuteMs
const failedForMs = 30 * secondMs
const mostKept = 500

type Answer<T> = { readonly asked: Promise<T>; readonly at: Date }

export type KeptAnswers<T> = {
  /**
   * What `ask` came to for this key, now or a while ago; rejects as it did. `fresh`: asks again
   * when the answer is older than half a minute. Where that comes to nothing, the answer from
   * before stays for as long as it would have: who has others asked anew takes nothing away.
   */
  readonly of: (
    clock: Clock,
    key: string,
    ask: () => Promise<T>,
    wish?: { readonly fresh: boolean },
  ) => Promise<T>
}

/** Answers that are kept, of nobody yet. */
export const keptAnswers = <T>(): KeptAnswers<T> => {
  const byClock = new WeakMap<Clock, LRUCache<string, Answer<T>>>()

  const keptBy = (clock: Clock): LRUCache<string, Answer<T>> => {
    const known: LRUCache<string, Answer<T>> = byClock.get(clock) ??
    new LRUCache({ ...agedBy(clock), max: mostKept, ttl: keptForMs })
    byClock.set(clock, known)
    return known
  }

  return {
    of: (clock, key, ask, { fresh } = { fresh: false }) => {
      const kept = keptBy(clock)
      const known = kept.get(key)
      const age = clock().getTime() - (known?.at.getTime() ?? 0)
      if (known !== undefined && !(fresh && age > failedForMs)) return known.asked
      const left = known === undefined ? failedForMs : Math.max(1, kept.getRemainingTTL(key))
      const asking = ask()
      const asked = known === undefined ? asking : asking.catch(() => known.asked)
      const answer: Answer<T> = { asked, at: clock() }
      kept.set(key, answer)
      asking.catch(() => {
        if (kept.get(key) === answer) kept.set(key, answer, { ttl: left })
      })
      return asked
    },
  }
}
