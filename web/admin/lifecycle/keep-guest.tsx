/** An administrator says that a guest is still needed, and moves the end date on (R133, R136). */
import { Field, Select, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { User } from '../../../src/client/graph.ts'
import type { UserLifecycle } from '../../../src/wire/graph/lifecycle.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { MayButton } from '../kit/may.tsx'
import { Question } from '../kit/question.tsx'
import { useWords } from '../words.tsx'

type Guest = Pick<User, 'id' | 'displayName'>

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

const EndDate = ({ endsAt, until, onChange }: EndProps) => {
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

type DialogProps = {
  readonly guest: Guest
  readonly endsAt: string | null
  readonly onClose: () => void
}

const KeepDialog = ({ guest: { id, displayName }, endsAt, onClose }: DialogProps) => {
  const words = useWords().policy.next
  const { graph } = useAdmin()
  const [until, setUntil] = useState('')
  const run = async (): Promise<void> => {
    if (until !== '') await graph.users.update(id, { 'guesthouse.endDateTime': until })
    await graph.lifecycle.attest(id)
  }
  const text = (
    <>
      <Text>{words.keepText}</Text>
      {endsAt !== null && <EndDate endsAt={endsAt} until={until} onChange={setUntil} />}
    </>
  )
  const asked = {
    title: words.keepTitle(displayName),
    text,
    label: words.keep,
    said: words.kept(displayName),
    run,
  }
  return <Question asked={asked} danger={false} onClose={onClose} />
}

type Props = { readonly guest: Guest; readonly coming: UserLifecycle }

/** When it was said last, and the button that says it. */
export const KeepGuest = ({ guest, coming }: Props) => {
  const words = useWords().policy.next
  const speech = useSpeech()
  const [asking, setAsking] = useState(false)
  const { lastAttestedDateTime: at, endDateTime: endsAt } = coming
  return (
    <>
      <Text size={200}>{at === null ? words.notConfirmed : words.confirmed(speech.date(at))}</Text>
      <div>
        <MayButton action="users.update" onClick={() => setAsking(true)}>
          {words.keep}
        </MayButton>
      </div>
      {asking && <KeepDialog guest={guest} endsAt={endsAt} onClose={() => setAsking(false)} />}
    </>
  )
}
