/** The applications of the organization. */
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ListedApplication } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ApplicationDialog } from './application-dialog.tsx'
import { Bar } from '../kit/bar.tsx'
import { ForThoseWhoMay, MayButton } from '../kit/may.tsx'
import { nameColumn, numberColumn, textColumn, useColumns, type Column } from '../table/columns.tsx'
import { useOwnerFilter } from '../table/owner-filter.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
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
  const [search, setSearch] = useState('')
  const [orderBy, setOrderBy] = useState('displayName')
  const [counting, setCounting] = useState(false)
  const owner = useOwnerFilter()
  const columns = useColumns(columnsOf)
  const list = usePaged(['applications'], graph.applications.list, {
    search,
    filter: owner.filter,
    orderBy,
    count: counting,
  })
  return (
    <>
      <Bar label={words.application.tools}>
        <SearchField label={words.application.search} onSearch={setSearch} />
        {owner.field}
      </Bar>
      <PagedTable
        label={words.applications}
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        sort={{ orderBy, onSort: setOrderBy }}
        onCount={() => setCounting(true)}
        empty={
          search === '' && owner.filter === '' ? (
            <EmptyState title={words.application.empty} hint={words.application.emptyHint} />
          ) : (
            <EmptyState title={words.nothingFound} hint={words.nothingFoundHint} />
          )
        }
      />
    </>
  )
}

export const ApplicationsPage = () => {
  const words = useWords()
  const [adding, setAdding] = useState(false)
  return (
    <AdminPage
      title={words.applications}
      actions={
        <MayButton
          action="applications.write"
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => setAdding(true)}
        >
          {words.application.new}
        </MayButton>
      }
    >
      <ForThoseWhoMay action="applications.read">
        <Applications />
      </ForThoseWhoMay>
      {adding && <ApplicationDialog onClose={() => setAdding(false)} />}
    </AdminPage>
  )
}
