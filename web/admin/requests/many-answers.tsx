/** Answering the requests that are ticked, all alike, and what became of each. */
import { useState } from 'react'
import type { GuestRequest, RequestAnswer } from '../../../src/client/graph.ts'
import { answers } from '../../../src/wire/graph/requests.ts'
import { useMay } from '../admin-context.tsx'
import { Bar } from '../kit/bar.tsx'
import { MayButton } from '../kit/may.tsx'
import { ManyOutcomeBar, type ManyOutcome } from '../many/many-outcome.tsx'
import { useWords, type Words } from '../words.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { answersOf, needed, ownAnswer } from './request-answer.ts'

/** Why they cannot be answered so; undefined when they can. */
const blockOf = (
  words: Words,
  ticked: readonly GuestRequest[],
  answer: RequestAnswer,
): string | undefined => {
  if (ticked.length === 0) return words.asking.tickSome
  if (!ticked.every((one) => answersOf(one).includes(answer))) return words.asking.notForAll
  return ticked.map((one) => ownAnswer(words, one, answer)).find((why) => why !== undefined)
}

type ToolProps = {
  readonly ticked: readonly GuestRequest[]
  readonly answer: RequestAnswer
  readonly onClick: () => void
}

const Tool = ({ ticked, answer, onClick }: ToolProps) => {
  const words = useWords()
  const { allowed, reason } = useMay(needed[answer])
  return (
    <MayButton
      action="requests.answer"
      blocked={allowed ? blockOf(words, ticked, answer) : reason}
      aria-label={words.asking.answerTicked[answer]}
      onClick={onClick}
    >
      {words.log.answers[answer]}
    </MayButton>
  )
}

type Props = {
  readonly ticked: readonly GuestRequest[]
  /** Nothing is to be ticked any more. */
  readonly onDone: () => void
}

export const ManyAnswers = ({ ticked, onDone }: Props) => {
  const words = useWords().asking
  const [asked, setAsked] = useState<RequestAnswer>()
  const [outcome, setOutcome] = useState<ManyOutcome>()
  return (
    <>
      <ManyOutcomeBar
        outcome={outcome}
        sentence={words.manyPartly}
        onClose={() => setOutcome(undefined)}
      />
      <Bar label={words.tools}>
        {answers.map((answer) => (
          <Tool
            key={answer}
            ticked={ticked}
            answer={answer}
            onClick={() => {
              setOutcome(undefined)
              setAsked(answer)
            }}
          />
        ))}
      </Bar>
      {asked !== undefined && (
        <AnswerDialog
          requests={ticked}
          answer={asked}
          onDone={(result) => {
            setOutcome(result)
            onDone()
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}
