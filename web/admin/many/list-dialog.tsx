/** Restoring or deleting the users of a CSV file, with progress and a file of what came of each. */
import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { Choice } from '../../ui/choice.tsx'
import type { Action } from '../../../src/client/graph.ts'
import { MayButton } from '../kit/may.tsx'
import { useWords } from '../words.tsx'
import { CsvFileField } from './csv-file-field.tsx'
import { FileRunDialog } from './file-run-dialog.tsx'
import { useUserFile } from './list-file.ts'
import { outcomeOfMany, waitingOf } from './many-outcome-of.tsx'
import { downloadOutcomes, sends, useManyRun, type ManyAct } from './many-run.ts'

const actions: Readonly<Record<ManyAct, Action>> = {
  restore: 'users.restore',
  delete: 'users.delete',
  purge: 'users.purge',
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
      <CsvFileField
        label={words.listFile}
        hint={words.listHint}
        file={file}
        disabled={disabled}
        onFailure={onFailure}
      />
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
  const { deleted: words, protection } = useWords()
  const form = useListForm()
  const run = useManyRun()
  const { act, file } = form
  const waiting = waitingOf(run.results)
  const list = file.rows.map(({ user: id, line }) => ({ id, line }))
  return (
    <FileRunDialog
      title={words.listTitle}
      run={run}
      all={file.rows.length}
      outcome={outcomeOfMany(run.results)}
      sentence={words.manyDone[act]}
      more={run.finished && waiting > 0 && <output>{protection.asked(waiting)}</output>}
      start={
        <MayButton
          action={actions[act]}
          appearance="primary"
          blocked={form.blocked}
          onClick={() => void run.start(sends[act], list)}
        >
          {words.manyActs[act]}
        </MayButton>
      }
      onResults={() => downloadOutcomes(act, run.results)}
      onClose={onClose}
    >
      {(onFailure) => (
        <Questions form={form} disabled={run.running || run.finished} onFailure={onFailure} />
      )}
    </FileRunDialog>
  )
}
