/** A day that a list is narrowed by. */
import { Field, Input } from '@fluentui/react-components'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}

export const DayField = ({ label, value, onChange }: Props) => (
  <Field label={label}>
    <Input type="date" value={value} onChange={(_, data) => onChange(data.value)} />
  </Field>
)
