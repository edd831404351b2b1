/** One of a few: each with its words, all in sight. */
import { Field, Radio, RadioGroup } from '@fluentui/react-components'

export const Choice = <T extends string>({
  label,
  hint,
  value,
  options,
  disabled,
  onChange,
}: {
  label: string
  hint?: string
  value: T
  options: Readonly<Record<T, string>>
  disabled: boolean
  onChange: (value: T) => void
}) => (
  <Field label={label} {...(hint === undefined ? {} : { hint })}>
    <RadioGroup value={value} disabled={disabled} onChange={(_, data) => onChange(data.value as T)}>
      {(Object.keys(options) as T[]).map((one) => (
        <Radio key={one} value={one} label={options[one]} />
      ))}
    </RadioGroup>
  </Field>
)
