/** One directory role: who holds it, giving it, taking it away. */
import { AddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { RoleAssignment, RoleDefinition } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { GonePage } from '../kit/object-page.tsx'
import { roleDescription, roleName } from '../kit/role-words.ts'
import { PickDialog } from '../form/pick-dialog.tsx'
import { RoleAssignments } from './role-assignments.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords } from '../words.tsx'

const Found = ({ role }: { readonly role: RoleDefinition }) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const name = roleName(words, role.displayName)
  return (
    <AdminPage
      title={name}
      intro={roleDescription(words, role)}
      parent={{ to: `/${organizationId}/roles`, title: words.roles }}
      actions={
        <DialogButton
          action="roles.write"
          appearance="primary"
          icon={<AddRegular />}
          renderDialog={(close) => (
            <PickDialog
              title={words.role.assignTitle(name)}
              label={words.role.pickUser}
              submitLabel={words.add}
              kinds={['user']}
              said={(added, made) =>
                words.role.assigned(added, (made as RoleAssignment)['guesthouse.waysInEnded'])
              }
              add={(user) => graph.roles.assign(role.id, user.id)}
              onClose={close}
            />
          )}
        >
          {words.role.assign}
        </DialogButton>
      }
    >
      <RoleAssignments
        of="role"
        id={role.id}
        label={words.role.members}
        empty={<EmptyState title={words.role.membersEmpty} hint={words.role.membersEmptyHint} />}
      />
    </AdminPage>
  )
}

const Looking = ({ id }: { readonly id: string }) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'roleDefinitions', 'choices'],
    queryFn: () => graph.roles.definitions(),
  })
  const role = data?.value.find((one) => one.id === id)
  if (role !== undefined) return <Found role={role} />
  if (data !== undefined) return <GonePage list={{ title: words.roles, at: 'roles' }} />
  return (
    <AdminPage title={words.roles} parent={{ to: `/${organizationId}/roles`, title: words.roles }}>
      <ForThoseWhoMay action="roles.read">
        {error === null ? <Loading /> : <ProblemBar error={error} />}
      </ForThoseWhoMay>
    </AdminPage>
  )
}

export const RolePage = () => {
  const { id = '' } = useParams()
  return <Looking key={id} id={id} />
}
