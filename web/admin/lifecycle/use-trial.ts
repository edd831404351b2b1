/** Asks what a policy would do, page by page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { NewLifecyclePolicy } from '../../../src/wire/graph/lifecycle.ts'
import { useAdmin } from '../admin-context.tsx'
import type { Trial } from './policy-wish.ts'

export type Tried = NewLifecyclePolicy & { readonly id?: string }

/** What `tried` would do; nothing is asked while there is none. */
export const useTrial = (tried: Tried | undefined) => {
  const { graph, organizationId } = useAdmin()
  return useInfiniteQuery({
    queryKey: [organizationId, 'trial', tried],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      graph.lifecycle.simulate({
        ...(tried as Tried),
        ...(pageParam === undefined ? {} : { after: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Trial) => page.next ?? undefined,
    enabled: tried !== undefined,
    // Looked at anew each time: others may be concerned by now.
    gcTime: 0,
  })
}

export type Looked = ReturnType<typeof useTrial>
