/**
 * Restoring or deleting what a CSV file lists, users, groups or applications, with progress and a
 * file of what came of each.
 */
import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { Choice } from '../../ui/choice.tsx'
import type { Action } from '../../../src/client/graph.ts'
import type { ListedKind } from '../../../src/wire/graph/deleted-objects.ts'
import { AsksFirst } from '../deleted/asks-first.tsx'
import { MayButton } from '../kit/may.tsx'
import { useWords, type Words } from '../words.tsx'
import { CsvFileField } from './csv-file-field.tsx'
import { FileRunDialog } from './file-run-dialog.tsx'
import { useListFile, type Listed } from './list-file.ts'
import { outcomeOfMany, waitingOf } from './many-outcome-of.tsx'
import {
  downloadOutcomes,
  manyActs,
  sends,
  sendsOf,
  useManyRun,
  withIdsAlone,
  type ManyAct,
  type Send,
} from './many-run.ts'

type Doing = {
  readonly action: Action
  readonly send: Send
  /** Says how many it worked with and how many not. */
  readonly sentence: (done: number, failed: number) => string
}

/** What can be done with what a file lists, and how that is told. */
type Asked = {
  readonly title: string
  readonly hint: string
  readonly acts: Partial<Readonly<Record<ManyAct, Doing>>>
}

const usersAsked = (words: Words['deleted']): Asked => {
  const doing = (act: ManyAct): Doing => ({
    action: `users.${act}`,
    send: sends[act],
    sentence: words.manyDone[act],
  })
  const acts = { restore: doing('restore'), delete: doing('delete'), purge: doing('purge') }
  return { title: words.listTitle, hint: words.listHint, acts }
}

const objectsAsked = ({ objects }: Words['deleted'], kind: ListedKind): Asked => {
  const { fileTitle, fileHint, manyRestored, manyPurged } = objects[kind]
  const { restore, purge } = sendsOf(kind)
  const doing = (send: Send, sentence: Doing['sentence']): Doing => ({
    action: `${kind}s.write`,
    send: withIdsAlone(send, objects.noId),
    sentence,
  })
  const acts = { restore: doing(restore, manyRestored), purge: doing(purge, manyPurged) }
  return { title: fileTitle, hint: fileHint, acts }
}

/** The act, the file, and what has to be known before it begins. */
const useListForm = (of: Listed) => {
  const words = useWords().deleted
  const file = useListFile(of)
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
  readonly asked: Asked
  readonly disabled: boolean
  readonly onFailure: (error: unknown) => void
}

const optionsOf = (labels: Readonly<Record<ManyAct, string>>, { acts }: Asked) =>
  Object.fromEntries(
    manyActs.filter((act) => act in acts).map((act) => [act, labels[act]]),
  ) as Readonly<Record<ManyAct, string>>

const Questions = ({ form, asked, disabled, onFailure }: QuestionsProps) => {
  const words = useWords().deleted
  const { file, act, setAct, sure, setSure } = form
  return (
    <>
      <Choice
        label={words.listAct}
        value={act}
        options={optionsOf(words.manyActs, asked)}
        disabled={disabled}
        onChange={setAct}
      />
      <CsvFileField
        label={words.listFile}
        hint={asked.hint}
        file={file}
        disabled={disabled}
        onFailure={onFailure}
      />
      {act === 'purge' && (
        <>
          <AsksFirst />
          <Checkbox
            label={words.listSure}
            checked={sure}
            disabled={disabled}
            onChange={(_, { checked }) => setSure(checked === true)}
          />
        </>
      )}
    </>
  )
}

type Props = { readonly of: Listed; readonly onClose: () => void }

/** Mount it to open it. */
export const ListDialog = ({ of, onClose }: Props) => {
  const { deleted: words, protection } = useWords()
  const form = useListForm(of)
  const run = useManyRun()
  const { act, file } = form
  const asked = of === 'user' ? usersAsked(words) : objectsAsked(words, of)
  const doing = asked.acts[act]
  const waiting = waitingOf(run.results)
  const list = file.rows.map(({ user: id, line }) => ({ id, line }))
  if (doing === undefined) return null
  return (
    <FileRunDialog
      title={asked.title}
      run={run}
      all={file.rows.length}
      outcome={outcomeOfMany(run.results)}
      sentence={doing.sentence}
      more={run.finished && waiting > 0 && <output>{protection.asked(waiting)}</output>}
      start={
        <MayButton
          action={doing.action}
          appearance="primary"
          blocked={form.blocked}
          onClick={() => void run.start(doing.send, list)}
        >
          {words.manyActs[act]}
        </MayButton>
      }
      onResults={() => downloadOutcomes(`${of}s-${act}`, of, run.results)}
      onClose={onClose}
    >
      {(onFailure) => (
        <Questions
          form={form}
          asked={asked}
          disabled={run.running || run.finished}
          onFailure={onFailure}
        />
      )}
    </FileRunDialog>
  )
}
