/** What a user may do now, in a word. */
import { Badge, Tooltip } from '@fluentui/react-components'
import type { User } from '../../../src/client/graph.ts'
import { useWords } from '../words.tsx'

type Props = {
  readonly user: Pick<
    User,
    'accountEnabled' | 'externalUserState' | 'guesthouse.homeDeletedDateTime'
  >
}

export const UserState = ({ user }: Props) => {
  const words = useWords()
  if (!user.accountEnabled)
    return (
      <Badge appearance="tint" color="danger">
        {words.user.disabled}
      </Badge>
    )
  if ((user['guesthouse.homeDeletedDateTime'] ?? null) !== null)
    return (
      <Tooltip content={words.user.homeDeletedHint} relationship="description">
        <Badge appearance="tint" color="warning">
          {words.user.homeDeleted}
        </Badge>
      </Tooltip>
    )
  if (user.externalUserState === 'PendingAcceptance')
    return (
      <Tooltip content={words.user.invitedHint} relationship="description">
        <Badge appearance="tint" color="informative">
          {words.user.invited}
        </Badge>
      </Tooltip>
    )
  return (
    <Badge appearance="tint" color="success">
      {words.user.enabled}
    </Badge>
  )
}
