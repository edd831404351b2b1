/**
 * Tests with teeth: breaks the product on purpose, one line at a time, in a copy of it, and sees
 * that the test that carries the rule fails. `npm run mutate`, or `npm run mutate -- quick`, or `--
 * R126 K13 …`, or the name of a file of test/mutations. Fails when a break goes unnoticed by the
 * tests that carry its rule (others are not run), or no longer applies.
 */
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { patternOf, readMutations, type Mutation, type Named } from '../test/mutations/mutation.ts'
import { run } from './run.ts'

const root = join(import.meta.dirname, '..')
const copied = [
  'src',
  'test',
  'migrations',
  'scripts',
  'bin',
  'docs',
  'web',
  'bench',
  'README.md',
  'package.json',
  'tsconfig.json',
]

/** A test that waits so long, because of a break, has noticed it. */
const longestMs = 5 * 60_000

const wanted = (all: readonly Named[], words: readonly string[]): Named[] =>
  all.filter(
    ({ rule, group, quick }) =>
      words.length === 0 ||
      words.includes(rule) ||
      words.includes(group) ||
      (words.includes('quick') && quick === true),
  )

/** A copy of the product to break. Packages are the same ones. */
const copyOf = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'guesthouse-mutate-'))
  // Tests that become another user of the machine read it too.
  chmodSync(copy, 0o755)
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** Where what was compiled for one break is kept for the next, which is another in one file. */
const compiledOf = (copy: string): string => `${copy}-compiled`

/** Titles of the tests that failed, of those that carry one of these. */
const failedTests = async (
  copy: string,
  chosen: readonly Mutation[],
): Promise<{ failed: string[]; passed: number }> => {
  const report = join(copy, 'report.tap')
  const reporter = ['--test-reporter=tap', `--test-reporter-destination=${report}`]
  const only = new Set(
    chosen.map((mutation) => `--test-name-pattern=${patternOf(mutation).source}`),
  )
  const tests = new Set(chosen.flatMap(({ test }) => test))
  const args = [
    '--test',
    '--test-isolation=none',
    '--test-force-exit',
    `--test-timeout=${longestMs}`,
    ...only,
    ...reporter,
    ...tests,
  ]
  writeFileSync(report, '')
  await run('node', args, { quiet: true, cwd: copy, env: { NODE_COMPILE_CACHE: compiledOf(copy) } })
  const tap = readFileSync(report, 'utf8')
  const failed = [...tap.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(([, title = '']) => title)
  return { failed, passed: Number(/^# pass (\d+)/m.exec(tap)?.[1] ?? 0) }
}

const carries = (mutation: Mutation, tested: string): boolean =>
  patternOf(mutation).test(tested.replaceAll('\\#', '#'))

/** Why the break was not caught as it should be; undefined when it was. */
const complaint = async (copy: string, mutation: Named): Promise<string | undefined> => {
  const file = join(copy, mutation.file)
  const text = readFileSync(file, 'utf8')
  const found = text.split(mutation.from).length - 1
  if (found !== 1) return `no longer applies: its text stands ${found} times in ${mutation.file}`
  writeFileSync(
    file,
    text.replace(mutation.from, () => mutation.to),
  )
  try {
    const { failed, passed } = await failedTests(copy, [mutation])
    if (failed.some((title) => carries(mutation, title))) return undefined
    return failed.length === 0
      ? `nobody noticed; ${passed} tests passed`
      : `it does not even start: ${failed.slice(0, 3).join(' · ')}`
  } finally {
    writeFileSync(file, text)
  }
}

const chosen = wanted(await readMutations(), process.argv.slice(2))
const copy = copyOf()
// A test that fails anyway notices nothing.
const { failed: already } = chosen.length === 0 ? { failed: [] } : await failedTests(copy, chosen)
for (const title of already) console.log(`✖ fails without a break: ${title}`)
let failures = already.length
for (const mutation of chosen) {
  const why = await complaint(copy, mutation)
  if (why !== undefined) failures++
  const what = mutation.from.trim().split('\n')[0]?.slice(0, 70)
  console.log(
    `${why === undefined ? '✔' : '✖'} ${mutation.rule} ${mutation.file}: ${what}${why === undefined ? '' : `\n    ${why}`}`,
  )
}
for (const made of [copy, compiledOf(copy)]) rmSync(made, { recursive: true, force: true })
console.log(`${chosen.length} breaks, ${failures} faults`)
process.exit(failures === 0 && chosen.length > 0 ? 0 : 1)
