/** The groups of the organization. */
import { Badge } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import type { Group } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { ObjectSections } from '../deleted/objects/object-sections.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import {
  column,
  nameColumn,
  textColumn,
  timeColumn,
  useColumns,
  type Column,
} from '../table/columns.tsx'
import { ColumnMenu } from '../table/column-menu.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { ClearFilters } from '../table/list-filter.tsx'
import { OwnerFilter, ownerFilterOf } from '../table/owner-filter.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
import { useAsked } from '../table/use-asked.ts'
import { useSearchedList } from '../table/use-searched-list.ts'
import { DialogButton } from '../kit/dialog-button.tsx'
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
  const asked = useAsked('groups')
  const table = useSearchedList(asked, ['groups'], graph.groups.list, {
    filter: ownerFilterOf(asked),
    orderBy: 'displayName',
  })
  const columns = useColumns(columnsOf)
  return (
    <>
      <Bar label={words.group.tools}>
        <SearchField
          label={words.group.search}
          value={asked.value('search')}
          onSearch={(search) => asked.ask({ search })}
        />
        <OwnerFilter asked={asked} />
        <ColumnMenu asked={asked} columns={columns} usual={columns.map(({ id = '' }) => id)} />
        <ClearFilters asked={asked} />
      </Bar>
      <PagedTable
        {...table}
        label={words.groups}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          <EmptyList
            narrowed={asked.narrowed}
            title={words.group.empty}
            hint={words.group.emptyHint}
          />
        }
      />
    </>
  )
}

export const GroupsPage = () => {
  const words = useWords()
  return (
    <AdminPage
      title={words.groups}
      actions={
        <DialogButton
          action="groups.write"
          appearance="primary"
          icon={<AddRegular />}
          renderDialog={(close) => <GroupDialog onClose={close} />}
        >
          {words.group.new}
        </DialogButton>
      }
    >
      <ObjectSections kind="group" />
      <ForThoseWhoMay action="groups.read">
        <Groups />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
