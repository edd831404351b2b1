/** The same act on many users, so many a request: how far it is, and what came of each. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { GraphClient, ResultOfMany } from '../../../src/client/graph.ts'
import { mostAtOnce } from '../../../src/wire/at-once.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useAdmin } from '../admin-context.tsx'
import { files } from './list-file.ts'

export const manyActs = ['restore', 'delete', 'purge'] as const
export type ManyAct = (typeof manyActs)[number]

export type Send = (
  graph: GraphClient,
  users: readonly string[],
) => Promise<readonly ResultOfMany[]>

export const sends: Readonly<Record<ManyAct, Send>> = {
  restore: async ({ deleted }, users) => (await deleted.restoreMany(users)).value,
  delete: async ({ users: of }, users) => (await of.removeMany(users)).value,
  purge: async ({ deleted }, users) =>
    (await deleted.purgeMany(users)).value.map(({ id: user, deleted: done, code, message }) => ({
      user,
      done,
      ...(code === undefined ? {} : { code }),
      ...(message === undefined ? {} : { message }),
    })),
}

/** Whom the act is for, as the list names them, and where they stand in it. */
export type Whom = { readonly user: string; readonly line?: number; readonly name?: string }
export type Outcome = Whom & Pick<ResultOfMany, 'done' | 'code' | 'message'>

const outcomesOf = async (
  graph: GraphClient,
  send: Send,
  batch: readonly Whom[],
): Promise<Outcome[]> => {
  try {
    const users = [...new Set(batch.map(({ user }) => user))]
    const results = new Map(
      (await send(graph, users)).map((result) => [result.user.toLowerCase(), result]),
    )
    return batch.map((whom) => {
      const result = results.get(whom.user.toLowerCase())
      return { ...whom, ...result, user: whom.user, done: result?.done === true }
    })
  } catch (error) {
    // Others of the list are not lost by it, and the same list again is harmless.
    const message = error instanceof Error ? error.message : String(error)
    return batch.map((whom) => ({ ...whom, done: false, message }))
  }
}

/** The run through a list. */
export const useManyRun = () => {
  const { graph, organizationId } = useAdmin()
  const queries = useQueryClient()
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const start = async (act: ManyAct | Send, list: readonly Whom[]): Promise<readonly Outcome[]> => {
    const send = typeof act === 'string' ? sends[act] : act
    stopped.current = false
    setRunning(true)
    const all: Outcome[] = []
    setOutcomes([])
    for (let from = 0; from < list.length && !stopped.current; from += mostAtOnce) {
      all.push(...(await outcomesOf(graph, send, list.slice(from, from + mostAtOnce))))
      setOutcomes([...all])
    }
    setRunning(false)
    await queries.invalidateQueries({ queryKey: [organizationId] })
    return all
  }
  const stop = () => {
    stopped.current = true
  }
  return { outcomes, running, finished: !running && outcomes.length > 0, start, stop }
}

export type ManyRun = ReturnType<typeof useManyRun>

/** Hands the reader a file of the outcomes, one a row. */
export const downloadOutcomes = async (
  act: string,
  outcomes: readonly Outcome[],
): Promise<void> => {
  const { writeCsv } = await files()
  const lines = outcomes.map(({ line, user, done, code = '', message = '' }) => [
    line === undefined ? '' : String(line),
    user,
    done ? 'done' : 'failed',
    code,
    message,
  ])
  const csv = writeCsv([['line', 'user', 'outcome', 'code', 'reason'], ...lines], {
    quoteAll: true,
  })
  saveFile(new Blob([`\uFEFF${csv}`], { type: 'text/csv' }), `users-${act}.csv`)
}
