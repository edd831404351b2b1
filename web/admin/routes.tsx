/** The addresses of the admin centre, below /admin. */
import type { RouteObject } from 'react-router'
import { NothingHere } from '../ui/nothing-here.tsx'
import { AdminFrame } from './admin-frame.tsx'
import { ApplicationPage } from './applications/application-page.tsx'
import { ApplicationsPage } from './applications/applications-page.tsx'
import { AuditPage } from './audit/audit-page.tsx'
import { ChoosePage } from './choose-page.tsx'
import { CollaborationPage } from './invitations/collaboration-page.tsx'
import { DeletedObjectsPage } from './deleted/objects/deleted-objects-page.tsx'
import { DeletedUsersPage } from './deleted/deleted-users-page.tsx'
import { DomainsPage } from './domains/domains-page.tsx'
import { ErasuresPage } from './deleted/erasures-page.tsx'
import { ProtectionPage } from './deleted/protection-page.tsx'
import { GuestsElsewherePage } from './users/guests-elsewhere.tsx'
import { GroupPage } from './groups/group-page.tsx'
import { GroupsPage } from './groups/groups-page.tsx'
import { IdentityProvidersPage } from './providers/identity-providers-page.tsx'
import { InvitationsPage } from './invitations/invitations-page.tsx'
import { PoliciesPage } from './lifecycle/policies-page.tsx'
import { NewPolicyPage, PolicyPage } from './lifecycle/policy-page.tsx'
import { StartPage } from './organization/start-page.tsx'
import { PropertiesPage } from './organization/properties-page.tsx'
import { RequestsPage } from './requests/requests-page.tsx'
import { RolePage } from './roles/role-page.tsx'
import { RolesPage } from './roles/roles-page.tsx'
import { UserPage } from './users/user-page.tsx'
import { UsersPage } from './users/users-page.tsx'

/** The pages of an organization, by what follows its id in their addresses. */
const pages: RouteObject[] = [
  { index: true, element: <StartPage /> },
  { path: 'users', element: <UsersPage key="all" section="all" /> },
  { path: 'users/members', element: <UsersPage key="members" section="members" /> },
  { path: 'users/guests', element: <UsersPage key="guests" section="guests" /> },
  { path: 'users/deleted', element: <DeletedUsersPage /> },
  { path: 'users/:id', element: <UserPage /> },
  { path: 'groups', element: <GroupsPage /> },
  { path: 'groups/deleted', element: <DeletedObjectsPage key="groups" kind="group" /> },
  { path: 'groups/:id', element: <GroupPage /> },
  { path: 'applications', element: <ApplicationsPage /> },
  {
    path: 'applications/deleted',
    element: <DeletedObjectsPage key="applications" kind="application" />,
  },
  { path: 'applications/:id', element: <ApplicationPage /> },
  { path: 'roles', element: <RolesPage /> },
  { path: 'roles/:id', element: <RolePage /> },
  { path: 'invitations', element: <InvitationsPage /> },
  { path: 'collaboration', element: <CollaborationPage /> },
  { path: 'identity-providers', element: <IdentityProvidersPage /> },
  { path: 'policies', element: <PoliciesPage /> },
  { path: 'policies/new', element: <NewPolicyPage /> },
  { path: 'policies/:id', element: <PolicyPage /> },
  { path: 'domains', element: <DomainsPage /> },
  { path: 'properties', element: <PropertiesPage /> },
  { path: 'requests', element: <RequestsPage /> },
  { path: 'audit', element: <AuditPage /> },
  { path: 'erasures', element: <ErasuresPage /> },
  { path: 'protection', element: <ProtectionPage /> },
  { path: 'guests-elsewhere', element: <GuestsElsewherePage /> },
]

// Whoever keeps or types an address without the organization means this page of theirs.
const withoutOrganization = pages
  .filter(({ path }) => path !== undefined && !path.includes('/'))
  .map(({ path = '' }): RouteObject => ({ path: `/${path}/*`, element: <ChoosePage /> }))

export const routes: RouteObject[] = [
  { path: '/', element: <ChoosePage /> },
  ...withoutOrganization,
  {
    path: '/:organizationId',
    element: <AdminFrame />,
    children: [...pages, { path: '*', element: <NothingHere /> }],
  },
]
