import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lane, newStore, openAnother, store } from '../../test/store.ts'
import { newId } from '../kernel/ids.ts'
import {
  attempt,
  changed,
  firstRow,
  plannedEachTime,
  rows,
  transaction,
  undo,
  type Database,
} from './database.ts'
import { sql } from 'kysely'
import { migrate } from './migrate.ts'
import { ConstraintViolated, UnstorableValue } from './store-error.ts'

const { db } = store
const count = async (): Promise<number> =>
  (
    await firstRow(
      db,
      sql<{ n: number }>`select count(*)::int as n from installation where name like 'test%'`,
    )
  )?.n ?? 0
const add = (name: string) =>
  sql`insert into installation (name, value) values (${name}, ${Buffer.from('x')})`

test('a transaction keeps all or nothing, and one inside another is the same one', async () => {
  const before = await count()
  await assert.rejects(
    transaction(db, async (tx) => {
      await add(`test ${newId()}`).execute(tx)
      await transaction(tx, (inner) => add(`test ${newId()}`).execute(inner))
      throw new Error('no')
    }),
  )
  assert.equal(await count(), before)
})

const tried = (wish: 'kept' | 'undone') =>
  attempt(db, async (tx) => {
    await add(`test ${newId()}`).execute(tx)
    return wish === 'kept' ? { outcome: 'done' } : undo({ outcome: 'refused', why: 'so' })
  })

test('an attempt that is undone has an outcome and has changed nothing; of others all stays', async () => {
  const before = await count()
  assert.deepEqual(await tried('undone'), { outcome: 'refused', why: 'so' })
  assert.equal(await count(), before)
  assert.deepEqual(await tried('kept'), { outcome: 'done' })
  assert.equal(await count(), before + 1)
})

test('inside a transaction an attempt takes back itself alone, also where the store refused it', async () => {
  const [kept, twice] = [`test ${newId()}`, `test ${newId()}`]
  const refused = { installation_pkey: { outcome: 'taken' } }
  const before = await count()
  const outcomes = await transaction(db, async (tx) => {
    await add(kept).execute(tx)
    const one = (isKept: boolean) =>
      attempt(tx, async (inner) => {
        await add(`test ${newId()}`).execute(inner)
        return isKept ? { outcome: 'done' } : undo({ outcome: 'undone' })
      })
    const undone = await one(false)
    const taken = await attempt(
      tx,
      async (inner) => {
        await add(twice).execute(inner)
        // What the innermost does not know is the next one's to know.
        await attempt(inner, (innermost) => add(twice).execute(innermost))
        return { outcome: 'done' }
      },
      refused,
    )
    return [undone, taken, await one(true)].map(({ outcome }) => outcome)
  })
  assert.deepEqual(outcomes, ['undone', 'taken', 'done'])
  assert.equal(await count(), before + 2)
})

test('what an attempt does not know goes on its way, and the transaction around it is undone', async () => {
  const before = await count()
  await assert.rejects(
    transaction(db, async (tx) => {
      const name = `test ${newId()}`
      await add(name).execute(tx)
      await attempt(tx, (inner) => add(name).execute(inner))
    }),
    ConstraintViolated,
  )
  assert.equal(await count(), before)
})

test('a statement from outside never runs inside somebody else’s transaction', async () => {
  const [inside, outside] = [`test ${newId()}`, `test ${newId()}`]
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const failing = transaction(db, async (tx) => {
    await add(inside).execute(tx)
    begin()
    await new Promise((resolve) => setTimeout(resolve, 20))
    throw new Error('rolled back')
  })
  await begun
  const other = add(outside).execute(db)
  await assert.rejects(failing, /rolled back/)
  await other
  const found = await rows(
    db,
    sql<{ name: string }>`select name from installation where name in (${inside}, ${outside})`,
  )
  assert.deepEqual(found, [{ name: outside }])
})

test('many transactions at once all end', async () => {
  const name = `test ${newId()}`
  await add(name).execute(db)
  const bump = () =>
    transaction(db, async (tx) => {
      await sql`select 1 from installation where name = ${name} for update`.execute(tx)
      return changed(
        tx,
        sql`update installation set value = value || 'x'::bytea where name = ${name}`,
      )
    })
  await Promise.all(Array.from({ length: 30 }, bump))
  assert.equal(
    (
      await firstRow(
        db,
        sql<{ n: number }>`select length(value)::int as n from installation where name = ${name}`,
      )
    )?.n,
    31,
  )
})

test('refusals of the store are told in our words on every server', async () => {
  const name = `test ${newId()}`
  await add(name).execute(db)
  await assert.rejects(
    add(name).execute(db),
    (error) =>
      error instanceof ConstraintViolated &&
      error.kind === 'unique' &&
      error.constraint === 'installation_pkey',
  )
  await assert.rejects(sql`select ${'a\u0000b'}::text`.execute(db), UnstorableValue)
})

test('instants, arrays and JSON come back the same from every server', async () => {
  const at = new Date('2026-05-01T12:00:00.123Z')
  const row = await firstRow(
    db,
    sql`select ${at}::timestamptz as at, ${['a', 'b"c', 'd,e']}::text[] as list, ${'{"a":[1,2]}'}::jsonb as json, 12::int as n, null::text as nothing`,
  )
  assert.deepEqual(row, {
    at,
    list: ['a', 'b"c', 'd,e'],
    json: { a: [1, 2] },
    n: 12,
    nothing: null,
  })
})

const preparedOn = async (connection: Database): Promise<string> => {
  type Prepared = { statement: string }
  const of = sql<Prepared>`select statement from pg_prepared_statements`
  return (await rows(connection, of)).map(({ statement }) => statement).join('\n')
}

test('a server prepares statements that come again, but not those whose plan depends on their values', async () => {
  // Connections keep a limited number, and the others of this run have had theirs.
  const another = await openAnother()
  const prepared = await transaction(another.db, async (tx) => {
    await rows(tx, sql`select ${1}::int as once`)
    for (const _ of [1, 2]) {
      await rows(tx, sql`select ${1}::int as always`)
      await rows(tx, sql`select ${1}::int as searched ${sql.raw(plannedEachTime)}`)
    }
    return preparedOn(tx)
  })
  await another.close()
  assert.match(prepared, /as always/)
  assert.doesNotMatch(prepared, /as searched|as once/)
})

test('a process that has made the schema prepares what it sends all day', async () => {
  const fresh = await newStore(1, { migrated: false })
  await migrate(fresh.db)
  for (const _ of [1, 2]) await rows(fresh.db, sql`select ${1}::int as always`)
  const prepared = await preparedOn(fresh.db)
  await fresh.close()
  assert.match(prepared, /as always/)
  assert.doesNotMatch(prepared, /create table/)
})

test(`migrating again does nothing (${lane})`, async () => assert.deepEqual(await migrate(db), []))
