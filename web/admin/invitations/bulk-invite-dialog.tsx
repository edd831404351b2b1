/**
 * Inviting from a CSV file: how far it is, and a file of results with the reason for each row that
 * failed.
 */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogSurface,
  DialogTitle,
  Field,
  ProgressBar,
  Switch,
  Text,
  makeStyles,
} from '@fluentui/react-components'
import { useState } from 'react'
import { ProblemBar, ProblemSentence, SaidInEnglish } from '../../ui/problem.tsx'
import {
  downloadResults,
  useGuestFile,
  useInviteRun,
  type GuestFile,
  type InviteResult,
  type InviteRun,
} from './bulk-invite.ts'
import { ManyOutcomeBar, type ManyOutcome } from '../table/many-outcome.tsx'
import { useWords } from '../words.tsx'
import { ScrollingContent } from '../../ui/scrolling-content.tsx'

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: '12px' } })

type FileFieldProps = {
  readonly file: GuestFile
  readonly disabled: boolean
  readonly onFailure: (error: unknown) => void
}

const FileField = ({ file, disabled, onFailure }: FileFieldProps) => {
  const words = useWords().invitation
  return (
    <Field
      label={words.file}
      hint={words.fileHint}
      {...(file.wrong === undefined ? {} : { validationMessage: file.wrong })}
    >
      <input
        aria-label={words.file}
        type="file"
        accept=".csv,text/csv"
        disabled={disabled}
        onChange={({ target }) => void file.choose(target.files?.[0]).catch(onFailure)}
      />
    </Field>
  )
}

/** A row goes by its number: an address can come twice. */
const outcomeOf = (results: readonly InviteResult[]): ManyOutcome => {
  const failed = results.flatMap(({ email: name, outcome, reason, error }, row) => {
    if (outcome === 'invited') return []
    const why =
      error === undefined ? (
        <SaidInEnglish codes={[]} message={reason} />
      ) : (
        <ProblemSentence error={error} />
      )
    return { id: String(row), name, reason: why }
  })
  return { done: results.length - failed.length, failed }
}

type SoFarProps = { readonly file: GuestFile; readonly run: InviteRun }

/** What the file holds, how far the run is, and what came of it. */
const SoFar = ({ file, run: { results, running, finished } }: SoFarProps) => {
  const words = useWords().invitation
  const outcome = outcomeOf(results)
  return (
    <>
      {file.isReady && <Text>{words.found(file.rows.length)}</Text>}
      {file.notTaken !== undefined && <Text>{file.notTaken}</Text>}
      {(running || finished) && (
        <Field label={words.progress(results.length, file.rows.length)}>
          <ProgressBar value={results.length} max={file.rows.length} />
        </Field>
      )}
      {finished && <ManyOutcomeBar outcome={outcome} sentence={words.finished} />}
      {finished && outcome.failed.length === 0 && (
        <output>{words.finished(outcome.done, 0)}</output>
      )}
    </>
  )
}

type NextStepProps = {
  readonly run: InviteRun
  readonly ready: boolean
  readonly onFailure: (error: unknown) => void
}

/** What can be done now: start, stop, or take the results along. */
const NextStep = ({ run, ready, onFailure }: NextStepProps) => {
  const words = useWords().invitation
  if (run.running) return <Button onClick={run.stop}>{words.stop}</Button>
  if (!run.finished)
    return (
      <Button appearance="primary" disabled={!ready} onClick={() => void run.start()}>
        {words.start}
      </Button>
    )
  return (
    <Button appearance="primary" onClick={() => void downloadResults(run.results).catch(onFailure)}>
      {words.results}
    </Button>
  )
}

/** Mount it to open it. */
export const BulkInviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords()
  const styles = useStyles()
  const [send, setSend] = useState(true)
  const [failure, setFailure] = useState<unknown>()
  const file = useGuestFile()
  const run = useInviteRun(file.rows, send)
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={(_, { open }) => !open && !run.running && onClose()}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.invitation.fileTitle}</DialogTitle>
          <ScrollingContent className={styles.content}>
            <FileField file={file} disabled={run.running} onFailure={setFailure} />
            <ProblemBar error={failure} />
            <Switch
              label={words.invitation.send}
              checked={send}
              disabled={run.running}
              onChange={(_, { checked }) => setSend(checked)}
            />
            <SoFar file={file} run={run} />
          </ScrollingContent>
          <DialogActions>
            <NextStep run={run} ready={file.isReady} onFailure={setFailure} />
            <Button disabled={run.running} onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
