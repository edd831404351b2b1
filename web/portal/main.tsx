/** The portal: my applications, my account, my organizations. */
import { startApp } from '../ui/app-root.tsx'
import { AccountPage } from './account/account-page.tsx'
import { AppsPage } from './apps/apps-page.tsx'
import { OrganizationsPage } from './organizations/organizations-page.tsx'
import { PortalFrame } from './portal-frame.tsx'
import { loadTables } from './words.tsx'

void startApp(
  'portal',
  loadTables,
  [
    {
      element: <PortalFrame />,
      children: [
        { path: '/', element: <AppsPage /> },
        { path: '/profile', element: <AccountPage /> },
        { path: '/organizations', element: <OrganizationsPage /> },
      ],
    },
  ],
  '/',
)
