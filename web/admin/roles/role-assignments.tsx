/**
 * Directory role assignments: of a role to its members, or of a user to their roles; and taking one
 * away.
 */
import { SubtractCircleRegular } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import type { RoleAssignment } from '../../../src/client/graph.ts'
import { quoted } from '../../../src/client/graph-calls.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useAdmin } from '../admin-context.tsx'
import { MayButton } from '../kit/may.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import { usePaged } from '../kit/paged-list.tsx'
import { PagedTable, type Column } from '../kit/paged-table.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

type Of = 'role' | 'user'
type Props = {
  readonly of: Of
  readonly id: string
  readonly label: string
  readonly empty: ReactNode
}

const userName = (words: Words, { principal }: RoleAssignment): string =>
  principal?.displayName ?? words.none
const roleName = (words: Words, { roleDefinition }: RoleAssignment): string =>
  roleDefinition?.displayName ?? words.none

const whatColumn = (words: Words, of: Of): Column<RoleAssignment> =>
  of === 'role'
    ? {
        id: 'member',
        header: words.name,
        share: 3,
        renderCell: ({ principal, principalId }) => (
          <ObjectLink
            kind="user"
            id={principalId}
            name={principal?.displayName}
            detail={principal?.userPrincipalName}
          />
        ),
      }
    : {
        id: 'role',
        header: words.role.pickRole,
        share: 3,
        renderCell: (assignment) => (
          <ObjectLink
            kind="role"
            id={assignment.roleDefinitionId}
            name={roleName(words, assignment)}
            detail={assignment.roleDefinition?.description}
          />
        ),
      }

export const RoleAssignments = ({ of, id, label, empty }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const [removing, setRemoving] = useState<RoleAssignment>()
  const property = of === 'role' ? 'roleDefinitionId' : 'principalId'
  const list = usePaged(['roleAssignments'], graph.roles.assignments, {
    filter: `${property} eq ${quoted(id)}`,
  })
  const removal = useChange((assignment: RoleAssignment) => graph.roles.unassign(assignment.id), {
    said: (_, assignment) => words.role.unassigned(userName(words, assignment)),
    done: () => setRemoving(undefined),
  })
  const removeColumn: Column<RoleAssignment> = {
    id: 'remove',
    header: words.actions,
    renderCell: (assignment) => (
      <MayButton
        action="roles.write"
        size="small"
        appearance="subtle"
        icon={<SubtractCircleRegular />}
        aria-label={words.removeNamed(
          of === 'role' ? userName(words, assignment) : roleName(words, assignment),
        )}
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
        label={label}
        list={list}
        columns={[whatColumn(words, of), removeColumn]}
        keyOf={(assignment) => assignment.id}
        empty={empty}
      />
      <ConfirmDialog
        open={removing !== undefined}
        danger
        title={
          removing === undefined
            ? ''
            : words.role.unassignTitle(userName(words, removing), roleName(words, removing))
        }
        confirmLabel={words.remove}
        busy={removal.isPending}
        error={removal.error}
        onConfirm={() => removing !== undefined && removal.mutate(removing)}
        onClose={() => setRemoving(undefined)}
      >
        {words.role.unassignText}
      </ConfirmDialog>
    </>
  )
}
