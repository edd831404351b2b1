/**
 * Reading along an index, whatever the planner believes. For the rest of a transaction it neither
 * sorts nor reads a table from one end: where a statement asks for the first rows in the order of
 * an index, they are read there and no more of them.
 */
import { sql } from './database.ts'

const otherWays = ['enable_seqscan', 'enable_bitmapscan', 'enable_indexonlyscan', 'enable_sort']

/** To be executed in the transaction. */
export const byKeyOnly = sql`select ${sql.join(otherWays.map((name) => sql`set_config(${name}, 'off', true)`))}`
