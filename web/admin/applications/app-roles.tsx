/** The app roles of an application. */
import { AddRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { AppRole, Application } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AppRoleDialog, plainRole } from './app-role-dialog.tsx'
import { Bar } from '../kit/bar.tsx'
import { MayButton } from '../kit/may.tsx'
import { actionsColumn, column, textColumn, type Column } from '../table/columns.tsx'
import { wholeList } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { Question } from '../kit/question.tsx'
import { useOfItsHome } from './of-its-home.ts'
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
  return (
    <Question
      asked={{
        title: words.application.roleDeleteTitle(role.displayName),
        text: words.application.roleDeleteText,
        label: words.delete,
        // Who removes a role says so twice, as every program does.
        run: async () => {
          const disabled = { ...plainRole(role), isEnabled: false }
          await graph.applications.update(application.id, { appRoles: [...rest, disabled] })
          await graph.applications.update(application.id, { appRoles: rest })
        },
        said: words.application.roleDeleted(role.displayName),
      }}
      onClose={onClose}
    />
  )
}

type Task = { readonly kind: 'new' } | { readonly kind: 'edit' | 'delete'; readonly role: AppRole }

type TaskProps = {
  readonly application: Application
  readonly task: Task
  readonly onClose: () => void
}

const TaskDialog = ({ application, task, onClose }: TaskProps) => {
  if (task.kind === 'new') return <AppRoleDialog application={application} onClose={onClose} />
  const Asked = task.kind === 'edit' ? AppRoleDialog : DeleteRole
  return <Asked application={application} role={task.role} onClose={onClose} />
}

/** What can be done with one of them. */
const taskColumn = (
  words: Words,
  blocked: string | undefined,
  onTask: (task: Task) => void,
): Column<AppRole> =>
  actionsColumn(words, (role) => (
    <>
      <MayButton
        action="applications.write"
        blocked={blocked}
        size="small"
        appearance="subtle"
        icon={<EditRegular />}
        aria-label={words.application.editRole(role.displayName)}
        onClick={() => onTask({ kind: 'edit', role })}
      >
        {words.edit}
      </MayButton>
      <MayButton
        action="applications.write"
        blocked={blocked}
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={words.application.deleteRole(role.displayName)}
        onClick={() => onTask({ kind: 'delete', role })}
      >
        {words.delete}
      </MayButton>
    </>
  ))

export const AppRoles = ({ application }: { readonly application: Application }) => {
  const words = useWords()
  const [task, setTask] = useState<Task>()
  const blocked = useOfItsHome(application)
  return (
    <>
      <Bar label={words.application.appRoles}>
        <MayButton
          action="applications.write"
          blocked={blocked}
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
        columns={[...columnsOf(words), taskColumn(words, blocked, setTask)]}
        keyOf={({ id }) => id}
        empty={
          <EmptyState
            title={words.application.rolesEmpty}
            hint={words.application.rolesEmptyHint}
          />
        }
      />
      {task !== undefined && (
        <TaskDialog application={application} task={task} onClose={() => setTask(undefined)} />
      )}
    </>
  )
}
