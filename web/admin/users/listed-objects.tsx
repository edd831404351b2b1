/**
 * A list of a user's page that is changed from its other end: what they own, who reports to them.
 */
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { objectColumn } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords } from '../words.tsx'

type Props = {
  readonly userId: string
  readonly list: 'directReports' | 'sponsoredGuests' | 'ownedObjects'
}

export const ListedObjects = ({ userId, list }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const paged = usePaged(['user', userId, list], (query) => graph.users[list](userId, query))
  const { title, empty, hint } = words.user.lists[list]
  return (
    <Card title={title}>
      <PagedTable
        label={title}
        list={paged}
        columns={[objectColumn(words)]}
        keyOf={({ id }) => id}
        empty={<EmptyState title={empty} hint={hint} />}
      />
    </Card>
  )
}
