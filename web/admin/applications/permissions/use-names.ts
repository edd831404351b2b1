/** The names of those for whom something was given, read together. */
import { useQueries } from '@tanstack/react-query'
import type { GraphClient, PermissionGrant } from '../../../../src/client/graph.ts'
import { quoted } from '../../../../src/client/graph-calls.ts'
import { useAdmin } from '../../admin-context.tsx'

// So many ids fit into one address.
const together = 50

const namesOf = async (
  graph: GraphClient,
  ids: readonly string[],
): Promise<readonly (readonly [string, string])[]> => {
  const filter = `id in (${ids.map(quoted).join(',')})`
  const { value } = await graph.users.list({ filter, top: together })
  return value.map(({ id, displayName }) => [id, displayName] as const)
}

/** By their ids. */
export const useNames = (grants: readonly PermissionGrant[]): ReadonlyMap<string, string> => {
  const { graph, organizationId } = useAdmin()
  const ids = [...new Set(grants.flatMap(({ principalId }) => principalId ?? []))]
  const parts = Array.from({ length: Math.ceil(ids.length / together) }, (_, place) =>
    ids.slice(place * together, (place + 1) * together),
  )
  return useQueries({
    queries: parts.map((part) => ({
      queryKey: [organizationId, 'names', part],
      queryFn: () => namesOf(graph, part),
    })),
    combine,
  })
}

const combine = (
  found: readonly { readonly data: readonly (readonly [string, string])[] | undefined }[],
): ReadonlyMap<string, string> => new Map(found.flatMap(({ data }) => data ?? []))
