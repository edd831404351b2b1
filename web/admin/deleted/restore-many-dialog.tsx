/** Restoring the users that are ticked, each with all that can come back. */
import { Text } from '@fluentui/react-components'
import type { DeletedUser } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { FirstFew } from '../kit/first-few.tsx'
import type { ManyOutcome } from '../many/many-outcome.tsx'
import { outcomeOfMany } from '../many/many-outcome-of.tsx'
import { sends, useManyRun } from '../many/many-run.ts'
import { RunProgress } from '../many/run-progress.tsx'
import { useWords } from '../words.tsx'

type Props = {
  readonly users: readonly DeletedUser[]
  readonly onDone: (outcome: ManyOutcome) => void
  readonly onClose: () => void
}

export const RestoreManyDialog = ({ users, onDone, onClose }: Props) => {
  const words = useWords().deleted
  const notify = useNotify()
  const run = useManyRun()
  const restore = async (): Promise<void> => {
    const list = users.map(({ id, displayName }) => ({ id, name: displayName }))
    const outcome = outcomeOfMany(await run.start(sends.restore, list))
    if (outcome.done > 0) notify(words.manyDone.restore(outcome.done, outcome.failed.length))
    onDone(outcome)
  }
  return (
    <ConfirmDialog
      open
      title={words.restoreManyTitle(users.length)}
      confirmLabel={words.restoreNow}
      busy={run.running}
      error={null}
      onConfirm={() => void restore()}
      onClose={onClose}
    >
      <Text>{words.restoreManyText}</Text>
      <FirstFew
        of={users}
        keyOf={({ id }) => id}
        render={(user) => `${user.displayName} (${user['guesthouse.originalUserPrincipalName']})`}
      />
      <RunProgress run={run} all={users.length} />
    </ConfirmDialog>
  )
}
