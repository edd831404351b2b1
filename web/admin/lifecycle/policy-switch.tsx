/** A policy turned on or off in the list. */
import { Badge, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import type { LifecyclePolicy } from '../../../src/wire/graph/lifecycle.ts'
import { useMay } from '../admin-context.tsx'
import { useWords } from '../words.tsx'
import { TurnOff, TurnOn } from './turn-policy.tsx'

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
