/** A store that goes away and comes back: on the embedded lane a full disk, on the server lane a connection that is cut. */
import assert from 'node:assert/strict'
import fs, { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pino } from 'pino'
import { asRefusal } from '../edge/app.ts'
import { lane } from '../../test/store.ts'
import { rows, sql, transaction, type Database } from './database.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import { StoreUnavailable } from './store-error.ts'

const add = (db: Database, name: string) => sql`insert into installation (name, value) values (${name}, 'x')`.execute(db)
const names = async (db: Database, prefix: string): Promise<string[]> =>
  (await rows(db, sql<{ name: string }>`select name from installation where name like ${`${prefix}%`} order by name`)).map(
    ({ name }) => name,
  )

const full = (): never => {
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' })
}

test('a store that is unavailable is told as 503, with when to try again', () => {
  const refusal = asRefusal(new StoreUnavailable('gone'), pino({ level: 'silent' }), 'x')
  assert.deepEqual([refusal.status, refusal.code, refusal.headers['retry-after']], [503, 'storeUnavailable', '5'])
})

if (lane === 'pglite')
  test('a disk that is full refuses changes, loses none that was acknowledged, and is written to again when there is room', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guesthouse-full-'))
    const store = await openPglite(folder)
    await migrate(store.db)
    await add(store.db, 'kept 1')
    const { writeSync } = fs
    fs.writeSync = full as unknown as typeof fs.writeSync
    try {
      await assert.rejects(add(store.db, 'lost 1'), StoreUnavailable)
      await assert.rejects(
        transaction(store.db, (tx) => add(tx, 'lost 2')),
        StoreUnavailable,
      )
    } finally {
      fs.writeSync = writeSync
    }
    await add(store.db, 'kept 2')
    assert.deepEqual(await names(store.db, ''), ['kept 1', 'kept 2'])
    await store.close()
    const again = await openPglite(folder)
    assert.deepEqual(await names(again.db, ''), ['kept 1', 'kept 2'])
    await again.close()
    rmSync(folder, { recursive: true })
  })
else
  test('a server that is gone is told at once, and used again when it is back', async (t) => {
    const url = new URL(process.env['GUESTHOUSE_TEST_DATABASE_URL'] ?? '')
    const target = { port: Number(url.port === '' ? 5432 : url.port), host: url.hostname }
    const open = new Set<Socket>()
    let cut = false
    // Stands between: what it lets through can be cut, as a server's restart or a network does.
    const between = createServer((client) => {
      if (cut) return void client.destroy()
      const server = connect(target)
      for (const [one, other] of [
        [client, server],
        [server, client],
      ] as const) {
        open.add(one)
        one.pipe(other)
        one.on('error', () => other.destroy()).on('close', () => other.destroy())
      }
    })
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
    t.after(() => {
      between.close()
      for (const socket of open) socket.destroy()
    })
    const address = between.address()
    url.hostname = '127.0.0.1'
    url.port = String(address !== null && typeof address === 'object' ? address.port : 0)
    const store = await openPostgres(url.href, 4)
    t.after(() => store.close())
    const prefix = `away ${Date.now()}`
    await add(store.db, `${prefix} 1`)
    cut = true
    for (const socket of open) socket.destroy()
    await assert.rejects(add(store.db, `${prefix} 2`), StoreUnavailable)
    await assert.rejects(
      transaction(store.db, (tx) => add(tx, `${prefix} 3`)),
      StoreUnavailable,
    )
    cut = false
    await add(store.db, `${prefix} 4`)
    assert.deepEqual(await names(store.db, prefix), [`${prefix} 1`, `${prefix} 4`])
  })
