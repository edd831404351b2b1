/** What an organization asks for before a permanent deletion. */
import { Button, Field, SpinButton, Text } from '@fluentui/react-components'
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
import { useChange } from '../kit/use-change.ts'
import { useOrganization } from '../queries.ts'
import { useWords } from '../words.tsx'

type Wanted = { readonly protection: PurgeProtection; readonly hours: number }

const Setting = ({ organization }: { readonly organization: Organization }) => {
  const all = useWords()
  const words = all.protection
  const { graph } = useAdmin()
  const { allowed, reason } = useMay('organization.write')
  const [chosen, setChosen] = useState<Wanted>({
    protection: organization['guesthouse.purgeProtection'],
    hours: organization['guesthouse.purgeWaitingHours'],
  })
  const change = useChange<Wanted, ProtectionOutcome>(
    ({ protection, hours }) => graph.deleted.protectPurges(protection, hours),
    { said: ({ outcome }) => words.saved[outcome] },
  )
  const isRight = chosen.hours >= bounds.least && chosen.hours <= bounds.most
  const set = (hours: number) => setChosen({ ...chosen, hours })
  return (
    <>
      <Choice
        label={words.question}
        {...(allowed ? {} : { hint: reason })}
        value={chosen.protection}
        options={words.choices}
        disabled={!allowed || change.isPending}
        onChange={(protection) => setChosen({ ...chosen, protection })}
      />
      {chosen.protection === 'waiting' && (
        <Field
          label={words.hours}
          {...(isRight
            ? {}
            : { validationMessage: all.form.notBetween(bounds.least, bounds.most) })}
        >
          <SpinButton
            value={Number.isNaN(chosen.hours) ? null : chosen.hours}
            min={bounds.least}
            max={bounds.most}
            incrementButton={{ 'aria-label': all.form.increase }}
            decrementButton={{ 'aria-label': all.form.decrease }}
            disabled={!allowed}
            onChange={(_, data) => set(data.value ?? Number.parseInt(data.displayValue ?? '', 10))}
          />
        </Field>
      )}
      <Text>{words.hint}</Text>
      <ProblemBar error={change.error} />
      <div>
        <Button
          appearance="primary"
          disabledFocusable={!allowed || !isRight || change.isPending}
          onClick={() => change.mutate(chosen)}
        >
          {words.save}
        </Button>
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
