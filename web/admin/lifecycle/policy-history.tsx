/** Who changed a policy, when, and from what to what. */
import type { AuditEntry } from '../../../src/client/graph.ts'
import type { LifecyclePolicy } from '../../../src/wire/graph/lifecycle.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { auditFilterText, noFilter } from '../audit/audit-filter.ts'
import { Who } from '../audit/audit-table.tsx'
import { reasonIn } from '../audit/audit-words.ts'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { column, timeColumn, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'
import { Changes } from './policy-changes.tsx'

const columnsOf = (words: Words): readonly Column<AuditEntry>[] => [
  timeColumn('when', words.policy.history.when, (one) => one.activityDateTime, { time: true }),
  column('who', words.policy.history.who, ({ initiatedBy }) => <Who by={initiatedBy} />),
  column(
    'what',
    words.policy.history.what,
    ({ resultReason, targetResources: [target] }) => (
      <>
        <div>{reasonIn(words, resultReason)}</div>
        {resultReason === 'policyUpdated' && <Changes changed={target?.modifiedProperties ?? []} />}
      </>
    ),
    { share: 3 },
  ),
]

const Entries = ({ policy }: { readonly policy: LifecyclePolicy }) => {
  const words = useWords()
  const { graph } = useAdmin()
  const filter = auditFilterText({ ...noFilter, targetId: policy.id })
  return (
    <PagedTable
      label={words.policy.history.title}
      list={usePaged(['audit'], graph.audit.list, { filter })}
      columns={columnsOf(words)}
      keyOf={({ id }) => id}
      empty={
        <EmptyState title={words.policy.history.empty} hint={words.policy.history.emptyHint} />
      }
    />
  )
}

export const PolicyHistory = ({ policy }: { readonly policy: LifecyclePolicy }) => (
  <ForThoseWhoMay action="audit.read">
    <Entries policy={policy} />
  </ForThoseWhoMay>
)
