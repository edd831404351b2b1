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
}

const answersOf = ({ kind, user }: GuestRequest): readonly RequestAnswer[] => {
  if (kind === 'restore') return ['restore', 'decline']
  return user?.accountEnabled === false ? ['enable', 'delete', 'decline'] : ['delete', 'decline']
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

type Props = {
  readonly request: GuestRequest
  readonly onRestored: (restored: RestoredUser) => void
}

export const RequestAnswers = ({ request, onRestored }: Props) => {
  const words = useWords()
  const styles = useStyles()
  const { graph } = useAdmin()
  const [asked, setAsked] = useState<RequestAnswer>()
  const [message, setMessage] = useState('')
  const name = nameOf(words, request)
  const change = useChange(
    (answer: RequestAnswer) =>
      graph.requests.answer(request.id, answer, message.trim() === '' ? undefined : message.trim()),
    {
      said: (_, answer) => words.log.answered[answer](name),
      done: () => setAsked(undefined),
    },
  )
  return (
    <div className={styles.row}>
      {answersOf(request).map((answer) => (
        <AnswerButton
          key={answer}
          request={request}
          answer={answer}
          onClick={() => {
            change.reset()
            setAsked(answer)
          }}
        />
      ))}
      {asked === 'restore' && request.user !== null && (
        <RestoreDialog
          user={{ id: request.user.id, displayName: name }}
          onClose={() => setAsked(undefined)}
          onRestored={(report) => {
            setAsked(undefined)
            onRestored({ id: request.user?.id ?? '', name, report })
          }}
        />
      )}
      <ConfirmDialog
        open={asked !== undefined && asked !== 'restore'}
        danger={asked === 'delete'}
        title={asked === undefined ? '' : words.log.answerTitles[asked](name)}
        confirmLabel={asked === undefined ? '' : words.log.answers[asked]}
        busy={change.isPending}
        error={change.error}
        onConfirm={() => asked !== undefined && change.mutate(asked)}
        onClose={() => setAsked(undefined)}
      >
        {asked === undefined ? '' : words.log.answerTexts[asked]}
        <Field label={words.log.answerMessage}>
          <Textarea
            value={message}
            maxLength={longestRequestMessage}
            rows={3}
            onChange={(_, data) => setMessage(data.value)}
          />
        </Field>
      </ConfirmDialog>
    </div>
  )
}
