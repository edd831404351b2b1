/** What people ask of the administrators, the oldest first, and the answers. */
import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { GuestRequest } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { RestoreReportDialog, type RestoredUser } from '../deleted/restore-report-dialog.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { ColumnMenu } from '../table/column-menu.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { ClearFilters } from '../table/list-filter.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
import { useAsked } from '../table/use-asked.ts'
import { useSearchedList } from '../table/use-searched-list.ts'
import { useWords } from '../words.tsx'
import { AnswerSettings } from './answer-settings.tsx'
import { ManyAnswers } from './many-answers.tsx'
import { nameOf } from './request-answer.ts'
import { requestColumnsOf } from './request-columns.tsx'
import { filterOf, RequestFilters, shownOf, type Shown } from './request-filters.tsx'

const nothing: ReadonlySet<string> = new Set()

const NoRequests = ({ shown, search }: { readonly shown: Shown; readonly search: string }) => {
  const words = useWords().log
  const isNarrowed =
    search !== '' ||
    shown.requestId !== undefined ||
    shown.kind !== undefined ||
    shown.due !== undefined ||
    shown.view === 'held'
  return (
    <EmptyList
      narrowed={isNarrowed}
      title={shown.view === 'open' ? words.requestsAnswered : words.requestsEmpty}
      hint={words.requestsEmptyHint}
    />
  )
}

const Requests = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const asked = useAsked('requests')
  const shown = shownOf(asked)
  const [selected, setSelected] = useState(nothing)
  // Here, because the row of a request that is answered goes away.
  const [restored, setRestored] = useState<RestoredUser>()
  const filter = filterOf(shown)
  const table = useSearchedList<GuestRequest>(asked, ['requests'], graph.requests.list, {
    orderBy: 'createdDateTime',
    ...(filter === undefined ? {} : { filter }),
  })
  const columns = requestColumnsOf(words, setRestored)
  const ticked = (table.list.items ?? []).filter(({ id }) => selected.has(id))
  return (
    <>
      <Bar label={words.log.requestTools}>
        <SearchField
          label={words.asking.search}
          value={asked.value('search')}
          onSearch={(search) => asked.ask({ search })}
        />
        <RequestFilters asked={asked} />
        <ColumnMenu asked={asked} columns={columns} usual={columns.map(({ id = '' }) => id)} />
        <ClearFilters asked={asked} />
      </Bar>
      {shown.requestId !== undefined && <Text>{words.asking.oneRequest}</Text>}
      <ManyAnswers ticked={ticked} onDone={() => setSelected(nothing)} />
      <PagedTable
        {...table}
        label={words.requests}
        columns={columns}
        keyOf={({ id }) => id}
        selection={{
          selected,
          onChange: setSelected,
          labelOf: (request) => nameOf(words, request),
        }}
        empty={<NoRequests shown={shown} search={asked.value('search')} />}
      />
      {restored !== undefined && (
        <RestoreReportDialog restored={restored} onClose={() => setRestored(undefined)} />
      )}
    </>
  )
}

export const RequestsPage = () => {
  const words = useWords()
  return (
    <AdminPage title={words.requests} intro={words.log.requestsIntro}>
      <ForThoseWhoMay action="requests.read">
        <Requests />
      </ForThoseWhoMay>
      <ForThoseWhoMay action="policies.read">
        <AnswerSettings />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
