/**
 * Importing rows in batches: each batch is one transaction, in which a row that fails takes only
 * itself back.
 */
import { attempt, transaction, undo, type Database, type Undo } from '../../store/database.ts'
import { ConstraintViolated, UnstorableValue } from '../../store/store-error.ts'
import type { Progress } from './progress.ts'
import type { Kind, Left, Results } from './results.ts'

export type Row<T> = {
  readonly file: string
  readonly row: number
  readonly key: string
  readonly value: T
}
export type RowResult = { outcome: 'imported' } | { outcome: 'skipped' | 'failed'; reason: string }

const imported: RowResult = { outcome: 'imported' }
export const done = (): RowResult => imported
export const failed = (reason: string): RowResult => ({ outcome: 'failed', reason })
export const skipped = (reason: string): RowResult => ({ outcome: 'skipped', reason })

/** The reason of a row that needs nothing. */
export const alreadyHere = 'already here'

const batchSize = 200

type Step<T> = {
  readonly kind: Kind
  /** Reads in one go what the rows of a batch need. */
  readonly prepare?: (tx: Database, rows: readonly Row<T>[]) => Promise<void>
  readonly run: (tx: Database, row: Row<T>) => Promise<RowResult>
}

/**
 * Runs `step` over `rows`. What has been committed is in `results`, also when the store goes away
 * in between and this throws.
 */
export const importRows = async <T>(
  db: Database,
  rows: readonly Row<T>[],
  step: Step<T>,
  results: Results,
  progress: Progress,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = rows.slice(from, from + batchSize)
    const outcomes = await transaction(db, async (tx) => {
      await step.prepare?.(tx, batch)
      const outcomes: RowResult[] = []
      for (const row of batch) outcomes.push(await runAlone(tx, row, step))
      return outcomes
    })
    for (const [n, result] of outcomes.entries()) note(results, step.kind, batch[n], result)
    progress.advance(batch.length)
  }
}

const note = (
  results: Results,
  kind: Kind,
  row: Row<unknown> | undefined,
  result: RowResult,
): void => {
  if (row === undefined) return
  if (result.outcome === 'imported') results.imported[kind]++
  else results[result.outcome].push(leftOf(row, result.reason))
}

export const leftOf = ({ file, row, key }: Omit<Row<unknown>, 'value'>, reason: string): Left => ({
  file,
  row,
  key,
  reason,
})

// What the store refused is caught inside: the row takes back what it did before that, too.
const runAlone = <T>(tx: Database, row: Row<T>, step: Step<T>): Promise<RowResult> =>
  attempt(tx, async (alone): Promise<RowResult | Undo<RowResult>> => {
    const result = await step.run(alone, row).catch(asReason)
    return result.outcome === 'imported' ? result : undo(result)
  })

const asReason = (error: unknown): RowResult => {
  if (error instanceof ConstraintViolated)
    return failed(`does not fit the directory: ${error.constraint.replaceAll('_', ' ')}`)
  if (error instanceof UnstorableValue) return failed('holds a value that cannot be stored')
  throw error
}
