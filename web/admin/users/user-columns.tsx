/** The columns that a list of users can have, and choosing among them. */
import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ColumnEditRegular } from '@fluentui/react-icons'
import type { User } from '../../../src/client/graph.ts'
import { When } from '../../ui/when.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import type { Column } from '../kit/paged-table.tsx'
import { LastActivity } from './last-activity.tsx'
import { UserState } from './user-state.tsx'
import { useWords, type Words } from '../words.tsx'

const text = (words: Words, value: string | null): string =>
  value === null || value === '' ? words.none : value
const instant = (at: string | null, otherwise: string) =>
  at === null ? otherwise : <When at={at} />

const nameColumn = (words: Words): Column<User> => ({
  id: 'name',
  header: words.user.displayName,
  share: 2,
  sortBy: 'displayName',
  renderCell: ({ id, displayName }) => <ObjectLink kind="user" id={id} name={displayName} />,
})

const choosable = (words: Words): readonly Column<User>[] => [
  {
    id: 'userPrincipalName',
    header: words.user.userPrincipalName,
    share: 2,
    sortBy: 'userPrincipalName',
    renderCell: (user) => user.userPrincipalName,
  },
  {
    id: 'type',
    header: words.user.type,
    renderCell: (user) => (user.userType === 'Guest' ? words.user.guest : words.user.member),
  },
  { id: 'state', header: words.user.userState, renderCell: (user) => <UserState user={user} /> },
  { id: 'mail', header: words.user.mail, share: 2, renderCell: (user) => text(words, user.mail) },
  { id: 'jobTitle', header: words.user.jobTitle, renderCell: (user) => text(words, user.jobTitle) },
  {
    id: 'department',
    header: words.user.department,
    renderCell: (user) => text(words, user.department),
  },
  {
    id: 'companyName',
    header: words.user.companyName,
    renderCell: (user) => text(words, user.companyName),
  },
  {
    id: 'createdAt',
    header: words.user.createdAt,
    sortBy: 'createdDateTime',
    renderCell: (user) => instant(user.createdDateTime, words.none),
  },
  {
    id: 'lastSignIn',
    header: words.user.lastSignIn,
    renderCell: (user) => <LastActivity user={user} />,
  },
]

/** What is shown before anybody chooses. */
export const usualColumns: readonly string[] = ['userPrincipalName', 'type', 'state', 'createdAt']

/**
 * Among guests the type says nothing, and when they were last active is what one looks for (R131).
 */
export const guestColumns: readonly string[] = [
  'userPrincipalName',
  'state',
  'createdAt',
  'lastSignIn',
]

/** The name and those of `chosen`, in their own order. */
export const columnsOf = (words: Words, chosen: readonly string[]): readonly Column<User>[] => [
  nameColumn(words),
  ...choosable(words).filter(({ id }) => chosen.includes(id)),
]

type Props = {
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

export const ColumnMenu = ({ chosen, onChoose }: Props) => {
  const words = useWords()
  return (
    <Menu
      checkedValues={{ columns: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => onChoose(checkedItems)}
      persistOnItemClick
    >
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ColumnEditRegular />}>{words.user.columns}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choosable(words).map(({ id, header }) => (
            <MenuItemCheckbox key={id} name="columns" value={id}>
              {header}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
