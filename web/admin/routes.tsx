/** The addresses of the admin centre, below /admin. */
import type { RouteObject } from 'react-router'
import { AdminFrame } from './admin-frame.tsx'
import { ApplicationPage } from './application-page.tsx'
import { ApplicationsPage } from './applications-page.tsx'
import { AuditPage } from './audit-page.tsx'
import { ChoosePage } from './choose-page.tsx'
import { CollaborationPage } from './collaboration-page.tsx'
import { DeletedUsersPage } from './deleted-users-page.tsx'
import { ErasuresPage } from './erasures-page.tsx'
import { GroupPage } from './group-page.tsx'
import { GroupsPage } from './groups-page.tsx'
import { IdentityProvidersPage } from './identity-providers-page.tsx'
import { InvitationsPage } from './invitations-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { PropertiesPage } from './properties-page.tsx'
import { RequestsPage } from './requests-page.tsx'
import { RolePage } from './role-page.tsx'
import { RolesPage } from './roles-page.tsx'
import { UserPage } from './user-page.tsx'
import { UsersPage } from './users-page.tsx'

export const routes: RouteObject[] = [
  { path: '/', element: <ChoosePage /> },
  {
    path: '/:organizationId',
    element: <AdminFrame />,
    children: [
      { index: true, element: <OverviewPage /> },
      { path: 'users', element: <UsersPage key="all" section="all" /> },
      { path: 'users/members', element: <UsersPage key="members" section="members" /> },
      { path: 'users/guests', element: <UsersPage key="guests" section="guests" /> },
      { path: 'users/deleted', element: <DeletedUsersPage /> },
      { path: 'users/:id', element: <UserPage /> },
      { path: 'groups', element: <GroupsPage /> },
      { path: 'groups/:id', element: <GroupPage /> },
      { path: 'applications', element: <ApplicationsPage /> },
      { path: 'applications/:id', element: <ApplicationPage /> },
      { path: 'roles', element: <RolesPage /> },
      { path: 'roles/:id', element: <RolePage /> },
      { path: 'invitations', element: <InvitationsPage /> },
      { path: 'collaboration', element: <CollaborationPage /> },
      { path: 'identity-providers', element: <IdentityProvidersPage /> },
      { path: 'properties', element: <PropertiesPage /> },
      { path: 'requests', element: <RequestsPage /> },
      { path: 'audit', element: <AuditPage /> },
      { path: 'erasures', element: <ErasuresPage /> },
    ],
  },
]
