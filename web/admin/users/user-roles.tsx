/** The directory roles of a user. */
import { Field, Select } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { User } from '../../../src/client/graph.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { Bar } from '../kit/bar.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { ForThoseWhoMay, MayButton } from '../kit/may.tsx'
import { RoleAssignments } from '../roles/role-assignments.tsx'
import { useChange } from '../kit/use-change.ts'
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
  const [roleId, setRoleId] = useState('')
  const change = useChange(() => graph.roles.assign(roleId, user.id), {
    said: (made) => words.role.assigned(user.displayName, made['guesthouse.waysInEnded']),
    done: onClose,
  })
  const chosen = data?.value.find(({ id }) => id === roleId)
  return (
    <FormDialog
      open
      title={words.role.assignRoleTitle}
      submitLabel={words.role.assignRole}
      busy={change.isPending}
      error={change.error ?? error}
      ready={roleId !== ''}
      onSubmit={() => change.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={words.role.pickRole} required hint={chosen?.description ?? words.role.intro}>
        <Select value={roleId} onChange={(_, { value }) => setRoleId(value)}>
          <option value="">{words.role.choose}</option>
          {data?.value.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </Select>
      </Field>
    </FormDialog>
  )
}

export const UserRoles = ({ user }: { readonly user: User }) => {
  const words = useWords()
  const [giving, setGiving] = useState(false)
  return (
    <ForThoseWhoMay action="roles.read">
      <Bar label={words.roles}>
        <MayButton
          action="roles.write"
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => setGiving(true)}
        >
          {words.role.assignRole}
        </MayButton>
      </Bar>
      <RoleAssignments
        of="user"
        id={user.id}
        label={words.roles}
        empty={<EmptyState title={words.role.userEmpty} hint={words.role.userEmptyHint} />}
      />
      {giving && <GiveRoleDialog user={user} onClose={() => setGiving(false)} />}
    </ForThoseWhoMay>
  )
}
