/** One user: who they are, what they are part of, and what can be done with them. */
import type { User } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ObjectPage } from '../kit/object-page.tsx'
import { PageTabs } from '../kit/page-tabs.tsx'
import { RouteLink } from '../kit/route-link.tsx'
import { UserActions } from './user-actions.tsx'
import { UserAudit } from './user-audit.tsx'
import { UserFacts } from './user-facts.tsx'
import { UserElsewhere } from './guests-elsewhere.tsx'
import { UserLinks } from './user-links.tsx'
import { UserSignIn } from './user-sign-in.tsx'
import { UserState } from './user-state.tsx'
import { useWords } from '../words.tsx'

const Found = ({ user }: { readonly user: User }) => {
  const words = useWords()
  const { organizationId } = useAdmin()
  return (
    <AdminPage
      title={user.displayName}
      intro={
        <>
          {user.userPrincipalName} <UserState user={user} />
        </>
      }
      parent={{ to: `/${organizationId}/users`, title: words.users }}
    >
      <UserActions user={user} />
      <PageTabs
        label={words.user.tabs}
        tabs={[
          { id: 'properties', label: words.user.tabProperties, content: <UserFacts user={user} /> },
          {
            id: 'groups',
            label: words.user.tabGroups,
            content: <UserLinks user={user} tab="groups" />,
          },
          {
            id: 'applications',
            label: words.user.tabApplications,
            content: <UserLinks user={user} tab="applications" />,
          },
          {
            id: 'roles',
            label: words.user.tabRoles,
            content: <UserLinks user={user} tab="roles" />,
          },
          {
            id: 'people',
            label: words.user.tabPeople,
            content: (
              <>
                <UserLinks user={user} tab="people" />
                <UserElsewhere userId={user.id} />
              </>
            ),
          },
          { id: 'sign-in', label: words.provider.ways, content: <UserSignIn user={user} /> },
          { id: 'audit', label: words.user.tabAudit, content: <UserAudit userId={user.id} /> },
        ]}
      />
    </AdminPage>
  )
}

const Gone = () => {
  const words = useWords()
  const { organizationId } = useAdmin()
  return (
    <EmptyState
      title={words.user.gone}
      hint={words.user.goneHint}
      action={<RouteLink to={`/${organizationId}/users/deleted`}>{words.user.toDeleted}</RouteLink>}
    />
  )
}

export const UserPage = () => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <ObjectPage
      kind="user"
      list={{ title: words.users, at: 'users' }}
      action="users.read"
      read={graph.users.read}
      render={(user) => <Found user={user} />}
      gone={<Gone />}
    />
  )
}
