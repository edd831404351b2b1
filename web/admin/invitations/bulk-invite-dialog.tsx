/**
 * Inviting from a CSV file: how far it is, and a file of results with the reason for each row that
 * failed.
 */
import { Button, Switch, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { ProblemSentence } from '../../ui/problem.tsx'
import { CsvFileField } from '../many/csv-file-field.tsx'
import { FileRunDialog } from '../many/file-run-dialog.tsx'
import type { ManyOutcome } from '../many/many-outcome.tsx'
import { useWords } from '../words.tsx'
import { downloadResults, useGuestFile, useInviteRun, type InviteResult } from './bulk-invite.ts'

/** A row goes by its number: an address can come twice. */
const outcomeOf = (results: readonly InviteResult[]): ManyOutcome => {
  const failed = results.flatMap(({ email: name, outcome, reason, error }, row) => {
    if (outcome === 'invited') return []
    const why = error === undefined ? reason : <ProblemSentence error={error} />
    return { id: String(row), name, reason: why }
  })
  return { done: results.length - failed.length, failed }
}

/** Mount it to open it. */
export const BulkInviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords().invitation
  const [send, setSend] = useState(true)
  const file = useGuestFile()
  const run = useInviteRun(file.rows, send)
  return (
    <FileRunDialog
      title={words.fileTitle}
      run={run}
      all={file.rows.length}
      outcome={outcomeOf(run.results)}
      sentence={words.finished}
      more={file.notTaken !== undefined && <Text>{file.notTaken}</Text>}
      start={
        <Button appearance="primary" disabled={!file.isReady} onClick={() => void run.start()}>
          {words.start}
        </Button>
      }
      onResults={() => downloadResults(run.results)}
      onClose={onClose}
    >
      {(onFailure) => (
        <>
          <CsvFileField
            label={words.file}
            hint={words.fileHint}
            file={file}
            disabled={run.running}
            onFailure={onFailure}
          />
          <Switch
            label={words.send}
            checked={send}
            disabled={run.running}
            onChange={(_, { checked }) => setSend(checked)}
          />
        </>
      )}
    </FileRunDialog>
  )
}
