/** Asks before something is done with those that are ticked, and shows how far it is. */
import { Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { DeletedUser } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { FirstFew } from '../kit/first-few.tsx'
import type { ManyOutcome } from '../many/many-outcome.tsx'
import { outcomeOfMany } from '../many/many-outcome-of.tsx'
import { useManyRun, type Send, type Whom } from '../many/many-run.ts'
import { RunProgress } from '../many/run-progress.tsx'

/** Who or what is ticked. */
export type Ticked = { readonly id: string; readonly displayName: string }

export type TickedProps = {
  readonly users: readonly DeletedUser[]
  /** How many of the ticked it is not about, because of their holds. */
  readonly left?: number
  readonly onDone: (outcome: ManyOutcome) => void
  readonly onClose: () => void
}

type Props = Omit<TickedProps, 'users'> & {
  readonly users: readonly Ticked[]
  readonly asked: {
    readonly title: string
    readonly text: string
    readonly label: string
    readonly send: Send
    /** Whether something was chosen that would be lost. */
    readonly isChanged?: boolean
    /** What is told of them, or who they are. */
    readonly whom: ReactNode
    /** Says how many it worked with and how many not. */
    readonly sentence: (done: number, failed: number) => string
  }
}

/** Those who are ticked as a run through them takes them. */
export const whomOf = (users: readonly Ticked[]): Whom[] =>
  users.map(({ id, displayName }) => ({ id, name: displayName }))

/** Somebody deleted as the lists of a question name them. */
export const namingOf = (user: DeletedUser): string =>
  `${user.displayName} (${user['guesthouse.originalUserPrincipalName']})`

/** The first of them by name, so that who is ticked by mistake is seen. */
export const FirstTicked = ({ users }: { readonly users: readonly DeletedUser[] }) => (
  <FirstFew of={users} keyOf={({ id }) => id} render={namingOf} />
)

/** Mount it to open it. */
export const TickedDialog = ({ users, asked, onDone, onClose }: Props) => {
  const notify = useNotify()
  const run = useManyRun()
  const start = async (): Promise<void> => {
    const outcome = outcomeOfMany(await run.start(asked.send, whomOf(users)))
    if (outcome.failed.length === 0) notify(asked.sentence(outcome.done, 0))
    onDone(outcome)
  }
  return (
    <ConfirmDialog
      open
      title={asked.title}
      confirmLabel={asked.label}
      busy={run.running}
      isChanged={asked.isChanged}
      error={null}
      onConfirm={() => void start()}
      onClose={onClose}
    >
      <Text>{asked.text}</Text>
      {asked.whom}
      <RunProgress run={run} all={users.length} />
    </ConfirmDialog>
  )
}
