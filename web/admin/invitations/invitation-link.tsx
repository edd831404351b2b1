/** The link of an invitation, shown once. */
import type { Invitation } from '../../../src/client/graph.ts'
import { When } from '../../ui/when.tsx'
import { ShownOnce } from '../kit/shown-once.tsx'
import { useWords } from '../words.tsx'

type Props = { readonly invitation: Invitation; readonly onClose: () => void }

export const InvitationLink = ({ invitation, onClose }: Props) => {
  const words = useWords()
  return (
    <ShownOnce
      title={words.invitation.linkTitle}
      once={words.invitation.linkOnce}
      label={words.invitation.linkLabel}
      value={invitation.inviteRedeemUrl}
      until={
        <>
          {words.invitation.linkUntil}{' '}
          <When at={invitation['guesthouse.expirationDateTime']} time />
        </>
      }
      onClose={onClose}
    />
  )
}
