/** Permanent deletions that are protected: the setting, what waits, and what was. */
import type { PurgeRequest } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { column, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords, type Words } from '../words.tsx'
import { askedColumns } from './protection-columns.tsx'
import { ProtectionHistory } from './protection-history.tsx'
import { ProtectionSetting } from './protection-setting.tsx'
import { PurgeAnswers } from './purge-answers.tsx'

const columnsOf = (words: Words): readonly Column<PurgeRequest>[] => [
  ...askedColumns(words),
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
        <ProtectionHistory />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
