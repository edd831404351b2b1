/** The columns of the list of deleted users. */
import { Badge, Tooltip } from '@fluentui/react-components'
import type { DeletedUser } from '../../../src/client/graph.ts'
import { When } from '../../ui/when.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import type { Column } from '../kit/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'

const DeletedBy = ({ by }: { readonly by: DeletedUser['guesthouse.deletedBy'] }) => {
  const words = useWords()
  if (by.kind !== 'administrator') return words.deleted.by[by.kind]
  if (by.id === null) return words.deleted.bySomebody
  return <ObjectLink kind="user" id={by.id} name={by.displayName} />
}

const DaysLeft = ({ user }: { readonly user: DeletedUser }) => {
  const words = useWords()
  const hold = user['guesthouse.hold']
  if (hold === null) return words.deleted.days(user['guesthouse.daysLeft'])
  return (
    <Tooltip content={hold.reason ?? words.deleted.onHold} relationship="description">
      <Badge appearance="tint" color="warning" tabIndex={0}>
        {words.deleted.onHold}
      </Badge>
    </Tooltip>
  )
}

export const deletedColumnsOf = (words: Words): readonly Column<DeletedUser>[] => [
  {
    id: 'name',
    header: words.user.displayName,
    share: 2,
    sortBy: 'displayName',
    renderCell: ({ displayName }) => displayName,
  },
  {
    id: 'userPrincipalName',
    header: words.user.userPrincipalName,
    share: 2,
    sortBy: 'userPrincipalName',
    renderCell: (user) => user['guesthouse.originalUserPrincipalName'],
  },
  {
    id: 'type',
    header: words.user.type,
    renderCell: ({ userType }) => (userType === 'Guest' ? words.user.guest : words.user.member),
  },
  {
    id: 'deletedAt',
    header: words.deleted.deletedAt,
    sortBy: 'deletedDateTime',
    renderCell: ({ deletedDateTime }) =>
      deletedDateTime === null ? words.none : <When at={deletedDateTime} />,
  },
  {
    id: 'permanentAt',
    header: words.deleted.permanentAt,
    renderCell: (user) => <When at={user['guesthouse.permanentDeletionDateTime']} />,
  },
  {
    id: 'daysLeft',
    header: words.deleted.daysLeft,
    renderCell: (user) => <DaysLeft user={user} />,
  },
  {
    id: 'deletedBy',
    header: words.deleted.deletedBy,
    renderCell: (user) => <DeletedBy by={user['guesthouse.deletedBy']} />,
  },
]
