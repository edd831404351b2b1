/** Deleted users: restoring them, keeping them, deleting them permanently. */
import { DocumentTableRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { deletedColumnsOf } from './deleted-columns.tsx'
import { DeletedTasks } from './deleted-tasks.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { ListDialog } from './list-dialog.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { useColumns } from '../table/columns.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
import { useSearchedList } from '../table/use-searched-list.ts'
import { UserSections } from '../users/user-sections.tsx'
import { useWords } from '../words.tsx'

const nobody: ReadonlySet<string> = new Set()

const DeletedUsers = () => {
  const words = useWords().deleted
  const { graph } = useAdmin()
  const { search, setSearch, table } = useSearchedList(['deletedUsers'], graph.deleted.list, {
    orderBy: 'deletedDateTime desc',
  })
  const [selected, setSelected] = useState(nobody)
  // Only who is ticked and seen: nobody is deleted who was searched away meanwhile.
  const ticked = (table.list.items ?? []).filter(({ id }) => selected.has(id))
  return (
    <>
      <DeletedTasks ticked={ticked} onDone={() => setSelected(nobody)} />
      <SearchField label={words.search} onSearch={setSearch} />
      <PagedTable
        {...table}
        label={words.title}
        columns={useColumns(deletedColumnsOf)}
        keyOf={({ id }) => id}
        selection={{ selected, onChange: setSelected, labelOf: ({ displayName }) => displayName }}
        empty={<EmptyList narrowed={search !== ''} title={words.empty} hint={words.emptyHint} />}
      />
    </>
  )
}

export const DeletedUsersPage = () => {
  const words = useWords()
  return (
    <AdminPage
      title={words.deleted.title}
      intro={words.deleted.intro}
      actions={
        <DialogButton
          action="users.delete"
          icon={<DocumentTableRegular />}
          renderDialog={(close) => <ListDialog onClose={close} />}
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
