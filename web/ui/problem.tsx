/** What went wrong, what to do next, and the request id to quote. */
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { Problem } from '../../src/client/problem.ts'
import type { ShellWords } from '../../src/words/en/shell.ts'
import { useShellWords } from './words.tsx'

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

// What the client says by itself stands in no answer, so the server has not put it into words.
const messageOf = (problem: Problem | undefined, words: ShellWords): string => {
  if (problem === undefined) return words.unexpectedProblem
  if (problem.code === 'network') return words.noConnection
  return problem.code === 'unexpectedAnswer' ? words.unreadableAnswer : problem.message
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
        <MessageBarTitle>{words.problem}</MessageBarTitle> {messageOf(problem, words)}
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
