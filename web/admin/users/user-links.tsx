/** What a user is linked to: on which tab of their page each list stands. */
import { Fragment, type ReactNode } from 'react'
import type { User } from '../../../src/client/graph.ts'
import type { LinkList } from '../../../src/wire/ties.ts'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { ListedObjects } from './listed-objects.tsx'
import { UserApplications, UserGroups } from './user-memberships.tsx'
import { Manager, Sponsors } from './user-people.tsx'
import { useWords } from '../words.tsx'
import { UserRoles } from './user-roles.tsx'

type LinkTab = 'groups' | 'applications' | 'roles' | 'people'
type Listed = { readonly tab: LinkTab; readonly show: (user: User) => ReactNode }

type InspectedProps = {
  readonly list: 'sponsors' | 'sponsoredGuests'
  readonly show: ReactNode
}

/** Who answers for whom, for those who may inspect users. */
const Inspected = ({ list, show }: InspectedProps) => {
  const { sponsors, lists: others } = useWords().user
  const title = list === 'sponsors' ? sponsors.label : others[list].title
  return (
    <ForThoseWhoMay action="users.inspect" title={title}>
      {show}
    </ForThoseWhoMay>
  )
}

const lists: Readonly<Record<LinkList, Listed>> = {
  memberOf: { tab: 'groups', show: ({ id }) => <UserGroups userId={id} /> },
  ownedObjects: {
    tab: 'groups',
    show: ({ id }) => <ListedObjects userId={id} list="ownedObjects" />,
  },
  appRoleAssignments: { tab: 'applications', show: ({ id }) => <UserApplications userId={id} /> },
  'guesthouse.roles': { tab: 'roles', show: (user) => <UserRoles user={user} /> },
  sponsors: {
    tab: 'people',
    show: ({ id }) => <Inspected list="sponsors" show={<Sponsors userId={id} />} />,
  },
  manager: { tab: 'people', show: ({ id }) => <Manager userId={id} /> },
  directReports: {
    tab: 'people',
    show: ({ id }) => <ListedObjects userId={id} list="directReports" />,
  },
  'guesthouse.sponsoredGuests': {
    tab: 'people',
    show: ({ id }) => (
      <Inspected
        list="sponsoredGuests"
        show={<ListedObjects userId={id} list="sponsoredGuests" />}
      />
    ),
  },
}

/** The lists of one tab, in the order of the table. */
export const UserLinks = ({ user, tab }: { readonly user: User; readonly tab: LinkTab }) => (
  <>
    {Object.entries(lists).map(([list, listed]) =>
      listed.tab === tab ? <Fragment key={list}>{listed.show(user)}</Fragment> : null,
    )}
  </>
)
