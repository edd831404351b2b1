/** What a user may do now, in a word. */
import { Badge, Tooltip } from '@fluentui/react-components'
import type { User } from '../../../src/client/graph.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useWords } from '../words.tsx'

type Props = {
  readonly user: Pick<
    User,
    | 'accountEnabled'
    | 'externalUserState'
    | 'guesthouse.homeDeletedDateTime'
    | 'guesthouse.homeAccountEnabled'
    | 'guesthouse.homeDisabledDateTime'
  >
}

const DisabledAtHome = ({ user }: Props) => {
  const { user: text, story } = useWords()
  const speech = useSpeech()
  const since = user['guesthouse.homeDisabledDateTime'] ?? null
  const hint = since === null ? story.homeDisabled : text.homeDisabledSince(speech.moment(since))
  return (
    <Tooltip content={hint} relationship="description">
      <Badge appearance="tint" color="warning">
        {text.homeDisabled}
      </Badge>
    </Tooltip>
  )
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
  if (user['guesthouse.homeAccountEnabled'] === false) return <DisabledAtHome user={user} />
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
