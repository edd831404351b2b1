/** Asks before a policy is turned on or off; on, only as it was looked at. */
import { Text } from '@fluentui/react-components'
import type { LifecyclePolicy } from '../../../src/wire/graph/lifecycle.ts'
import { simulatedDays } from '../../../src/wire/lifecycle.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin } from '../admin-context.tsx'
import { Question } from '../kit/question.tsx'
import { useWords } from '../words.tsx'
import { Counts } from './policy-trial.tsx'
import { policyOf, wishOf } from './policy-wish.ts'
import { useTrial, type Looked } from './use-trial.ts'

type Props = { readonly policy: LifecyclePolicy; readonly onClose: () => void }

export const TurnOff = ({ policy, onClose }: Props) => {
  const words = useWords().policy
  const { graph } = useAdmin()
  const { displayName: name, id } = policy
  return (
    <Question
      asked={{
        title: words.turnOffTitle(name),
        text: words.turnOffText,
        label: words.turnOff,
        said: words.isTurnedOff(name),
        run: () => graph.lifecycle.update(id, { isEnabled: false }),
      }}
      danger={false}
      onClose={onClose}
    />
  )
}

const Concerned = ({ looked }: { readonly looked: Looked }) => {
  const words = useWords().policy.trial
  const counts = looked.data?.pages[0]?.counts
  if (counts === undefined || counts === null)
    return looked.isPending ? <Loading /> : <ProblemBar error={looked.error} />
  return counts.told > 0 ? <Counts counts={counts} /> : <Text>{words.nobody}</Text>
}

/** Whom it would concern is shown first, and what was shown is what is turned on. */
export const TurnOn = ({ policy, onClose }: Props) => {
  const words = useWords().policy
  const { graph } = useAdmin()
  const { displayName: name, id } = policy
  const tried = { ...policyOf({ ...wishOf(policy), isEnabled: true }), id }
  const looked = useTrial(tried)
  const seen = looked.data?.pages[0]?.seen ?? ''
  const text = (
    <>
      <Text>{words.trial.hint(simulatedDays)}</Text>
      <Concerned looked={looked} />
    </>
  )
  const asked = {
    title: words.turnOnTitle(name),
    text,
    label: words.turnOn,
    said: words.isTurnedOn(name),
    run: () => graph.lifecycle.save({ ...tried, seen }),
    // Where others are concerned by now, they are shown.
    refused: () => void looked.refetch(),
  }
  const isShown = seen !== '' && !looked.isFetching
  return <Question asked={asked} danger={false} ready={isShown} onClose={onClose} />
}
