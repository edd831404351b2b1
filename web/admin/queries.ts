/**
 * What the admin centre asks the server about me and the organization as a whole, each under one
 * key.
 */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { graphClient, type GraphClient } from '../../src/client/graph.ts'
import { directoryFetch, signedInAccount } from '../ui/sign-on.ts'
import { useAdmin } from './admin-context.tsx'

const account = signedInAccount('admin')

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => account.me() })

export const administeredQuery = queryOptions({
  queryKey: ['administered'],
  queryFn: async () => (await account.organizations()).filter(({ canAdminister }) => canAdminister),
})

/** The directory API's client for one organization. */
export const directoryClient = (organizationId: string): GraphClient =>
  graphClient(directoryFetch(organizationId))

export const capabilitiesQuery = (organizationId: string, graph: GraphClient) =>
  queryOptions({ queryKey: [organizationId, 'capabilities'], queryFn: () => graph.capabilities() })

/** The properties of the organization being administered. */
export const useOrganization = () => {
  const { graph, organizationId } = useAdmin()
  return useQuery({
    queryKey: [organizationId, 'organization'],
    queryFn: () => graph.organization.read(),
  })
}
