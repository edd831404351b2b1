/** The choice of a later end date of a guest (R133). */
import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { laterEnds } from '../../../src/wire/lifecycle.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useWords } from '../words.tsx'

type EndProps = {
  readonly endsAt: string
  readonly until: string
  readonly onChange: (until: string) => void
}

export const EndDate = ({ endsAt, until, onChange }: EndProps) => {
  const words = useWords().policy.next
  const speech = useSpeech()
  const [later] = useState(() => laterEnds(endsAt, new Date()))
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
