/** What a policy would do, before it is saved: how many, then names with dates, page by page. */
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { whyItComes } from '../../../src/words/why-it-comes.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { linkColumn, textColumn, timeColumn, type Column } from '../table/columns.tsx'
import type { Paged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'
import type { Trial } from './policy-wish.ts'
import type { Looked } from './use-trial.ts'

type Concerned = Trial['value'][number]

const useStyles = makeStyles({
  counts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
})

const columnsOf = (words: Words): readonly Column<Concerned>[] => [
  linkColumn('guest', words.policy.trial.guest, ({ id, displayName, userPrincipalName }) => ({
    kind: 'user',
    id,
    name: displayName,
    detail: userPrincipalName,
  })),
  textColumn(
    'why',
    words.policy.trial.why,
    ({ reason: why, already }) => whyItComes(words.policy.next.coming, { why, already }),
    { share: 2 },
  ),
  timeColumn('told', words.policy.trial.toldOn, (one) => one.toldDateTime),
  timeColumn('disabled', words.policy.trial.disabledOn, (one) => one.disableDateTime),
  timeColumn('deleted', words.policy.trial.deletedOn, (one) => one.deleteDateTime),
]

export const Counts = ({ counts }: { readonly counts: NonNullable<Trial['counts']> }) => {
  const words = useWords().policy.trial
  const { told, disabled, deleted, isWhole } = counts
  return (
    <output className={useStyles().counts}>
      <Text weight="semibold">{words.told(told)}</Text>
      {disabled > 0 && <Text weight="semibold">{words.disabled(disabled)}</Text>}
      {deleted > 0 && <Text weight="semibold">{words.deleted(deleted)}</Text>}
      {!isWhole && <Text>{words.notWhole}</Text>}
    </output>
  )
}

const pagedOf = ({ data, hasNextPage, fetchNextPage, isFetchingNextPage, error }: Looked) =>
  ({
    items: data?.pages.flatMap((page) => page.value),
    count: data?.pages[0]?.counts?.told,
    hasMore: hasNextPage,
    loadMore: () => void fetchNextPage(),
    loadingMore: isFetchingNextPage,
    changing: false,
    error,
  }) satisfies Paged<Concerned>

export const PolicyTrial = ({ looked }: { readonly looked: Looked }) => {
  const words = useWords()
  const counts = looked.data?.pages[0]?.counts ?? null
  if (looked.data === undefined && looked.error !== null) return <ProblemBar error={looked.error} />
  return (
    <>
      {counts !== null && counts.told > 0 && <Counts counts={counts} />}
      <PagedTable
        label={words.policy.trial.title}
        list={pagedOf(looked)}
        columns={columnsOf(words)}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title={words.policy.trial.nobody} hint={words.policy.trial.nobodyHint} />
        }
      />
    </>
  )
}
