/** Proof of erasure: what is going to be erased, and what was. */
import { Badge } from '@fluentui/react-components'
import type { Erasure } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { column, textColumn, timeColumn, useColumns, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'

const colors = {
  scheduled: 'informative',
  running: 'brand',
  done: 'success',
  onHold: 'warning',
} as const

// A cause that is newer than this page is told as it is.
const causeOf = (words: Words, cause: string): string => {
  const causes: Readonly<Partial<Record<string, string>>> = words.log.causes
  return causes[cause] ?? cause
}

const columnsOf = (words: Words): readonly Column<Erasure>[] => [
  column('id', words.log.erasureId, ({ id }) => <code>{id}</code>, { share: 2 }),
  column('status', words.log.status, ({ status }) => (
    <Badge appearance="tint" color={colors[status]}>
      {words.log.statuses[status]}
    </Badge>
  )),
  timeColumn('deletedAt', words.log.deletedAt, (one) => one.deletedDateTime, { time: true }),
  timeColumn('dueAt', words.log.dueAt, ({ dueDateTime }) => dueDateTime, { time: true }),
  timeColumn('doneAt', words.log.doneAt, ({ doneDateTime }) => doneDateTime, { time: true }),
  textColumn('cause', words.log.cause, ({ cause }) =>
    cause === null ? null : causeOf(words, cause),
  ),
]

const Erasures = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const list = usePaged(['erasures'], graph.deleted.erasures)
  return (
    <PagedTable
      label={words.erasures}
      list={list}
      columns={useColumns(columnsOf)}
      keyOf={({ id, deletedDateTime }) => `${id} ${deletedDateTime ?? ''}`}
      empty={<EmptyState title={words.log.erasuresEmpty} hint={words.log.erasuresEmptyHint} />}
    />
  )
}

export const ErasuresPage = () => {
  const words = useWords()
  return (
    <AdminPage title={words.erasures} intro={words.log.erasuresIntro}>
      <ForThoseWhoMay action="users.inspect">
        <Erasures />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
