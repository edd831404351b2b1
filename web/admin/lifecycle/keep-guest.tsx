/** An administrator says that a guest is still needed, and moves the end date on (R133, R136). */
import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { User } from '../../../src/client/graph.ts'
import type { UserLifecycle } from '../../../src/wire/graph/lifecycle.ts'
import { onceKept } from '../../../src/words/why-it-comes.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { MayButton } from '../kit/may.tsx'
import { Question } from '../kit/question.tsx'
import { useWords } from '../words.tsx'
import { EndDate } from './later-end.tsx'

type Guest = Pick<User, 'id' | 'displayName' | 'externalUserState'>

type DialogProps = {
  readonly guest: Guest
  readonly coming: UserLifecycle
  readonly onClose: () => void
}

const KeepDialog = ({ guest: { id, displayName }, coming, onClose }: DialogProps) => {
  const words = useWords().policy.next
  const { graph } = useAdmin()
  const speech = useSpeech()
  const { endDateTime: endsAt } = coming
  const sentences = onceKept(coming, {
    words: words.coming,
    stops: words.coming.stops,
    on: ({ dateTime }) => speech.date(dateTime),
  })
  const [until, setUntil] = useState('')
  const run = () =>
    graph.lifecycle.attest(id, until === '' ? {} : { 'guesthouse.endDateTime': until })
  const text = (
    <>
      <Text>{words.keepText}</Text>
      <Text>{sentences.join(' ')}</Text>
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
  return <Question asked={asked} danger={false} isChanged={until !== ''} onClose={onClose} />
}

export type KeepProps = { readonly guest: Guest; readonly coming: UserLifecycle }

/** When it was said last, and the button that says it. */
export const KeepGuest = ({ guest, coming }: KeepProps) => {
  const words = useWords().policy.next
  const speech = useSpeech()
  const [asking, setAsking] = useState(false)
  const { lastAttestedDateTime: at } = coming
  return (
    <>
      <Text size={200}>{at === null ? words.notConfirmed : words.confirmed(speech.date(at))}</Text>
      <div>
        <MayButton action="users.update" onClick={() => setAsking(true)}>
          {words.keep}
        </MayButton>
      </div>
      {asking && <KeepDialog guest={guest} coming={coming} onClose={() => setAsking(false)} />}
    </>
  )
}
