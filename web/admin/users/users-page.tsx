/** The users of the organization: all of them, its members, or its guests. */
import { PersonAddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useAdmin, useMay } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { ExportList } from './many/export-list.tsx'
import { ManyUsers } from './many/many-users.tsx'
import { NewUserDialog } from './new-user-dialog.tsx'
import { ColumnMenu } from '../table/column-menu.tsx'
import { useColumns } from '../table/columns.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { ClearFilters } from '../table/list-filter.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
import { guestColumns, userColumnsOf, usualColumns } from './user-columns.tsx'
import { useAsked } from '../table/use-asked.ts'
import { useSearchedList } from '../table/use-searched-list.ts'
import { filterOf, UserFilters, type Section } from './user-filters.tsx'
import { UserSections } from './user-sections.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords } from '../words.tsx'

const nobody: ReadonlySet<string> = new Set()

const NoUsers = ({
  section,
  narrowed,
}: {
  readonly section: Section
  readonly narrowed: boolean
}) => {
  const words = useWords().user
  const empty =
    section === 'guests'
      ? { title: words.emptyGuests, hint: words.emptyGuestsHint }
      : { title: words.emptyAll, hint: words.emptyAllHint }
  return <EmptyList narrowed={narrowed} {...empty} />
}

const Users = ({ section }: { readonly section: Section }) => {
  const words = useWords().user
  const { graph } = useAdmin()
  const inspects = useMay('users.inspect').allowed
  const asked = useAsked(`users.${section}`)
  const { query, ...table } = useSearchedList(asked, ['users'], graph.users.list, {
    filter: filterOf(section, asked.value),
    orderBy: 'displayName',
    inspects,
  })
  const [selected, setSelected] = useState(nobody)
  // Only who is ticked and seen: nothing is done with who was filtered away meanwhile.
  const ticked = (table.list.items ?? []).filter(({ id }) => selected.has(id))
  const columns = useColumns(userColumnsOf)
  const usual = section === 'guests' ? guestColumns : usualColumns
  return (
    <>
      <Bar label={words.tools}>
        <SearchField
          label={words.search}
          value={asked.value('search')}
          onSearch={(search) => asked.ask({ search })}
        />
        <UserFilters asked={asked} inspects={inspects} />
        <ColumnMenu asked={asked} columns={columns} usual={usual} />
        <ExportList query={query} columns={table.visible ?? usual} />
        <ClearFilters asked={asked} />
      </Bar>
      <ManyUsers
        ticked={ticked}
        query={query}
        hasMore={table.list.hasMore}
        onDone={() => setSelected(nobody)}
      />
      <PagedTable
        {...table}
        label={words[section]}
        columns={columns}
        visible={table.visible ?? usual}
        keyOf={({ id }) => id}
        selection={{ selected, onChange: setSelected, labelOf: ({ displayName }) => displayName }}
        empty={<NoUsers section={section} narrowed={asked.narrowed} />}
      />
    </>
  )
}

export const UsersPage = ({ section }: { readonly section: Section }) => {
  const words = useWords()
  return (
    <AdminPage
      title={section === 'all' ? words.users : words.user[section]}
      actions={
        <DialogButton
          action="users.create"
          appearance="primary"
          icon={<PersonAddRegular />}
          renderDialog={(close) => <NewUserDialog onClose={close} />}
        >
          {words.user.new}
        </DialogButton>
      }
    >
      <UserSections />
      <ForThoseWhoMay action="users.read">
        <Users section={section} />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
