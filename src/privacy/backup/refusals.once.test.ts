/** Backups that are damaged, keys that are not there, stores that are not empty. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import { gzipSync } from 'node:zlib'
import { linesOf, newPlace } from '../../../test/backups.ts'
import { counted, select } from '../../store/columns.ts'
import { firstRow } from '../../store/database.ts'
import { readTables } from '../../store/tables/catalog.ts'

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-refusals-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const keysFile = join(folder, 'backup-keys')
const here = ['--organization', 'home.example']

/** A store with one organization and two people in it, and its backup. */
const backedUp = async (t: TestContext, name: string) => {
  const live = await newPlace(t, folder)
  const made = ['organization', 'create', '--name', 'Home', '--domain', 'home.example']
  assert.equal((await live.command(...made)).code, 0)
  for (const user of ['ada', 'bob']) {
    const names = ['--name', user, '--user-principal-name', `${user}@home.example`]
    assert.equal((await live.command('user', 'create', ...here, ...names)).code, 0)
  }
  const file = join(folder, name)
  assert.equal((await live.command('backup', '--to', file)).code, 0)
  return { live, file }
}

let serial = 0
const writing = (bytes: Uint8Array | string): string => {
  const file = join(folder, `changed-${++serial}`)
  writeFileSync(file, bytes)
  return file
}
const zipped = (lines: readonly string[]): string => writing(gzipSync(`${lines.join('\n')}\n`))

test('R140: a backup that is cut off, damaged, changed, newer or none is refused in words, and nothing is restored', async (t) => {
  const { live, file } = await backedUp(t, 'refused.backup')
  const bytes = readFileSync(file)
  const [head = '', ...rest] = linesOf(file)
  const row = rest.findLastIndex((line) => line.includes('\t'))
  const flipped = Buffer.from(bytes)
  flipped.writeUInt8(flipped.readUInt8(bytes.length >> 1) ^ 0xff, bytes.length >> 1)
  const newer = head.replace('"schema":[', '"schema":[{"name":"9999_later.sql","digest":""},')
  const wrong: readonly (readonly [file: string, words: RegExp])[] = [
    [writing('select 1;'), /damaged, or not a backup that Guesthouse has written/],
    [zipped(['{"a":1}']), /not a backup that Guesthouse has written/],
    [writing(bytes.subarray(0, bytes.length >> 1)), /in the middle: it was cut off/],
    [zipped([head, ...rest.slice(0, -1)]), /in the middle: it was cut off/],
    [writing(flipped), /It is damaged/],
    [zipped([head, ...rest.toSpliced(row, 1)]), /what it holds is not what was written/],
    [zipped([head.replace('"product":"', '"product":"9'), ...rest]), /is not what was written/],
    [zipped([head.replace(':1,', ':2,'), ...rest]), /a newer Guesthouse \(format 2\)/],
    [zipped([newer, ...rest]), /a newer Guesthouse \(9999_later\.sql\)/],
    [join(folder, 'nowhere'), /there is no such file/],
  ]
  const empty = await newPlace(t, folder)
  for (const [changed, words] of wrong) {
    const refused = await empty.command('backup', 'restore', changed)
    assert.deepEqual({ code: refused.code, out: refused.out }, { code: 1, out: '' })
    assert.match(refused.err, words)
    assert.match(refused.err, /Nothing was restored\./)
  }
  assert.deepEqual(await empty.using(readTables), [], 'not even its tables are there')
  for (const [changed] of wrong.slice(0, 7))
    assert.equal((await empty.command('backup', 'verify', changed)).code, 1)

  const held = await live.command('backup', 'restore', file)
  assert.equal(held.code, 1)
  assert.match(held.err, /This store holds something already/)
  const there = await live.command('backup', '--to', file)
  assert.equal(there.code, 1)
  assert.match(there.err, /is there already/)
  assert.deepEqual(readFileSync(file), bytes)
  assert.equal((await live.command('backup')).code, 2)
})

test('R140: without the file of keys nobody comes back, which is refused unless it is wanted, and who is missing is told', async (t) => {
  const { live, file } = await backedUp(t, 'keys.backup')
  const empty = await newPlace(t, folder)
  const none = { GUESTHOUSE_BACKUP_KEYS: join(folder, 'none') }
  const others = { GUESTHOUSE_BACKUP_KEYS: join(folder, 'others') }
  const second = join(folder, 'under-others.backup')
  assert.equal((await live.commandWith(others, 'backup', '--to', second)).code, 0)
  for (const keys of [none, others]) {
    const refused = await empty.commandWith(keys, 'backup', 'restore', file)
    assert.equal(refused.code, 1)
    assert.match(refused.err, /Nobody who stands in .* has a key in/)
  }
  assert.deepEqual(await empty.using(readTables), [])

  const damaged = { GUESTHOUSE_BACKUP_KEYS: writing(`no key at all${'\n'.repeat(200)}`) }
  const unreadable = await empty.commandWith(damaged, 'backup', 'restore', file)
  assert.equal(unreadable.code, 1)
  assert.match(unreadable.err, /cannot be read at record 1/)

  const text = readFileSync(keysFile, 'utf8')
  const records = text.trimEnd().split('\n')
  const older = { GUESTHOUSE_BACKUP_KEYS: writing(`${records.slice(0, -1).join('\n')}\n`) }
  const some = await empty.commandWith(older, 'backup', 'restore', file, '--json')
  assert.equal(some.code, 0)
  assert.match(some.err, /^1 people have no key in the file of keys/)
  const { people } = JSON.parse(some.out) as { people: unknown }
  assert.deepEqual(people, { there: 1, destroyed: 0, missing: 1 })

  const alone = await newPlace(t, folder)
  const wanted = await alone.commandWith(none, 'backup', 'restore', file, '--without-people')
  assert.equal(wanted.code, 0)
  const count = await alone.using((db) => firstRow(db, select(counted)`from live_users`))
  assert.deepEqual(count, { count: 0 })
})
