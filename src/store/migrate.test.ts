/** What a start does with a database: the schema, once, whoever else starts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dropDatabase, statement } from '../../test/postgres.ts'
import { makeCharacter, makeOrganization } from '../cli/demo/cast.ts'
import { sortName } from '../kernel/search-words.ts'
import { newStore, storeUrl } from '../../test/store.ts'
import { rows } from './database.ts'
import { migrate } from './migrate.ts'
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

test('migration 0142: names with a stroke that were folded before stand and are found as those that are folded now', async () => {
  const { db, close } = await newStore()
  const stage = { tx: db, now: new Date() }
  const contoso = await makeOrganization(stage, 'Contoso', 40)
  for (const name of ['Łukasz Großmann', 'Đặng Æsa', 'Zoë Lind'])
    await makeCharacter(stage, contoso, name, 39)
  const kept = () =>
    rows(
      db,
      sql<{
        name: string
        sorted: string
        words: string
      }>`select display_name as name, sort_name as sorted, search_words::text as words from users order by display_name`,
    )
  const now = await kept()
  const before = { ł: 'l', đ: 'd', ß: 'ss', æ: 'ae' }
  for (const [letter, plain] of Object.entries(before))
    await sql`update users set sort_name = replace(sort_name, ${plain}, ${letter}),
      search_words = replace(search_words::text, ${plain}, ${letter})::tsvector where display_name ~* ${letter}`.execute(
      db,
    )
  assert.notDeepEqual(await kept(), now)
  await sql`delete from migrations where name like '0142%'`.execute(db)
  assert.equal((await migrate(db)).length, 1)
  assert.deepEqual(await kept(), now)
  assert.ok(now.every(({ name, sorted }) => sorted === sortName(name)))
  await close()
})
