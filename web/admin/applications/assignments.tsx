/**
 * App role assignments: of an application to users and groups, or of a user or group to
 * applications.
 */
import { SubtractCircleRegular } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import type { AppRoleAssignment, ListQuery, Page } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { MayButton } from '../kit/may.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import { usePaged } from '../kit/paged-list.tsx'
import { PagedTable, type Column } from '../kit/paged-table.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

type Of = 'principal' | 'application'
type Props = {
  /** Whose assignments these are; the other side is what is listed. */
  readonly of: Of
  readonly listKey: readonly unknown[]
  readonly load: (query: ListQuery) => Promise<Page<AppRoleAssignment>>
  readonly empty: ReactNode
}

const otherName = (words: Words, of: Of, assignment: AppRoleAssignment): string =>
  (of === 'application' ? assignment.principalDisplayName : assignment.resourceDisplayName) ??
  words.none

const columnsOf = (words: Words, of: Of): readonly Column<AppRoleAssignment>[] => [
  of === 'application'
    ? {
        id: 'principal',
        header: words.application.principal,
        share: 2,
        renderCell: ({ principalType, principalId, principalDisplayName }) => (
          <ObjectLink kind={principalType} id={principalId} name={principalDisplayName} />
        ),
      }
    : {
        id: 'application',
        header: words.application.application,
        share: 2,
        renderCell: ({ resourceId, resourceDisplayName }) => (
          <ObjectLink kind="application" id={resourceId} name={resourceDisplayName} />
        ),
      },
  {
    id: 'role',
    header: words.application.appRole,
    renderCell: (assignment) =>
      assignment['guesthouse.appRoleDisplayName'] ?? words.application.defaultAccess,
  },
  {
    id: 'assignedOn',
    header: words.application.assignedOn,
    renderCell: ({ createdDateTime }) =>
      createdDateTime === null ? words.none : <When at={createdDateTime} />,
  },
]

export const Assignments = ({ of, listKey, load, empty }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const [removing, setRemoving] = useState<AppRoleAssignment>()
  const list = usePaged(listKey, load)
  const removal = useChange(
    (assignment: AppRoleAssignment) =>
      graph.applications.unassign(assignment.resourceId, assignment.id),
    {
      said: (_, assignment) => words.application.unassigned(otherName(words, of, assignment)),
      done: () => setRemoving(undefined),
    },
  )
  const removeColumn: Column<AppRoleAssignment> = {
    id: 'remove',
    header: words.actions,
    renderCell: (assignment) => (
      <MayButton
        action="applications.write"
        size="small"
        appearance="subtle"
        icon={<SubtractCircleRegular />}
        aria-label={words.removeNamed(otherName(words, of, assignment))}
        onClick={() => {
          removal.reset()
          setRemoving(assignment)
        }}
      >
        {words.remove}
      </MayButton>
    ),
  }
  return (
    <>
      <PagedTable
        label={of === 'application' ? words.application.tabAssignments : words.applications}
        list={list}
        columns={[...columnsOf(words, of), removeColumn]}
        keyOf={({ id }) => id}
        empty={empty}
      />
      <ConfirmDialog
        open={removing !== undefined}
        danger
        title={words.application.unassignTitle(
          removing === undefined ? '' : otherName(words, of, removing),
        )}
        confirmLabel={words.remove}
        busy={removal.isPending}
        error={removal.error}
        onConfirm={() => removing !== undefined && removal.mutate(removing)}
        onClose={() => setRemoving(undefined)}
      >
        {words.application.unassignText}
      </ConfirmDialog>
    </>
  )
}
