/** Permanent deletions that are protected: the setting, and what waits. */
import { Badge } from '@fluentui/react-components'
import type { PurgeRequest } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { column, textColumn, timeColumn, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'
import { ProtectionSetting } from './protection-setting.tsx'
import { PurgeAnswers, whatOf } from './purge-answers.tsx'

const columnsOf = (words: Words): readonly Column<PurgeRequest>[] => [
  column(
    'what',
    words.protection.whatIs,
    (request) => (
      <>
        <Badge appearance="tint" color="informative">
          {words.protection.kinds[request.kind]}
        </Badge>{' '}
        {whatOf(words, request)}
      </>
    ),
    { share: 2 },
  ),
  textColumn(
    'askedBy',
    words.protection.askedBy,
    ({ askedByDisplayName }) => askedByDisplayName ?? words.protection.somebodyGone,
  ),
  timeColumn('askedAt', words.protection.askedAt, (one) => one.askedDateTime, { time: true }),
  column('dueAt', words.protection.dueAt, ({ dueDateTime }) =>
    dueDateTime === null ? words.protection.needsYes : <When at={dueDateTime} />,
  ),
  column('answer', words.protection.answer, (request) => <PurgeAnswers request={request} />),
]

const Waiting = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const list = usePaged(['purgeRequests'], graph.deleted.purgeRequests)
  return (
    <PagedTable
      label={words.protection.waitingTitle}
      list={list}
      columns={columnsOf(words)}
      keyOf={({ id }) => id}
      empty={<EmptyState title={words.protection.empty} hint={words.protection.emptyHint} />}
    />
  )
}

export const ProtectionPage = () => {
  const words = useWords().protection
  return (
    <AdminPage title={words.title} intro={words.intro}>
      <ForThoseWhoMay action="users.inspect">
        <ProtectionSetting />
        <Waiting />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
