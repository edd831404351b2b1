/**
 * What the directory API names in English has a name in the tables of words, and there is none for
 * what it does not name.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { roles } from '../access/roles.ts'
import { refusalsOfDirectory } from '../edge/refusals/of-directory.ts'
import { refusalsOfValues } from '../edge/refusals/of-values.ts'
import { refusals } from '../edge/refusals/refusals.ts'
import { activityNames } from '../graph/audit/audit-words.ts'
import { storedIn } from '../wire/graph/definition/row.ts'
import { user } from '../wire/graph/users/user.ts'
import { keptOfUser } from '../wire/my-data-user.ts'
import { audit } from './en/admin/audit.ts'
import { roles as roleWords } from './en/admin/roles.ts'
import { copiedUser } from './en/copied-user.ts'
import { problemCodes } from './problems.ts'
import { userPropertiesIn } from './user-properties.ts'

test('R128: directory roles have the names and descriptions of the directory API', () => {
  const all = Object.values(roles)
  assert.deepEqual(
    roleWords.names,
    Object.fromEntries(all.map(({ displayName }) => [displayName, displayName])),
  )
  assert.deepEqual(
    roleWords.descriptions,
    Object.fromEntries(all.map(({ displayName, description }) => [displayName, description])),
  )
})

test('R128: activities of the audit log have the names of the directory API', () => {
  const names = new Set(activityNames.map(({ displayName }) => displayName))
  assert.deepEqual(
    new Map(Object.entries(audit.activities)),
    new Map([...names].map((name) => [name, name])),
  )
})

const textOf = (pattern: string): string =>
  globSync(pattern)
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')

/**
 * What stands in the message alone, or in `details`: only programs meet it. Who speaks of the
 * query, the address, a batch or the shape of a body refuses with these, and nobody else can.
 */
const forPrograms: ReadonlySet<string> = new Set([
  'BadRequest',
  'Directory_ExpiredPageToken',
  'Directory_ResultSizeLimitExceeded',
  'FailedDependency',
  'InvalidRequest',
  'MaximumValueExceeded',
  'Request_BadRequest',
  'Request_UnsupportedQuery',
  'resyncRequired',
])

test('R128: a code that a refusal is told by is one that there is, and those of the directory API are all told', () => {
  const told: ReadonlySet<string> = new Set(problemCodes)
  const ofDetails = new Set(['ObjectConflict', 'lastAdministrator'])
  assert.deepEqual(
    problemCodes.filter((code) => !Object.hasOwn(refusals, code) && !ofDetails.has(code)),
    [],
  )
  const ours = Object.keys({ ...refusalsOfDirectory, ...refusalsOfValues })
  assert.deepEqual(
    ours.filter((code) => !told.has(code) && !forPrograms.has(code)),
    [],
  )
})

test('R128: what has no code of its own is refused by the parts that read what programs send, and by helpers that say so', () => {
  const literal = new RegExp(`'(?:${[...forPrograms].join('|')})'`)
  const mayRefuse = /^src\/graph\/(?:refusals\.ts|batch\/|query\/|address\/|delta\/)/
  const wrong = globSync('src/graph/**/*.ts').filter(
    (path) =>
      !path.endsWith('.test.ts') &&
      !mayRefuse.test(path) &&
      literal.test(readFileSync(path, 'utf8')),
  )
  assert.deepEqual(wrong, [])
})

test('R128: what the log says of why is a code that somebody writes', () => {
  const written = textOf('src/**/*.ts')
  assert.deepEqual(
    Object.keys(audit.reasons).filter((code) => !written.includes(`'${code}'`)),
    [],
  )
})

test('R128: each property of a user that is stored has a label, which everybody who names it says, and nothing else has one', () => {
  assert.deepEqual(
    Object.keys(userPropertiesIn('en')).toSorted(),
    storedIn(user.properties)
      .map(([name]) => name)
      .toSorted(),
  )
  assert.deepEqual(Object.keys(copiedUser).toSorted(), keptOfUser.toSorted())
})
