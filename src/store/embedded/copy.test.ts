import assert from 'node:assert/strict'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  lstatSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { copyFor } from './binaries.ts'
import { isFolderOf } from './copy.ts'

const root = mkdtempSync(join(tmpdir(), 'guesthouse-copy-'))
after(() => rmSync(root, { recursive: true, force: true }))

/**
 * A package of ours in small: a program, a library in a folder, and a link that the package could
 * not hold.
 */
const packageIn = (folder: string) => {
  const native = join(folder, 'native')
  mkdirSync(join(native, 'bin'), { recursive: true })
  mkdirSync(join(native, 'lib'))
  writeFileSync(join(native, 'bin', 'postgres'), 'program', { mode: 0o775 })
  writeFileSync(join(native, 'lib', 'one.so.1.2'), 'library')
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/one.so.1.2', target: 'native/lib/one.so.1' }]),
  )
  const long = new Date('2026-01-01')
  for (const path of ['bin/postgres', 'lib/one.so.1.2']) utimesSync(join(native, path), long, long)
  return { folder, version: '18.0.0' }
}

test('a copy of the server that is half there, or that others may change, is made anew; a whole one is used as it is', () => {
  const found = packageIn(join(root, 'package'))
  const data = join(root, 'data')
  mkdirSync(data)
  const copy = copyFor(data, found, undefined)
  assert.equal(copy, join(data, 'server-18.0.0'))
  const isWhole = (): boolean => {
    const [place, folder, program] = [copy, join(copy, 'bin'), join(copy, 'bin', 'postgres')].map(
      (path) => lstatSync(path),
    )
    return (
      [place, folder, program].every(
        (status) => status?.uid === process.getuid?.() && (status?.mode ?? 0) % 0o1000 === 0o755,
      ) &&
      place?.isDirectory() === true &&
      readFileSync(join(copy, 'bin', 'postgres'), 'utf8') === 'program' &&
      ['lib/one.so.1.2', 'lib/one.so.1'].every(
        (path) => readFileSync(join(copy, path), 'utf8') === 'library',
      )
    )
  }
  assert.ok(isWhole())
  const { ino } = statSync(copy)
  assert.equal(copyFor(data, found, undefined), copy)
  assert.equal(statSync(copy).ino, ino, 'it was whole')
  const program = join(copy, 'bin', 'postgres')
  const damages: Record<string, () => void> = {
    'the program was taken out': () => rmSync(program),
    'a library was taken out': () => rmSync(join(copy, 'lib', 'one.so.1.2')),
    'a link was taken out': () => rmSync(join(copy, 'lib', 'one.so.1')),
    'a file was cut': () => truncateSync(program, 3),
    'a file was written anew': () => writeFileSync(program, 'PROGRAM'),
    'a file is a link': () => (rmSync(program), symlinkSync('/bin/true', program)),
    'others may write to a file': () => chmodSync(program, 0o777),
    'others may put files in': () => chmodSync(join(copy, 'bin'), 0o777),
    'it is empty': () => (rmSync(copy, { recursive: true }), mkdirSync(copy)),
    'it is a link': () => (
      cpSync(copy, join(root, 'elsewhere'), { recursive: true }),
      rmSync(copy, { recursive: true }),
      symlinkSync(join(root, 'elsewhere'), copy)
    ),
    ...(process.getuid?.() === 0
      ? { 'a file is another user’s': () => chownSync(program, 65_534, 65_534) }
      : {}),
  }
  for (const [name, damage] of Object.entries(damages)) {
    damage()
    assert.equal(copyFor(data, found, undefined), copy, name)
    assert.ok(isWhole(), name)
    assert.deepEqual(readdirSync(data), ['server-18.0.0'], `${name}: nothing is left lying about`)
  }
})

test('a place for all users of the machine is believed only when it is a folder of ours, and no link to one', () => {
  const us = [process.getuid?.() ?? 0]
  const ours = join(root, 'ours')
  mkdirSync(ours, { mode: 0o755 })
  assert.ok(isFolderOf(ours, us))
  symlinkSync(ours, join(root, 'link'))
  assert.ok(!isFolderOf(join(root, 'link'), us))
  assert.ok(!isFolderOf(join(root, 'none'), us))
  assert.ok(!isFolderOf(ours, [us[0] === 65_534 ? 1 : 65_534]))
  chmodSync(ours, 0o777)
  assert.ok(!isFolderOf(ours, us))
})
