/**
 * When a user was last active here. "Never" is said only of who could not be: other times may lie
 * before they were recorded (R131).
 */
import type { User } from '../../../src/client/graph.ts'
import { When } from '../../ui/when.tsx'
import { useWords } from '../words.tsx'

type Props = {
  readonly user: Pick<User, 'signInActivity' | 'externalUserState'>
  readonly time?: boolean
}

export const LastActivity = ({ user, time = false }: Props) => {
  const words = useWords()
  if (user.signInActivity === undefined) return words.user.notShown
  const at = user.signInActivity.lastSignInDateTime
  if (at !== null) return <When at={at} time={time} inColumn={!time} />
  return user.externalUserState === 'PendingAcceptance'
    ? words.user.neverSignedIn
    : words.user.notRecorded
}
