/** What a start does with a database: the schema, once, whoever else starts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dropDatabase, statement } from '../../test/postgres.ts'
import { storeUrl } from '../../test/store.ts'
import { rows } from './database.ts'
import { openStore } from './store.ts'

test('several processes that start at once on an empty database migrate it once', async () => {
  const name = `guesthouse_start_${process.pid}_${Date.now()}`
  await statement(storeUrl, `create database ${name}`)
  const url = new URL(storeUrl)
  url.pathname = `/${name}`
  try {
    const settings = {
      databaseUrl: url.href,
      dataFolder: '',
      databaseConnections: 2,
      durable: true,
    }
    const stores = await Promise.all([
      openStore(settings),
      openStore(settings),
      openStore(settings),
    ])
    const [first] = stores
    const ran = await rows(
      first.db,
      sql<{ n: number }>`select count(*)::int as n from migrations group by name`,
    )
    assert.ok(ran.length >= 3)
    assert.ok(ran.every(({ n }) => n === 1))
    await Promise.all(stores.map((store) => store.close()))
  } finally {
    await dropDatabase(storeUrl, name)
  }
})
