import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { healthApp } from '../../server/health.ts'
import { newId } from '../../kernel/ids.ts'
import { createOrganization } from '../../directory/organizations/create.ts'
import { createMember } from '../../directory/users/create.ts'
import { firstRow, type Database } from '../database.ts'
import { sql } from 'kysely'
import { openStore } from '../store.ts'
import { places } from './folder.ts'

const root = mkdtempSync(join(tmpdir(), 'guesthouse-damaged-'))
after(() => rmSync(root, { recursive: true, force: true }))

const open = (folder: string) =>
  openStore({ databaseUrl: undefined, dataFolder: folder, databaseConnections: 3, durable: false })

const fileOf = async (db: Database, folder: string, name: string): Promise<string> => {
  const found = await firstRow(
    db,
    sql<{ path: string }>`select pg_relation_filepath(${name}::regclass) as path`,
  )
  return join(places(folder).cluster, found?.path ?? '')
}

const noise = (path: string): void =>
  writeFileSync(path, Buffer.alloc(readFileSync(path).length, 0x5a))

test('F11: /readyz says that a table is damaged or gone, also while the server runs; /healthz stays well, and the log is told once', async () => {
  const whole = join(root, 'whole')
  const first = await open(whole)
  const context = {
    now: new Date(),
    actor: { kind: 'operator' },
    correlationId: newId(),
    address: null,
  } as const
  const made = await createOrganization(
    first.db,
    { displayName: 'Home', domain: 'home.example' },
    context,
  )
  assert.equal(made.outcome, 'created')
  if (made.outcome !== 'created') return
  await createMember(
    first.db,
    made.tenantId,
    { displayName: 'Ada', userPrincipalName: 'ada@home.example' },
    context,
  )
  const [users, events, key] = await Promise.all(
    ['users', 'events', 'users_pkey'].map((name) => fileOf(first.db, whole, name)),
  )
  await first.close()

  const damages: readonly [
    string,
    string,
    (path: string) => void,
    'runs' | 'is stopped',
    RegExp,
  ][] = [
    ['users cut to nothing', users ?? '', (path) => truncateSync(path), 'runs', /table users/],
    ['no events any more', events ?? '', (path) => rmSync(path), 'runs', /table events/],
    [
      'users cut to nothing before',
      users ?? '',
      (path) => truncateSync(path),
      'is stopped',
      /table users/,
    ],
    ['no events before', events ?? '', (path) => rmSync(path), 'is stopped', /table events/],
    ['noise in users', users ?? '', noise, 'is stopped', /table users/],
    ['noise in the key of users', key ?? '', noise, 'is stopped', /table users/],
  ]
  for (const [name, path, damage, when, says] of damages) {
    const folder = join(root, name.replaceAll(' ', '-'))
    cpSync(whole, folder, { recursive: true })
    const file = path.replace(whole, folder)
    if (when === 'is stopped') damage(file)
    const { db, close } = await open(folder)
    const told: string[] = []
    const app = healthApp(db, { withinMs: 30_000, onDamage: (words) => told.push(words) })
    if (when === 'runs') {
      assert.equal((await healthApp(db, { withinMs: 30_000 }).request('/readyz')).status, 200, name)
      damage(file)
    }
    const [ready, again] = [await app.request('/readyz'), await app.request('/readyz')]
    assert.deepEqual([ready.status, again.status], [503, 503], name)
    assert.match(await ready.text(), /^store damaged: /, name)
    assert.match(told.join(), says, name)
    assert.equal(told.length, 1, name)
    assert.equal((await app.request('/healthz')).status, 200, name)
    await close()
  }
})
