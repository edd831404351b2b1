/** What can be done with one user as a whole. Each asks before it does anything. */
import {
  ArrowDownloadRegular,
  ArrowResetRegular,
  DeleteRegular,
  EditRegular,
  PersonAvailableRegular,
  PersonProhibitedRegular,
  PersonSwapRegular,
  SignOutRegular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import type { User } from '../../../src/client/graph.ts'
import { useBlocked } from '../admin-context.tsx'
import { Bar } from '../kit/bar.tsx'
import { EditUserDialog } from './edit-user-dialog.tsx'
import { useLastAdministrator } from './many/foreseen-deletion.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { MayButton } from '../kit/may.tsx'
import { ResetPasswordDialog } from './password-link.tsx'
import { UserQuestion, type UserAct } from './user-questions.tsx'
import { useWords } from '../words.tsx'

type Task = UserAct | 'edit' | 'reset' | 'export'

type TaskProps = {
  readonly user: User
  readonly task: Task
  readonly onClose: () => void
}

const TaskDialog = ({ user, task, onClose }: TaskProps) => {
  if (task === 'edit') return <EditUserDialog user={user} onClose={onClose} />
  if (task === 'reset') return <ResetPasswordDialog user={user} onClose={onClose} />
  if (task === 'export') return <ExportDialog user={user} onClose={onClose} />
  return <UserQuestion user={user} act={task} onClose={onClose} />
}

type ButtonProps = { readonly user: User; readonly onClick: () => void }

/** A guest becomes a member, or a member a guest (R138). */
const ConvertButton = ({ user, onClick }: ButtonProps) => (
  <MayButton
    action="users.update"
    blocked={useBlocked(user, 'convert')}
    icon={<PersonSwapRegular />}
    onClick={onClick}
  >
    {useWords().user.convert[user.userType]}
  </MayButton>
)

const ResetButton = ({ user, onClick }: ButtonProps) => {
  const words = useWords().user
  const reset = useBlocked(user, 'givePassword')
  return (
    <MayButton
      action="users.resetPassword"
      blocked={user.userType === 'Guest' ? words.resetOnlyHome : reset}
      icon={<ArrowResetRegular />}
      onClick={onClick}
    >
      {words.resetPassword}
    </MayButton>
  )
}

type EndProps = ButtonProps & {
  /** Why nobody ends them, whoever it is. */
  readonly last: string | undefined
}

const DeleteButton = ({ user, last, onClick }: EndProps) => (
  <MayButton
    action="users.delete"
    blocked={useBlocked(user, 'delete') ?? last}
    icon={<DeleteRegular />}
    onClick={onClick}
  >
    {useWords().user.delete}
  </MayButton>
)

export const UserActions = ({ user }: { readonly user: User }) => {
  const words = useWords().user
  const [task, setTask] = useState<Task>()
  const close = () => setTask(undefined)
  const tooHigh = useBlocked(user)
  const last = useLastAdministrator(user)
  const disable = useBlocked(user, 'disable') ?? last
  const turn = user.accountEnabled ? 'disable' : 'enable'
  return (
    <Bar label={words.moreActions}>
      <MayButton action="users.update" icon={<EditRegular />} onClick={() => setTask('edit')}>
        {words.edit}
      </MayButton>
      <MayButton
        action="users.disable"
        blocked={user.accountEnabled ? disable : tooHigh}
        icon={user.accountEnabled ? <PersonProhibitedRegular /> : <PersonAvailableRegular />}
        onClick={() => setTask(turn)}
      >
        {words[turn]}
      </MayButton>
      <ResetButton user={user} onClick={() => setTask('reset')} />
      <MayButton
        action="users.revokeSessions"
        blocked={tooHigh}
        icon={<SignOutRegular />}
        onClick={() => setTask('revoke')}
      >
        {words.revoke}
      </MayButton>
      <MayButton
        action="users.export"
        icon={<ArrowDownloadRegular />}
        onClick={() => setTask('export')}
      >
        {words.exportPersonalData}
      </MayButton>
      <ConvertButton user={user} onClick={() => setTask('convert')} />
      <DeleteButton user={user} last={last} onClick={() => setTask('delete')} />
      {task !== undefined && <TaskDialog user={user} task={task} onClose={close} />}
    </Bar>
  )
}
