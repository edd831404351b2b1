/** What is done with the deleted users that are ticked, and what came of it. */
import { useState } from 'react'
import type { DeletedUser } from '../../../src/client/graph.ts'
import { ManyOutcomeBar, type ManyOutcome } from '../many/many-outcome.tsx'
import { useWords } from '../words.tsx'
import { DeletedTools, type Task } from './deleted-tools.tsx'
import { EndHoldDialog, HoldDialog } from './hold-dialogs.tsx'
import { PurgeDialog } from './purge-dialog.tsx'
import { RestoreManyDialog } from './restore-many-dialog.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { RestoreReportDialog, type RestoredUser } from './restore-report-dialog.tsx'

type DialogProps = {
  readonly task: Task
  readonly ticked: readonly DeletedUser[]
  readonly onMany: (outcome: ManyOutcome) => void
  readonly onRestored: (restored: RestoredUser) => void
  readonly onClose: () => void
}

const TaskDialog = ({ task, ticked, onMany, onRestored, onClose }: DialogProps) => {
  const [one] = ticked
  if (task === 'purge') return <PurgeDialog users={ticked} onDone={onMany} onClose={onClose} />
  if (task === 'restore' && ticked.length > 1)
    return <RestoreManyDialog users={ticked} onDone={onMany} onClose={onClose} />
  if (one === undefined) return null
  if (task === 'hold') return <HoldDialog user={one} onClose={onClose} />
  if (task === 'endHold') return <EndHoldDialog user={one} onClose={onClose} />
  return (
    <RestoreDialog
      user={one}
      onClose={onClose}
      onRestored={(report) => onRestored({ id: one.id, name: one.displayName, report })}
    />
  )
}

type Props = {
  readonly ticked: readonly DeletedUser[]
  /** Nobody is to be ticked any more. */
  readonly onDone: () => void
}

/** The tools, the dialog that one of them opens, and what is told afterwards. */
export const DeletedTasks = ({ ticked, onDone }: Props) => {
  const words = useWords().deleted
  const [task, setTask] = useState<Task>()
  const [outcome, setOutcome] = useState<ManyOutcome & { readonly task: Task }>()
  const [restored, setRestored] = useState<RestoredUser>()
  const close = () => setTask(undefined)
  const finish = () => {
    onDone()
    close()
  }
  return (
    <>
      <ManyOutcomeBar
        outcome={outcome}
        sentence={outcome?.task === 'restore' ? words.manyDone.restore : words.purgePartly}
        onClose={() => setOutcome(undefined)}
      />
      <DeletedTools ticked={ticked} onTask={setTask} />
      {task !== undefined && (
        <TaskDialog
          task={task}
          ticked={ticked}
          onMany={(result) => {
            setOutcome({ ...result, task })
            finish()
          }}
          onRestored={(report) => {
            setRestored(report)
            close()
          }}
          onClose={close}
        />
      )}
      {restored !== undefined && (
        <RestoreReportDialog
          restored={restored}
          onClose={() => {
            setRestored(undefined)
            onDone()
          }}
        />
      )}
    </>
  )
}
