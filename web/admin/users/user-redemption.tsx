/** Letting a guest redeem again, with another account if they like (R100). */
import { makeStyles, Text } from '@fluentui/react-components'
import { MailArrowUpRegular } from '@fluentui/react-icons'
import type { User } from '../../../src/client/graph.ts'
import { user as definition } from '../../../src/wire/graph/users/user.ts'
import { Card } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin, useBlocked } from '../admin-context.tsx'
import { SwitchField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { InvitationLink } from '../invitations/invitation-link.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({ hint: { margin: '0' } })

type Props = { readonly user: User }

const RedeemDialog = ({ user, onClose }: Props & { readonly onClose: () => void }) => {
  const text = useWords().provider
  const { graph } = useAdmin()
  const form = useSentForm({
    values: { invitedUserEmailAddress: user.mail ?? '', sendInvitationMessage: true },
    send: ({ invitedUserEmailAddress, sendInvitationMessage }) =>
      graph.invitations.create({
        invitedUserEmailAddress: invitedUserEmailAddress.trim(),
        inviteRedirectUrl: `${location.origin}/`,
        sendInvitationMessage,
        resetRedemption: true,
        invitedUser: { id: user.id },
      }),
  })
  if (form.answer !== undefined)
    return <InvitationLink invitation={form.answer} onClose={onClose} />
  return (
    <FormDialog
      form={form}
      title={text.redeemTitle(user.displayName)}
      submitLabel={text.redeem}
      onClose={onClose}
    >
      <Text>{text.redeemText}</Text>
      <TextField
        control={form.control}
        name="invitedUserEmailAddress"
        of={definition.properties.mail}
        required
        label={text.redeemAddress}
      />
      <SwitchField control={form.control} name="sendInvitationMessage" label={text.redeemSend} />
    </FormDialog>
  )
}

const why = (words: Words, { externalUserState: state }: User): string | undefined => {
  if (state === 'Accepted') return undefined
  return state === null ? words.provider.redeemNever : words.provider.redeemPending
}

export const UserRedemption = ({ user }: Props) => {
  const words = useWords()
  const blocked = useBlocked(user, 'redeemAgain')
  const text = words.provider
  const styles = useStyles()
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
        <DialogButton
          action="users.resetPassword"
          blocked={why(words, user) ?? blocked}
          icon={<MailArrowUpRegular />}
          renderDialog={(close) => <RedeemDialog user={user} onClose={close} />}
        >
          {text.redeem}
        </DialogButton>
      </div>
    </Card>
  )
}
