/**
 * Keys of people who are gone for good are destroyed: nothing that any backup holds of them can be
 * read from then on.
 */
import { hourMs } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { goneForGood } from '../proof.sql.ts'
import { destroyKeys } from './change-keys.ts'
import { recordsOf, type Whose } from './keys.ts'

const batchSize = 1_000

function* batchesOf<T>(all: Iterable<T>): Generator<T[]> {
  let batch: T[] = []
  for (const one of all) {
    batch.push(one)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function* keptIn(file: string): Generator<Whose> {
  for (const { tenantId, userId, key } of recordsOf(file))
    if (key !== undefined) yield { tenantId, userId }
}

/**
 * Destroys the keys in `file` of everybody of whom the store knows that they are gone for good.
 * Who is merely not there, as in a store that is empty, keeps theirs. Returns how many there were.
 */
export const destroyKeysOfGone = async (db: Database, file: string): Promise<number> => {
  let destroyed = 0
  for (const batch of batchesOf(keptIn(file))) {
    const gone = await goneForGood(db, batch)
    destroyed += destroyKeys(file, new Set(gone))
  }
  return destroyed
}

/**
 * What a journal does beside its lines: the keys of those who were erased. Everybody is looked at
 * at first, once an hour, and after it went wrong; that also finds who was removed and stands in no
 * journal, since they never came.
 */
export const keyDestroyer = (file: string) => {
  let lookAt = 0
  return async (db: Database, erased: readonly Pick<Whose, 'userId'>[]): Promise<void> => {
    const now = performance.now()
    const next = now < lookAt ? lookAt : now + hourMs
    const everybody = now >= lookAt
    lookAt = 0
    destroyKeys(file, new Set(erased.map(({ userId }) => userId)))
    if (everybody) await destroyKeysOfGone(db, file)
    lookAt = next
  }
}
