/** What people ask of the administrators, the oldest first, and the answers. */
import { useState } from 'react'
import type { GuestRequest } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { RestoreReportDialog, type RestoredUser } from '../deleted/restore-report-dialog.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
import { useSearchedList } from '../table/use-searched-list.ts'
import { useWords } from '../words.tsx'
import { AnswerSettings } from './answer-settings.tsx'
import { ManyAnswers } from './many-answers.tsx'
import { nameOf } from './request-answer.ts'
import { requestColumnsOf } from './request-columns.tsx'
import { filterOf, RequestFilters, type Shown } from './request-filters.tsx'

const nothing: ReadonlySet<string> = new Set()
const open: Shown = { view: 'open', kind: undefined }

const NoRequests = ({ shown, search }: { readonly shown: Shown; readonly search: string }) => {
  const words = useWords().log
  const isNarrowed = search !== '' || shown.kind !== undefined || shown.view === 'held'
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
  const [shown, setShown] = useState(open)
  const [selected, setSelected] = useState(nothing)
  // Here, because the row of a request that is answered goes away.
  const [restored, setRestored] = useState<RestoredUser>()
  const filter = filterOf(shown)
  const { search, setSearch, table } = useSearchedList<GuestRequest>(
    ['requests'],
    graph.requests.list,
    { orderBy: 'createdDateTime', ...(filter === undefined ? {} : { filter }) },
  )
  const ticked = (table.list.items ?? []).filter(({ id }) => selected.has(id))
  return (
    <>
      <Bar label={words.log.requestTools}>
        <SearchField label={words.asking.search} onSearch={setSearch} />
        <RequestFilters shown={shown} onChange={setShown} />
      </Bar>
      <ManyAnswers ticked={ticked} onDone={() => setSelected(nothing)} />
      <PagedTable
        {...table}
        label={words.requests}
        columns={requestColumnsOf(words, setRestored)}
        keyOf={({ id }) => id}
        selection={{
          selected,
          onChange: setSelected,
          labelOf: (request) => nameOf(words, request),
        }}
        empty={<NoRequests shown={shown} search={search} />}
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
