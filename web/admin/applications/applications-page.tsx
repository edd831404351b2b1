/** The applications of the organization. */
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Application } from '../../../src/client/graph.ts'
import type { Speech } from '../../../src/words/speech.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ApplicationDialog } from './application-dialog.tsx'
import { Bar } from '../kit/bar.tsx'
import { ForThoseWhoMay, MayButton } from '../kit/may.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import { useOwnerFilter } from '../kit/owner-filter.tsx'
import { usePaged } from '../kit/paged-list.tsx'
import { PagedTable, type Column } from '../kit/paged-table.tsx'
import { SearchField } from '../kit/search-field.tsx'
import { useWords, type Words } from '../words.tsx'

const columnsOf = (words: Words, speech: Speech): readonly Column<Application>[] => [
  {
    id: 'name',
    header: words.name,
    share: 2,
    sortBy: 'displayName',
    renderCell: ({ id, displayName }) => (
      <ObjectLink kind="application" id={id} name={displayName} />
    ),
  },
  {
    id: 'description',
    header: words.description,
    share: 3,
    renderCell: ({ description }) => description ?? words.none,
  },
  {
    id: 'homepage',
    header: words.application.homepage,
    share: 2,
    renderCell: ({ homepage }) => homepage ?? words.none,
  },
  {
    id: 'appRoles',
    header: words.application.appRoles,
    renderCell: ({ appRoles }) => speech.number(appRoles.length),
  },
]

const Applications = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const [search, setSearch] = useState('')
  const [orderBy, setOrderBy] = useState('displayName')
  const [counting, setCounting] = useState(false)
  const owner = useOwnerFilter()
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
        columns={columnsOf(words, useSpeech())}
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
