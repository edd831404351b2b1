/** The directory roles, and how many hold each. */
import type { RoleDefinition } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { roleDescription, useRolesInOrder } from '../kit/role-words.ts'
import { nameColumn, numberColumn, textColumn, useColumns, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'

const columnsOf = (words: Words): readonly Column<RoleDefinition>[] => [
  nameColumn('role', words.name, { sorts: false }),
  textColumn('description', words.description, (role) => roleDescription(words, role), {
    share: 4,
  }),
  numberColumn(
    'memberCount',
    words.role.memberCount,
    (role) => role['guesthouse.memberCount'] ?? 0,
  ),
]

const Roles = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const list = usePaged(['roleDefinitions'], graph.roles.definitions)
  const items = useRolesInOrder(list.items)
  return (
    <PagedTable
      label={words.roles}
      list={{ ...list, items }}
      columns={useColumns(columnsOf)}
      keyOf={({ id }) => id}
      empty={<EmptyState title={words.role.empty} hint={words.role.emptyHint} />}
    />
  )
}

export const RolesPage = () => {
  const words = useWords()
  return (
    <AdminPage title={words.roles} intro={words.role.intro}>
      <ForThoseWhoMay action="roles.read">
        <Roles />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
