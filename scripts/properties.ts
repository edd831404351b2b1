/**
 * The property tests with inputs that nobody has seen: `npm run properties`, or `npm run properties
 * -- 7` for those of seed 7. `npm test` has the same inputs each time. What fails here tells its
 * seed, and becomes a test of its own when it is mended.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.ts'

const root = join(import.meta.dirname, '..')
const takesProperties = (path: string): boolean =>
  /from '[./a-z]*\/properties\.ts'/.test(readFileSync(join(root, path), 'utf8'))
const files = globSync('{src,test}/**/*.test.ts', { cwd: root }).filter(takesProperties).toSorted()

const [seed = 'random'] = process.argv.slice(2)
const args = ['--test', '--test-isolation=none', '--test-force-exit', ...files]
const { code } = await run('node', args, { cwd: root, env: { GUESTHOUSE_SEED: seed } })
process.exit(files.length > 0 ? code : 1)
