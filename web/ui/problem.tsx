/** What went wrong, what to do next, and the request id to quote. */
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Problem } from '../../src/client/problem.ts'
import type { ProblemCode, ProblemWords } from '../../src/words/problems.ts'
import { useProblemWords, useShellWords } from './words.tsx'

const useStyles = makeStyles({
  list: { marginBlock: '4px', paddingInlineStart: '20px' },
  quote: {
    display: 'block',
    marginBlockStart: '4px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  body: { paddingBlock: '8px', overflowWrap: 'anywhere' },
})

/** The single points of a problem: blockers with their next step, or the fields that were wrong. */
const pointsOf = ({ details }: Problem): string[] =>
  [details['blockers'], details['problems']]
    .flatMap((list) => (Array.isArray(list) ? (list as Record<string, unknown>[]) : []))
    .flatMap(({ message, nextStep, path }) => {
      if (typeof nextStep === 'string') return nextStep
      if (typeof message !== 'string') return []
      return typeof path === 'string' && path !== '' ? `${path}: ${message}` : message
    })

/** The most exact code that there is a sentence for. */
const codeOf = ({ code, details }: Problem, { byCode }: ProblemWords): ProblemCode | undefined => {
  const [first] = Array.isArray(details['details'])
    ? (details['details'] as { readonly code?: unknown }[])
    : []
  return [first?.code, code].find(
    (one): one is ProblemCode => typeof one === 'string' && Object.hasOwn(byCode, one),
  )
}

// What the client says by itself stands in no answer, so the server has not put it into words. The
// directory API, whose errors have a part within, speaks English.
const Message = ({ problem }: { readonly problem: Problem | undefined }): ReactNode => {
  const words = useShellWords()
  const inOther = useProblemWords()
  if (problem === undefined) return words.unexpectedProblem
  if (problem.code === 'network') return words.noConnection
  if (problem.code === 'unexpectedAnswer') return words.unreadableAnswer
  if (inOther === undefined || problem.details['innerError'] === undefined) return problem.message
  const code = codeOf(problem, inOther)
  if (code !== undefined) return inOther.byCode[code]
  return (
    <>
      {inOther.inEnglish} <span lang="en">{problem.message}</span>
    </>
  )
}

/** Shows `error`; nothing when there is none. Read out at once. */
export const ProblemBar = ({ error }: { readonly error: unknown }) => {
  const words = useShellWords()
  const styles = useStyles()
  if (error === undefined || error === null) return null
  const problem = error instanceof Problem ? error : undefined
  const points = problem === undefined ? [] : pointsOf(problem)
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{words.problem}</MessageBarTitle> <Message problem={problem} />
        {points.length === 0 ? null : (
          <ul className={styles.list}>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        )}
        {problem?.requestId === undefined ? null : (
          <small className={styles.quote}>{words.quote(problem.requestId)}</small>
        )}
      </MessageBarBody>
    </MessageBar>
  )
}
