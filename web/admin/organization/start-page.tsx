/** What stands at the address of an organization: the overview, or where somebody can act. */
import { Navigate } from 'react-router'
import { useAdmin } from '../admin-context.tsx'
import { startPage } from '../admin-nav.tsx'
import { OverviewPage } from './overview-page.tsx'

export const StartPage = () => {
  const { organizationId, capabilities } = useAdmin()
  const page = startPage(capabilities)
  return page === '' ? <OverviewPage /> : <Navigate to={`/${organizationId}/${page}`} replace />
}
