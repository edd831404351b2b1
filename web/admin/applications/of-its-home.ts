/** What of an application of another organization cannot be changed here, and why. */
import type { Application } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { useWords } from '../words.tsx'

/**
 * Why what is its home's cannot be changed here: the application is registered in another
 * organization. Undefined for one of this organization.
 */
export const useOfItsHome = ({
  appOwnerOrganizationId: home,
}: Pick<Application, 'appOwnerOrganizationId'>): string | undefined => {
  const words = useWords()
  const { organizationId } = useAdmin()
  return home === null || home === organizationId ? undefined : words.application.ofItsHome
}
