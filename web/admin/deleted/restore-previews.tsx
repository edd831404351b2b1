/** What restoring each of many would bring back and what not, told before it is done. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { RestorePreviews as Answer } from '../../../src/client/graph.ts'
import { bareList } from '../../ui/bare-list.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin } from '../admin-context.tsx'
import { useWords } from '../words.tsx'
import { Conflicts } from './restore-dialog.tsx'
import { RestoreLinks } from './restore-links.tsx'

const atOnce = 10

const useStyles = makeStyles({
  list: { ...bareList, overflowWrap: 'anywhere' },
  of: {
    paddingBlock: '4px',
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  summary: { cursor: 'pointer', paddingBlock: '4px' },
  links: { display: 'flex', flexDirection: 'column', gap: '8px', paddingInlineStart: '16px' },
})

type Preview = Answer['value'][number]

/** Who is restored: the id, and what they are called there. */
type Previewed = { readonly id: string; readonly name: string }

const usePreviews = (users: readonly Previewed[]) => {
  const { graph, organizationId } = useAdmin()
  const ids = users.map(({ id }) => id)
  return useInfiniteQuery({
    queryKey: [organizationId, 'restorePreviews', ids],
    queryFn: async ({ pageParam: from }) =>
      (await graph.deleted.previewMany(ids.slice(from, from + atOnce))).value,
    initialPageParam: 0,
    getNextPageParam: (_, pages) =>
      pages.length * atOnce < ids.length ? pages.length * atOnce : undefined,
    gcTime: 0,
    staleTime: 0,
  })
}

const isSmooth = ({ cannotComeBack, conflicts, code }: Preview): boolean =>
  cannotComeBack.length === 0 && conflicts.length === 0 && code === undefined

const Links = ({ preview }: { readonly preview: Preview }) => {
  const words = useWords().deleted
  const styles = useStyles()
  const { comesBack, cannotComeBack, conflicts, asksPerson } = preview
  const none = cannotComeBack.length === 0 ? { none: words.nothingComesBack } : {}
  return (
    <div className={styles.links}>
      <RestoreLinks few title={words.comesBack} links={comesBack} {...none} />
      <RestoreLinks few title={words.cannotComeBack} links={cannotComeBack} />
      {asksPerson && <Text>{words.asksPerson}</Text>}
      <Conflicts conflicts={conflicts} />
    </div>
  )
}

// What needs to be looked at stands open.
const OfOne = ({ name, preview }: { readonly name: string; readonly preview: Preview }) => {
  const words = useWords().deleted
  const styles = useStyles()
  const { comesBack, cannotComeBack, conflicts, code } = preview
  if (code !== undefined)
    return (
      <div className={styles.summary}>
        <Text weight="semibold">{name}</Text> <Text>{words.nothingToRestore}</Text>
      </div>
    )
  const what =
    conflicts.length > 0
      ? words.cannotBeRestored
      : words.previewOf(comesBack.length, cannotComeBack.length)
  return (
    <details open={!isSmooth(preview)}>
      <summary className={styles.summary}>
        <Text weight="semibold">{name}</Text> <Text>{what}</Text>
      </summary>
      <Links preview={preview} />
    </details>
  )
}

/** The first of them, and more when asked for. */
export const RestorePreviews = ({ users }: { readonly users: readonly Previewed[] }) => {
  const words = useWords().deleted
  const styles = useStyles()
  const { data, error, fetchNextPage, isFetching } = usePreviews(users)
  const seen = data?.pages.flat() ?? []
  const left = users.length - seen.length
  return (
    <>
      <ul className={styles.list}>
        {seen.map((preview, place) => (
          <li key={preview.user} className={styles.of}>
            <OfOne name={users[place]?.name ?? preview.user} preview={preview} />
          </li>
        ))}
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
