/** The same act on many, so many a request: what is sent, and what came of each. */
import {
  isUuid,
  type GraphClient,
  type PurgeResults,
  type ResultOfMany,
} from '../../../src/client/graph.ts'
import type { ListedKind } from '../../../src/wire/graph/deleted-objects.ts'
import { useAdmin } from '../admin-context.tsx'
import { saveCsv } from './csv-file.ts'
import { useRun, type Run } from './use-run.ts'

export const manyActs = ['restore', 'delete', 'purge'] as const
export type ManyAct = (typeof manyActs)[number]

/** What became of one; `waits` where it was asked for, and is to be done later. */
type Result = Pick<ResultOfMany, 'done' | 'code' | 'message'> & {
  readonly id: string
  readonly waits?: boolean | undefined
}

export type Send = (graph: GraphClient, ids: readonly string[]) => Promise<readonly Result[]>

type SendUsers = (
  graph: GraphClient,
  users: readonly string[],
) => Promise<{ readonly value: readonly ResultOfMany[] }>

/** Sends for users, who are known by what the list names them. */
export const sendUsers =
  (send: SendUsers): Send =>
  async (graph, users) =>
    (await send(graph, users)).value.map((result) => ({ ...result, id: result.user }))

const purged = ({ value }: PurgeResults): readonly Result[] =>
  value.map(({ deleted: done, ...rest }) => ({ done, ...rest }))

export const sends: Readonly<Record<ManyAct, Send>> = {
  restore: sendUsers(({ deleted }, ids) => deleted.restoreMany(ids)),
  delete: sendUsers(({ users }, ids) => users.removeMany(ids)),
  purge: async ({ deleted }, ids) => purged(await deleted.purgeMany(ids)),
}

/** The same for groups or applications. */
export const sendsOf = (kind: ListedKind): Readonly<Record<Exclude<ManyAct, 'delete'>, Send>> => ({
  restore: async ({ deletedObjects }, ids) =>
    (await deletedObjects.restoreMany(kind, ids, [])).value,
  purge: async ({ deletedObjects }, ids) => purged(await deletedObjects.purgeMany(kind, ids)),
})

/** What is no object id is not sent: one of them would refuse all. `why` says it to people. */
export const withIdsAlone =
  (send: Send, why: string): Send =>
  async (graph, names) => {
    const ids = names.filter((name) => isUuid(name))
    const others = names.filter((name) => !isUuid(name))
    return [
      ...(ids.length === 0 ? [] : await send(graph, ids)),
      ...others.map((id) => ({ id, done: false, message: why })),
    ]
  }

/** Whom or what the act is for, as the list names them, and where they stand in it. */
export type Whom = { readonly id: string; readonly line?: number; readonly name?: string }
export type Outcome = Whom &
  Result & {
    /** What was thrown, where that was why. */
    readonly error?: unknown
  }

const outcomesOf = async (
  graph: GraphClient,
  send: Send,
  batch: readonly Whom[],
): Promise<Outcome[]> => {
  try {
    const ids = [...new Set(batch.map(({ id }) => id))]
    const results = new Map(
      (await send(graph, ids)).map((result) => [result.id.toLowerCase(), result]),
    )
    return batch.map((whom) => {
      const result = results.get(whom.id.toLowerCase())
      return { ...result, ...whom, done: result?.done === true }
    })
  } catch (error) {
    // Others of the list are not lost by it, and the same list again is harmless.
    const message = error instanceof Error ? error.message : String(error)
    return batch.map((whom) => ({ ...whom, done: false, message, error }))
  }
}

/** The run through a list, whatever is sent for it. What was thrown is an outcome of its slice. */
export const useManyRun = () => {
  const { graph } = useAdmin()
  const run = useRun<Whom, Outcome>()
  const start = (send: Send, list: readonly Whom[]): Promise<readonly Outcome[]> =>
    run.start(list, (batch) => outcomesOf(graph, send, batch))
  return { ...run, start }
}

export type ManyRun = Run<Outcome>

const wordOf = ({ done, waits }: Outcome): string =>
  done ? 'done' : waits === true ? 'waits' : 'failed'

/** Hands the reader a file of the outcomes, one a row. */
export const downloadOutcomes = (
  name: string,
  column: string,
  outcomes: readonly Outcome[],
): Promise<void> => {
  const lines = outcomes.map((outcome) => {
    const { line, id, code = '', message = '' } = outcome
    return [line === undefined ? '' : String(line), id, wordOf(outcome), code, message]
  })
  return saveCsv(`${name}.csv`, ['line', column, 'outcome', 'code', 'reason'], lines)
}
