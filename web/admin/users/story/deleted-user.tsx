/** The page of a user who is deleted: how they ended, what comes next, and what happened. */
import { Badge } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { GraphClient } from '../../../../src/client/graph.ts'
import { erasedBy } from '../../../../src/wire/erasure.ts'
import { Sentence } from '../../../ui/sentence.tsx'
import { When } from '../../../ui/when.tsx'
import { useAdmin } from '../../admin-context.tsx'
import { DeletedTasks } from '../../deleted/deleted-tasks.tsx'
import { AdminPage } from '../../kit/admin-page.tsx'
import { useWords, type Words } from '../../words.tsx'
import { InShort, type Line } from './in-short.tsx'
import { Somebody } from './somebody.tsx'
import { Timeline } from './timeline.tsx'

/** A deleted user, as a page of their own asks for them. */
export type WholeDeletedUser = Awaited<ReturnType<GraphClient['deleted']['read']>>

const endedIn = (text: Words['story'], user: WholeDeletedUser): ReactNode => {
  const { kind, id, displayName } = user['guesthouse.deletedBy']
  const when = <When key="at" at={user.deletedDateTime ?? ''} />
  return kind === 'administrator' && id !== null && displayName !== null ? (
    <Sentence
      say={text.deletedBy}
      parts={[<Somebody key="who" kind="user" id={id} displayName={displayName} />, when]}
    />
  ) : (
    <Sentence say={text.ended[kind]} parts={[when]} />
  )
}

const nextIn = ({ story: text, erasure }: Words, user: WholeDeletedUser): ReactNode => {
  const hold = user['guesthouse.hold']
  const until = user['guesthouse.permanentDeletionDateTime']
  if (until !== null) {
    const by = <When key="by" at={erasedBy(new Date(until)).toISOString()} />
    if (!user['guesthouse.isRestorable']) return <Sentence say={erasure.runs} parts={[by]} />
    return (
      <>
        <Sentence say={text.restorable} parts={[<When key="at" at={until} />]} />{' '}
        <Sentence say={erasure.comes} parts={[by]} />
      </>
    )
  }
  const since = <When key="at" at={hold?.since ?? ''} />
  const reason = hold?.reason ?? null
  return reason === null ? (
    <Sentence say={text.held} parts={[since]} />
  ) : (
    <Sentence say={text.heldBecause} parts={[since, reason]} />
  )
}

// A hold keeps the data; whether its user can still come back is another matter.
const stillIn = (text: Words['story'], user: WholeDeletedUser): readonly ReactNode[] => {
  if (user['guesthouse.hold'] === null) return []
  return [user['guesthouse.isRestorable'] ? text.heldRestorable : text.heldOver]
}

const linesOf = (words: Words, user: WholeDeletedUser): readonly Line[] => {
  const { story: text } = words
  return [
    { name: text.howEnded, said: [endedIn(text, user)] },
    { name: text.next, said: [nextIn(words, user), ...stillIn(text, user)] },
  ]
}

export const DeletedUserPage = ({ user }: { readonly user: WholeDeletedUser }) => {
  const words = useWords()
  const { organizationId } = useAdmin()
  const queries = useQueryClient()
  return (
    <AdminPage
      title={user.displayName}
      intro={
        <>
          {user['guesthouse.originalUserPrincipalName']}{' '}
          <Badge appearance="tint" color="danger">
            {words.story.deleted}
          </Badge>
        </>
      }
      parent={{ to: `/${organizationId}/users/deleted`, title: words.deleted.title }}
    >
      <InShort lines={linesOf(words, user)} />
      <DeletedTasks
        ticked={[user]}
        onDone={() =>
          void queries.invalidateQueries({ queryKey: [organizationId, 'user', user.id] })
        }
      />
      <Timeline userId={user.id} />
    </AdminPage>
  )
}
