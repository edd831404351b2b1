/**
 * Everything: the fast checks, the features on the embedded PostgreSQL, the same on another one
 * that is named by its address, what needs neither, and what people see in a browser. Ends with one
 * line of counts; exits with 1 when anything failed, or when a lane ran no test at all.
 */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { namedServer, withNamed } from '../test/postgres.ts'
import { longestTestMs } from '../test/longest-test.ts'
import { run } from './run.ts'

type Counts = { readonly passed: number; readonly failed: number }
const folder = mkdtempSync(join(tmpdir(), 'guesthouse-test-'))
const features = ['src/**/*.test.ts', 'test/**/*.test.ts']
const browser = ['test/**/*.e2e.ts']

/**
 * Stores of tests are thrown away, and throwing away thousands of files takes a disk minutes: where
 * the machine has room for them in memory, they are made there.
 */
const memory = '/dev/shm'
const hasRoom = (): boolean => {
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= 4 * 2 ** 30
}
const inMemory: Record<string, string> =
  process.env['TMPDIR'] === undefined && existsSync(memory) && hasRoom() ? { TMPDIR: memory } : {}
// What was compiled once is compiled for all lanes, and for the processes that their tests start.
const compiled = { NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/tests') }
// A lane makes many objects that live for one test.
const fewCollections = ['--max-semi-space-size=64']
// A test that hangs fails under its name, and does not take the run with it.
const longest = [`--test-timeout=${longestTestMs}`]

/** What a report says of its tests. */
const countsIn = (report: string) => {
  const tap = readFileSync(report, 'utf8')
  const count = (word: string): number =>
    Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(tap)?.[1] ?? 0)
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped'),
    leftToDo: count('todo'),
  }
}

// A lane that ends badly, skips, or finds nothing to run has failed, whatever its counts say.
const provesNothing = (
  { passed, failed, skipped, leftToDo }: ReturnType<typeof countsIn>,
  code: number | null,
): boolean => passed === 0 || skipped + leftToDo > 0 || (code !== 0 && failed === 0)

/** Runs one lane; what it printed is shown when it is over, as others run beside it. */
const lane = async (
  name: string,
  files: readonly string[],
  env: Record<string, string> = {},
): Promise<Counts> => {
  const report = join(folder, `${name.replaceAll(/\W+/g, '-')}.tap`)
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
  ]
  // A test that failed may leave a server listening; the run ends all the same.
  const { code, output } = await run(
    'node',
    [...fewCollections, ...longest, '--test-force-exit', ...reporters, 'scripts/lane.ts', ...files],
    { env: { ...compiled, ...inMemory, ...env }, quiet: true },
  )
  console.log(`\n── ${name}\n${output.trimEnd()}`)
  const counted = countsIn(report)
  const { passed, failed, skipped } = counted
  const silent = provesNothing(counted, code)
  if (silent)
    console.log(`✖ ${name}: ended with code ${code}, ${passed} passed, ${skipped} skipped`)
  return { passed, failed: failed + (silent ? 1 : 0) }
}

const only = process.argv[2]
const wanted = (name: string): boolean => only === undefined || only === name
const counts: Counts[] = []

const checks = async (): Promise<Counts> => {
  const { output } = await run('node', ['scripts/check.ts'], { quiet: true })
  console.log(`── checks\n${output.trimEnd()}`)
  const [, ok, wrong] = /(\d+) checks passed, (\d+) failed/.exec(output) ?? []
  return { passed: Number(ok ?? 0), failed: Number(wrong ?? 1) }
}
const importedBy = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/\bfrom '(\.[^']+\.ts)'|\bimport '(\.[^']+\.ts)'/g)].map(
    ([, from, alone]) => join(dirname(path), from ?? alone ?? ''),
  )

/** Whether a test comes, over whatever it imports, to the store that the run names. */
const usesNamed = (path: string, seen = new Set<string>()): boolean => {
  if (path === 'test/store.ts' || path === 'test/postgres.ts') return true
  if (seen.has(path)) return false
  seen.add(path)
  return importedBy(path).some((each) => usesNamed(each, seen))
}

// What uses no store, or a server in a folder of its own, is the same whatever other one is named.
const [onStore, apart] = [true, false].map((uses) =>
  globSync(features).filter((path) => usesNamed(path) === uses),
) as [string[], string[]]
// What asks the same of every row of a table, or kills at every step of what others try, is run
// once.
const onNamed = onStore.filter((path) => !path.endsWith('.once.test.ts'))
const named = namedServer()
const inBrowser = async (): Promise<Counts> => {
  const { code, output } = await run('node', ['scripts/build.ts'], { quiet: true })
  if (code === 0) return lane('in the browser', globSync(browser))
  console.log(output)
  return { passed: 0, failed: 1 }
}
// The browser takes longest, and waits most; what needs no store fills the gaps that others leave.
const lanes: readonly (readonly [string, () => Promise<Counts>])[] = [
  ['check', checks],
  ['browser', inBrowser],
  ['embedded', () => lane('features on the embedded PostgreSQL', onStore)],
  ...(named === undefined
    ? []
    : [
        [
          'named',
          () =>
            withNamed((url) =>
              lane(`features on ${named}`, onNamed, { GUESTHOUSE_TEST_DATABASE_URL: url }),
            ),
        ] as const,
      ]),
  ['apart', () => lane('rules, and features that start servers of their own', apart)],
]
// Each lane waits a third of its time for its store or browser, so three keep two processors busy;
// the fourth place has the fast checks, and then what needs no store.
const waiting = lanes.filter(([name]) => wanted(name))
const work = async (): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    counts.push(await next[1]())
}
await Promise.all([work(), work(), work(), work()])
rmSync(folder, { recursive: true, force: true })

const passed = counts.reduce((sum, one) => sum + one.passed, 0)
const failed = counts.reduce((sum, one) => sum + one.failed, 0)
if (named === undefined)
  console.log(
    '\nThis machine has no PostgreSQL of its own and DATABASE_URL names none, so the features ran on the embedded one only.',
  )
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
