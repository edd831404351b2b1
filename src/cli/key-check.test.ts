import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { world } from '../../test/world.ts'
import { ConfigError } from '../kernel/config.ts'
import { attempt, sql, undo, type Database } from '../store/database.ts'
import { checkKey } from './key-check.ts'

/** In a transaction that is taken back: the store is shared with other tests. */
const alone = (db: Database, work: (tx: Database) => Promise<void>) =>
  attempt(db, async (tx) => {
    await sql`delete from installation where name = 'key check'`.execute(tx)
    return undo(await work(tx))
  })

test('a store is opened with the key it was made with, and refused with another, in words', async () => {
  const { db } = await world()
  await alone(db, async (tx) => {
    await sql`delete from signing_keys`.execute(tx)
    const key = randomBytes(32)
    await checkKey(tx, key)
    await checkKey(tx, key)
    await assert.rejects(
      checkKey(tx, randomBytes(32)),
      (error: Error) =>
        error instanceof ConfigError &&
        /not the key that this store was made with/.test(error.message),
    )
    await checkKey(tx, key)
  })
})

test('a store from before that check is told by what it has sealed', async () => {
  const w = await world()
  await alone(w.db, async (tx) => {
    await sql`delete from signing_keys where tenant_id <> ${w.contoso.id}`.execute(tx)
    await assert.rejects(checkKey(tx, randomBytes(32)), ConfigError)
    await checkKey(tx, w.services.sealKey)
  })
})
