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

/** What an answer says of one property. */
type Detail = { readonly code?: unknown; readonly value?: unknown; readonly target?: unknown }

/** The first of what an error of the directory API says within. */
export const firstDetail = ({ details }: Problem): Detail | undefined =>
  Array.isArray(details['details']) ? (details['details'] as Detail[])[0] : undefined

type SaidProps = {
  /** The codes that an answer gave, the most exact one first. */
  readonly codes: readonly unknown[]
  readonly message: string
  /** Which value of several it is about. */
  readonly value?: unknown
}

/** By its code in another language; undefined where that has no sentence for any of `codes`. */
const inOtherWords = (
  inOther: ProblemWords,
  { codes, value }: Pick<SaidProps, 'codes' | 'value'>,
): string | undefined => {
  const code = codes.find(
    (one): one is ProblemCode => typeof one === 'string' && Object.hasOwn(inOther.byCode, one),
  )
  if (code === undefined) return undefined
  const sentence = inOther.byCode[code]
  return typeof value === 'string' ? `${inOther.about(value)} ${sentence}` : sentence
}

/** What the directory API says, which speaks English: by its code in another language. */
export const SaidInEnglish = ({ codes, message, value }: SaidProps): ReactNode => {
  const inOther = useProblemWords()
  if (inOther === undefined) return message
  const said = inOtherWords(inOther, { codes, value })
  if (said !== undefined) return said
  return (
    <>
      {inOther.inEnglish} <span lang="en">{message}</span>
    </>
  )
}

/** The same as a text beside the field that it is about. */
export const useSaidOfField = () => {
  const inOther = useProblemWords()
  return ({ codes, message, value }: SaidProps): string =>
    inOther === undefined
      ? message
      : (inOtherWords(inOther, { codes, value }) ?? inOther.wrongValue)
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
  const detail = firstDetail(error)
  const { code, message } = error
  return <SaidInEnglish codes={[code, detail?.code]} message={message} value={detail?.value} />
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
