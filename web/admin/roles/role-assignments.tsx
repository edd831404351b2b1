/**
 * Directory role assignments: of a role to its members, or of a user to their roles; and taking one
 * away.
 */
import { useState, type ReactNode } from 'react'
import type { RoleAssignment } from '../../../src/client/graph.ts'
import { quoted } from '../../../src/client/graph-calls.ts'
import { useAdmin } from '../admin-context.tsx'
import { roleDescription, roleName } from '../kit/role-words.ts'
import { linkColumn, removeColumn, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { Question } from '../kit/question.tsx'
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
const nameOfRole = (words: Words, { roleDefinition }: RoleAssignment): string =>
  roleDefinition == null ? words.none : roleName(words, roleDefinition.displayName)

const whatColumn = (words: Words, of: Of): Column<RoleAssignment> =>
  of === 'role'
    ? linkColumn(
        'member',
        words.name,
        ({ principal, principalId: id }) => ({
          kind: principal?.appId === undefined ? 'user' : 'servicePrincipal',
          id,
          name: principal?.displayName,
          detail: principal?.userPrincipalName,
        }),
        { share: 3 },
      )
    : linkColumn(
        'role',
        words.role.pickRole,
        (assignment) => ({
          kind: 'role',
          id: assignment.roleDefinitionId,
          name: assignment.roleDefinition?.displayName,
          detail: assignment.roleDefinition && roleDescription(words, assignment.roleDefinition),
        }),
        { share: 3 },
      )

export const RoleAssignments = ({ of, id, label, empty }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const [removing, setRemoving] = useState<RoleAssignment>()
  const property = of === 'role' ? 'roleDefinitionId' : 'principalId'
  const list = usePaged(['roleAssignments'], graph.roles.assignments, {
    filter: `${property} eq ${quoted(id)}`,
  })
  const remove = removeColumn<RoleAssignment>(words, {
    action: 'roles.write',
    nameOf: (assignment) => (of === 'role' ? userName : nameOfRole)(words, assignment),
    blockedOf: (assignment) =>
      assignment['guesthouse.isLast'] ? words.role.unassignsLast : undefined,
    onRemove: setRemoving,
  })
  return (
    <>
      <PagedTable
        label={label}
        list={list}
        columns={[whatColumn(words, of), remove]}
        keyOf={(assignment) => assignment.id}
        empty={empty}
      />
      {removing !== undefined && (
        <Question
          asked={{
            title: words.role.unassignTitle(userName(words, removing), nameOfRole(words, removing)),
            text: words.role.unassignText,
            label: words.remove,
            run: () => graph.roles.unassign(removing.id),
            said: words.role.unassigned(userName(words, removing)),
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  )
}
