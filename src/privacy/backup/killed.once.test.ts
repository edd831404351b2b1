/** Keys are destroyed with the journal, whenever the machine stops. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { newPlace, type Place } from '../../../test/backups.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow } from '../../store/database.ts'
import { addKeys } from './change-keys.ts'
import { recordsOf } from './keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-killed-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const keysFile = join(folder, 'backup-keys')
const here = ['--organization', 'home.example']

const withKey = (): string[] =>
  [...recordsOf(keysFile)].flatMap(({ userId, key }) => (key === undefined ? [] : [userId]))

const journaled = ({ journal }: Place): string[] =>
  !existsSync(journal)
    ? []
    : [...readFileSync(journal, 'utf8').matchAll(/"userId":"([^"]+)".*\n/g)].map(
        ([, id = '']) => id,
      )

/** Writes the journal in a process of its own, killed before the given call to the disk. */
const killedAt = async ({ env }: Place, call: number): Promise<NodeJS.Signals | null> => {
  const { GUESTHOUSE_TEST_DATABASE_URL: _, ...inherited } = process.env
  const argv = ['test/machines/killed-at.ts', String(call), 'erasures', 'export']
  const child = spawn(process.execPath, argv, { env: { ...inherited, ...env }, stdio: 'ignore' })
  return new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)))
}

test('R140: kill -9 at any step of an erasure leaves nothing that the next start does not finish', async (t) => {
  const live = await newPlace(t, folder)
  const made = ['organization', 'create', '--name', 'Home', '--domain', 'home.example']
  assert.equal((await live.command(...made)).code, 0)
  const names = Array.from({ length: 9 }, (_, n) => `due${n}@home.example`)
  for (const name of names) {
    const given = ['--name', name, '--user-principal-name', name]
    assert.equal((await live.command('user', 'create', ...here, ...given)).code, 0)
    assert.equal((await live.command('user', 'delete', name, ...here)).code, 0)
  }
  const file = join(folder, 'killed.backup')
  assert.equal((await live.command('backup', '--to', file)).code, 0)
  assert.equal(withKey().length, names.length)

  let kills = 0
  for (const [n, name] of names.entries()) {
    assert.equal((await live.command('user', 'purge', name, ...here, '--yes')).code, 0)
    const signal = await killedAt(live, n + 1)
    const left = new Set(withKey())
    assert.deepEqual(
      journaled(live).filter((id) => left.has(id)),
      [],
      'whoever stands in the journal has no key',
    )
    assert.equal((await live.command('erasures', 'export')).code, 0)
    assert.equal(withKey().length, names.length - n - 1)
    assert.equal(journaled(live).length, n + 1)
    if (signal === null) break
    kills++
  }
  assert.ok(kills >= 5 && kills < names.length, `${kills} kills`)
  const { out } = await live.command('backup', 'verify', file, '--json')
  const { people } = JSON.parse(out) as { people: { destroyed: number } }
  assert.equal(people.destroyed, kills + 1)

  // Somebody whom a backup took along while they were being erased has a key once more.
  const gone = await live.using((db) =>
    firstRow(
      db,
      select<{ tenantId: TenantId; userId: UserId }>({
        tenantId: 'tenant_id',
        userId: 'user_id',
      })`from erasures limit 1`,
    ),
  )
  assert.ok(gone)
  const before = withKey().length
  addKeys(keysFile, [gone])
  assert.equal(withKey().length, before + 1)
  assert.equal((await live.command('erasures', 'export')).code, 0)
  assert.equal(withKey().length, before)
  // A store in which nobody is takes nobody's key.
  const empty = await newPlace(t, folder)
  assert.equal((await empty.command('migrate')).code, 0)
  assert.equal((await empty.command('erasures', 'export')).code, 0)
  assert.equal(withKey().length, before)
})
