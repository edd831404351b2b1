/** Previews of many, ten at a time: the first ones, and more when asked for. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { bareList } from '../../ui/bare-list.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin } from '../admin-context.tsx'
import { useWords } from '../words.tsx'

const atOnce = 10

const useStyles = makeStyles({
  list: { ...bareList, overflowWrap: 'anywhere' },
  of: {
    paddingBlock: '4px',
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
})

type Props<One, Preview> = {
  /** Names the previews where they are kept. */
  readonly name: string
  readonly of: readonly One[]
  /** The previews of these ids, in their order. */
  readonly load: (ids: readonly string[]) => Promise<readonly Preview[]>
  readonly render: (one: One, preview: Preview) => ReactNode
}

/** Mount it anew, so that the previews are of now. */
export const PreviewPages = <One extends { readonly id: string }, Preview>({
  name,
  of,
  load,
  render,
}: Props<One, Preview>) => {
  const words = useWords().deleted
  const styles = useStyles()
  const { organizationId } = useAdmin()
  const ids = of.map(({ id }) => id)
  const { data, error, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: [organizationId, name, ids],
    queryFn: ({ pageParam: from }) => load(ids.slice(from, from + atOnce)),
    initialPageParam: 0,
    getNextPageParam: (_, pages) =>
      pages.length * atOnce < ids.length ? pages.length * atOnce : undefined,
    gcTime: 0,
    staleTime: 0,
  })
  const seen = data?.pages.flat() ?? []
  const left = of.length - seen.length
  return (
    <>
      <ul className={styles.list}>
        {seen.map((preview, place) => {
          const one = of[place]
          return (
            one !== undefined && (
              <li key={one.id} className={styles.of}>
                {render(one, preview)}
              </li>
            )
          )
        })}
      </ul>
      {error !== null && <ProblemBar error={error} />}
      {isFetching ? (
        <Loading label={words.previewing} />
      ) : (
        left > 0 &&
        data !== undefined && (
          <Button size="small" onClick={() => void fetchNextPage()}>
            {words.previewMore(left)}
          </Button>
        )
      )}
    </>
  )
}
