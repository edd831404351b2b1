/** The properties of a user, to read, and what ends a guest by itself. */
import type { ReactNode } from 'react'
import type { User, UserProperties } from '../../../src/client/graph.ts'
import { namesWhere, type Property } from '../../../src/wire/graph/definition/definition.ts'
import { user as definition, type UserLabel } from '../../../src/wire/graph/users/user.ts'
import type { Speech } from '../../../src/words/speech.ts'
import { Card } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { Facts } from '../kit/facts.tsx'
import { LastActivity } from './last-activity.tsx'
import { useWords, type Words } from '../words.tsx'

/** What somebody wrote of a user, but for what is told in another place. */
const elsewhere = ['mailNickname', 'accountEnabled'] as const
type Told = Exclude<keyof UserProperties & UserLabel, (typeof elsewhere)[number]>
const told = namesWhere(
  definition,
  ({ write, column }) => write !== undefined && column !== undefined,
).filter((name) => !elsewhere.some((one) => one === name)) as Told[]

const valueOf = (words: Words, speech: Speech, user: User, name: Told): ReactNode => {
  const value = user[name]
  if (name === 'userType') return value === 'Guest' ? words.user.guest : words.user.member
  if (typeof value !== 'string') return speech.list(value ?? [])
  const of: Property = definition.properties[name]
  return of.is === 'instant' ? <When at={value} /> : value
}

// A list of nothing is no value either.
const hasValue = (user: User, name: Told): boolean => {
  const value = user[name]
  return value !== null && value !== undefined && value.length > 0
}

/** What an invitation made of them, where one did. */
const Redemption = ({ user }: { readonly user: User }) => {
  const { invitationStates } = useWords().user
  const { externalUserState: state, externalUserStateChangeDateTime: changed } = user
  return (
    state && (
      <>
        {invitationStates[state]} {changed !== null && <When at={changed} />}
      </>
    )
  )
}

const howMade = (words: Words, user: User): string | null =>
  user.creationType === 'Invitation' ? words.user.byInvitation : user.creationType

/** What nobody wrote is told in one line: on a phone thirty dashes are three screens. */
export const UserFacts = ({ user }: { readonly user: User }) => {
  const words = useWords()
  const labels = words.userProperties
  const speech = useSpeech()
  const made = howMade(words, user)
  const [written, notWritten] = [true, false].map((wanted) =>
    told.filter((name) => hasValue(user, name) === wanted),
  ) as [Told[], Told[]]
  return (
    <Card title={words.user.tabProperties}>
      <Facts
        facts={[
          ...written.map((name) => ({
            name: labels[name],
            value: valueOf(words, speech, user, name),
          })),
          { name: labels.createdDateTime, value: <When at={user.createdDateTime} time /> },
          {
            name: labels['signInActivity/lastSignInDateTime'],
            value: <LastActivity user={user} time />,
          },
          ...(user.externalUserState === null
            ? []
            : [{ name: labels.externalUserState, value: <Redemption user={user} /> }]),
          ...(made === null ? [] : [{ name: labels.creationType, value: made }]),
          { name: labels.id, value: user.id },
          {
            name: words.user.notSet,
            value: speech.beside(notWritten.map((name) => labels[name])),
          },
        ]}
      />
    </Card>
  )
}
