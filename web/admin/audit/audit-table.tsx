/** Entries of the audit log, newest first. */
import { Badge } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { AuditEntry } from '../../../src/client/graph.ts'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import { usePaged } from '../kit/paged-list.tsx'
import { PagedTable, type Column } from '../kit/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'

const Who = ({ by }: { readonly by: AuditEntry['initiatedBy'] }) => {
  const words = useWords()
  return by.user == null ? (
    (by.app?.displayName ?? words.log.system)
  ) : (
    <ObjectLink kind="user" id={by.user.id} name={by.user.displayName} />
  )
}

// What is nobody, a request for one, has no name to lose.
const Whom = ({
  target: { id, displayName, type },
}: {
  readonly target: AuditEntry['targetResources'][number]
}) => {
  const words = useWords()
  return type === 'Other' && displayName === null ? (
    words.log.somethingElse
  ) : (
    <ObjectLink kind={type} id={id} name={displayName} />
  )
}

const columnsOf = (words: Words): readonly Column<AuditEntry>[] => [
  {
    id: 'when',
    header: words.log.when,
    renderCell: ({ activityDateTime }) => <When at={activityDateTime} time />,
  },
  {
    id: 'what',
    header: words.log.what,
    renderCell: ({ activityDisplayName }) => activityDisplayName,
  },
  { id: 'who', header: words.log.who, renderCell: ({ initiatedBy }) => <Who by={initiatedBy} /> },
  {
    id: 'whom',
    header: words.log.whom,
    renderCell: ({ targetResources }) =>
      targetResources.length === 0
        ? words.none
        : targetResources.map((target) => (
            <Whom key={`${target.type} ${target.id}`} target={target} />
          )),
  },
  {
    id: 'result',
    header: words.log.result,
    renderCell: ({ result, resultReason }) => (
      <>
        <Badge appearance="tint" color={result === 'success' ? 'success' : 'danger'}>
          {result === 'success' ? words.log.success : words.log.failure}
        </Badge>
        {resultReason !== null && resultReason !== '' && <div>{resultReason}</div>}
      </>
    ),
  },
]

export const AuditTable = ({
  filter,
  empty,
}: {
  readonly filter: string
  readonly empty: ReactNode
}) => {
  const words = useWords()
  const { graph } = useAdmin()
  const list = usePaged(['audit'], graph.audit.list, { filter })
  return (
    <PagedTable
      label={words.auditLog}
      list={list}
      columns={columnsOf(words)}
      keyOf={({ id }) => id}
      empty={empty}
    />
  )
}
