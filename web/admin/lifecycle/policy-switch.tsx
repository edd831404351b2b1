/** A policy turned on or off in the list; on, only as it was looked at. */
import { Badge, Switch, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { LifecyclePolicy } from '../../../src/wire/graph/lifecycle.ts'
import { simulatedDays } from '../../../src/wire/lifecycle.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { Question } from '../kit/question.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'
import { Counts } from './policy-trial.tsx'
import { policyOf, wishOf } from './policy-wish.ts'
import { useTrial, type Looked } from './use-trial.ts'

type Props = { readonly policy: LifecyclePolicy; readonly onClose: () => void }

const TurnOff = ({ policy, onClose }: Props) => {
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
  if (counts === undefined || counts === null) return looked.isPending ? <Loading /> : null
  return counts.told > 0 ? <Counts counts={counts} /> : <Text>{words.nobody}</Text>
}

/** Whom it would concern is shown first, and what was shown is what is turned on. */
const TurnOn = ({ policy, onClose }: Props) => {
  const words = useWords().policy
  const { graph } = useAdmin()
  const { displayName: name, id } = policy
  const tried = { ...policyOf({ ...wishOf(policy), isEnabled: true }), id }
  const looked = useTrial(tried)
  const seen = looked.data?.pages[0]?.seen ?? ''
  const change = useChange<void, unknown>(() => graph.lifecycle.save({ ...tried, seen }), {
    said: words.isTurnedOn(name),
    done: onClose,
  })
  // Others are concerned by now: they are shown.
  const turn = () => change.mutate(undefined, { onError: () => void looked.refetch() })
  return (
    <ConfirmDialog
      open
      title={words.turnOnTitle(name)}
      confirmLabel={words.turnOn}
      ready={seen !== '' && !looked.isFetching}
      busy={change.isPending}
      error={change.error ?? looked.error}
      onConfirm={turn}
      onClose={onClose}
    >
      <Text>{words.trial.hint(simulatedDays)}</Text>
      <Concerned looked={looked} />
    </ConfirmDialog>
  )
}

/** Whether it is on; to be turned by those who may. */
export const PolicySwitch = ({ policy }: { readonly policy: LifecyclePolicy }) => {
  const words = useWords().policy
  const { allowed } = useMay('organization.write')
  const [asking, setAsking] = useState(false)
  const { isEnabled, displayName } = policy
  const close = () => setAsking(false)
  if (policy['guesthouse.groupGoneDateTime'] !== null)
    return (
      <Badge appearance="tint" color="danger">
        {words.groupGone}
      </Badge>
    )
  return (
    <>
      <Switch
        label={isEnabled ? words.on : words.off}
        aria-label={words.switch(displayName)}
        checked={isEnabled}
        disabled={!allowed}
        onChange={() => setAsking(true)}
      />
      {asking && isEnabled && <TurnOff policy={policy} onClose={close} />}
      {asking && !isEnabled && <TurnOn policy={policy} onClose={close} />}
    </>
  )
}
