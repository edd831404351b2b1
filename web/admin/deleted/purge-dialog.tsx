/** The second confirmation before users are permanently deleted. */
import { Text } from '@fluentui/react-components'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { outcomeOfMany, waitingOf } from '../many/many-outcome-of.tsx'
import { sends, useManyRun } from '../many/many-run.ts'
import { RunProgress } from '../many/run-progress.tsx'
import { useWords } from '../words.tsx'
import { FirstTicked, whomOf, type TickedProps } from './ticked-dialog.tsx'

export const PurgeDialog = ({ users, left = 0, onDone, onClose }: TickedProps) => {
  const { deleted: words, protection } = useWords()
  const notify = useNotify()
  const run = useManyRun()
  const purge = async (): Promise<void> => {
    const outcomes = await run.start(sends.purge, whomOf(users))
    const waiting = waitingOf(outcomes)
    if (waiting > 0) notify(protection.asked(waiting))
    const outcome = outcomeOfMany(outcomes)
    if (outcome.done > 0) notify(words.purged(outcome.done))
    onDone(outcome)
  }
  return (
    <ConfirmDialog
      open
      danger
      title={words.purgeTitle(users.length)}
      confirmLabel={words.purge}
      busy={run.running}
      onConfirm={() => void purge()}
      onClose={onClose}
    >
      <Text weight="semibold">{words.purgeText}</Text>
      <Text>{words.purgeList}</Text>
      <FirstTicked users={users} />
      {left > 0 && <Text>{words.heldStay(left)}</Text>}
      <RunProgress run={run} all={users.length} />
    </ConfirmDialog>
  )
}
