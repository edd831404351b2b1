/** The directory roles, and how many hold each. */
import type { RoleDefinition } from '../../../src/client/graph.ts'
import type { Speech } from '../../../src/words/speech.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import { usePaged } from '../kit/paged-list.tsx'
import { PagedTable, type Column } from '../kit/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'

const columnsOf = (words: Words, speech: Speech): readonly Column<RoleDefinition>[] => [
  {
    id: 'name',
    header: words.name,
    share: 2,
    renderCell: ({ id, displayName }) => <ObjectLink kind="role" id={id} name={displayName} />,
  },
  {
    id: 'description',
    header: words.description,
    share: 4,
    renderCell: ({ description }) => description ?? words.none,
  },
  {
    id: 'memberCount',
    header: words.role.memberCount,
    renderCell: (role) => speech.number(role['guesthouse.memberCount'] ?? 0),
  },
]

const Roles = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const list = usePaged(['roleDefinitions'], graph.roles.definitions)
  return (
    <PagedTable
      label={words.roles}
      list={list}
      columns={columnsOf(words, useSpeech())}
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
