/** A change to the organization: done, said, and every list that may show it read again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNotify } from '../../ui/notify.tsx'
import { useAdmin } from '../admin-context.tsx'

export type After<V, R> = {
  /** The sentence that says it is done; undefined where something else says it. */
  readonly said?: string | ((result: R, given: V) => string | undefined)
  readonly done?: (result: R, given: V) => void
  /**
   * What is not there any more afterwards: it is not asked about again while its page or dialog is
   * still closing.
   */
  readonly gone?: string | undefined
  /** What else follows when it was refused: what was shown may not be so any more. */
  readonly refused?: () => void
}

const isAbout = (
  { queryKey }: { readonly queryKey: readonly unknown[] },
  id: string | undefined,
): boolean => id !== undefined && queryKey.includes(id)

/** A mutation that says so when it is done. What refused it is in `error`, for a ProblemBar. */
export const useChange = <V, R>(
  change: (given: V) => Promise<R>,
  { said, done, gone, refused }: After<V, R> = {},
) => {
  const { organizationId } = useAdmin()
  const queries = useQueryClient()
  const notify = useNotify()
  return useMutation<R, Error, V>({
    mutationFn: change,
    onError: () => refused?.(),
    onSuccess: (result, given) => {
      done?.(result, given)
      const news = typeof said === 'function' ? said(result, given) : said
      if (news !== undefined) notify(news)
      void queries.invalidateQueries({
        queryKey: [organizationId],
        predicate: (query) => !isAbout(query, gone),
      })
      // Should it come back one day, what was known of it is old.
      void queries.invalidateQueries({
        queryKey: [organizationId],
        predicate: (query) => isAbout(query, gone),
        refetchType: 'none',
      })
    },
  })
}
