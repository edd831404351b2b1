/** The app roles of an application. */
import { AddRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { AppRole, Application } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AppRoleDialog, plainRole } from './app-role-dialog.tsx'
import { Bar } from '../kit/bar.tsx'
import { MayButton } from '../kit/may.tsx'
import { actionsColumn, column, textColumn, type Column } from '../table/columns.tsx'
import { wholeList } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

const columnsOf = (words: Words): readonly Column<AppRole>[] => [
  textColumn('displayName', words.application.roleName, (role) => role.displayName, { share: 2 }),
  column('value', words.application.roleValue, ({ value }) =>
    value === null ? words.none : <code>{value}</code>,
  ),
  textColumn('description', words.description, ({ description }) => description, { share: 2 }),
]

const DeleteRole = ({
  application,
  role,
  onClose,
}: {
  readonly application: Application
  readonly role: AppRole
  readonly onClose: () => void
}) => {
  const words = useWords()
  const { graph } = useAdmin()
  const rest = application.appRoles.filter(({ id }) => id !== role.id).map(plainRole)
  const removal = useChange(() => graph.applications.update(application.id, { appRoles: rest }), {
    said: words.application.roleDeleted(role.displayName),
    done: onClose,
  })
  return (
    <ConfirmDialog
      open
      danger
      title={words.application.roleDeleteTitle(role.displayName)}
      confirmLabel={words.delete}
      busy={removal.isPending}
      error={removal.error}
      onConfirm={() => removal.mutate(undefined)}
      onClose={onClose}
    >
      {words.application.roleDeleteText}
    </ConfirmDialog>
  )
}

type Task = { readonly kind: 'new' } | { readonly kind: 'edit' | 'delete'; readonly role: AppRole }

export const AppRoles = ({ application }: { readonly application: Application }) => {
  const words = useWords()
  const [task, setTask] = useState<Task>()
  const close = () => setTask(undefined)
  const actions = actionsColumn<AppRole>(words, (role) => (
    <>
      <MayButton
        action="applications.write"
        size="small"
        appearance="subtle"
        icon={<EditRegular />}
        aria-label={words.application.editRole(role.displayName)}
        onClick={() => setTask({ kind: 'edit', role })}
      >
        {words.edit}
      </MayButton>
      <MayButton
        action="applications.write"
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={words.application.deleteRole(role.displayName)}
        onClick={() => setTask({ kind: 'delete', role })}
      >
        {words.delete}
      </MayButton>
    </>
  ))
  return (
    <>
      <Bar label={words.application.appRoles}>
        <MayButton
          action="applications.write"
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => setTask({ kind: 'new' })}
        >
          {words.application.newRole}
        </MayButton>
      </Bar>
      <PagedTable
        label={words.application.appRoles}
        list={wholeList(application.appRoles)}
        columns={[...columnsOf(words), actions]}
        keyOf={({ id }) => id}
        empty={
          <EmptyState
            title={words.application.rolesEmpty}
            hint={words.application.rolesEmptyHint}
          />
        }
      />
      {task?.kind === 'new' && <AppRoleDialog application={application} onClose={close} />}
      {task?.kind === 'edit' && (
        <AppRoleDialog application={application} role={task.role} onClose={close} />
      )}
      {task?.kind === 'delete' && (
        <DeleteRole application={application} role={task.role} onClose={close} />
      )}
    </>
  )
}
