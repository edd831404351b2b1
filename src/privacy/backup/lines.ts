/** The lines of a backup, out of the snapshot that they are read in. */
import { createHash } from 'node:crypto'
import type { Database } from '../../store/database.ts'
import { sql } from '../../store/database.ts'
import { batchesOf, type Texts } from '../../store/tables/read-rows.ts'
import {
  beginLine,
  endLine,
  joined,
  lastLine,
  peopleSection,
  purposeOf,
  rowLine,
  type Head,
} from './format.ts'
import type { Keys } from './keys.ts'
import { markOf } from './derived-keys.ts'
import { ownersIn, sealFor } from './seal-row.ts'
import type { Taken } from './write.ts'

/** How much there was. `leftOut`: rows that belong to nobody, which no key could hide. */
export type Tally = { rows: number; leftOut: number }

type Given = {
  readonly head: Head
  readonly taken: readonly Taken[]
  readonly keys: Keys
  readonly tally: Tally
}

type Person = { readonly userId: string }
type Read = {
  readonly open: string | null
  readonly sealed: string | null
  readonly owners: string | null
}

/** Everybody of the snapshot by id, and by what their key is recognised. */
async function* people(tx: Database, keys: Keys): AsyncGenerator<string[]> {
  for await (const batch of batchesOf<Person>(
    tx,
    { userId: sql`u.id::text` },
    sql`from users u order by u.tenant_id, u.id`,
  ))
    yield batch.flatMap(({ userId }) => {
      const key = keys.keyOf(userId)
      return key === undefined ? [] : [`${userId} ${markOf(key)}`]
    })
}

const lineOf = (
  { open, sealed, owners }: Read,
  { reading }: Taken,
  purpose: string,
  keys: Keys,
): string | undefined => {
  const whose = sealed === null ? [] : ownersIn(owners)
  if (sealed === null || (whose.length === 0 && reading.ofNobody === 'open'))
    return rowLine({ owners: '', sealed: '', open: joined([open, sealed]) })
  const hidden = whose.length === 0 ? undefined : sealFor(keys, whose, purpose, sealed)
  if (hidden !== undefined)
    return rowLine({ owners: hidden[0], sealed: hidden[1], open: open ?? '' })
  // The rest of a row outlives whose part it is.
  return open === null ? undefined : rowLine({ owners: '', sealed: '', open })
}

async function* rowsOf(tx: Database, taken: Taken, given: Given): AsyncGenerator<string[]> {
  const { table, reading } = taken
  const purpose = purposeOf(given.head, table.name)
  const { open, sealed, owners } = reading
  const order = sql.join(table.key.map((column) => sql.ref(`x.${column}`)))
  const rest = sql`from ${sql.id(table.name)} x order by ${order}`
  for await (const batch of batchesOf<Read & Texts>(tx, { open, sealed, owners }, rest)) {
    const lines = batch.flatMap((row) => lineOf(row, taken, purpose, given.keys) ?? [])
    given.tally.rows += lines.length
    given.tally.leftOut += batch.length - lines.length
    yield lines
  }
}

async function* section(name: string, batches: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield `${beginLine(name)}\n`
  const hash = createHash('sha256')
  let lines = 0
  for await (const batch of batches) {
    if (batch.length === 0) continue
    const text = `${batch.join('\n')}\n`
    lines += batch.length
    hash.update(text)
    yield text
  }
  yield `${endLine(name, { lines, digest: hash.digest('hex') })}\n`
}

async function* sections(tx: Database, given: Given): AsyncGenerator<string> {
  yield `${JSON.stringify(given.head)}\n`
  yield* section(peopleSection, people(tx, given.keys))
  for (const taken of given.taken) yield* section(taken.table.name, rowsOf(tx, taken, given))
}

/** The whole text, a piece at a time. `tally` counts along. */
export async function* linesOf(tx: Database, given: Given): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const text of sections(tx, given)) {
    hash.update(text)
    yield text
  }
  yield `${lastLine(hash.digest('hex'))}\n`
}
