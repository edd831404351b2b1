/**
 * Runs the given test files on a PostgreSQL that is named by its address: node
 * scripts/postgres-lane.ts src/directory/users/races.test.ts …
 */
import { withNamed } from '../test/postgres.ts'
import { run } from './run.ts'

const files = process.argv.slice(2)
const { code } = await withNamed((url) =>
  run('node', ['--test', '--test-isolation=none', ...files], {
    env: { GUESTHOUSE_TEST_DATABASE_URL: url },
  }),
)
process.exit(code)
