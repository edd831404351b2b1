/** What ends a guest by itself, step by step, if nothing happens (R133–R135). */
import { managingInvitations } from '../../../src/wire/actions.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { User } from '../../../src/client/graph.ts'
import type { UserLifecycle } from '../../../src/wire/graph/lifecycle.ts'
import { whyItComes } from '../../../src/words/why-it-comes.ts'
import { Card } from '../../ui/card.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { RouteLink } from '../kit/route-link.tsx'
import { useWords } from '../words.tsx'
import { KeepGuest, type KeepProps } from './keep-guest.tsx'

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
  },
  why: { display: 'block', color: tokens.colorNeutralForeground3 },
})

const Steps = ({ comes }: Pick<UserLifecycle, 'comes'>) => {
  const words = useWords().policy.next
  const styles = useStyles()
  return (
    <ol className={styles.steps}>
      {comes.map(({ step, why, already, dateTime }) => (
        <li key={`${step} ${why}`}>
          <strong>
            <When at={dateTime} />
          </strong>{' '}
          {words.steps[step]}
          <Text size={200} className={styles.why}>
            {whyItComes(words.coming, { why, already })}
          </Text>
        </li>
      ))}
    </ol>
  )
}

const SendAgain = () => {
  const { sendAgain } = useWords().policy.next.coming
  const { organizationId } = useAdmin()
  const { allowed } = useMay(managingInvitations)
  return allowed && <RouteLink to={`/${organizationId}/invitations`}>{sendAgain}</RouteLink>
}

const Coming = ({ guest, coming }: KeepProps) => {
  const words = useWords().policy.next
  const { comes, policy, disabledByPolicy } = coming
  return (
    <>
      {disabledByPolicy && <Text>{words.disabledByPolicy}</Text>}
      {comes.length > 0 && <Steps comes={comes} />}
      {comes.length === 0 && !disabledByPolicy && <Text>{words.nothing}</Text>}
      {policy !== null && <Text size={200}>{words.by(policy.displayName)}</Text>}
      {guest.externalUserState === 'PendingAcceptance' && comes.length > 0 && <SendAgain />}
      <KeepGuest guest={guest} coming={coming} />
    </>
  )
}

/** Of a guest, for those who may inspect; members end by nothing of this. */
export const WhatEndsNext = ({
  user,
}: {
  readonly user: Pick<User, 'id' | 'displayName' | 'userType' | 'externalUserState'>
}) => {
  const words = useWords().policy.next
  const { graph, organizationId } = useAdmin()
  const { allowed } = useMay('users.inspect')
  const isAsked = allowed && user.userType === 'Guest'
  const { data, error } = useQuery({
    queryKey: [organizationId, 'user', user.id, 'lifecycle'],
    queryFn: () => graph.lifecycle.ofUser(user.id),
    enabled: isAsked,
  })
  if (!isAsked || (data === undefined && error === null)) return null
  return (
    <Card title={words.title}>
      <ProblemBar error={error} />
      {data !== undefined && <Coming guest={user} coming={data} />}
    </Card>
  )
}
