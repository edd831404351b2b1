/** Restoring the users that are ticked, each with all that can come back. */
import { Field, ProgressBar, Text } from '@fluentui/react-components'
import type { DeletedUser } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { FirstFew } from '../kit/first-few.tsx'
import type { ManyOutcome } from '../table/many-outcome.tsx'
import { useWords } from '../words.tsx'
import { outcomeOfMany } from './many-outcome-of.tsx'
import { useManyRun } from './many-run.ts'

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
    const list = users.map(({ id, displayName }) => ({ user: id, name: displayName }))
    const outcome = outcomeOfMany(await run.start('restore', list))
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
      {run.running && (
        <Field label={words.listProgress(run.outcomes.length, users.length)}>
          <ProgressBar value={run.outcomes.length} max={users.length} />
        </Field>
      )}
    </ConfirmDialog>
  )
}
