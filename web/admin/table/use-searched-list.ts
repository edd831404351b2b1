/** A list of the directory that is searched, sorted and counted. */
import { useState } from 'react'
import type { ListQuery, Page } from '../../../src/client/graph.ts'
import { usePaged } from './paged-list.tsx'

/**
 * What its table and its search box need. `key` and `load` as of a paged list, `query` what else is
 * asked of it: `orderBy` is how it is sorted at first.
 */
export const useSearchedList = <T>(
  key: readonly unknown[],
  load: (query: ListQuery) => Promise<Page<T>>,
  { orderBy: first, ...query }: ListQuery & { readonly orderBy: string },
) => {
  const [search, setSearch] = useState('')
  const [orderBy, setOrderBy] = useState(first)
  const [counting, setCounting] = useState(false)
  const list = usePaged(key, load, { search, ...query, orderBy, count: counting })
  return {
    search,
    setSearch,
    /** For its table. */
    table: { list, sort: { orderBy, onSort: setOrderBy }, onCount: () => setCounting(true) },
  }
}
