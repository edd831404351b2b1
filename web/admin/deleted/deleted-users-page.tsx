/** Deleted users: restoring them, keeping them, deleting them permanently. */
import { DocumentTableRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { deletedColumnsOf } from './deleted-columns.tsx'
import { DeletedTasks } from './deleted-tasks.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { ListDialog } from '../many/list-dialog.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { Bar } from '../kit/bar.tsx'
import { ColumnMenu } from '../table/column-menu.tsx'
import { useColumns } from '../table/columns.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { ClearFilters } from '../table/list-filter.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
import { useAsked } from '../table/use-asked.ts'
import { useSearchedList } from '../table/use-searched-list.ts'
import { UserSections } from '../users/user-sections.tsx'
import { erasureDays } from '../../../src/wire/erasure.ts'
import { useWords } from '../words.tsx'

const nobody: ReadonlySet<string> = new Set()

const DeletedUsers = () => {
  const words = useWords().deleted
  const { graph } = useAdmin()
  const asked = useAsked('deleted')
  const table = useSearchedList(asked, ['deletedUsers'], graph.deleted.list, {
    orderBy: 'deletedDateTime desc',
  })
  const columns = useColumns(deletedColumnsOf)
  const [selected, setSelected] = useState(nobody)
  // Only who is ticked and seen: nobody is deleted who was searched away meanwhile.
  const ticked = (table.list.items ?? []).filter(({ id }) => selected.has(id))
  return (
    <>
      <DeletedTasks ticked={ticked} onDone={() => setSelected(nobody)} />
      <Bar label={words.search}>
        <SearchField
          label={words.search}
          value={asked.value('search')}
          onSearch={(search) => asked.ask({ search })}
        />
        <ColumnMenu asked={asked} columns={columns} usual={columns.map(({ id = '' }) => id)} />
        <ClearFilters asked={asked} />
      </Bar>
      <PagedTable
        {...table}
        label={words.title}
        columns={columns}
        keyOf={({ id }) => id}
        selection={{ selected, onChange: setSelected, labelOf: ({ displayName }) => displayName }}
        empty={<EmptyList narrowed={asked.narrowed} title={words.empty} hint={words.emptyHint} />}
      />
    </>
  )
}

export const DeletedUsersPage = () => {
  const words = useWords()
  return (
    <AdminPage
      title={words.deleted.title}
      intro={`${words.deleted.intro} ${words.deleted.erased(erasureDays)}`}
      actions={
        <DialogButton
          action="users.delete"
          icon={<DocumentTableRegular />}
          renderDialog={(close) => <ListDialog of="user" onClose={close} />}
        >
          {words.deleted.fromList}
        </DialogButton>
      }
    >
      <UserSections />
      <ForThoseWhoMay action="users.inspect">
        <DeletedUsers />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
