/** What happened to a user, newest first: what, when, by whom, and with what else. */
import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { AuditEntry } from '../../../../src/client/graph.ts'
import { bareList } from '../../../ui/bare-list.ts'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemBar } from '../../../ui/problem.tsx'
import { Sentence } from '../../../ui/sentence.tsx'
import { When } from '../../../ui/when.tsx'
import { useAdmin } from '../../admin-context.tsx'
import {
  activityIn,
  detailOf,
  doerOf,
  letterIn,
  mailStateIn,
  reasonIn,
} from '../../audit/audit-words.ts'
import { ForThoseWhoMay } from '../../kit/may.tsx'
import { ObjectLink } from '../../kit/object-link.tsx'
import { usePaged } from '../../table/paged-list.tsx'
import { useWords } from '../../words.tsx'
import { Somebody } from './somebody.tsx'

const useStyles = makeStyles({
  list: bareList,
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(11rem, 1fr) 4fr',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 600px)': { gridTemplateColumns: '1fr' },
  },
  when: { color: tokens.colorNeutralForeground3 },
  what: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground3 },
})

const By = ({ by }: { readonly by: AuditEntry['initiatedBy'] }): ReactNode => {
  const words = useWords()
  const doer = doerOf(by)
  if (doer === undefined)
    return by.app?.displayName === 'Operator' ? words.story.byOperator : words.story.bySystem
  const { id, kind, displayName } = doer
  const who =
    displayName === null ? (
      words.erased(id)
    ) : (
      <Somebody key="who" kind={kind} id={id} displayName={displayName} />
    )
  return <Sentence say={words.story.by} parts={[who]} />
}

/** The address, and what became of the mail; nothing of what is none. */
const MailPart = ({ entry }: { readonly entry: AuditEntry }): ReactNode => {
  const words = useWords()
  const to = detailOf(entry, 'guesthouse.mailedTo')
  return (
    <>
      {to !== undefined && <span>{words.toldMails.to(to)}</span>}
      <span>{mailStateIn(words, entry.resultReason ?? '')}</span>
    </>
  )
}

type EntryProps = {
  readonly entry: AuditEntry
  readonly userId: string
  readonly called: string
}

const Entry = ({ entry, userId, called }: EntryProps) => {
  const words = useWords()
  const styles = useStyles()
  const { targetResources, resultReason: why } = entry
  const isMail = detailOf(entry, 'guesthouse.letter') !== undefined
  // What has no name to lose, a request, is nothing to lead to.
  const others = targetResources.filter(
    ({ id, type, displayName }) => id !== userId && (type !== 'Other' || displayName !== null),
  )
  return (
    <li className={styles.entry}>
      <span className={styles.when}>
        <When at={entry.activityDateTime} time />
      </span>
      <span className={styles.what}>
        <Text weight="semibold">{called}</Text>
        {others.map(({ id, type, displayName }) => (
          <ObjectLink key={id} kind={type} id={id} name={displayName} />
        ))}
        {isMail ? (
          <MailPart entry={entry} />
        ) : (
          why !== null && why !== '' && <span>{reasonIn(words, why)}</span>
        )}
        {!isMail && (
          <Caption1 className={styles.detail}>
            <By by={entry.initiatedBy} />
          </Caption1>
        )}
      </span>
    </li>
  )
}

const signIns: ReadonlySet<string> = new Set(['Sign in', 'Sign in to application'])

/** What each is called: the newest sign-in is the last one, another the first. */
const useCalled = (entries: readonly AuditEntry[]): ((entry: AuditEntry) => string) => {
  const words = useWords()
  const last = entries.find(({ activityDisplayName: what }) => signIns.has(what))
  return (entry) => {
    const letter = detailOf(entry, 'guesthouse.letter')
    if (letter !== undefined) return letterIn(words, letter)
    if (!signIns.has(entry.activityDisplayName)) return activityIn(words, entry.activityDisplayName)
    return entry.id === last?.id ? words.story.lastSignIn : words.story.firstSignIn
  }
}

const Entries = ({ userId }: { readonly userId: string }) => {
  const words = useWords()
  const styles = useStyles()
  const { graph } = useAdmin()
  const list = usePaged(['user', userId, 'timeline'], (query) =>
    graph.users.timeline(userId, query),
  )
  const items = list.items ?? []
  const called = useCalled(items)
  if (list.items === undefined)
    return list.error === null ? <Loading /> : <ProblemBar error={list.error} />
  if (items.length === 0)
    return <EmptyState title={words.story.timelineEmpty} hint={words.story.timelineEmptyHint} />
  return (
    <>
      <ProblemBar error={list.error} />
      <ol className={styles.list} aria-label={words.story.timeline}>
        {items.map((entry) => (
          <Entry key={entry.id} entry={entry} userId={userId} called={called(entry)} />
        ))}
      </ol>
      {list.hasMore && (
        <div>
          <Button disabled={list.loadingMore} onClick={list.loadMore}>
            {words.loadMore}
          </Button>
        </div>
      )}
    </>
  )
}

export const Timeline = ({ userId }: { readonly userId: string }) => {
  const words = useWords().story
  return (
    <ForThoseWhoMay action="audit.read">
      <Card title={words.timeline}>
        <Text>{words.timelineHint}</Text>
        <Entries userId={userId} />
      </Card>
    </ForThoseWhoMay>
  )
}
