/** The groups of the organization. */
import { Badge } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Group } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { ForThoseWhoMay, MayButton } from '../kit/may.tsx'
import {
  column,
  nameColumn,
  textColumn,
  timeColumn,
  useColumns,
  type Column,
} from '../table/columns.tsx'
import { useOwnerFilter } from '../table/owner-filter.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
import { useWords, type Words } from '../words.tsx'

const columnsOf = (words: Words): readonly Column<Group>[] => [
  nameColumn('group', words.name),
  textColumn('description', words.description, ({ description }) => description, { share: 3 }),
  column('isAssignableToRole', words.group.assignableShort, ({ isAssignableToRole }) =>
    isAssignableToRole === true ? (
      <Badge appearance="tint" color="important">
        {words.yes}
      </Badge>
    ) : (
      words.no
    ),
  ),
  timeColumn('createdDateTime', words.group.createdAt, (group) => group.createdDateTime),
]

const Groups = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const [search, setSearch] = useState('')
  const [orderBy, setOrderBy] = useState('displayName')
  const [counting, setCounting] = useState(false)
  const owner = useOwnerFilter()
  const columns = useColumns(columnsOf)
  const list = usePaged(['groups'], graph.groups.list, {
    search,
    filter: owner.filter,
    orderBy,
    count: counting,
  })
  return (
    <>
      <Bar label={words.group.tools}>
        <SearchField label={words.group.search} onSearch={setSearch} />
        {owner.field}
      </Bar>
      <PagedTable
        label={words.groups}
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        sort={{ orderBy, onSort: setOrderBy }}
        onCount={() => setCounting(true)}
        empty={
          search === '' && owner.filter === '' ? (
            <EmptyState title={words.group.empty} hint={words.group.emptyHint} />
          ) : (
            <EmptyState title={words.nothingFound} hint={words.nothingFoundHint} />
          )
        }
      />
    </>
  )
}

export const GroupsPage = () => {
  const words = useWords()
  const [adding, setAdding] = useState(false)
  return (
    <AdminPage
      title={words.groups}
      actions={
        <MayButton
          action="groups.write"
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => setAdding(true)}
        >
          {words.group.new}
        </MayButton>
      }
    >
      <ForThoseWhoMay action="groups.read">
        <Groups />
      </ForThoseWhoMay>
      {adding && <GroupDialog onClose={() => setAdding(false)} />}
    </AdminPage>
  )
}
