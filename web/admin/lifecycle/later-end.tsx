/** The choice of a later end date of a guest (R133). */
import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useSpeech } from '../../ui/words.tsx'
import { useWords } from '../words.tsx'

/** How far an end date can be moved with one choice, in days from now. */
const prolongings = [90, 180, 365]

const inDays = (days: number): Date => {
  const at = new Date()
  at.setUTCDate(at.getUTCDate() + days)
  return at
}

/** The days that can be chosen instead of an end date. */
const laterThan = (endsAt: string): readonly string[] =>
  prolongings
    .map(inDays)
    .filter((at) => at > new Date(endsAt))
    .map((at) => at.toISOString())

type EndProps = {
  readonly endsAt: string
  readonly until: string
  readonly onChange: (until: string) => void
}

export const EndDate = ({ endsAt, until, onChange }: EndProps) => {
  const words = useWords().policy.next
  const speech = useSpeech()
  const [later] = useState(() => laterThan(endsAt))
  return (
    <Field label={words.endDate}>
      <Select value={until} onChange={(_, { value }) => onChange(value)}>
        <option value="">{words.stays(speech.date(endsAt))}</option>
        {later.map((at) => (
          <option key={at} value={at}>
            {speech.date(at)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
