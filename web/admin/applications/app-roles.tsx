/** The app roles of an application. */
import { AddRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { AppRole, Application } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AppRoleDialog } from './app-role-dialog.tsx'
import { Bar } from '../kit/bar.tsx'
import { MayButton } from '../kit/may.tsx'
import type { Paged } from '../kit/paged-list.tsx'
import { PagedTable, type Column } from '../kit/paged-table.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

/** They come with the application, all at once. */
const wholeList = (items: readonly AppRole[]): Paged<AppRole> => ({
  items,
  count: items.length,
  hasMore: false,
  loadMore: () => {},
  loadingMore: false,
  changing: false,
  error: null,
})

const columnsOf = (words: Words): readonly Column<AppRole>[] => [
  {
    id: 'name',
    header: words.application.roleName,
    share: 2,
    renderCell: ({ displayName }) => displayName,
  },
  {
    id: 'value',
    header: words.application.roleValue,
    renderCell: ({ value }) => (value === null ? words.none : <code>{value}</code>),
  },
  {
    id: 'description',
    header: words.description,
    share: 2,
    renderCell: ({ description }) => description ?? words.none,
  },
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
  const rest = application.appRoles
    .filter(({ id }) => id !== role.id)
    .map(({ id, value, displayName, description }) => ({ id, value, displayName, description }))
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
  const actions: Column<AppRole> = {
    id: 'actions',
    header: words.actions,
    renderCell: (role) => (
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
    ),
  }
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
