/** Letting a guest redeem again, with another account if they like (R100). */
import { makeStyles, Switch, Text } from '@fluentui/react-components'
import { MailArrowUpRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { isAddress } from '../../../src/client/address.ts'
import type { Invitation, User } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { InvitationLink } from '../invitations/invitation-link.tsx'
import { MayButton } from '../kit/may.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({ hint: { margin: '0' } })

type Props = { readonly user: User }

const RedeemDialog = ({ user, onClose }: Props & { readonly onClose: () => void }) => {
  const text = useWords().provider
  const { graph } = useAdmin()
  const [address, setAddress] = useState(user.mail ?? '')
  const [send, setSend] = useState(true)
  const invite = useChange<void, Invitation>(() =>
    graph.invitations.create({
      invitedUserEmailAddress: address.trim(),
      inviteRedirectUrl: `${location.origin}/`,
      sendInvitationMessage: send,
      resetRedemption: true,
      invitedUser: { id: user.id },
    }),
  )
  if (invite.data !== undefined)
    return <InvitationLink invitation={invite.data} onClose={onClose} />
  return (
    <FormDialog
      open
      title={text.redeemTitle(user.displayName)}
      submitLabel={text.redeem}
      busy={invite.isPending}
      error={invite.error}
      ready={isAddress(address.trim())}
      onSubmit={() => invite.mutate()}
      onClose={onClose}
    >
      <Text>{text.redeemText}</Text>
      <TextField
        label={text.redeemAddress}
        type="address"
        required
        value={address}
        onChange={setAddress}
      />
      <Switch
        label={text.redeemSend}
        checked={send}
        onChange={(_, { checked }) => setSend(checked)}
      />
    </FormDialog>
  )
}

const why = (words: Words, { externalUserState: state }: User): string | undefined => {
  if (state === 'Accepted') return undefined
  return state === null ? words.provider.redeemNever : words.provider.redeemPending
}

export const UserRedemption = ({ user }: Props) => {
  const words = useWords()
  const text = words.provider
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  return (
    <Card title={text.redemption}>
      <p className={styles.hint}>{text.redemptionHint}</p>
      {user.externalUserState !== null && (
        <Text>
          {words.user.invitationStates[user.externalUserState]}
          {user.externalUserStateChangeDateTime === null ? null : (
            <>
              {' '}
              · {text.since} <When at={user.externalUserStateChangeDateTime} />
            </>
          )}
        </Text>
      )}
      <div>
        <MayButton
          action="users.resetPassword"
          blocked={why(words, user)}
          icon={<MailArrowUpRegular />}
          onClick={() => setOpen(true)}
        >
          {text.redeem}
        </MayButton>
      </div>
      {open && <RedeemDialog user={user} onClose={() => setOpen(false)} />}
    </Card>
  )
}
