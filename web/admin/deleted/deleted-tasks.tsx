/** What is done with the deleted users that are ticked, and what came of it. */
import { useState } from 'react'
import type { DeletedUser } from '../../../src/client/graph.ts'
import { ManyOutcomeBar, type ManyOutcome } from '../many/many-outcome.tsx'
import { useWords } from '../words.tsx'
import { DeletedTools, thoseFor, type Task } from './deleted-tools.tsx'
import { EndHoldDialog, HoldDialog } from './hold-dialogs.tsx'
import { EndHoldManyDialog, HoldManyDialog } from './hold-many-dialogs.tsx'
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

const manyDialogs = {
  restore: RestoreManyDialog,
  purge: PurgeDialog,
  hold: HoldManyDialog,
  endHold: EndHoldManyDialog,
} as const

const TaskDialog = ({ task, ticked, onMany, onRestored, onClose }: DialogProps) => {
  // Whom it is about stays so while it is under way, whatever the list says by then.
  const [users] = useState(() => thoseFor(task, ticked))
  const [left] = useState(() => ticked.length - users.length)
  const [one] = users
  const ManyDialog = manyDialogs[task]
  if (task === 'purge' || users.length > 1)
    return <ManyDialog users={users} left={left} onDone={onMany} onClose={onClose} />
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
  const partly = { ...words.manyDone, purge: words.purgePartly }
  // What came of one is past when the next begins.
  const open = (next?: Task) => {
    setOutcome(undefined)
    setTask(next)
  }
  return (
    <>
      <ManyOutcomeBar
        outcome={outcome}
        sentence={partly[outcome?.task ?? 'restore']}
        onClose={() => setOutcome(undefined)}
      />
      <DeletedTools ticked={ticked} onTask={open} />
      {task !== undefined && (
        <TaskDialog
          task={task}
          ticked={ticked}
          onMany={(result) => {
            setOutcome({ ...result, task })
            setTask(undefined)
            onDone()
          }}
          onRestored={(report) => {
            setRestored(report)
            open()
          }}
          onClose={() => open()}
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
