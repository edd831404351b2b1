/** What happens between two statements of one act, at the very place. */
import type { KyselyPlugin } from 'kysely'
import type { Database } from '../src/store/database.ts'
import { store } from './store.ts'

/** A store in which something happens after each statement that `is` one, until it is told. */
export const interrupted = () => {
  let after: { readonly is: RegExp; readonly happens: () => Promise<unknown> } | undefined
  const met = new WeakSet<object>()
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      const { sql: text } = store.db.getExecutor().compileQuery(node, queryId)
      if (after?.is.test(text) === true) met.add(queryId)
      return node
    },
    transformResult: async ({ result, queryId }) => {
      if (!met.has(queryId)) return result
      const { happens } = after ?? {}
      after = undefined
      await happens?.()
      return result
    },
  }
  return {
    store,
    db: store.db.withPlugin(plugin) as Database,
    once: (is: RegExp, happens: () => Promise<unknown>) => {
      after = { is, happens }
    },
    isOver: () => after === undefined,
  }
}
