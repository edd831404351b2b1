/**
 * Assigning: a user or group to an application, or an application to a user. Mount them to open
 * them.
 */
import { Field, Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppRole, Application } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import type { Choice, ChoiceKind } from '../kit/choices.ts'
import { FormDialog } from '../kit/form-dialog.tsx'
import { PeoplePicker } from '../kit/people-picker.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

/** What every application has, whatever roles it knows. */
const defaultAccessId = '00000000-0000-0000-0000-000000000000'

type RoleSelectProps = {
  readonly roles: readonly AppRole[]
  readonly value: string
  readonly onChange: (id: string) => void
}

const RoleSelect = ({ roles, value, onChange }: RoleSelectProps) => {
  const words = useWords()
  return (
    <Field label={words.application.appRole}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {roles.map(({ id, displayName }) => (
          <option key={id} value={id}>
            {displayName}
          </option>
        ))}
        <option value={defaultAccessId}>{words.application.defaultAccess}</option>
      </Select>
    </Field>
  )
}

type AssignProps = {
  readonly title: string
  readonly label: string
  readonly kinds: readonly ChoiceKind[]
  readonly rolesFor: (picked: Choice | undefined) => readonly AppRole[]
  readonly onPick?: (picked: Choice | undefined) => void
  readonly assign: (picked: Choice, appRoleId: string) => Promise<unknown>
  readonly onClose: () => void
}

const AssignDialog = ({ title, label, kinds, rolesFor, onPick, assign, onClose }: AssignProps) => {
  const words = useWords()
  const [picked, setPicked] = useState<Choice>()
  const [chosen, setChosen] = useState<string>()
  const roles = rolesFor(picked)
  const appRoleId = chosen ?? roles[0]?.id ?? defaultAccessId
  const change = useChange((choice: Choice) => assign(choice, appRoleId), {
    said: (_, choice) => words.application.assigned(choice.name),
    done: onClose,
  })
  const pick = (choice: Choice | undefined) => {
    setPicked(choice)
    // Roles belong to one application; another has others.
    if (onPick !== undefined) setChosen(undefined)
    onPick?.(choice)
  }
  return (
    <FormDialog
      open
      title={title}
      submitLabel={words.application.assign}
      busy={change.isPending}
      error={change.error}
      ready={picked !== undefined}
      onSubmit={() => picked !== undefined && change.mutate(picked)}
      onClose={onClose}
    >
      <PeoplePicker label={label} kinds={kinds} picked={picked} onPick={pick} required />
      <RoleSelect roles={roles} value={appRoleId} onChange={setChosen} />
    </FormDialog>
  )
}

export const AssignPrincipalDialog = ({
  application,
  onClose,
}: {
  readonly application: Application
  readonly onClose: () => void
}) => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <AssignDialog
      title={words.application.assignTitle}
      label={words.application.assignPick}
      kinds={['user', 'group']}
      rolesFor={() => application.appRoles}
      assign={({ id: principalId }, appRoleId) =>
        graph.applications.assign(application.id, {
          principalId,
          resourceId: application.id,
          appRoleId,
        })
      }
      onClose={onClose}
    />
  )
}

export const AssignApplicationDialog = ({
  userId,
  onClose,
}: {
  readonly userId: string
  readonly onClose: () => void
}) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const [applicationId, setApplicationId] = useState<string>()
  const { data } = useQuery({
    queryKey: [organizationId, 'application', applicationId],
    queryFn: () => graph.applications.read(applicationId ?? ''),
    enabled: applicationId !== undefined,
  })
  return (
    <AssignDialog
      title={words.application.assignApplication}
      label={words.application.application}
      kinds={['application']}
      rolesFor={(picked) => (picked !== undefined && data?.id === picked.id ? data.appRoles : [])}
      onPick={(picked) => setApplicationId(picked?.id)}
      assign={({ id: resourceId }, appRoleId) =>
        graph.users.assign(userId, { principalId: userId, resourceId, appRoleId })
      }
      onClose={onClose}
    />
  )
}
