/** How a live user came in, who answers, what they reach and how they stand, in sentences. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { User, UserSummary } from '../../../../src/client/graph.ts'
import { Loading } from '../../../ui/loading.tsx'
import { ProblemBar } from '../../../ui/problem.tsx'
import { Sentence } from '../../../ui/sentence.tsx'
import { When } from '../../../ui/when.tsx'
import { useAdmin, useMay } from '../../admin-context.tsx'
import { WhatEndsNext } from '../../lifecycle/what-ends-next.tsx'
import { RouteLink } from '../../kit/route-link.tsx'
import { useWords, type Words } from '../../words.tsx'
import { InShort, type Line } from './in-short.tsx'
import { Several, Somebody } from './somebody.tsx'

type Text = Words['story']
type Invitation = NonNullable<UserSummary['invitation']>

const on = (say: (at: string) => string, at: string): ReactNode => (
  <Sentence say={say} parts={[<When key="at" at={at} />]} />
)

const whoOn = (
  say: (who: string, at: string) => string,
  who: { readonly id: string; readonly displayName: string },
  at: string,
): ReactNode => (
  <Sentence
    say={say}
    parts={[<Somebody key="who" kind="user" {...who} />, <When key="at" at={at} />]}
  />
)

/** Somebody who has a name is still here. */
const named = (
  who: { readonly id: string; readonly displayName: string | null } | null,
): { readonly id: string; readonly displayName: string } | undefined =>
  who === null || who.displayName === null ? undefined : { ...who, displayName: who.displayName }

const invitedIn = (text: Text, { invitedBy, createdDateTime: at }: Invitation): ReactNode => {
  const who = named(invitedBy)
  if (who !== undefined) return whoOn(text.invited, who, at)
  return on(invitedBy === null ? text.invitedUnknown : text.invitedByGone, at)
}

const becameOf = (text: Text, invitation: Invitation): readonly ReactNode[] => {
  const { state, acceptedDateTime, expirationDateTime, mailState } = invitation
  if (state === 'accepted')
    return [
      acceptedDateTime === null
        ? text.acceptedSometime
        : on(text.states.accepted, acceptedDateTime),
    ]
  // Of who came already, how their mail went is of no use any more.
  return [
    on(text.states[state], expirationDateTime),
    mailState === null ? text.noMail : text.mail[mailState],
  ]
}

/** An invitation made them, and nobody knows which any more. */
const withoutRecord = ({ story: text, user: words }: Words, user: User): readonly ReactNode[] => {
  const { externalUserState: state, externalUserStateChangeDateTime: changed } = user
  if (state === null) return [on(text.made, user.createdDateTime)]
  if (state === 'PendingAcceptance')
    return [on(text.invitedUnknown, user.createdDateTime), words.invitedHint]
  const since = on(text.invitationNotKept, user.createdDateTime)
  return [since, changed === null ? text.acceptedSometime : on(text.states.accepted, changed)]
}

const cameIn = (words: Words, user: User, { invitation }: UserSummary): readonly ReactNode[] =>
  invitation === null
    ? withoutRecord(words, user)
    : [invitedIn(words.story, invitation), ...becameOf(words.story, invitation)]

const lastUse = (words: Words, user: User): ReactNode => {
  if (user.signInActivity === undefined) return words.user.notShown
  const at = user.signInActivity.lastSignInDateTime
  if (at !== null) return on(words.story.lastUsed, at)
  return user.externalUserState === 'PendingAcceptance'
    ? words.story.notCome
    : words.story.notRecorded
}

const disabledIn = (text: Text, disabled: NonNullable<UserSummary['disabled']>): ReactNode => {
  const { dateTime: at, byPolicy, by } = disabled
  if (at === null) return text.disabledSometime
  if (byPolicy) return on(text.disabledByPolicy, at)
  const who = named(by)
  return who === undefined ? on(text.disabledUnknown, at) : whoOn(text.disabled, who, at)
}

const disabledAtHome = (text: Text, user: User): ReactNode => {
  const since = user['guesthouse.homeDisabledDateTime'] ?? null
  return since === null ? text.homeDisabled : on(text.homeDisabledSince, since)
}

const standing = (text: Text, user: User, { disabled }: UserSummary): readonly ReactNode[] => {
  const homeGone = user['guesthouse.homeDeletedDateTime'] ?? null
  return [
    disabled === null ? text.enabled : disabledIn(text, disabled),
    ...(homeGone === null ? [] : [on(text.homeGone, homeGone)]),
    ...(user['guesthouse.homeAccountEnabled'] === false ? [disabledAtHome(text, user)] : []),
  ]
}

const Reach = ({ reach }: Pick<UserSummary, 'reach'>) => {
  const text = useWords().story
  const kinds = ['groups', 'applications', 'roles'] as const
  if (kinds.every((kind) => reach[kind] === 0)) return text.reachesNothing
  return (
    <Sentence
      say={text.reaches}
      parts={kinds.map((kind) => (
        <RouteLink key={kind} to={`?tab=${kind}`}>
          {text[kind](reach[kind])}
        </RouteLink>
      ))}
    />
  )
}

const Answering = ({ user }: { readonly user: User }) => {
  const text = useWords().story
  const sponsors = user['guesthouse.sponsors'] ?? []
  return sponsors.length === 0 ? (
    text.noSponsor
  ) : (
    <Sentence
      say={(who) => text.sponsors(sponsors.length, who)}
      parts={[<Several key="who" of={sponsors} />]}
    />
  )
}

const linesOf = (words: Words, user: User, summary: UserSummary): readonly Line[] => {
  const text = words.story
  const { invitation, reach } = summary
  const isGuest = user.userType === 'Guest'
  return [
    { name: text.came, said: cameIn(words, user, summary) },
    { name: text.why, said: invitation === null ? [] : [invitation.message ?? text.noMessage] },
    { name: text.answers, said: isGuest ? [<Answering key="who" user={user} />] : [] },
    { name: text.use, said: [lastUse(words, user)] },
    { name: text.reach, said: [<Reach key="reach" reach={reach} />] },
    { name: text.state, said: standing(text, user, summary) },
  ]
}

/** For those who may inspect users; others see the properties alone. */
export const UserStory = ({ user }: { readonly user: User }) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { allowed } = useMay('users.inspect')
  const { data, error } = useQuery({
    queryKey: [organizationId, 'user', user.id, 'summary'],
    queryFn: () => graph.users.summary(user.id),
    enabled: allowed,
  })
  if (!allowed) return null
  if (data === undefined) return error === null ? <Loading /> : <ProblemBar error={error} />
  return (
    <>
      <InShort lines={linesOf(words, user, data)} />
      <WhatEndsNext user={user} />
    </>
  )
}
