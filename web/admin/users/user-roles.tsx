/** The directory roles of a user. */
import { AddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { User } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { Bar } from '../kit/bar.tsx'
import { SelectField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { RoleAssignments } from '../roles/role-assignments.tsx'
import { roleDescription, roleName, useRolesInOrder } from '../kit/role-words.ts'
import { useSentForm } from '../form/use-sent-form.ts'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords } from '../words.tsx'

const GiveRoleDialog = ({
  user,
  onClose,
}: {
  readonly user: User
  readonly onClose: () => void
}) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'roleDefinitions', 'choices'],
    queryFn: () => graph.roles.definitions(),
  })
  const form = useSentForm({
    values: { roleId: '' },
    send: ({ roleId }) => graph.roles.assign(roleId, user.id),
    said: (made) => words.role.assigned(user.displayName, made['guesthouse.waysInEnded']),
    done: onClose,
  })
  const roleId = form.watch('roleId')
  const roles = useRolesInOrder(data?.value)
  const chosen = roles?.find(({ id }) => id === roleId)
  return (
    <FormDialog
      form={form}
      title={words.role.assignRoleTitle}
      submitLabel={words.role.assignRole}
      error={error}
      onClose={onClose}
    >
      <SelectField
        control={form.control}
        name="roleId"
        required
        label={words.role.pickRole}
        hint={(chosen && roleDescription(words, chosen)) ?? words.role.intro}
        options={[
          { value: '', label: words.role.choose },
          ...(roles ?? []).map(({ id, displayName }) => ({
            value: id,
            label: roleName(words, displayName),
          })),
        ]}
      />
    </FormDialog>
  )
}

export const UserRoles = ({ user }: { readonly user: User }) => {
  const words = useWords()
  return (
    <ForThoseWhoMay action="roles.read">
      <Bar label={words.roles}>
        <DialogButton
          action="roles.write"
          appearance="primary"
          icon={<AddRegular />}
          renderDialog={(close) => <GiveRoleDialog user={user} onClose={close} />}
        >
          {words.role.assignRole}
        </DialogButton>
      </Bar>
      <RoleAssignments
        of="user"
        id={user.id}
        label={words.roles}
        empty={<EmptyState title={words.role.userEmpty} hint={words.role.userEmptyHint} />}
      />
    </ForThoseWhoMay>
  )
}
