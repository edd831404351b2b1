/** Restoring or deleting the users of a CSV file, with progress and a file of what came of each. */
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogSurface,
  DialogTitle,
  Field,
  ProgressBar,
  Text,
  makeStyles,
} from '@fluentui/react-components'
import { useState } from 'react'
import { Choice } from '../../ui/choice.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { ScrollingContent } from '../../ui/scrolling-content.tsx'
import type { Action } from '../../../src/client/graph.ts'
import { MayButton } from '../kit/may.tsx'
import { ManyOutcomeBar } from '../table/many-outcome.tsx'
import { useWords } from '../words.tsx'
import { useUserFile } from './list-file.ts'
import { outcomeOfMany } from './many-outcome-of.tsx'
import { downloadOutcomes, useManyRun, type ManyAct, type ManyRun } from './many-run.ts'

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: '12px' } })

const actions: Readonly<Record<ManyAct, Action>> = {
  restore: 'users.restore',
  delete: 'users.delete',
  purge: 'users.purge',
}

type SoFarProps = { readonly run: ManyRun; readonly act: ManyAct; readonly all: number }

/** What the file holds, how far the run is, and what came of it. */
const SoFar = ({ run: { outcomes, running, finished }, act, all }: SoFarProps) => {
  const words = useWords().deleted
  const outcome = outcomeOfMany(outcomes)
  const sentence = words.manyDone[act]
  return (
    <>
      {all > 0 && <Text>{words.listFound(all)}</Text>}
      {(running || finished) && (
        <Field label={words.listProgress(outcomes.length, all)}>
          <ProgressBar value={outcomes.length} max={all} />
        </Field>
      )}
      {finished && <ManyOutcomeBar outcome={outcome} sentence={sentence} />}
      {finished && outcome.failed.length === 0 && <output>{sentence(outcome.done, 0)}</output>}
    </>
  )
}

type StepProps = {
  readonly run: ManyRun
  readonly act: ManyAct
  readonly blocked: string | undefined
  readonly onStart: () => void
  readonly onFailure: (error: unknown) => void
}

/** What can be done now: start, stop, or take the results along. */
const NextStep = ({ run, act, blocked, onStart, onFailure }: StepProps) => {
  const words = useWords().deleted
  if (run.running) return <Button onClick={run.stop}>{words.listStop}</Button>
  if (run.finished)
    return (
      <Button
        appearance="primary"
        onClick={() => void downloadOutcomes(act, run.outcomes).catch(onFailure)}
      >
        {words.listResults}
      </Button>
    )
  return (
    <MayButton action={actions[act]} appearance="primary" blocked={blocked} onClick={onStart}>
      {words.manyActs[act]}
    </MayButton>
  )
}

/** The act, the file, and what has to be known before it begins. */
const useListForm = () => {
  const words = useWords().deleted
  const file = useUserFile()
  const [act, setAct] = useState<ManyAct>('restore')
  const [sure, setSure] = useState(false)
  const blocked =
    file.rows.length === 0
      ? words.listFirst
      : act === 'purge' && !sure
        ? words.listSureFirst
        : undefined
  return { file, act, setAct, sure, setSure, blocked }
}

type ListForm = ReturnType<typeof useListForm>
type QuestionsProps = {
  readonly form: ListForm
  readonly disabled: boolean
  readonly onFailure: (error: unknown) => void
}

const Questions = ({ form, disabled, onFailure }: QuestionsProps) => {
  const words = useWords().deleted
  const { file, act, setAct, sure, setSure } = form
  return (
    <>
      <Choice
        label={words.listAct}
        value={act}
        options={words.manyActs}
        disabled={disabled}
        onChange={setAct}
      />
      <Field
        label={words.listFile}
        hint={words.listHint}
        {...(file.wrong === undefined ? {} : { validationMessage: file.wrong })}
      >
        <input
          aria-label={words.listFile}
          type="file"
          accept=".csv,text/csv"
          disabled={disabled}
          onChange={({ target }) => void file.choose(target.files?.[0]).catch(onFailure)}
        />
      </Field>
      {act === 'purge' && (
        <Checkbox
          label={words.listSure}
          checked={sure}
          disabled={disabled}
          onChange={(_, { checked }) => setSure(checked === true)}
        />
      )}
    </>
  )
}

/** Mount it to open it. */
export const ListDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords()
  const styles = useStyles()
  const [failure, setFailure] = useState<unknown>()
  const form = useListForm()
  const run = useManyRun()
  const { act, file } = form
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={(_, { open }) => !open && !run.running && onClose()}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.deleted.listTitle}</DialogTitle>
          <ScrollingContent className={styles.content}>
            <Questions form={form} disabled={run.running || run.finished} onFailure={setFailure} />
            <ProblemBar error={failure} />
            <SoFar run={run} act={act} all={file.rows.length} />
          </ScrollingContent>
          <DialogActions>
            <NextStep
              run={run}
              act={act}
              blocked={form.blocked}
              onStart={() => void run.start(act, file.rows)}
              onFailure={setFailure}
            />
            <Button disabled={run.running} onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
