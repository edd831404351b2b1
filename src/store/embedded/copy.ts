/**
 * A copy of the server's programs, made whole and used only while it is: cleaners of temporary
 * folders take files out, and others may put theirs in.
 */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  type Stats,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { secondMs } from '../../kernel/time.ts'

/**
 * What a copy is made from: a folder, and links beside files of it that a package cannot hold. Both
 * by paths from the folder.
 */
export type Original = {
  readonly folder: string
  readonly links: readonly { readonly path: string; readonly to: string }[]
}

const statusOf = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false })

/** Filled, and to be changed, by nobody but `users`. A link has no mode of its own. */
const isTheirs = (status: Stats, users: readonly number[]): boolean =>
  process.platform === 'win32' ||
  (users.includes(status.uid) && (status.isSymbolicLink() || (status.mode & 0o022) === 0))

/** A folder that nobody but `users` can have filled. */
export const isFolderOf = (folder: string, users: readonly number[]): boolean => {
  const status = statusOf(folder)
  return status !== undefined && status.isDirectory() && isTheirs(status, users)
}

// Whole seconds: not every file system keeps more.
const second = ({ mtimeMs }: Stats): number => Math.floor(mtimeMs / secondMs)
const isAlike = (one: Stats, other: Stats): boolean =>
  one.isFile()
    ? other.isFile() && one.size === other.size && second(one) === second(other)
    : one.isDirectory() === other.isDirectory()

/**
 * Whether each file of the original is in `copy`, of the same length and time, and nothing of it
 * is, or may be changed by, somebody other than `users`.
 */
export const isWholeCopy = (
  copy: string,
  { folder, links }: Original,
  users: readonly number[],
): boolean => {
  if (!isFolderOf(copy, users)) return false
  const holds = (path: string): boolean => {
    const [theirs, ours] = [lstatSync(join(folder, path)), statusOf(join(copy, path))]
    return ours !== undefined && isTheirs(ours, users) && isAlike(theirs, ours)
  }
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).every(holds) &&
    links.every(({ path }) => existsSync(join(copy, path)))
  )
}

/**
 * Makes the copy beside its place and moves it there when it is whole. What lay there is moved away
 * first, since it was not.
 */
export const makeCopy = (copy: string, { folder, links }: Original): void => {
  const mark = randomBytes(4).toString('hex')
  const [draft, before] = [`${copy}.${mark}`, `${copy}.old-${mark}`]
  try {
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
    chmodSync(draft, 0o755)
    for (const path of readdirSync(draft, { recursive: true, encoding: 'utf8' })) {
      const status = lstatSync(join(draft, path))
      // A package that was installed for a group is writable by it.
      if (!status.isSymbolicLink()) chmodSync(join(draft, path), (status.mode | 0o444) & 0o755)
    }
    for (const { path, to } of links)
      if (!existsSync(join(draft, path))) symlinkSync(to, join(draft, path))
    if (existsSync(copy)) renameSync(copy, before)
    renameSync(draft, copy)
  } finally {
    for (const left of [draft, before]) rmSync(left, { recursive: true, force: true })
  }
}

/**
 * The links of a package of ours, as `native/pg-symlinks.json` lists them, by paths from `native`.
 */
export const linksFrom = (
  listed: readonly { readonly source: string; readonly target: string }[],
): Original['links'] =>
  listed.map(({ source, target }) => ({
    path: target.replace(/^native\//, ''),
    to: basename(source),
  }))

/**
 * The users who may have filled a copy in `place`: we, and the owner of a folder that is
 * somebody's.
 */
export const usersOf = (place: string, isShared: boolean): number[] => {
  const us = process.getuid?.() ?? 0
  return isShared ? [us] : [us, lstatSync(dirname(place)).uid]
}
