/** The second confirmation before users, groups or applications are permanently deleted. */
import { Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import type { ManyOutcome } from '../many/many-outcome.tsx'
import { outcomeOfMany, waitingOf } from '../many/many-outcome-of.tsx'
import { sends, useManyRun, type Send } from '../many/many-run.ts'
import { RunProgress } from '../many/run-progress.tsx'
import { erasureDays } from '../../../src/wire/erasure.ts'
import { useWords } from '../words.tsx'
import { AsksFirst } from './asks-first.tsx'
import { FirstTicked, whomOf, type Ticked, type TickedProps } from './ticked-dialog.tsx'

type Props = {
  readonly these: readonly Ticked[]
  readonly title: string
  readonly text: string
  readonly send: Send
  /** Says how many are gone. */
  readonly said: (done: number) => string
  /** The first of them, and who stays. */
  readonly children: ReactNode
  readonly onDone: (outcome: ManyOutcome) => void
  readonly onClose: () => void
}

/** Asks, deletes, and says what is gone and what waits. Mount it to open it. */
export const PurgeTicked = ({ these, title, text, send, said, children, ...on }: Props) => {
  const { deleted: words, protection } = useWords()
  const notify = useNotify()
  const run = useManyRun()
  const purge = async (): Promise<void> => {
    const outcomes = await run.start(send, whomOf(these))
    const waiting = waitingOf(outcomes)
    if (waiting > 0) notify(protection.asked(waiting))
    const outcome = outcomeOfMany(outcomes)
    if (outcome.done > 0 && outcome.failed.length === 0) notify(said(outcome.done))
    on.onDone(outcome)
  }
  return (
    <ConfirmDialog
      open
      danger
      title={title}
      confirmLabel={words.purge}
      busy={run.running}
      onConfirm={() => void purge()}
      onClose={on.onClose}
    >
      <Text weight="semibold">{text}</Text>
      <AsksFirst />
      <Text>{words.purgeList}</Text>
      {children}
      <RunProgress run={run} all={these.length} />
    </ConfirmDialog>
  )
}

export const PurgeDialog = ({ users, left = 0, onDone, onClose }: TickedProps) => {
  const { deleted: words } = useWords()
  return (
    <PurgeTicked
      these={users}
      title={words.purgeTitle(users.length)}
      text={`${words.purgeText} ${words.erased(erasureDays)}`}
      send={sends.purge}
      said={words.purged}
      onDone={onDone}
      onClose={onClose}
    >
      <FirstTicked users={users} />
      {left > 0 && <Text>{words.heldStay(left)}</Text>}
    </PurgeTicked>
  )
}
