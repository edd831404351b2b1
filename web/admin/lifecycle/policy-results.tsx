/** What a policy did: day by day, in numbers. */
import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type {
  LifecyclePolicy,
  PolicyResults as Results,
} from '../../../src/wire/graph/lifecycle.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { Facts } from '../kit/facts.tsx'
import { column, numberColumn, type Column } from '../table/columns.tsx'
import { wholeList } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'

type Result = Results['value'][number]

const columnsOf = ({ policy: { results } }: Words): readonly Column<Result>[] => [
  column('day', results.day, ({ day }) => <When at={`${day}T12:00:00Z`} />),
  numberColumn('told', results.told, ({ told }) => told),
  numberColumn('disabled', results.disabled, ({ disabled }) => disabled),
  numberColumn('deleted', results.deleted, ({ deleted }) => deleted),
]

export const PolicyResults = ({ policy }: { readonly policy: LifecyclePolicy }) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'policy', policy.id, 'results'],
    queryFn: () => graph.lifecycle.results(policy.id),
  })
  const said = words.policy.results
  const last = policy['guesthouse.lastRunDateTime']
  if (data === undefined) return error === null ? <Loading /> : <ProblemBar error={error} />
  return (
    <>
      <Facts
        facts={[
          {
            name: words.policy.lastRun,
            value: last === null ? <Text>{words.policy.notRunYet}</Text> : <When at={last} time />,
          },
        ]}
      />
      <PagedTable
        label={said.title}
        list={wholeList(data.value)}
        columns={columnsOf(words)}
        keyOf={({ day }) => day}
        empty={<EmptyState title={said.empty} hint={said.emptyHint} />}
      />
    </>
  )
}
