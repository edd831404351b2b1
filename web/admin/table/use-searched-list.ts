/** A list of the directory that is searched, filtered, sorted and counted by its address. */
import { useState } from 'react'
import type { ListQuery, Page } from '../../../src/client/graph.ts'
import { usePaged } from './paged-list.tsx'
import type { Asked } from './use-asked.ts'

/** How far a list is read again when somebody comes back to it; further is one press away. */
const mostPages = 20

/**
 * What its table needs. `key` and `load` as of a paged list, `query` what else is asked of it:
 * `orderBy` is how it is sorted at first, and not given where it has one order alone.
 */
export const useSearchedList = <T>(
  asked: Asked,
  key: readonly unknown[],
  load: (query: ListQuery) => Promise<Page<T>>,
  { orderBy: first, ...query }: ListQuery,
) => {
  const [counting, setCounting] = useState(false)
  const wished = asked.value('orderBy')
  const orderBy = first === undefined || wished === '' ? first : wished
  const search = asked.value('search')
  const pages = Math.min(Math.max(Math.trunc(Number(asked.value('pages'))) || 1, 1), mostPages)
  const all = {
    ...query,
    ...(search === '' ? {} : { search }),
    ...(orderBy === undefined ? {} : { orderBy }),
  }
  const list = usePaged(
    key,
    load,
    { ...all, count: counting },
    { pages, onPages: (read) => asked.ask({ pages: String(Math.min(read, mostPages)) }) },
  )
  const columns = asked.value('columns')
  return {
    list,
    /** What finds all that it shows. */
    query: all as ListQuery,
    ...(orderBy === undefined
      ? {}
      : { sort: { orderBy, onSort: (chosen: string) => asked.ask({ orderBy: chosen }) } }),
    onCount: () => setCounting(true),
    visible: columns === '' ? undefined : columns.split(','),
  }
}
