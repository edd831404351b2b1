/**
 * App role assignments: of an application to users and groups, or of a user or group to
 * applications.
 */
import { useState, type ReactNode } from 'react'
import type { AppRoleAssignment, ListQuery, Page } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { linkColumn, removeColumn, textColumn, timeColumn, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { Question } from '../kit/question.tsx'
import { useWords, type Words } from '../words.tsx'

/** The role that every application has, whatever others it knows. */
export const defaultAccessId = '00000000-0000-0000-0000-000000000000'

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

const otherColumn = (words: Words, of: Of): Column<AppRoleAssignment> =>
  of === 'application'
    ? linkColumn('principal', words.application.principal, (one) => ({
        kind: one.principalType,
        id: one.principalId,
        name: one.principalDisplayName,
      }))
    : linkColumn('application', words.application.application, (one) => ({
        kind: 'servicePrincipal',
        id: one.resourceId,
        name: one.resourceDisplayName,
      }))

const columnsOf = (words: Words, of: Of): readonly Column<AppRoleAssignment>[] => [
  otherColumn(words, of),
  textColumn(
    'role',
    words.application.appRole,
    // Its name in the store is English, as that of no other.
    (one) =>
      (one.appRoleId === defaultAccessId ? null : one['guesthouse.appRoleDisplayName']) ??
      words.application.defaultAccess,
  ),
  timeColumn('createdDateTime', words.application.assignedOn, (one) => one.createdDateTime),
]

export const Assignments = ({ of, listKey, load, empty }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const [removing, setRemoving] = useState<AppRoleAssignment>()
  const list = usePaged(listKey, load)
  const remove = removeColumn<AppRoleAssignment>(words, {
    action: 'applications.write',
    nameOf: (assignment) => otherName(words, of, assignment),
    onRemove: setRemoving,
  })
  return (
    <>
      <PagedTable
        label={of === 'application' ? words.application.tabAssignments : words.applications}
        list={list}
        columns={[...columnsOf(words, of), remove]}
        keyOf={({ id }) => id}
        empty={empty}
      />
      {removing !== undefined && (
        <Question
          asked={{
            title: words.application.unassignTitle(otherName(words, of, removing)),
            text: words.application.unassignText,
            label: words.remove,
            run: () => graph.applications.unassign(removing.resourceId, removing.id),
            said: words.application.unassigned(otherName(words, of, removing)),
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  )
}
