/** What can be done with the deleted users that are ticked. */
import {
  ArrowUndoRegular,
  DeleteRegular,
  LockClosedRegular,
  LockOpenRegular,
} from '@fluentui/react-icons'
import type { Action, DeletedUser } from '../../../src/client/graph.ts'
import { Bar } from '../kit/bar.tsx'
import { MayButton } from '../kit/may.tsx'
import { useWords, type Words } from '../words.tsx'

export type Task = 'restore' | 'purge' | 'hold' | 'endHold'

type Tool = { readonly task: Task; readonly action: Action; readonly icon: React.JSX.Element }

const tools: readonly Tool[] = [
  { task: 'restore', action: 'users.restore', icon: <ArrowUndoRegular /> },
  { task: 'purge', action: 'users.purge', icon: <DeleteRegular /> },
  { task: 'hold', action: 'users.hold', icon: <LockClosedRegular /> },
  { task: 'endHold', action: 'users.hold', icon: <LockOpenRegular /> },
]

/** Those of the ticked users with whom something can be done by this. */
export const thoseFor = (task: Task, ticked: readonly DeletedUser[]): readonly DeletedUser[] => {
  if (task === 'restore') return ticked
  return ticked.filter((user) => (user['guesthouse.hold'] !== null) === (task === 'endHold'))
}

const reasonIf = (wrong: boolean, reason: string): string | undefined =>
  wrong ? reason : undefined

/** Why each cannot be done with those who are ticked. */
const blocksOf = (
  words: Words['deleted'],
  ticked: readonly DeletedUser[],
): Readonly<Record<Task, string | undefined>> => {
  const nobody = ticked.length === 0
  return {
    restore: reasonIf(
      !ticked.some((user) => user['guesthouse.isRestorable']),
      nobody ? words.tickSome : words.tickRestorable,
    ),
    purge: reasonIf(
      thoseFor('purge', ticked).length === 0,
      nobody ? words.tickSome : words.tickNotHeld,
    ),
    hold: reasonIf(thoseFor('hold', ticked).length === 0, words.tickNotHeld),
    endHold: reasonIf(thoseFor('endHold', ticked).length === 0, words.tickHeld),
  }
}

type Props = {
  readonly ticked: readonly DeletedUser[]
  readonly onTask: (task: Task) => void
}

export const DeletedTools = ({ ticked, onTask }: Props) => {
  const words = useWords().deleted
  const blocks = blocksOf(words, ticked)
  return (
    <Bar label={words.tools}>
      {tools.map(({ task, action, icon }) => (
        <MayButton
          key={task}
          action={action}
          icon={icon}
          blocked={blocks[task]}
          onClick={() => onTask(task)}
        >
          {words[task]}
        </MayButton>
      ))}
    </Bar>
  )
}
