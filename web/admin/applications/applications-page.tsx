/** The applications of the organization. */
import { AddRegular } from '@fluentui/react-icons'
import type { ListedApplication } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ApplicationDialog } from './application-dialog.tsx'
import { Bar } from '../kit/bar.tsx'
import { ObjectSections } from '../deleted/objects/object-sections.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { nameColumn, numberColumn, textColumn, useColumns, type Column } from '../table/columns.tsx'
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

const columnsOf = (words: Words): readonly Column<ListedApplication>[] => [
  nameColumn('application', words.name),
  textColumn('description', words.description, ({ description }) => description, { share: 3 }),
  textColumn('homepage', words.application.homepage, ({ homepage }) => homepage, { share: 2 }),
  numberColumn('appRoles', words.application.appRoles, ({ appRoles }) => appRoles.length),
]

const Applications = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const asked = useAsked('applications')
  const table = useSearchedList(asked, ['applications'], graph.applications.list, {
    filter: ownerFilterOf(asked),
    orderBy: 'displayName',
  })
  const columns = useColumns(columnsOf)
  return (
    <>
      <Bar label={words.application.tools}>
        <SearchField
          label={words.application.search}
          value={asked.value('search')}
          onSearch={(search) => asked.ask({ search })}
        />
        <OwnerFilter asked={asked} />
        <ColumnMenu asked={asked} columns={columns} usual={columns.map(({ id = '' }) => id)} />
        <ClearFilters asked={asked} />
      </Bar>
      <PagedTable
        {...table}
        label={words.applications}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          <EmptyList
            narrowed={asked.narrowed}
            title={words.application.empty}
            hint={words.application.emptyHint}
          />
        }
      />
    </>
  )
}

export const ApplicationsPage = () => {
  const words = useWords()
  return (
    <AdminPage
      title={words.applications}
      actions={
        <DialogButton
          action="applications.write"
          appearance="primary"
          icon={<AddRegular />}
          renderDialog={(close) => <ApplicationDialog onClose={close} />}
        >
          {words.application.new}
        </DialogButton>
      }
    >
      <ObjectSections kind="application" />
      <ForThoseWhoMay action="applications.read">
        <Applications />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
