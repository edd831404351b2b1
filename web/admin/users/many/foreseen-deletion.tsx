/** What deleting many would come to, said before it is done: how many will be, and who stays. */
import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ForeseenDeletions, GraphClient, User } from '../../../../src/client/graph.ts'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemBar, useSaidOfField } from '../../../ui/problem.tsx'
import { useAdmin, useMay } from '../../admin-context.tsx'
import { partsOf } from '../../many/use-run.ts'
import { useWords, type Words } from '../../words.tsx'

type Sum = {
  readonly deletable: number
  readonly withRoles: number
  readonly already: number
  /** How many stay, by why. */
  readonly refused: ReadonlyMap<string, number>
}

const sumOf = (parts: readonly ForeseenDeletions[]): Sum => {
  const refused = new Map<string, number>()
  for (const { code } of parts.flatMap((part) => part.refused))
    refused.set(code, (refused.get(code) ?? 0) + 1)
  const total = (name: 'deletable' | 'withRoles' | 'already') =>
    parts.reduce((sum, part) => sum + part[name], 0)
  return {
    deletable: total('deletable'),
    withRoles: total('withRoles'),
    already: total('already'),
    refused,
  }
}

const foresee = async ({ users }: GraphClient, ids: readonly string[]): Promise<Sum> => {
  const parts: ForeseenDeletions[] = []
  for (const part of partsOf(ids)) parts.push(await users.foreseeDeletion(part))
  return sumOf(parts)
}

/** What is known of deleting these; undefined while it is being looked at. */
export const useForeseen = (ids: readonly string[] | undefined) => {
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'foreseen', ids],
    queryFn: () => foresee(graph, ids ?? []),
    enabled: ids !== undefined,
    gcTime: 0,
    staleTime: 0,
  })
  return { sum: data, error }
}

const reasonsOf = (words: Words['many'], { refused, already, withRoles }: Sum): string[] => {
  const known: Readonly<Partial<Record<string, (count: number) => string>>> = words.stays
  return [
    ...[...refused].map(([code, count]) => (known[code] ?? words.staysElse)(count)),
    ...(already === 0 ? [] : [words.deletedAlready(already)]),
    ...(withRoles === 0 ? [] : [words.withRoles(withRoles)]),
  ]
}

export const ForeseenDeletion = ({ sum, error }: ReturnType<typeof useForeseen>) => {
  const words = useWords().many
  if (error !== null) return <ProblemBar error={error} />
  if (sum === undefined) return <Loading label={words.foreseeing} />
  return (
    <div>
      <Text weight="semibold">{words.willBeDeleted(sum.deletable)}</Text>
      {reasonsOf(words, sum).map((reason) => (
        <div key={reason}>
          <Text>{reason}</Text>
        </div>
      ))}
    </div>
  )
}

/**
 * The sentence by which disabling and deleting would be refused (R42, R124), asked of the rules of
 * the act itself; undefined where nothing of it stands in the way.
 */
export const useLastAdministrator = (user: User): string | undefined => {
  const { graph, organizationId } = useAdmin()
  const { allowed } = useMay('users.disable')
  const said = useSaidOfField()
  const { data } = useQuery({
    queryKey: [organizationId, 'user', user.id, 'foreseen'],
    queryFn: () => graph.users.foreseeDeletion([user.id]),
    enabled: allowed && user.accountEnabled && !user['guesthouse.isMe'],
  })
  const last = data?.refused.find(({ code }) => code === 'lastAdministrator')
  return last && said({ codes: [last.code], message: last.message })
}
