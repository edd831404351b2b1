/**
 * Inviting one guest: the form, the link that is shown once, and the way on where an address cannot
 * be invited just like that.
 */
import { Problem } from '../../../src/client/problem.ts'
import { invitation } from '../../../src/wire/graph/invitation.ts'
import { user } from '../../../src/wire/graph/users/user.ts'
import { useAdmin } from '../admin-context.tsx'
import { SwitchField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { InvitationLink } from './invitation-link.tsx'
import { useWords } from '../words.tsx'

const of = invitation.properties

/** Mount it to open it. */
export const InviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords()
  const { graph } = useAdmin()
  const form = useSentForm({
    values: {
      invitedUserEmailAddress: '',
      invitedUserDisplayName: '',
      invitedUserMessageInfo: '',
      inviteRedirectUrl: `${location.origin}/`,
      sendInvitationMessage: true,
      forceNew: false,
    },
    send: (given) => {
      const name = given.invitedUserDisplayName.trim()
      const message = given.invitedUserMessageInfo.trim()
      return graph.invitations.create({
        invitedUserEmailAddress: given.invitedUserEmailAddress.trim(),
        inviteRedirectUrl: given.inviteRedirectUrl.trim(),
        sendInvitationMessage: given.sendInvitationMessage,
        ...(name === '' ? {} : { invitedUserDisplayName: name }),
        ...(message === '' ? {} : { invitedUserMessageInfo: { customizedMessageBody: message } }),
        ...(given.forceNew ? { 'guesthouse.forceNew': true } : {}),
      })
    },
  })
  const { control, answer, error } = form
  if (answer !== undefined) return <InvitationLink invitation={answer} onClose={onClose} />
  const isDeleted = error instanceof Problem && error.code === 'softDeletedUserExists'
  return (
    <FormDialog
      form={form}
      title={words.invitation.invite}
      submitLabel={words.invitation.invite}
      onClose={onClose}
    >
      {isDeleted && (
        <SwitchField control={control} name="forceNew" label={words.invitation.inviteNew} />
      )}
      <TextField
        control={control}
        name="invitedUserEmailAddress"
        of={user.properties.mail}
        required
        label={words.invitation.address}
      />
      <TextField
        control={control}
        name="invitedUserDisplayName"
        of={user.properties.displayName}
        required={false}
        label={words.invitation.name}
        hint={words.invitation.nameHint}
      />
      <TextField
        control={control}
        name="invitedUserMessageInfo"
        of={of.invitedUserMessageInfo.properties.customizedMessageBody}
        label={words.invitation.message}
        lines={3}
      />
      <TextField
        control={control}
        name="inviteRedirectUrl"
        of={of.inviteRedirectUrl}
        label={words.invitation.redirect}
        hint={words.invitation.redirectHint}
      />
      <SwitchField control={control} name="sendInvitationMessage" label={words.invitation.send} />
    </FormDialog>
  )
}
