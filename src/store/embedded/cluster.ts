/**
 * Making the cluster: PostgreSQL's files in the data folder, with one role that may log in and one
 * database, which is its own.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { StoreUnavailable } from '../store-error.ts'
import type { Binaries } from './binaries.ts'
import { give, writeWhole } from './files.ts'
import { places, readMark, systemIdentifierOf, writeMark } from './folder.ts'
import { asOwner, clusterArgument, makeFolder, type Owner } from './owner.ts'

/**
 * The database and the role, the only one that may log in. It owns the database and is no
 * superuser.
 */
export const databaseName = 'guesthouse'
const roleName = 'guesthouse'

/** The role and its password, for PostgreSQL's own programs and for us. */
export const readCredentials = (folder: string): { user: string; password: string } => {
  const [, , , user = '', password = ''] = readFileSync(places(folder).passwords, 'utf8')
    .trim()
    .split(':')
  return { user, password }
}

const program = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name)
/** The path of one of the server's programs. */
export const pathOf = ({ folder }: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  join(folder, 'bin', program(name))

type Run = {
  readonly file: string
  readonly argv: readonly string[]
  readonly cwd: string
  readonly owner: Owner | undefined
  readonly input?: string
}

const run = async ({ file, argv, cwd, owner, input = '' }: Run): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const options = {
    ...asOwner(owner),
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    cwd,
  }
  const child = execFile(file, [...argv], options, (error, out, err) => {
    // A program that is told to run commands goes on after one that failed.
    const words =
      `${err}${out}`.split('\n').findLast((line) => /error|fatal|panic/i.test(line)) ??
      (error === null ? undefined : error.message)
    if (error === null && words === undefined) resolve()
    else reject(new StoreUnavailable(`The store could not be made: ${words ?? 'no reason given'}`))
  })
  child.stdin?.end(input)
  await promise
}

const initdb = (
  binaries: Binaries,
  cluster: string,
  owner: Owner | undefined,
  durable: boolean,
): Promise<void> => {
  // The same order and folding of letters on every system, where the server brings its own (from 17
  // on).
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  const argv = [
    '--pgdata',
    clusterArgument(cluster, owner),
    '--username',
    'postgres',
    '--encoding',
    'UTF8',
    '--no-instructions',
  ]
  const lasting = durable ? [] : ['--no-sync']
  return run({
    file: pathOf(binaries, 'initdb'),
    argv: [...argv, '--wal-segsize', '4', ...locale, ...lasting],
    cwd: cluster,
    owner,
  })
}

const accessRules = `# Written by Guesthouse. Nobody but its own role comes in, and nobody without its password.
local all ${roleName} scram-sha-256
host  all ${roleName} 127.0.0.1/32 scram-sha-256
`

const commandsFor = (password: string): string =>
  [
    `create role ${roleName} login createdb password '${password}';`,
    `grant pg_checkpoint to ${roleName};`,
    'alter role postgres nologin;',
    `alter database postgres rename to ${databaseName};`,
    `alter database ${databaseName} owner to ${roleName};`,
    '',
  ].join('\n')

const writePassword = (folder: string, password: string): void => {
  const { passwords } = places(folder)
  // Written once; a first start that is begun again goes on with it.
  writeWhole(passwords, `*:*:*:${roleName}:${password}\n`)
}

/**
 * Makes the cluster beside its place and moves it there when it is whole, so that what lies at its
 * place has always been finished. What a first start that was cut off has left is removed: it is
 * named in the mark, and nothing was ever kept in it.
 */
export const makeCluster = async (
  folder: string,
  binaries: Binaries,
  owner: Owner | undefined,
  durable: boolean,
): Promise<void> => {
  const { cluster } = places(folder)
  const before = readMark(folder)?.staging
  if (before !== undefined) rmSync(join(folder, before), { recursive: true, force: true })
  const staging = `postgres.making-${randomBytes(4).toString('hex')}`
  writeMark(folder, { state: 'making', staging })
  const draft = join(folder, staging)
  makeFolder(draft, owner)
  await initdb(binaries, draft, owner, durable)
  const password = randomBytes(24).toString('base64url')
  // Alone with its files: the server does not listen yet, and never does without a password.
  const argv = [
    '--single',
    '-D',
    clusterArgument(draft, owner),
    '-c',
    'log_min_messages=error',
    'template1',
  ]
  await run({
    file: pathOf(binaries, 'postgres'),
    argv,
    cwd: draft,
    owner,
    input: commandsFor(password),
  })
  writeWhole(join(draft, 'pg_hba.conf'), accessRules)
  if (owner !== undefined) give(join(draft, 'pg_hba.conf'), owner)
  writePassword(folder, password)
  writeMark(folder, { state: 'making', systemIdentifier: systemIdentifierOf(draft) })
  if (existsSync(cluster)) rmSync(cluster, { recursive: true })
  renameSync(draft, cluster)
}
