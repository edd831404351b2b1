/** Placing a hold on a deleted user, and ending it. Mount them to open them. */
import type { DeletedUser } from '../../../src/client/graph.ts'
import { holdUser } from '../../../src/wire/graph/users/restoring.ts'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { Question } from '../kit/question.tsx'
import { useWords } from '../words.tsx'

type Props = { readonly user: DeletedUser; readonly onClose: () => void }

export const HoldDialog = ({ user, onClose }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const form = useSentForm({
    values: { reason: '' },
    send: ({ reason }) => graph.deleted.hold(user.id, reason.trim()),
    said: words.deleted.held(user.displayName),
    done: onClose,
  })
  return (
    <FormDialog
      form={form}
      title={words.deleted.holdTitle(user.displayName)}
      submitLabel={words.deleted.hold}
      onClose={onClose}
    >
      <span>{words.deleted.holdText}</span>
      <TextField
        control={form.control}
        name="reason"
        of={holdUser.sent.reason}
        required
        label={words.deleted.holdReason}
        hint={words.deleted.holdReasonHint}
        lines={3}
      />
    </FormDialog>
  )
}

export const EndHoldDialog = ({ user, onClose }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <Question
      asked={{
        title: words.deleted.endHoldTitle(user.displayName),
        text: words.deleted.endHoldText[user['guesthouse.isRestorable'] ? 'restorable' : 'over'],
        label: words.deleted.endHold,
        run: () => graph.deleted.endHold(user.id),
        said: words.deleted.holdEnded(user.displayName),
      }}
      onClose={onClose}
    />
  )
}
