/** Deleted groups, or deleted applications: restoring them, deleting them permanently. */
import { ArrowUndoRegular, DeleteRegular, DocumentTableRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { DeletedObject } from '../../../../src/client/graph.ts'
import type { ListedKind } from '../../../../src/wire/graph/deleted-objects.ts'
import { useAdmin } from '../../admin-context.tsx'
import { AdminPage } from '../../kit/admin-page.tsx'
import { Bar } from '../../kit/bar.tsx'
import { DialogButton } from '../../kit/dialog-button.tsx'
import { ForThoseWhoMay, MayButton } from '../../kit/may.tsx'
import { ListDialog } from '../../many/list-dialog.tsx'
import { ManyOutcomeBar, type ManyOutcome } from '../../many/many-outcome.tsx'
import { column, textColumn, timeColumn, type Column } from '../../table/columns.tsx'
import { EmptyList } from '../../table/empty-list.tsx'
import { PagedTable } from '../../table/paged-table.tsx'
import { SearchField } from '../../table/search-field.tsx'
import { useAsked } from '../../table/use-asked.ts'
import { useSearchedList } from '../../table/use-searched-list.ts'
import { useWords, type Words } from '../../words.tsx'
import { ObjectActs } from './object-acts.tsx'
import { PurgeObjectsDialog } from './purge-objects-dialog.tsx'
import { RestoreObjectsDialog } from './restore-objects-dialog.tsx'
import { ObjectSections } from './object-sections.tsx'

const columnsOf = (words: Words, kind: ListedKind): readonly Column<DeletedObject>[] => [
  textColumn('displayName', words.name, ({ displayName }) => displayName, {
    share: 2,
    sorts: true,
  }),
  timeColumn('deletedDateTime', words.deleted.deletedAt, (one) => one.deletedDateTime, {
    sorts: true,
  }),
  timeColumn(
    'permanentAt',
    words.deleted.permanentAt,
    (one) => one['guesthouse.permanentDeletionDateTime'],
  ),
  textColumn('daysLeft', words.deleted.daysLeft, (one) =>
    words.deleted.days(one['guesthouse.daysLeft']),
  ),
  column('acts', words.deleted.objects.acts, (one) => <ObjectActs kind={kind} one={one} />, {
    share: 2,
  }),
]

const nothing: ReadonlySet<string> = new Set()

type Ticked = {
  readonly kind: ListedKind
  readonly ticked: readonly DeletedObject[]
  /** Nothing is to be ticked any more. */
  readonly onDone: () => void
}

type Task = 'restore' | 'purge'
const dialogs = { restore: RestoreObjectsDialog, purge: PurgeObjectsDialog } as const

/** What is done with those that are ticked, and what came of it. */
const TickedObjects = ({ kind, ticked, onDone }: Ticked) => {
  const words = useWords().deleted
  const of = words.objects[kind]
  const [task, setTask] = useState<Task>()
  const [outcome, setOutcome] = useState<ManyOutcome & { readonly task: Task }>()
  const sentences = { restore: of.manyRestored, purge: of.manyPurged }
  const button = {
    action: `${kind}s.write`,
    blocked: ticked.length === 0 ? of.tickSome : undefined,
  } as const
  const TaskDialog = task === undefined ? undefined : dialogs[task]
  const open = (next: Task) => () => {
    setOutcome(undefined)
    setTask(next)
  }
  return (
    <>
      <ManyOutcomeBar
        outcome={outcome}
        sentence={sentences[outcome?.task ?? 'restore']}
        onClose={() => setOutcome(undefined)}
      />
      <Bar label={words.objects.tools}>
        <MayButton {...button} icon={<ArrowUndoRegular />} onClick={open('restore')}>
          {words.objects.restoreTicked}
        </MayButton>
        <MayButton {...button} icon={<DeleteRegular />} onClick={open('purge')}>
          {words.objects.purgeTicked}
        </MayButton>
      </Bar>
      {task !== undefined && TaskDialog !== undefined && (
        <TaskDialog
          kind={kind}
          ticked={ticked}
          onDone={(done) => {
            setOutcome({ ...done, task })
            setTask(undefined)
            onDone()
          }}
          onClose={() => setTask(undefined)}
        />
      )}
    </>
  )
}

const DeletedObjects = ({ kind }: { readonly kind: ListedKind }) => {
  const words = useWords()
  const { deletedObjects } = useAdmin().graph
  const of = words.deleted.objects[kind]
  const load = kind === 'group' ? deletedObjects.groups : deletedObjects.applications
  const asked = useAsked(`deleted.${kind}`)
  const table = useSearchedList(asked, ['deletedObjects', kind], load, {
    orderBy: 'deletedDateTime desc',
  })
  const [selected, setSelected] = useState(nothing)
  // Only what is ticked and seen: nothing comes back that was searched away meanwhile.
  const ticked = (table.list.items ?? []).filter(({ id }) => selected.has(id))
  return (
    <>
      <TickedObjects kind={kind} ticked={ticked} onDone={() => setSelected(nothing)} />
      <SearchField
        label={of.search}
        value={asked.value('search')}
        onSearch={(search) => asked.ask({ search })}
      />
      <PagedTable
        {...table}
        label={of.deleted}
        columns={columnsOf(words, kind)}
        keyOf={({ id }) => id}
        selection={{ selected, onChange: setSelected, labelOf: ({ displayName }) => displayName }}
        empty={
          <EmptyList
            narrowed={asked.narrowed}
            title={of.empty}
            hint={words.deleted.objects.emptyHint}
          />
        }
      />
    </>
  )
}

export const DeletedObjectsPage = ({ kind }: { readonly kind: ListedKind }) => {
  const { fromList, objects } = useWords().deleted
  const { deleted, intro } = objects[kind]
  return (
    <AdminPage
      title={deleted}
      intro={intro}
      actions={
        <DialogButton
          action={`${kind}s.write`}
          icon={<DocumentTableRegular />}
          renderDialog={(close) => <ListDialog of={kind} onClose={close} />}
        >
          {fromList}
        </DialogButton>
      }
    >
      <ObjectSections kind={kind} />
      <ForThoseWhoMay action={`${kind}s.read`} byRole>
        <DeletedObjects kind={kind} />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
