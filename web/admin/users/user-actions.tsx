/** What can be done with one user as a whole. Each asks before it does anything. */
import {
  ArrowResetRegular,
  DeleteRegular,
  EditRegular,
  PersonAvailableRegular,
  PersonProhibitedRegular,
  SignOutRegular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { User } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useAdmin } from '../admin-context.tsx'
import { Bar } from '../kit/bar.tsx'
import { EditUserDialog } from './edit-user-dialog.tsx'
import { MayButton } from '../kit/may.tsx'
import { ResetPasswordDialog } from './password-link.tsx'
import { useOrganization } from '../queries.ts'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

type Task = 'edit' | 'disable' | 'enable' | 'reset' | 'revoke' | 'delete'
type Question = 'disable' | 'enable' | 'revoke' | 'delete'
type QuestionProps = {
  readonly user: User
  readonly question: Question
  readonly onClose: () => void
}

const useDeleteText = (): string => {
  const words = useWords()
  const { data } = useOrganization()
  const days = data?.['guesthouse.deletedRetentionDays']
  return days === undefined ? words.user.deleteTextNotShown : words.user.deleteText(days)
}

const QuestionDialog = ({ user, question, onClose }: QuestionProps) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const navigate = useNavigate()
  const { displayName: name, id, userType } = user
  const deleteText = useDeleteText()
  const disableText =
    userType === 'Guest'
      ? `${words.user.disableText} ${words.user.disableGuestText}`
      : words.user.disableText
  const asked = {
    disable: {
      title: words.user.disableTitle(name),
      text: disableText,
      label: words.user.disable,
      said: words.user.isDisabled(name),
      run: () => graph.users.update(id, { accountEnabled: false }),
    },
    enable: {
      title: words.user.enableTitle(name),
      text: words.user.enableText,
      label: words.user.enable,
      said: words.user.isEnabled(name),
      run: () => graph.users.update(id, { accountEnabled: true }),
    },
    revoke: {
      title: words.user.revokeTitle(name),
      text: words.user.revokeText,
      label: words.user.revoke,
      said: words.user.revoked(name),
      run: () => graph.users.revokeSessions(id),
    },
    delete: {
      title: words.user.deleteTitle(name),
      text: deleteText,
      label: words.user.delete,
      said: words.user.isDeleted(name),
      run: () => graph.users.remove(id),
    },
  }[question]
  const change = useChange<void, unknown>(asked.run, {
    said: asked.said,
    gone: question === 'delete' ? id : undefined,
    done: () => {
      onClose()
      if (question === 'delete') void navigate(`/${organizationId}/users`)
    },
  })
  return (
    <ConfirmDialog
      open
      danger={question !== 'enable'}
      title={asked.title}
      confirmLabel={asked.label}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    >
      {asked.text}
    </ConfirmDialog>
  )
}

export const UserActions = ({ user }: { readonly user: User }) => {
  const words = useWords()
  const [task, setTask] = useState<Task>()
  const close = () => setTask(undefined)
  return (
    <Bar label={words.user.moreActions}>
      <MayButton action="users.update" icon={<EditRegular />} onClick={() => setTask('edit')}>
        {words.user.edit}
      </MayButton>
      {user.accountEnabled ? (
        <MayButton
          action="users.disable"
          icon={<PersonProhibitedRegular />}
          onClick={() => setTask('disable')}
        >
          {words.user.disable}
        </MayButton>
      ) : (
        <MayButton
          action="users.disable"
          icon={<PersonAvailableRegular />}
          onClick={() => setTask('enable')}
        >
          {words.user.enable}
        </MayButton>
      )}
      <MayButton
        action="users.resetPassword"
        blocked={user.userType === 'Guest' ? words.user.resetOnlyHome : undefined}
        icon={<ArrowResetRegular />}
        onClick={() => setTask('reset')}
      >
        {words.user.resetPassword}
      </MayButton>
      <MayButton
        action="users.revokeSessions"
        icon={<SignOutRegular />}
        onClick={() => setTask('revoke')}
      >
        {words.user.revoke}
      </MayButton>
      <MayButton action="users.delete" icon={<DeleteRegular />} onClick={() => setTask('delete')}>
        {words.user.delete}
      </MayButton>
      {task === 'edit' && <EditUserDialog user={user} onClose={close} />}
      {task === 'reset' && <ResetPasswordDialog user={user} onClose={close} />}
      {task !== undefined && task !== 'edit' && task !== 'reset' && (
        <QuestionDialog user={user} question={task} onClose={close} />
      )}
    </Bar>
  )
}
