/**
 * The statements that a request runs, caught once and run again through the bare driver: what the
 * product is compared with.
 */
import { readFileSync } from 'node:fs'
import type { CompiledQuery } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from '../src/store/database.ts'

export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }
export type Bare = (statement: Statement) => Promise<{ rows: Record<string, unknown>[] }>

/** Prepared once per connection, like the product's own. */
export const barePg = (pool: Pool): Bare => {
  const names = new Map<string, string>()
  return ({ sql, parameters }) => {
    const name = names.get(sql) ?? `bare${names.size}`
    names.set(sql, name)
    return pool.query({ name, text: sql, values: [...parameters] })
  }
}

type Executor = ReturnType<Database['getExecutor']>

/** `db`, noting every statement that goes through it. */
export const listening = (db: Database): { db: Database; heard: Statement[] } => {
  const heard: Statement[] = []
  const executor = new Proxy(db.getExecutor(), {
    get: (target: Executor, name) => {
      const value = Reflect.get(target, name) as unknown
      if (typeof value !== 'function') return value
      if (name !== 'executeQuery') return value.bind(target)
      return (query: CompiledQuery, ...rest: unknown[]) => {
        heard.push({ sql: query.sql, parameters: query.parameters })
        return Reflect.apply(value, target, [query, ...rest])
      }
    },
  })
  const listened = new Proxy(db, {
    get: (target, name) => {
      if (name === 'getExecutor') return () => executor
      const value = Reflect.get(target, name) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { db: listened, heard }
}

/** The processor's name, to stand beside the figures. */
export const processor = (): string =>
  /model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown processor'

/** The one update without which nobody is restored. */
export const heartOfRestore = (tenantId: string, userId: string): Statement => ({
  sql: `update users set deleted_at = null, restorable_until = null, deleted_by_kind = null, deleted_by = null, deletion_event_id = null,
    user_principal_name = original_user_principal_name, original_user_principal_name = null where tenant_id = $1 and id = $2`,
  parameters: [tenantId, userId],
})
