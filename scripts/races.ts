/**
 * `npm run races`: every two transitions of one user against each other in two processes, twenty
 * rounds of each pair.
 */
import { run } from './run.ts'

const { code } = await run(
  'node',
  ['--test', '--test-isolation=none', 'test/races/races.test.ts'],
  {
    env: { GUESTHOUSE_RACE_ROUNDS: '20' },
  },
)
process.exit(code)
