/** Placing a hold on a deleted user, and ending it. Mount them to open them. */
import { useState } from 'react'
import type { DeletedUser } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

type Props = { readonly user: DeletedUser; readonly onClose: () => void }

export const HoldDialog = ({ user, onClose }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const [reason, setReason] = useState('')
  const hold = useChange(() => graph.deleted.hold(user.id, reason.trim()), {
    said: words.deleted.held(user.displayName),
    done: onClose,
  })
  return (
    <FormDialog
      open
      title={words.deleted.holdTitle(user.displayName)}
      submitLabel={words.deleted.hold}
      busy={hold.isPending}
      error={hold.error}
      ready={reason.trim() !== ''}
      onSubmit={() => hold.mutate(undefined)}
      onClose={onClose}
    >
      <span>{words.deleted.holdText}</span>
      <TextField
        label={words.deleted.holdReason}
        hint={words.deleted.holdReasonHint}
        value={reason}
        required
        lines={3}
        maxLength={1024}
        onChange={setReason}
      />
    </FormDialog>
  )
}

export const EndHoldDialog = ({ user, onClose }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const end = useChange(() => graph.deleted.endHold(user.id), {
    said: words.deleted.holdEnded(user.displayName),
    done: onClose,
  })
  return (
    <ConfirmDialog
      open
      danger
      title={words.deleted.endHoldTitle(user.displayName)}
      confirmLabel={words.deleted.endHold}
      busy={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate(undefined)}
      onClose={onClose}
    >
      {words.deleted.endHoldText}
    </ConfirmDialog>
  )
}
