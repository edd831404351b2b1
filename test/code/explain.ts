/**
 * What a statement of ours reads: it is caught as the product sends it, and explained in the same
 * transaction.
 */
import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from 'kysely'
import { sql, type Database } from '../../src/store/database.ts'

export type Caught = { readonly sql: string; readonly parameters: readonly unknown[] }

/** `db`, which notes what it sends. */
export const listenedTo = (db: Database, heard: Caught[]): Database => {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }): RootOperationNode => {
      const { sql: text, parameters } = db.getExecutor().compileQuery(node, queryId)
      heard.push({ sql: text, parameters })
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return db.withPlugin(plugin) as Database
}

/** Runs `work` and returns the statements that it sent. */
export const caught = async (
  db: Database,
  work: (db: Database) => Promise<unknown>,
): Promise<Caught[]> => {
  const found: Caught[] = []
  await work(listenedTo(db, found))
  return found
}

type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly Plan[]
}

/** Rows that the plan took from these tables, also those that it threw away again. */
const rowsOf = (plan: Plan, tables: readonly string[]): number => {
  const own = !tables.includes(plan['Relation Name'] ?? '')
    ? 0
    : (plan['Actual Rows'] +
        (plan['Rows Removed by Filter'] ?? 0) +
        (plan['Rows Removed by Index Recheck'] ?? 0)) *
      plan['Actual Loops']
  return own + (plan.Plans ?? []).reduce((sum, one) => sum + rowsOf(one, tables), 0)
}

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value))
    return `'{${value
      .map((one) => (one === null ? 'null' : JSON.stringify(String(one))))
      .join(',')
      .replaceAll("'", "''")}}'`
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  const text = value instanceof Date ? value.toISOString() : String(value)
  return `'${text.replaceAll("'", "''")}'`
}

let serial = 0

/**
 * How many rows of the large `tables` a statement reads (of small ones it may well read all),
 * planned once for all values as on a long-lived connection, and planned for these: the worse of
 * the two. In a transaction, whose changes are then seen.
 */
export const rowsRead = async (
  tx: Database,
  { sql: text, parameters }: Caught,
  tables: readonly string[],
): Promise<number> => {
  const name = `explained_${serial++}`
  const run = async (query: string) =>
    (await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(query))).rows
  await run(`prepare ${name} as ${text}`)
  const given = parameters.length === 0 ? '' : `(${parameters.map(literal).join(', ')})`
  let worst = 0
  for (const mode of ['force_generic_plan', 'force_custom_plan']) {
    await sql`select set_config('plan_cache_mode', ${mode}, true)`.execute(tx)
    const [row] = await run(`explain (analyze, format json) execute ${name}${given}`)
    const plans = row?.['QUERY PLAN'] as readonly [{ Plan: Plan }]
    worst = Math.max(worst, rowsOf(plans[0].Plan, tables))
  }
  await run(`deallocate ${name}`)
  return worst
}
