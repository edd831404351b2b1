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
import type { ProblemCode } from '../../src/words/problems.ts'
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

/** The codes that an answer gave, the most exact one first. */
const codesOf = ({ code, details }: Problem): unknown[] => {
  const [first] = Array.isArray(details['details'])
    ? (details['details'] as { readonly code?: unknown }[])
    : []
  return [first?.code, code]
}

type SaidProps = { readonly codes: readonly unknown[]; readonly message: string }

/** What the directory API says, which speaks English: by its code in another language. */
export const SaidInEnglish = ({ codes, message }: SaidProps): ReactNode => {
  const inOther = useProblemWords()
  if (inOther === undefined) return message
  const code = codes.find(
    (one): one is ProblemCode => typeof one === 'string' && Object.hasOwn(inOther.byCode, one),
  )
  if (code !== undefined) return inOther.byCode[code]
  return (
    <>
      {inOther.inEnglish} <span lang="en">{message}</span>
    </>
  )
}

// What the client says by itself stands in no answer, so the server has not put it into words. An
// error of the directory API has a part within.
/** What went wrong, in a sentence. */
export const ProblemSentence = ({ error }: { readonly error: unknown }): ReactNode => {
  const words = useShellWords()
  if (!(error instanceof Problem)) return words.unexpectedProblem
  if (error.code === 'network') return words.noConnection
  if (error.code === 'unexpectedAnswer') return words.unreadableAnswer
  if (error.details['innerError'] === undefined) return error.message
  return <SaidInEnglish codes={codesOf(error)} message={error.message} />
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
        <MessageBarTitle>{words.problem}</MessageBarTitle> <ProblemSentence error={error} />
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
