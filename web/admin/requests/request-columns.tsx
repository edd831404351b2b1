/** What the queue shows of each request: who asks, for what, by when, and its answers. */
import { Badge, Caption1, makeStyles } from '@fluentui/react-components'
import type { GuestRequest } from '../../../src/client/graph.ts'
import { When } from '../../ui/when.tsx'
import type { RestoredUser } from '../deleted/restore-report-dialog.tsx'
import { ObjectLink } from '../kit/object-link.tsx'
import { column, textColumn, timeColumn, type Column } from '../table/columns.tsx'
import { useWords, type Words } from '../words.tsx'
import { RequestAnswers } from './request-answers.tsx'

const useStyles = makeStyles({ line: { display: 'block', overflowWrap: 'anywhere' } })

const Person = ({ user }: { readonly user: GuestRequest['user'] }) => {
  const words = useWords()
  const styles = useStyles()
  if (user === null) return words.none
  return (
    <>
      <ObjectLink
        kind="user"
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

/** What is left to be said of a request that nobody has answered. */
const Open = ({ request }: { readonly request: GuestRequest }) => {
  const words = useWords().asking
  const styles = useStyles()
  const { dueDateTime, whenDue, holdReason } = request
  if (request.isHeld === true) return <Caption1 className={styles.line}>{holdReason}</Caption1>
  if (dueDateTime === null) return null
  return (
    <Caption1 className={styles.line}>
      {words.due} <When at={dueDateTime} />
      {', '}
      {whenDue === 'removed' ? words.thenRemoved : words.thenEnds}
    </Caption1>
  )
}

const State = ({ request }: { readonly request: GuestRequest }) => {
  const words = useWords()
  const { state, isHeld, answeredDateTime, answer } = request
  const styles = useStyles()
  return (
    <>
      <Badge appearance="tint" color={isHeld === true ? 'danger' : colors[state]}>
        {isHeld === true ? words.asking.onHold : words.log.states[state]}
      </Badge>{' '}
      {answeredDateTime !== null && <When at={answeredDateTime} />}
      {state === 'open' ? (
        <Open request={request} />
      ) : (
        answer !== null && <Caption1 className={styles.line}>{answer}</Caption1>
      )}
    </>
  )
}

export const requestColumnsOf = (
  words: Words,
  onRestored: (restored: RestoredUser) => void,
): readonly Column<GuestRequest>[] => [
  column('user', words.role.pickUser, ({ user }) => <Person user={user} />, { share: 2 }),
  textColumn('kind', words.log.kind, ({ kind }) => words.log.kinds[kind]),
  textColumn('message', words.log.message, ({ message }) => message, { share: 2 }),
  timeColumn('createdDateTime', words.log.asked, (request) => request.createdDateTime, {
    time: true,
    sorts: true,
  }),
  column('state', words.log.state, (request) => <State request={request} />, { share: 2 }),
  column(
    'answer',
    words.log.answer,
    (request) => <RequestAnswers request={request} onRestored={onRestored} />,
    { share: 2 },
  ),
]
