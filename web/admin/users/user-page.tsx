/** One user: who they are, what they are part of, and what can be done with them. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { User } from '../../../src/client/graph.ts'
import { Problem } from '../../../src/client/problem.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { PageTabs } from '../kit/page-tabs.tsx'
import { RouteLink } from '../kit/route-link.tsx'
import { UserActions } from './user-actions.tsx'
import { UserAudit } from './user-audit.tsx'
import { UserFacts } from './user-facts.tsx'
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
            content: <UserLinks user={user} tab="people" />,
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

const Looking = ({ id }: { readonly id: string }) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'user', id],
    queryFn: () => graph.users.read(id),
  })
  const isGone = error instanceof Problem && error.status === 404
  if (data !== undefined && !isGone) return <Found user={data} />
  return (
    <AdminPage title={words.users} parent={{ to: `/${organizationId}/users`, title: words.users }}>
      {isGone ? <Gone /> : error === null ? <Loading /> : <ProblemBar error={error} />}
    </AdminPage>
  )
}

export const UserPage = () => {
  const words = useWords()
  const { id = '' } = useParams()
  const { capabilities } = useAdmin()
  if (capabilities.may['users.read'] === true) return <Looking key={id} id={id} />
  return (
    <AdminPage title={words.users}>
      <ForThoseWhoMay action="users.read">{null}</ForThoseWhoMay>
    </AdminPage>
  )
}
