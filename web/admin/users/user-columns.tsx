/** The columns that a list of users can have. */
import type { ListedUser } from '../../../src/client/graph.ts'
import { listedTexts } from '../../../src/client/selections.ts'
import { ObjectLink } from '../kit/object-link.tsx'
import {
  column,
  nameColumn,
  textColumn,
  timeColumn,
  userTypeColumn,
  type Column,
} from '../table/columns.tsx'
import { LastActivity } from './last-activity.tsx'
import { UserState } from './user-state.tsx'
import type { Words } from '../words.tsx'

export const userColumnsOf = (words: Words): readonly Column<ListedUser>[] => [
  nameColumn('user', words.userProperties.displayName),
  textColumn(
    'userPrincipalName',
    words.userProperties.userPrincipalName,
    (user) => user.userPrincipalName,
    {
      share: 2,
      sorts: true,
    },
  ),
  userTypeColumn(words),
  column('state', words.user.userState, (user) => <UserState user={user} />),
  ...listedTexts.map((name) =>
    textColumn<ListedUser>(name, words.userProperties[name], (user) => user[name], {
      share: name === 'mail' ? 2 : 1,
    }),
  ),
  timeColumn(
    'createdDateTime',
    words.userProperties.createdDateTime,
    (user) => user.createdDateTime,
    {
      sorts: true,
    },
  ),
  textColumn('homeDomain', words.user.homeDomain, (user) => user['guesthouse.homeDomain']),
  column('invitedBy', words.user.invitedBy, ({ 'guesthouse.invitedBy': by }) =>
    by == null ? words.none : <ObjectLink kind="user" id={by.id} name={by.displayName} />,
  ),
  column('sponsors', words.user.sponsors.label, ({ 'guesthouse.sponsors': sponsors = [] }) =>
    sponsors.length === 0
      ? words.none
      : sponsors.map(({ id, kind, displayName: name }) => (
          <ObjectLink key={id} kind={kind} id={id} name={name} />
        )),
  ),
  column(
    'signInActivity/lastSignInDateTime',
    words.userProperties['signInActivity/lastSignInDateTime'],
    (user) => <LastActivity user={user} />,
    { sorts: true },
  ),
]

/** What is shown before anybody chooses. */
export const usualColumns: readonly string[] = [
  'userPrincipalName',
  'userType',
  'state',
  'createdDateTime',
]

/**
 * Among guests the type says nothing, and when they were last active is what one looks for (R131).
 */
export const guestColumns: readonly string[] = [
  'userPrincipalName',
  'state',
  'createdDateTime',
  'signInActivity/lastSignInDateTime',
]
