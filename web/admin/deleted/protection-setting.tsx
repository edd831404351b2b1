/** What an organization asks for before a permanent deletion. */
import { Field, SpinButton, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Organization, ProtectionOutcome } from '../../../src/client/graph.ts'
import {
  waitingHours as bounds,
  type PurgeProtection,
} from '../../../src/wire/graph/purge-protection.ts'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { useUnsaved } from '../form/unsaved.tsx'
import { MayButton } from '../kit/may.tsx'
import { useChange } from '../kit/use-change.ts'
import { useOrganization } from '../queries.ts'
import { useWords } from '../words.tsx'

type Wanted = { readonly protection: PurgeProtection; readonly hours: number }

const isPossible = (hours: number): boolean => hours >= bounds.least && hours <= bounds.most

type HoursProps = {
  readonly hours: number
  readonly disabled: boolean
  readonly onChange: (hours: number) => void
}

const Hours = ({ hours, disabled, onChange }: HoursProps) => {
  const { form, protection } = useWords()
  const wrong = isPossible(hours) ? undefined : form.between(bounds.least, bounds.most)
  return (
    <Field label={protection.hours} {...(wrong === undefined ? {} : { validationMessage: wrong })}>
      <SpinButton
        value={Number.isNaN(hours) ? null : hours}
        min={bounds.least}
        max={bounds.most}
        incrementButton={{ 'aria-label': form.increase }}
        decrementButton={{ 'aria-label': form.decrease }}
        disabled={disabled}
        onChange={(_, data) => onChange(data.value ?? Number.parseInt(data.displayValue ?? '', 10))}
      />
    </Field>
  )
}

// What waits for another administrator is sent, though it is not what stands yet.
const Setting = ({ organization }: { readonly organization: Organization }) => {
  const { protection: words, form, save } = useWords()
  const { graph } = useAdmin()
  const { allowed, reason } = useMay('organization.write')
  const begins: Wanted = {
    protection: organization['guesthouse.purgeProtection'],
    hours: organization['guesthouse.purgeWaitingHours'],
  }
  const [chosen, setChosen] = useState(begins)
  const isChanged = chosen.protection !== begins.protection || chosen.hours !== begins.hours
  const change = useChange<Wanted, ProtectionOutcome>(
    ({ protection, hours }) => graph.deleted.protectPurges(protection, hours),
    { said: ({ outcome }) => words.saved[outcome] },
  )
  const disabled = !allowed || change.isPending
  useUnsaved(isChanged && !(change.isSuccess && change.variables === chosen))
  return (
    <>
      <Choice
        label={words.question}
        {...(allowed ? {} : { hint: reason })}
        value={chosen.protection}
        options={words.choices}
        disabled={disabled}
        onChange={(protection) => setChosen({ ...chosen, protection })}
      />
      {chosen.protection === 'waiting' && (
        <Hours
          hours={chosen.hours}
          disabled={disabled}
          onChange={(hours) => setChosen({ ...chosen, hours })}
        />
      )}
      <Text>{words.hint}</Text>
      <ProblemBar error={change.error} />
      <div>
        <MayButton
          action="organization.write"
          appearance="primary"
          disabled={!isPossible(chosen.hours)}
          busy={change.isPending}
          blocked={isChanged ? undefined : form.unchanged}
          onClick={() => change.mutate(chosen)}
        >
          {save}
        </MayButton>
      </div>
    </>
  )
}

export const ProtectionSetting = () => {
  const words = useWords().protection
  const { data, error } = useOrganization()
  return (
    <Card title={words.setting}>
      <ProblemBar error={error} />
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        // What was approved meanwhile is what stands here.
        <Setting
          key={`${data['guesthouse.purgeProtection']} ${data['guesthouse.purgeWaitingHours']}`}
          organization={data}
        />
      )}
    </Card>
  )
}
