/** A run through a list, so many at once: how far it is, and that it can be stopped. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { mostAtOnce } from '../../../src/wire/at-once.ts'
import { useAdmin } from '../admin-context.tsx'

type Pace = {
  /** So many of the list a request names. */
  readonly slice?: number
  /** So many requests at a time. */
  readonly lanes?: number
}

/** A list in parts, each as long as one request may name. */
export const partsOf = <Item>(list: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(list.length / mostAtOnce) }, (_, part) =>
    list.slice(part * mostAtOnce, (part + 1) * mostAtOnce),
  )

/** The results of a run, in the order in which they came; every list is read again after it. */
export const useRun = <Item, Result>({ slice = mostAtOnce, lanes = 1 }: Pace = {}) => {
  const { organizationId } = useAdmin()
  const queries = useQueryClient()
  const [results, setResults] = useState<readonly Result[]>([])
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const start = async (
    list: readonly Item[],
    send: (batch: readonly Item[]) => Promise<readonly Result[]>,
  ): Promise<readonly Result[]> => {
    stopped.current = false
    setRunning(true)
    setResults([])
    const all: Result[] = []
    let next = 0
    const lane = async (): Promise<void> => {
      while (next < list.length && !stopped.current) {
        const from = next
        next += slice
        all.push(...(await send(list.slice(from, from + slice))))
        setResults([...all])
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    setRunning(false)
    await queries.invalidateQueries({ queryKey: [organizationId] })
    return all
  }
  const stop = () => {
    stopped.current = true
  }
  return { results, running, finished: !running && results.length > 0, start, stop }
}

/** How far a run is, whatever it is through. */
export type Run<Result> = Pick<
  ReturnType<typeof useRun<never, Result>>,
  'results' | 'running' | 'finished' | 'stop'
>
