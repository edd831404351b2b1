/** Asks whether an answer to one request, or to many, is meant, with a message to who asked. */
import { Field, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { GuestRequest, LeftOfUser, RequestAnswer } from '../../../src/client/graph.ts'
import { answerNotice } from '../../../src/client/kept-days.ts'
import { longestRequestMessage, needReason } from '../../../src/wire/graph/requests.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { useAdmin } from '../admin-context.tsx'
import { leftOf, linksOf, type Choosing, type Left } from '../deleted/choice.ts'
import { RestorePreviews } from '../deleted/restore-previews.tsx'
import { useUnsaved } from '../form/unsaved.tsx'
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

/** What is chosen to be left out of each, by its request. */
const leftOfRequests = (requests: readonly GuestRequest[], left: Left<LeftOfUser>) =>
  requests.flatMap(({ id, user }) =>
    leftOf(left, user === null ? [] : [user.id]).map((name) => ({ ...name, of: id })),
  )

const useAnswer = ({ requests, answer, onDone, onClose }: Props, left: Left<LeftOfUser>) => {
  const words = useWords()
  const { graph } = useAdmin()
  const notify = useNotify()
  const run = useManyRun()
  const [first] = requests
  const one = requests.length === 1 ? first : undefined
  const send = async (message: string | undefined): Promise<ManyOutcome> => {
    const more = (of: readonly GuestRequest[]) => ({
      ...(message === undefined ? {} : { message }),
      leaveOut: leftOfRequests(of, left),
    })
    if (one !== undefined) {
      const said = more([one])
      await graph.requests.answer(one.id, answer, { ...said, leaveOut: linksOf(said.leaveOut) })
      return { done: 1, failed: [] }
    }
    const list = requests.map((request) => ({ id: request.id, name: nameOf(words, request) }))
    return outcomeOfMany(
      await run.start(async ({ requests: of }, ids) => {
        const these = requests.filter(({ id }) => ids.includes(id))
        return (await of.answerMany(ids, answer, more(these))).value
      }, list),
    )
  }
  const change = useChange(send, {
    done: (outcome) => {
      if (one !== undefined) notify(words.log.answered[answer](nameOf(words, one)))
      else if (outcome.failed.length === 0) notify(words.asking.manyDone(outcome.done))
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
type WhomProps = Pick<Props, 'requests' | 'answer'> & { readonly choice: Choosing<LeftOfUser> }

const Whom = ({ requests, answer, choice }: WhomProps) => {
  const words = useWords()
  const naming = (one: GuestRequest): string =>
    `${nameOf(words, one)} (${one.user?.userPrincipalName ?? words.none})`
  if (answer === 'restore') {
    const users = requests.flatMap((one) =>
      one.user === null ? [] : [{ id: one.user.id, name: naming(one) }],
    )
    return <RestorePreviews users={users} choice={choice} />
  }
  return requests.length > 1 && <FirstFew of={requests} keyOf={({ id }) => id} render={naming} />
}

/** Mount it to open it. */
export const AnswerDialog = (props: Props) => {
  const words = useWords()
  const { requests, answer, onClose } = props
  const [message, setMessage] = useState('')
  const [left, onLeft] = useState<Left<LeftOfUser>>(new Map())
  const { change, run } = useAnswer(props, left)
  const text = message.trim()
  const needsReason = needReason.includes(answer)
  useUnsaved(text !== '')
  return (
    <ConfirmDialog
      open
      danger={answer === 'delete'}
      title={titleOf(words, props)}
      confirmLabel={words.log.answers[answer]}
      ready={!needsReason || text !== ''}
      busy={change.isPending}
      isChanged={text !== '' || left.size > 0}
      error={change.error}
      onConfirm={() => change.mutate(text === '' ? undefined : text)}
      onClose={onClose}
    >
      <Text>{textOf(words, props)}</Text>
      <Whom requests={requests} answer={answer} choice={{ left, onLeft }} />
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
