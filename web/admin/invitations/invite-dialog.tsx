/**
 * Inviting one guest: the form, the link that is shown once, and the way on where an address cannot
 * be invited just like that.
 */
import type { Control } from 'react-hook-form'
import { Problem } from '../../../src/client/problem.ts'
import { invitation } from '../../../src/wire/graph/invitation.ts'
import { user } from '../../../src/wire/graph/users/user.ts'
import { firstDetail } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { SwitchField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { RouteLink } from '../kit/route-link.tsx'
import { InvitationLink } from './invitation-link.tsx'
import { useWords } from '../words.tsx'

const of = invitation.properties

const nothing = {
  invitedUserEmailAddress: '',
  invitedUserDisplayName: '',
  invitedUserMessageInfo: '',
  inviteRedirectUrl: '',
  endDate: '',
  sendInvitationMessage: true,
  forceNew: false,
}
type Given = typeof nothing

const invitationOf = (given: Given) => {
  const name = given.invitedUserDisplayName.trim()
  const message = given.invitedUserMessageInfo.trim()
  return {
    invitedUserEmailAddress: given.invitedUserEmailAddress.trim(),
    inviteRedirectUrl: given.inviteRedirectUrl.trim(),
    sendInvitationMessage: given.sendInvitationMessage,
    ...(name === '' ? {} : { invitedUserDisplayName: name }),
    ...(message === '' ? {} : { invitedUserMessageInfo: { customizedMessageBody: message } }),
    ...(given.endDate.trim() === '' ? {} : { 'guesthouse.endDateTime': given.endDate.trim() }),
    ...(given.forceNew ? { 'guesthouse.forceNew': true } : {}),
  }
}

const Fields = ({ control }: { readonly control: Control<Given> }) => {
  const words = useWords().invitation
  return (
    <>
      <TextField
        control={control}
        name="invitedUserEmailAddress"
        of={user.properties.mail}
        required
        label={words.address}
      />
      <TextField
        control={control}
        name="invitedUserDisplayName"
        of={user.properties.displayName}
        required={false}
        label={words.name}
        hint={words.nameHint}
      />
      <TextField
        control={control}
        name="invitedUserMessageInfo"
        of={of.invitedUserMessageInfo.properties.customizedMessageBody}
        label={words.message}
        lines={3}
      />
      <TextField
        control={control}
        name="inviteRedirectUrl"
        of={of.inviteRedirectUrl}
        label={words.redirect}
        hint={words.redirectHint}
      />
      <TextField
        control={control}
        name="endDate"
        of={of['guesthouse.endDateTime']}
        label={words.endDate}
        hint={words.endDateHint}
      />
      <SwitchField control={control} name="sendInvitationMessage" label={words.send} />
    </>
  )
}

/** The user whom the address met; their page restores, enables or deletes them (R73, R76). */
const metBy = (error: unknown): string | undefined => {
  if (!(error instanceof Problem)) return undefined
  const detail = firstDetail(error)
  return detail?.code === error.code && typeof detail.target === 'string'
    ? detail.target
    : undefined
}

const WhoIsThere = ({ error }: { readonly error: unknown }) => {
  const words = useWords().invitation
  const { organizationId } = useAdmin()
  const met = metBy(error)
  if (!useMay('users.inspect').allowed || met === undefined) return null
  return (
    <RouteLink to={`/${organizationId}/users/${met}`} isWayOut>
      {words.showMet}
    </RouteLink>
  )
}

/** Mount it to open it. */
export const InviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords().invitation
  const { graph } = useAdmin()
  const form = useSentForm({
    values: { ...nothing, inviteRedirectUrl: `${location.origin}/` },
    send: (given: Given) => graph.invitations.create(invitationOf(given)),
  })
  const { control, answer, error } = form
  if (answer !== undefined) return <InvitationLink invitation={answer} onClose={onClose} />
  const isDeleted = error instanceof Problem && error.code === 'softDeletedUserExists'
  return (
    <FormDialog form={form} title={words.invite} submitLabel={words.invite} onClose={onClose}>
      <WhoIsThere error={error} />
      {isDeleted && <SwitchField control={control} name="forceNew" label={words.inviteNew} />}
      <Fields control={control} />
    </FormDialog>
  )
}
