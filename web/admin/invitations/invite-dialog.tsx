/**
 * Inviting one guest: the form, the link that is shown once, and the way on where an address cannot
 * be invited just like that.
 */
import { Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { isAddress } from '../../../src/client/address.ts'
import type { NewInvitation } from '../../../src/client/graph.ts'
import { Problem } from '../../../src/client/problem.ts'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { InvitationLink } from './invitation-link.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

const isUrl = (text: string): boolean => /^https?:\/\/\S+$/.test(text)

/** Mount it to open it. */
export const InviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords()
  const { graph } = useAdmin()
  const [given, setGiven] = useState({
    address: '',
    name: '',
    message: '',
    redirect: `${location.origin}/`,
    send: true,
  })
  const [forceNew, setForceNew] = useState(false)
  const set = (changes: Partial<typeof given>): void => setGiven({ ...given, ...changes })
  const invite = useChange((wish: NewInvitation) => graph.invitations.create(wish))
  if (invite.data !== undefined)
    return <InvitationLink invitation={invite.data} onClose={onClose} />
  const [address, redirect] = [given.address.trim(), given.redirect.trim()]
  const isDeleted = invite.error instanceof Problem && invite.error.code === 'softDeletedUserExists'
  const submit = () =>
    invite.mutate({
      invitedUserEmailAddress: address,
      inviteRedirectUrl: redirect,
      sendInvitationMessage: given.send,
      ...(given.name.trim() === '' ? {} : { invitedUserDisplayName: given.name.trim() }),
      ...(given.message.trim() === ''
        ? {}
        : { invitedUserMessageInfo: { customizedMessageBody: given.message.trim() } }),
      ...(forceNew ? { 'guesthouse.forceNew': true } : {}),
    })
  return (
    <FormDialog
      open
      title={words.invitation.invite}
      submitLabel={words.invitation.invite}
      busy={invite.isPending}
      error={invite.error}
      ready={isAddress(address) && isUrl(redirect)}
      onSubmit={submit}
      onClose={onClose}
    >
      {isDeleted && (
        <Switch
          label={words.invitation.inviteNew}
          checked={forceNew}
          onChange={(_, { checked }) => setForceNew(checked)}
        />
      )}
      <TextField
        label={words.invitation.address}
        type="address"
        required
        value={given.address}
        wrong={address === '' || isAddress(address) ? undefined : words.invitation.addressWrong}
        onChange={(text) => set({ address: text })}
      />
      <TextField
        label={words.invitation.name}
        hint={words.invitation.nameHint}
        value={given.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={words.invitation.message}
        lines={3}
        maxLength={2000}
        value={given.message}
        onChange={(message) => set({ message })}
      />
      <TextField
        label={words.invitation.redirect}
        hint={words.invitation.redirectHint}
        type="url"
        required
        maxLength={2048}
        value={given.redirect}
        wrong={isUrl(redirect) ? undefined : words.invitation.redirectWrong}
        onChange={(text) => set({ redirect: text })}
      />
      <Switch
        label={words.invitation.send}
        checked={given.send}
        onChange={(_, { checked }) => set({ send: checked })}
      />
    </FormDialog>
  )
}
