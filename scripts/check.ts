/**
 * The fast checks, a few seconds: types, lint, format, unused code, the rules about the code, and
 * the pure rules. All at once.
 */
import { run } from './run.ts'

// What has not changed since the last time is not looked at again.
const kept = 'node_modules/.cache'
// Each checker works out for itself what the others do too; the processors have other checks.
const types = ['-p', '.', '--checkers', '2', '--incremental', '--tsBuildInfoFile']
// The compiler lives for seconds, and need not look for memory to give back so often.
const env = { GOGC: '300' }

const checks: readonly (readonly [string, string, readonly string[]])[] = [
  ['types', 'tsc', [...types, `${kept}/types.json`]],
  ['lint', 'oxlint', ['--deny-warnings']],
  ['format', 'oxfmt', ['--check']],
  ['unused code', 'knip', ['--cache']],
  [
    'rules',
    'node',
    [
      '--test',
      '--test-isolation=none',
      '--test-reporter=dot',
      'test/architecture.test.ts',
      'test/tidy.test.ts',
      'src/**/*.rule.test.ts',
    ],
  ],
]

const results = await Promise.all(
  checks.map(async ([name, command, args]) => ({
    name,
    ...(await run(command, args, { env, quiet: true })),
  })),
)
for (const { name, code, output } of results) {
  console.log(`${code === 0 ? '✔' : '✖'} ${name}`)
  if (code !== 0) console.log(output.trimEnd())
}
const failed = results.filter(({ code }) => code !== 0).length
console.log(`${results.length - failed} checks passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
