/** The dialog of a run through a file: its questions, how far it is, and what can be done now. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogTitle,
  Text,
  makeStyles,
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { useLeaving } from '../../ui/confirm-dialog.tsx'
import { DialogFrame, ScrollingContent } from '../../ui/dialog-frame.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useWords } from '../words.tsx'
import { ManyOutcomeBar, type ManyOutcome } from './many-outcome.tsx'
import { RunProgress } from './run-progress.tsx'
import type { Run } from './use-run.ts'

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: '12px' } })

type Props = {
  readonly title: string
  readonly run: Run<unknown>
  /** How many rows the file holds. */
  readonly all: number
  readonly outcome: ManyOutcome
  /** Says how many it worked with and how many not. */
  readonly sentence: (done: number, failed: number) => string
  /** What else there is to know of the file, or of what came of it. */
  readonly more?: ReactNode
  /** The button that begins it. */
  readonly start: ReactNode
  readonly onResults: () => Promise<void>
  /** The questions; what fails in them is told to `onFailure`. */
  readonly children: (onFailure: (error: unknown) => void) => ReactNode
  readonly onClose: () => void
}

/** How far the run is, and what came of it. */
const SoFar = ({ run, all, outcome, sentence, more }: Props) => {
  const words = useWords().many
  return (
    <>
      {all > 0 && <Text>{words.found(all)}</Text>}
      {more}
      <RunProgress run={run} all={all} />
      {run.finished && <ManyOutcomeBar outcome={outcome} sentence={sentence} />}
      {run.finished && outcome.failed.length === 0 && outcome.done > 0 && (
        <output>{sentence(outcome.done, 0)}</output>
      )}
    </>
  )
}

type StepProps = Pick<Props, 'run' | 'start' | 'onResults'> & {
  readonly onFailure: (error: unknown) => void
}

/** What can be done now: start, stop, or take the results along. */
const NextStep = ({ run, start, onResults, onFailure }: StepProps) => {
  const words = useWords().many
  if (run.running) return <Button onClick={run.stop}>{words.stop}</Button>
  if (!run.finished) return start
  return (
    <Button appearance="primary" onClick={() => void onResults().catch(onFailure)}>
      {words.results}
    </Button>
  )
}

/** Mount it to open it. */
export const FileRunDialog = (props: Props) => {
  const { title, run, all, start, onResults, children, onClose } = props
  const { leave, question } = useLeaving(all > 0 && !run.finished, onClose)
  const words = useWords()
  const styles = useStyles()
  const [failure, setFailure] = useState<unknown>()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && !run.running && leave()}>
      <DialogFrame>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <ScrollingContent className={styles.content}>
            {children(setFailure)}
            <ProblemBar error={failure} />
            <SoFar {...props} />
          </ScrollingContent>
          <DialogActions>
            <NextStep run={run} start={start} onResults={onResults} onFailure={setFailure} />
            <Button disabled={run.running} onClick={leave}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
        {question}
      </DialogFrame>
    </Dialog>
  )
}
