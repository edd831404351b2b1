/**
 * Assigning: a user or group to an application, or an application to a user. Mount them to open
 * them.
 */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppRole, Application } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import type { Choice, ChoiceKind } from '../form/choices.ts'
import { SelectField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { PeopleField } from '../form/people-field.tsx'
import { pickedIn } from '../form/pick-dialog.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useWords } from '../words.tsx'
import { defaultAccessId } from './assignments.tsx'

const firstOf = (roles: readonly AppRole[]): string => roles[0]?.id ?? defaultAccessId

type AssignProps = {
  readonly title: string
  readonly label: string
  readonly kinds: readonly ChoiceKind[]
  readonly rolesFor: (picked: Choice | null) => readonly AppRole[]
  readonly onPick?: (picked: Choice | null) => void
  readonly assign: (picked: Choice, appRoleId: string) => Promise<unknown>
  readonly onClose: () => void
}

type Wish = {
  readonly picked: Choice | null
  /** Empty for the first role that there is. */
  readonly roleId: string
}

const AssignDialog = ({ title, label, kinds, rolesFor, onPick, assign, onClose }: AssignProps) => {
  const words = useWords()
  const form = useSentForm<Wish, unknown>({
    values: { picked: null, roleId: '' },
    send: (wish) => assign(pickedIn(wish), wish.roleId || firstOf(rolesFor(wish.picked))),
    said: (_, wish) => words.application.assigned(pickedIn(wish).name),
    done: onClose,
  })
  const roles = rolesFor(form.watch('picked'))
  const pick = (choice: Choice | null) => {
    // Roles belong to one application; another has others.
    if (onPick !== undefined) form.setValue('roleId', '')
    onPick?.(choice)
  }
  const options = [
    ...roles.map(({ id, displayName }) => ({ value: id, label: displayName })),
    { value: defaultAccessId, label: words.application.defaultAccess },
  ]
  return (
    <FormDialog form={form} title={title} submitLabel={words.application.assign} onClose={onClose}>
      <PeopleField control={form.control} name="picked" label={label} kinds={kinds} onPick={pick} />
      <SelectField
        control={form.control}
        name="roleId"
        label={words.application.appRole}
        options={options}
      />
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
      rolesFor={(picked) => (picked !== null && data?.id === picked.id ? data.appRoles : [])}
      onPick={(picked) => setApplicationId(picked?.id)}
      assign={({ id: resourceId }, appRoleId) =>
        graph.users.assign(userId, { principalId: userId, resourceId, appRoleId })
      }
      onClose={onClose}
    />
  )
}
