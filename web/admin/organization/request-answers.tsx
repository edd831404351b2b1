/** Answering a request: one button for each answer, each asks before it does anything. */
import { Field, makeStyles, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { longestRequestMessage } from '../../../src/wire/graph/requests.ts'
import type { Action, GuestRequest, RequestAnswer } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { MayButton } from '../kit/may.tsx'
import { RestoreDialog } from '../deleted/restore-dialog.tsx'
import type { RestoredUser } from '../deleted/restore-report-dialog.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '4px' } })

/** What an answer does to the user needs its own permission, beside that for answering. */
const needed: Readonly<Record<RequestAnswer, Action>> = {
  enable: 'users.disable',
  delete: 'users.delete',
  restore: 'users.restore',
  decline: 'requests.answer',
  hold: 'requests.answer',
  release: 'requests.answer',
}

const needsReason = (answer: RequestAnswer): boolean => answer === 'decline' || answer === 'hold'

const answersOf = ({ kind, user, isHeld }: GuestRequest): readonly RequestAnswer[] => {
  if (kind === 'restore') return ['restore', 'decline']
  const rest = ['delete', 'decline', isHeld === true ? 'release' : 'hold'] as const
  return user?.accountEnabled === false ? ['enable', ...rest] : rest
}

const nameOf = (words: Words, { user }: GuestRequest): string =>
  user?.displayName ?? words.erased(user?.id ?? '')

type AnswerProps = {
  readonly request: GuestRequest
  readonly answer: RequestAnswer
  readonly onClick: () => void
}

const AnswerButton = ({ request, answer, onClick }: AnswerProps) => {
  const words = useWords()
  const { allowed, reason } = useMay(needed[answer])
  return (
    <MayButton
      action="requests.answer"
      blocked={allowed ? undefined : reason}
      size="small"
      aria-label={words.log.answerNamed[answer](nameOf(words, request))}
      onClick={onClick}
    >
      {words.log.answers[answer]}
    </MayButton>
  )
}

type DialogProps = {
  readonly request: GuestRequest
  readonly answer: RequestAnswer
  readonly onClose: () => void
}

/** Asks whether this answer is meant, with a message to who asked. Mount it to open it. */
const AnswerDialog = ({ request, answer, onClose }: DialogProps) => {
  const words = useWords()
  const { graph } = useAdmin()
  const [message, setMessage] = useState('')
  const name = nameOf(words, request)
  const change = useChange<void, unknown>(
    () => graph.requests.answer(request.id, answer, message.trim() || undefined),
    { said: words.log.answered[answer](name), done: onClose },
  )
  return (
    <ConfirmDialog
      open
      danger={answer === 'delete'}
      title={words.log.answerTitles[answer](name)}
      confirmLabel={words.log.answers[answer]}
      ready={!needsReason(answer) || message.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    >
      {words.log.answerTexts[answer]}
      <Field
        label={needsReason(answer) ? words.log.answerReason : words.log.answerMessage}
        required={needsReason(answer)}
      >
        <Textarea
          value={message}
          maxLength={longestRequestMessage}
          rows={3}
          onChange={(_, data) => setMessage(data.value)}
        />
      </Field>
    </ConfirmDialog>
  )
}

type Props = {
  readonly request: GuestRequest
  readonly onRestored: (restored: RestoredUser) => void
}

export const RequestAnswers = ({ request, onRestored }: Props) => {
  const words = useWords()
  const styles = useStyles()
  const [asked, setAsked] = useState<RequestAnswer>()
  const close = () => setAsked(undefined)
  const { user } = request
  return (
    <div className={styles.row}>
      {answersOf(request).map((answer) => (
        <AnswerButton
          key={answer}
          request={request}
          answer={answer}
          onClick={() => setAsked(answer)}
        />
      ))}
      {asked === 'restore' && user !== null && (
        <RestoreDialog
          user={{ id: user.id, displayName: nameOf(words, request) }}
          onClose={close}
          onRestored={(report) => {
            close()
            onRestored({ id: user.id, name: nameOf(words, request), report })
          }}
        />
      )}
      {asked !== undefined && asked !== 'restore' && (
        <AnswerDialog request={request} answer={asked} onClose={close} />
      )}
    </div>
  )
}
