/** What people ask of the administrators, and the answers. */
import { Badge, Caption1, makeStyles, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import type { GuestRequest } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import { column, textColumn, timeColumn, type Column } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { RequestAnswers } from './request-answers.tsx'
import { RestoreReportDialog, type RestoredUser } from '../deleted/restore-report-dialog.tsx'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({ line: { display: 'block', overflowWrap: 'anywhere' } })

const Person = ({ user }: { readonly user: GuestRequest['user'] }) => {
  const words = useWords()
  const styles = useStyles()
  if (user === null) return words.none
  // Who is deleted has no page to lead to.
  const kind = user.deletedDateTime === null ? 'user' : 'deletedUser'
  return (
    <>
      <ObjectLink
        kind={kind}
        id={user.id}
        name={user.displayName}
        detail={user.userPrincipalName}
      />
      {user.mail === null ? null : <Caption1 className={styles.line}>{user.mail}</Caption1>}
      <Caption1 className={styles.line}>
        {user.homeOrganization === null ? words.log.noHome : words.log.home(user.homeOrganization)}{' '}
        · {words.log.hereSince} <When at={user.createdDateTime} />
      </Caption1>
      {user.deletedDateTime !== null && (
        <Caption1 className={styles.line}>{words.log.userDeleted}</Caption1>
      )}
      {user.deletedDateTime === null && user.accountEnabled === false && (
        <Caption1 className={styles.line}>{words.user.disabled}</Caption1>
      )}
    </>
  )
}

const colors = {
  open: 'warning',
  done: 'success',
  declined: 'informative',
  withdrawn: 'subtle',
  expired: 'subtle',
} as const

const columnsOf = (
  words: Words,
  onRestored: (restored: RestoredUser) => void,
): readonly Column<GuestRequest>[] => [
  column('user', words.role.pickUser, ({ user }) => <Person user={user} />, { share: 2 }),
  textColumn('kind', words.log.kind, ({ kind }) => words.log.kinds[kind]),
  textColumn('message', words.log.message, ({ message }) => message, { share: 2 }),
  timeColumn('asked', words.log.asked, (request) => request.createdDateTime, { time: true }),
  column('state', words.log.state, ({ state, answeredDateTime }) => (
    <>
      <Badge appearance="tint" color={colors[state]}>
        {words.log.states[state]}
      </Badge>{' '}
      {answeredDateTime !== null && <When at={answeredDateTime} />}
    </>
  )),
  column(
    'answer',
    words.log.answer,
    (request) =>
      request.state === 'open' ? (
        <RequestAnswers request={request} onRestored={onRestored} />
      ) : (
        words.none
      ),
    { share: 2 },
  ),
]

const Requests = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const [onlyOpen, setOnlyOpen] = useState(true)
  // Here, because the row of a request that is answered goes away.
  const [restored, setRestored] = useState<RestoredUser>()
  const list = usePaged(
    ['requests'],
    graph.requests.list,
    onlyOpen ? { filter: `state eq 'open'` } : { orderBy: 'createdDateTime desc' },
  )
  return (
    <>
      <Bar label={words.log.requestTools}>
        <Switch
          label={words.log.onlyOpen}
          checked={onlyOpen}
          onChange={(_, { checked }) => setOnlyOpen(checked)}
        />
      </Bar>
      <PagedTable
        label={words.requests}
        list={list}
        columns={columnsOf(words, setRestored)}
        keyOf={({ id }) => id}
        empty={
          <EmptyState
            title={onlyOpen ? words.log.requestsAnswered : words.log.requestsEmpty}
            hint={words.log.requestsEmptyHint}
          />
        }
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
    </AdminPage>
  )
}
