/** Answering one request: a button for each answer, each asks before it does anything. */
import { makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { GuestRequest, RequestAnswer } from '../../../src/client/graph.ts'
import { useMay } from '../admin-context.tsx'
import { RestoreDialog } from '../deleted/restore-dialog.tsx'
import type { RestoredUser } from '../deleted/restore-report-dialog.tsx'
import { MayButton } from '../kit/may.tsx'
import { useWords } from '../words.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { answersOf, nameOf, needed, ownAnswer } from './request-answer.ts'

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '4px' } })

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
      blocked={allowed ? ownAnswer(words, request, answer) : reason}
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
  const [asked, setAsked] = useState<RequestAnswer>()
  const close = () => setAsked(undefined)
  const { user } = request
  const answers = answersOf(request)
  if (answers.length === 0) return words.none
  return (
    <div className={styles.row}>
      {answers.map((answer) => (
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
        <AnswerDialog requests={[request]} answer={asked} onClose={close} />
      )}
    </div>
  )
}
