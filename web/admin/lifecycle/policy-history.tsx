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

type Modified = AuditEntry['targetResources'][number]['modifiedProperties'][number]

/** What each setting is called in the form. */
const namesIn = (words: Words): Readonly<Partial<Record<string, string>>> => ({
  displayName: words.policy.name,
  description: words.description,
  isEnabled: words.policy.isOn,
  priority: words.policy.order,
  gracePeriodInDays: words.policy.graceDays,
  'guesthouse.groupId': words.policy.group,
  'guesthouse.exceptGroupId': words.policy.exceptGroup,
  'guesthouse.inactiveDays': words.policy.inactiveDays,
  'guesthouse.needsSponsor': words.policy.needsSponsor,
  'guesthouse.attestationDays': words.policy.attestationDays,
  'guesthouse.redemptionDays': words.policy.redemptionDays,
  'guesthouse.action': words.policy.action,
  'guesthouse.deletionDays': words.policy.deletionDays,
})

// The log keeps a value as JSON, a list of one.
const valueIn = (words: Words, json: string | null): string => {
  const parsed: unknown = json === null ? null : JSON.parse(json)
  const value: unknown = Array.isArray(parsed) ? parsed[0] : parsed
  if (value === null || value === undefined) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return (
    (words.policy.actions as Readonly<Partial<Record<string, string>>>)[String(value)] ??
    String(value)
  )
}

const Changes = ({ changed }: { readonly changed: readonly Modified[] }) => {
  const words = useWords()
  const names = namesIn(words)
  return changed.map(({ displayName, oldValue, newValue }) => (
    <div key={displayName}>
      {oldValue === null && newValue === null
        ? (names[displayName] ?? displayName)
        : words.policy.history.change(
            names[displayName] ?? displayName,
            valueIn(words, oldValue),
            valueIn(words, newValue),
          )}
    </div>
  ))
}

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
