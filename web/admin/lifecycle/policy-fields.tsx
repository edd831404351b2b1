/** The fields of a policy: for whom, which rules, and what happens. */
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { lifecyclePolicy } from '../../../src/wire/graph/lifecycle.ts'
import { leastGraceDays } from '../../../src/wire/lifecycle.ts'
import { useMay } from '../admin-context.tsx'
import { CheckField, ChoiceField, SwitchField } from '../form/choice-fields.tsx'
import { DescriptionField } from '../form/description-field.tsx'
import { NumberField } from '../form/number-field.tsx'
import { PickedById } from '../form/picked-by-id.tsx'
import { TextField } from '../form/text-field.tsx'
import type { SentForm } from '../form/use-sent-form.ts'
import { useWords } from '../words.tsx'
import type { Wish } from './policy-wish.ts'

const of = lifecyclePolicy.properties

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    border: 0,
    minInlineSize: 0,
  },
  legend: { padding: 0, marginBlockEnd: tokens.spacingVerticalS },
})

type Props = { readonly form: SentForm<Wish, unknown> }

const Part = ({
  title,
  hint,
  children,
}: {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}) => {
  const styles = useStyles()
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>
        <Text weight="semibold">{title}</Text>
      </legend>
      {hint !== undefined && <Text>{hint}</Text>}
      {children}
    </fieldset>
  )
}

const useCommon = ({ control }: Props['form']) => {
  const { allowed } = useMay('organization.write')
  return { control, disabled: !allowed }
}

const About = ({ form }: Props) => {
  const words = useWords().policy
  const common = useCommon(form)
  return (
    <>
      <TextField {...common} name="displayName" of={of.displayName} label={words.name} />
      <DescriptionField {...common} name="description" of={of.description} />
      <SwitchField {...common} name="isEnabled" label={words.isOn} hint={words.offHint} />
      <NumberField
        {...common}
        name="priority"
        of={of.priority}
        label={words.order}
        hint={words.orderHint}
      />
    </>
  )
}

const ForWhom = ({ form }: Props) => {
  const words = useWords().policy
  const pick = (name: 'groupId' | 'exceptGroupId') => (id: string | undefined) =>
    form.setValue(name, id ?? '', { shouldDirty: true })
  const groups = { kinds: ['group'] as const }
  const idOf = (name: 'groupId' | 'exceptGroupId') => form.watch(name) || undefined
  return (
    <>
      <ChoiceField {...useCommon(form)} name="who" label={words.forWhom} options={words.who} />
      {form.watch('who') === 'group' && (
        <PickedById {...groups} label={words.group} id={idOf('groupId')} onPick={pick('groupId')} />
      )}
      <PickedById
        {...groups}
        label={words.exceptGroup}
        id={idOf('exceptGroupId')}
        onPick={pick('exceptGroupId')}
      />
    </>
  )
}

const days = ['inactive', 'attestation', 'redemption'] as const

const Rules = ({ form }: Props) => {
  const words = useWords().policy
  const common = useCommon(form)
  return (
    <Part title={words.rules} hint={words.rulesHint}>
      {days.map((rule) => (
        <div key={rule}>
          <CheckField {...common} name={rule} label={words[rule]} />
          {form.watch(rule) && (
            <NumberField
              {...common}
              name={`${rule}Days`}
              of={of[`guesthouse.${rule}Days`]}
              label={words[`${rule}Days`]}
            />
          )}
        </div>
      ))}
      <CheckField {...common} name="needsSponsor" label={words.needsSponsor} />
    </Part>
  )
}

const Ending = ({ form }: Props) => {
  const words = useWords().policy
  const common = useCommon(form)
  return (
    <Part title={words.ending}>
      <NumberField
        {...common}
        name="graceDays"
        of={{ ...of.gracePeriodInDays, least: leastGraceDays[form.watch('action')] }}
        label={words.graceDays}
        hint={words.graceHint}
      />
      <ChoiceField {...common} name="action" label={words.action} options={words.actions} />
      {form.watch('action') === 'disableThenDelete' && (
        <NumberField
          {...common}
          name="deletionDays"
          of={of['guesthouse.deletionDays']}
          label={words.deletionDays}
        />
      )}
    </Part>
  )
}

export const PolicyFields = ({ form }: Props) => (
  <>
    <About form={form} />
    <ForWhom form={form} />
    <Rules form={form} />
    <Ending form={form} />
  </>
)
