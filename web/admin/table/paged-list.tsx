/** Lists that the server pages: reading them, and asking for more. */
import {
  keepPreviousData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ListQuery, Page } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'

const pageSize = 50

export type Paged<T> = {
  /** What has been read so far; undefined before the first page. */
  readonly items: readonly T[] | undefined
  readonly count: number | undefined
  readonly hasMore: boolean
  readonly loadMore: () => void
  readonly loadingMore: boolean
  /** Another search or order is being read while the former still shows. */
  readonly changing: boolean
  readonly error: Error | null
}

/** How many pages are to be read, and who is told when there are to be more. */
type Depth = { readonly pages: number; readonly onPages: (pages: number) => void }

type Reading = Pick<
  UseInfiniteQueryResult,
  'fetchNextPage' | 'hasNextPage' | 'isFetching' | 'isPlaceholderData' | 'error'
>

/** Reads on until there are so many pages. */
const useReading = (
  { fetchNextPage, hasNextPage, isFetching, isPlaceholderData, error }: Reading,
  read: number,
  wanted: number,
): void => {
  const isStill = !isPlaceholderData && !isFetching && error === null
  const further = isStill && hasNextPage && read < wanted
  useEffect(() => {
    if (further) void fetchNextPage()
  }, [further, fetchNextPage])
}

/**
 * Reads a list page by page. `key` names the list, `query` what is asked of it. With a `depth` it
 * reads as far as that at once.
 */
export const usePaged = <T,>(
  key: readonly unknown[],
  load: (query: ListQuery) => Promise<Page<T>>,
  query: ListQuery = {},
  depth?: Depth,
): Paged<T> => {
  const { organizationId } = useAdmin()
  const result = useInfiniteQuery({
    queryKey: [organizationId, ...key, query],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      load(pageParam === undefined ? { top: pageSize, ...query } : { next: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<T>) => page.next,
    placeholderData: keepPreviousData,
  })
  const { fetchNextPage } = result
  const read = result.data?.pages.length ?? 0
  useReading(result, read, depth?.pages ?? 1)
  return {
    items: result.data?.pages.flatMap((page) => page.value),
    count: result.data?.pages[0]?.count,
    hasMore: result.hasNextPage,
    loadMore: () => {
      void fetchNextPage()
      depth?.onPages(read + 1)
    },
    loadingMore: result.isFetchingNextPage,
    changing: result.isPlaceholderData,
    error: result.error,
  }
}

/** A list that comes all at once. */
export const wholeList = <T,>(items: readonly T[]): Paged<T> => ({
  items,
  count: items.length,
  hasMore: false,
  loadMore: () => {},
  loadingMore: false,
  changing: false,
  error: null,
})
