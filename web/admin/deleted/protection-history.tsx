/** All that was asked for, and what became of it, also where nobody has refused it. */
import type { PurgeRequest } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { column, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'
import { askedColumns } from './protection-columns.tsx'

/** Who answered is named, but where it was done by itself: that is in the name of who asked. */
const becameOf = (words: Words['protection'], request: PurgeRequest): string => {
  const { state, reason, dueDateTime, answeredByDisplayName: name } = request
  if (reason !== null) return words.refusedWhy[reason]
  if (name === null || state === 'open' || state === 'lapsed') return words.states[state]
  return state === 'done' && dueDateTime !== null ? words.states.done : words.statesBy[state](name)
}

const columnsOf = (words: Words): readonly Column<PurgeRequest>[] => [
  ...askedColumns(words),
  column(
    'became',
    words.protection.became,
    (request) => (
      <>
        {becameOf(words.protection, request)}
        {request.answeredDateTime !== null && (
          <>
            {' '}
            (<When at={request.answeredDateTime} time />)
          </>
        )}
      </>
    ),
    { share: 2 },
  ),
]

export const ProtectionHistory = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const list = usePaged(['purgeRequests', 'all'], graph.deleted.purgeRequests, {
    orderBy: 'askedDateTime desc',
  })
  if (list.items?.length === 0) return null
  return (
    <Card title={words.protection.historyTitle}>
      <PagedTable
        label={words.protection.historyTitle}
        list={list}
        columns={columnsOf(words)}
        keyOf={({ id }) => id}
        empty={null}
      />
    </Card>
  )
}
