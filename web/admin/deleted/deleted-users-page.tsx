/** Deleted users: restoring them, keeping them, deleting them permanently. */
import { MessageBar, MessageBarActions, MessageBarBody, Button } from '@fluentui/react-components'
import {
  ArrowUndoRegular,
  DeleteRegular,
  DismissRegular,
  LockClosedRegular,
  LockOpenRegular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import type { DeletedUser } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { deletedColumnsOf } from './deleted-columns.tsx'
import { EndHoldDialog, HoldDialog } from './hold-dialogs.tsx'
import { ForThoseWhoMay, MayButton } from '../kit/may.tsx'
import { useColumns } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { PurgeDialog, type PurgeOutcome } from './purge-dialog.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { RestoreReportDialog, type RestoredUser } from './restore-report-dialog.tsx'
import { SearchField } from '../table/search-field.tsx'
import { UserSections } from '../users/user-sections.tsx'
import { useWords } from '../words.tsx'

type Task = 'restore' | 'purge' | 'hold' | 'endHold'
const nobody: ReadonlySet<string> = new Set()

const reasonIf = (wrong: boolean, reason: string): string | undefined =>
  wrong ? reason : undefined

const Tools = ({
  ticked,
  onTask,
}: {
  readonly ticked: readonly DeletedUser[]
  readonly onTask: (task: Task) => void
}) => {
  const words = useWords()
  const [one, ...others] = ticked
  const single = one !== undefined && others.length === 0
  return (
    <Bar label={words.deleted.tools}>
      <MayButton
        action="users.restore"
        icon={<ArrowUndoRegular />}
        blocked={
          one === undefined
            ? words.deleted.tickOne
            : reasonIf(!single, words.deleted.tickExactlyOne)
        }
        onClick={() => onTask('restore')}
      >
        {words.deleted.restore}
      </MayButton>
      <MayButton
        action="users.purge"
        icon={<DeleteRegular />}
        blocked={reasonIf(one === undefined, words.deleted.tickSome)}
        onClick={() => onTask('purge')}
      >
        {words.deleted.purge}
      </MayButton>
      <MayButton
        action="users.hold"
        icon={<LockClosedRegular />}
        blocked={reasonIf(!single || one['guesthouse.hold'] !== null, words.deleted.tickNotHeld)}
        onClick={() => onTask('hold')}
      >
        {words.deleted.hold}
      </MayButton>
      <MayButton
        action="users.hold"
        icon={<LockOpenRegular />}
        blocked={reasonIf(!single || one['guesthouse.hold'] === null, words.deleted.tickHeld)}
        onClick={() => onTask('endHold')}
      >
        {words.deleted.endHold}
      </MayButton>
    </Bar>
  )
}

const NotPurgedBar = ({
  outcome,
  onClose,
}: {
  readonly outcome: PurgeOutcome
  readonly onClose: () => void
}) => {
  const words = useWords()
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        {words.deleted.purgePartly(outcome.done, outcome.failed.length)}
        <ul>
          {outcome.failed.map(({ id, name, reason }) => (
            <li key={id}>
              {name}: {reason}
            </li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={words.close}
            onClick={onClose}
          />
        }
      />
    </MessageBar>
  )
}

const DeletedUsers = () => {
  const words = useWords()
  const { graph } = useAdmin()
  const [search, setSearch] = useState('')
  const [orderBy, setOrderBy] = useState('deletedDateTime desc')
  const [counting, setCounting] = useState(false)
  const [selected, setSelected] = useState(nobody)
  const [task, setTask] = useState<Task>()
  const [outcome, setOutcome] = useState<PurgeOutcome>()
  const [restored, setRestored] = useState<RestoredUser>()
  const list = usePaged(['deletedUsers'], graph.deleted.list, { search, orderBy, count: counting })
  // Only who is ticked and seen: nobody is deleted who was searched away meanwhile.
  const ticked = (list.items ?? []).filter(({ id }) => selected.has(id))
  const [one] = ticked
  const close = () => setTask(undefined)
  const finish = () => {
    setSelected(nobody)
    close()
  }
  return (
    <>
      {outcome !== undefined && outcome.failed.length > 0 && (
        <NotPurgedBar outcome={outcome} onClose={() => setOutcome(undefined)} />
      )}
      <Tools ticked={ticked} onTask={setTask} />
      <SearchField label={words.deleted.search} onSearch={setSearch} />
      <PagedTable
        label={words.deleted.title}
        list={list}
        columns={useColumns(deletedColumnsOf)}
        keyOf={({ id }) => id}
        selection={{ selected, onChange: setSelected, labelOf: ({ displayName }) => displayName }}
        sort={{ orderBy, onSort: setOrderBy }}
        onCount={() => setCounting(true)}
        empty={
          search === '' ? (
            <EmptyState title={words.deleted.empty} hint={words.deleted.emptyHint} />
          ) : (
            <EmptyState title={words.nothingFound} hint={words.nothingFoundHint} />
          )
        }
      />
      {task === 'purge' && (
        <PurgeDialog
          users={ticked}
          onClose={close}
          onDone={(result) => {
            setOutcome(result)
            finish()
          }}
        />
      )}
      {task === 'restore' && one !== undefined && (
        <RestoreDialog
          user={one}
          onClose={close}
          onRestored={(report) => {
            setRestored({ id: one.id, name: one.displayName, report })
            finish()
          }}
        />
      )}
      {task === 'hold' && one !== undefined && <HoldDialog user={one} onClose={close} />}
      {task === 'endHold' && one !== undefined && <EndHoldDialog user={one} onClose={close} />}
      {restored !== undefined && (
        <RestoreReportDialog restored={restored} onClose={() => setRestored(undefined)} />
      )}
    </>
  )
}

export const DeletedUsersPage = () => {
  const words = useWords()
  return (
    <AdminPage title={words.deleted.title} intro={words.deleted.intro}>
      <UserSections />
      <ForThoseWhoMay action="users.inspect">
        <DeletedUsers />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
