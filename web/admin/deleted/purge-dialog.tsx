/** The second confirmation before users are permanently deleted. */
import { Text } from '@fluentui/react-components'
import type { DeletedUser } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { FirstFew } from '../kit/first-few.tsx'
import type { ManyOutcome } from '../many/many-outcome.tsx'
import { outcomeOfMany, waitingOf } from '../many/many-outcome-of.tsx'
import { sends, useManyRun } from '../many/many-run.ts'
import { RunProgress } from '../many/run-progress.tsx'
import { useWords } from '../words.tsx'

type Props = {
  readonly users: readonly DeletedUser[]
  readonly onDone: (outcome: ManyOutcome) => void
  readonly onClose: () => void
}

export const PurgeDialog = ({ users, onDone, onClose }: Props) => {
  const { deleted: words, protection } = useWords()
  const notify = useNotify()
  const run = useManyRun()
  const purge = async (): Promise<void> => {
    const list = users.map(({ id, displayName: name }) => ({ id, name }))
    const outcomes = await run.start(sends.purge, list)
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
      <FirstFew
        of={users}
        keyOf={({ id }) => id}
        render={(user) => `${user.displayName} (${user['guesthouse.originalUserPrincipalName']})`}
      />
      <RunProgress run={run} all={users.length} />
    </ConfirmDialog>
  )
}
