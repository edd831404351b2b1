/** What the admin centre asks the server about me and the organization as a whole, each under one key. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { accountClient } from '../../src/client/account.ts'
import { graphClient, type GraphClient } from '../../src/client/graph.ts'
import type { Fetch } from '../../src/client/problem.ts'
import { useAdmin } from './admin-context.tsx'

const webFetch: Fetch = (input, init) => fetch(input, init)
const account = accountClient(webFetch)

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => account.me() })

export const administeredQuery = queryOptions({
  queryKey: ['administered'],
  queryFn: async () => (await account.organizations()).filter(({ canAdminister }) => canAdminister),
})

/** Opens the session that the directory API needs; once for as long as the page stands. */
export const openedQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['opened', organizationId],
    queryFn: () => account.openOrganization(organizationId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })

/** The directory API's client for one organization. A session that was closed since is opened once more. */
export const openingGraphClient = (organizationId: string): GraphClient =>
  graphClient(async (input, init) => {
    const response = await webFetch(input, init)
    if (response.status !== 401) return response
    await account.openOrganization(organizationId)
    return webFetch(input, init)
  }, organizationId)

export const capabilitiesQuery = (organizationId: string, graph: GraphClient) =>
  queryOptions({ queryKey: [organizationId, 'capabilities'], queryFn: () => graph.capabilities() })

/** The properties of the organization being administered. */
export const useOrganization = () => {
  const { graph, organizationId } = useAdmin()
  return useQuery({ queryKey: [organizationId, 'organization'], queryFn: () => graph.organization.read() })
}
