/** A store that goes away and comes back: a connection that is cut, and a disk that is full. */
import assert from 'node:assert/strict'
import { connect, createServer, type Socket } from 'node:net'
import { test } from 'node:test'
import { pino } from 'pino'
import { asRefusal } from '../edge/app.ts'
import { storeUrl } from '../../test/store.ts'
import { rows, sql, transaction, type Database } from './database.ts'
import { openPostgres } from './postgres.ts'
import { StoreUnavailable } from './store-error.ts'

const add = (db: Database, name: string) => sql`insert into installation (name, value) values (${name}, 'x')`.execute(db)
const names = async (db: Database, prefix: string): Promise<string[]> =>
  (await rows(db, sql<{ name: string }>`select name from installation where name like ${`${prefix}%`} order by name`)).map(
    ({ name }) => name,
  )

test('a store that is unavailable is told as 503, with when to try again', () => {
  const refusal = asRefusal(new StoreUnavailable('gone'), pino({ level: 'silent' }), 'x')
  assert.deepEqual([refusal.status, refusal.code, refusal.headers['retry-after']], [503, 'storeUnavailable', '5'])
})

test('a server that is gone is told at once, and used again when it is back', async (t) => {
  const url = new URL(storeUrl)
  const port = Number(url.port === '' ? 5432 : url.port)
  const socket = url.searchParams.get('host')
  const target = socket === null ? { port, host: url.hostname } : { path: `${socket}/.s.PGSQL.${port}` }
  url.searchParams.delete('host')
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
