/** Asks whether an answer to one request, or to many, is meant, with a message to who asked. */
import { Field, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { GuestRequest, RequestAnswer } from '../../../src/client/graph.ts'
import { answerNotice } from '../../../src/client/kept-days.ts'
import { longestRequestMessage, needReason } from '../../../src/wire/graph/requests.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { useAdmin } from '../admin-context.tsx'
import { RestorePreviews } from '../deleted/restore-previews.tsx'
import { FirstFew } from '../kit/first-few.tsx'
import { useChange } from '../kit/use-change.ts'
import type { ManyOutcome } from '../many/many-outcome.tsx'
import { outcomeOfMany } from '../many/many-outcome-of.tsx'
import { useManyRun } from '../many/many-run.ts'
import { RunProgress } from '../many/run-progress.tsx'
import { useWords, type Words } from '../words.tsx'
import { nameOf } from './request-answer.ts'

type Props = {
  /** One at least. */
  readonly requests: readonly GuestRequest[]
  readonly answer: RequestAnswer
  readonly onDone?: (outcome: ManyOutcome) => void
  readonly onClose: () => void
}

const useAnswer = ({ requests, answer, onDone, onClose }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const notify = useNotify()
  const run = useManyRun()
  const [first] = requests
  const one = requests.length === 1 ? first : undefined
  const send = async (message: string | undefined): Promise<ManyOutcome> => {
    if (one !== undefined) {
      await graph.requests.answer(one.id, answer, message)
      return { done: 1, failed: [] }
    }
    const list = requests.map((request) => ({ id: request.id, name: nameOf(words, request) }))
    return outcomeOfMany(
      await run.start(
        async ({ requests: of }, ids) => (await of.answerMany(ids, answer, message)).value,
        list,
      ),
    )
  }
  const change = useChange(send, {
    done: (outcome) => {
      if (one !== undefined) notify(words.log.answered[answer](nameOf(words, one)))
      else if (outcome.done > 0) notify(words.asking.manyDone(outcome.done))
      onDone?.(outcome)
      onClose()
    },
  })
  return { change, run }
}

const titleOf = (words: Words, { requests, answer }: Props): string => {
  const [first] = requests
  return requests.length === 1 && first !== undefined
    ? words.log.answerTitles[answer](nameOf(words, first))
    : words.asking.manyTitles[answer](requests.length)
}

const textOf = ({ log }: Words, { requests, answer }: Props): string =>
  log.answerTexts[answer](requests.length, answerNotice.leastDays)

// Each of whom is restored is told with what comes back.
const Whom = ({ requests, answer }: Pick<Props, 'requests' | 'answer'>) => {
  const words = useWords()
  const naming = (one: GuestRequest): string =>
    `${nameOf(words, one)} (${one.user?.userPrincipalName ?? words.none})`
  if (answer === 'restore') {
    const users = requests.flatMap((one) =>
      one.user === null ? [] : [{ id: one.user.id, name: naming(one) }],
    )
    return <RestorePreviews users={users} />
  }
  return requests.length > 1 && <FirstFew of={requests} keyOf={({ id }) => id} render={naming} />
}

/** Mount it to open it. */
export const AnswerDialog = (props: Props) => {
  const words = useWords()
  const { requests, answer, onClose } = props
  const [message, setMessage] = useState('')
  const { change, run } = useAnswer(props)
  const text = message.trim()
  const needsReason = needReason.includes(answer)
  return (
    <ConfirmDialog
      open
      danger={answer === 'delete'}
      title={titleOf(words, props)}
      confirmLabel={words.log.answers[answer]}
      ready={!needsReason || text !== ''}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(text === '' ? undefined : text)}
      onClose={onClose}
    >
      <Text>{textOf(words, props)}</Text>
      <Whom requests={requests} answer={answer} />
      <Field
        label={needsReason ? words.log.answerReason : words.log.answerMessage}
        required={needsReason}
      >
        <Textarea
          value={message}
          maxLength={longestRequestMessage}
          rows={3}
          onChange={(_, data) => setMessage(data.value)}
        />
      </Field>
      <RunProgress run={run} all={requests.length} />
    </ConfirmDialog>
  )
}
