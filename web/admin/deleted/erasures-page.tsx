/** Proof of erasure: what is going to be erased, and what was. */
import { Badge } from '@fluentui/react-components'
import type { Erasure } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { usePaged } from '../kit/paged-list.tsx'
import { PagedTable, type Column } from '../kit/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'

const colors = {
  scheduled: 'informative',
  running: 'brand',
  done: 'success',
  onHold: 'warning',
} as const

const instant = (words: Words, at: string | null) =>
  at === null ? words.none : <When at={at} time />

// A cause that is newer than this page is told as it is.
const causeOf = (words: Words, cause: string): string => {
  const causes: Readonly<Partial<Record<string, string>>> = words.log.causes
  return causes[cause] ?? cause
}

const columnsOf = (words: Words): readonly Column<Erasure>[] => [
  { id: 'id', header: words.log.erasureId, share: 2, renderCell: ({ id }) => <code>{id}</code> },
  {
    id: 'status',
    header: words.log.status,
    renderCell: ({ status }) => (
      <Badge appearance="tint" color={colors[status]}>
        {words.log.statuses[status]}
      </Badge>
    ),
  },
  {
    id: 'deletedAt',
    header: words.log.deletedAt,
    renderCell: ({ deletedDateTime }) => instant(words, deletedDateTime),
  },
  {
    id: 'dueAt',
    header: words.log.dueAt,
    renderCell: ({ dueDateTime }) => instant(words, dueDateTime),
  },
  {
    id: 'doneAt',
    header: words.log.doneAt,
    renderCell: ({ doneDateTime }) => instant(words, doneDateTime),
  },
  {
    id: 'cause',
    header: words.log.cause,
    renderCell: ({ cause }) => (cause === null ? words.none : causeOf(words, cause)),
  },
]

const Erasures = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const list = usePaged(['erasures'], graph.deleted.erasures)
  return (
    <PagedTable
      label={words.erasures}
      list={list}
      columns={columnsOf(words)}
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
