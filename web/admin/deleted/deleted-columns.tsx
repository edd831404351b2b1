/** The columns of the list of deleted users. */
import { Badge, Tooltip } from '@fluentui/react-components'
import type { DeletedUser } from '../../../src/client/graph.ts'
import { When } from '../../ui/when.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import {
  column,
  nameColumn,
  textColumn,
  timeColumn,
  userTypeColumn,
  type Column,
} from '../table/columns.tsx'
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
  const days = user['guesthouse.daysLeft']
  if (hold === null) return days === null ? null : words.deleted.days(days)
  return (
    <Tooltip content={hold.reason ?? words.deleted.onHold} relationship="description">
      <Badge appearance="tint" color="warning" tabIndex={0}>
        {words.deleted.onHold}
      </Badge>
    </Tooltip>
  )
}

export const deletedColumnsOf = (words: Words): readonly Column<DeletedUser>[] => [
  nameColumn('user', words.userProperties.displayName),
  textColumn(
    'userPrincipalName',
    words.userProperties.userPrincipalName,
    (user) => user['guesthouse.originalUserPrincipalName'],
    { share: 2, sorts: true },
  ),
  userTypeColumn(words),
  timeColumn(
    'deletedDateTime',
    words.userProperties.deletedDateTime,
    (user) => user.deletedDateTime,
    {
      sorts: true,
    },
  ),
  column('permanentAt', words.deleted.permanentAt, (user) => {
    const at = user['guesthouse.permanentDeletionDateTime']
    return at === null ? words.deleted.notWhileHeld : <When at={at} inColumn />
  }),
  column('daysLeft', words.deleted.daysLeft, (user) => <DaysLeft user={user} />),
  column('deletedBy', words.deleted.deletedBy, (user) => (
    <DeletedBy by={user['guesthouse.deletedBy']} />
  )),
]
