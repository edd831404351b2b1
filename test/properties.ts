/**
 * fast-check, as every property test takes it: with the same inputs each time, so that a run says
 * something about the change that is tried and not about luck. `npm run properties` looks further,
 * with inputs that nobody has seen (GUESTHOUSE_SEED: a number, or `random`).
 */
import fc from 'fast-check'
import { longestTestMs } from './longest-test.ts'

const everyday = 1

const seedOf = (wish: string | undefined): number => {
  if (wish === undefined || wish === '') return everyday
  if (wish === 'random') return Date.now() % 2 ** 31
  const seed = Number(wish)
  if (!Number.isSafeInteger(seed))
    throw new Error(`GUESTHOUSE_SEED is a whole number or the word random, not ${wish}.`)
  return seed
}

const seed = seedOf(process.env['GUESTHOUSE_SEED'])
if (seed !== everyday)
  console.log(`Property tests with seed ${seed}: the same ones again with GUESTHOUSE_SEED=${seed}`)

/** How many times more inputs are tried that nobody has seen, where each takes long. */
export const longer = seed === everyday ? 1 : 10

// What fails is made smaller as long as there is time to say so: a test that is ended from outside
// tells no input at all. What has not been tried by then counts as failed, too.
fc.configureGlobal({
  seed,
  interruptAfterTimeLimit: (longestTestMs * 2 * longer) / 3,
  markInterruptAsFailure: true,
})

export default fc
