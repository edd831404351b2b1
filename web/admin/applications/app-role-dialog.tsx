/** Makes an app role, or changes one. Mount it to open it. */
import type { AppRole, Application } from '../../../src/client/graph.ts'
import { appRoles } from '../../../src/wire/graph/applications/application-parts.ts'
import { useAdmin } from '../admin-context.tsx'
import { DescriptionField } from '../form/description-field.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { textOrNull } from '../form/property-text.ts'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useWords } from '../words.tsx'

/** `role` is the one to change; without it a new one is made. */
type Props = {
  readonly application: Application
  readonly role?: AppRole
  readonly onClose: () => void
}

const of = appRoles.properties

/** As the whole list of roles is sent. */
export const plainRole = ({ id, value, displayName, description }: AppRole): AppRole => ({
  id,
  value,
  displayName,
  description,
})

const wishOf = (role: AppRole | undefined) => ({
  displayName: role?.displayName ?? '',
  value: role?.value ?? '',
  description: role?.description ?? '',
})
type Wish = ReturnType<typeof wishOf>

/** The whole list of roles with `role` as it is wished, or with a new one. */
const rolesWith = (application: Application, role: AppRole | undefined, wish: Wish) => {
  const written = {
    displayName: wish.displayName.trim(),
    value: textOrNull(wish.value),
    description: textOrNull(wish.description),
  }
  const others = application.appRoles.map(plainRole)
  return role === undefined
    ? [...others, written]
    : others.map((one) => (one.id === role.id ? { ...written, id: one.id } : one))
}

export const AppRoleDialog = ({ application, role, onClose }: Props) => {
  const words = useWords()
  const text = words.application
  const { graph } = useAdmin()
  const form = useSentForm<Wish, unknown>({
    values: wishOf(role),
    send: (wish) =>
      graph.applications.update(application.id, { appRoles: rolesWith(application, role, wish) }),
    said: (_, { displayName }) => text.roleSaved(displayName.trim()),
    done: onClose,
    targets: { appRoles: 'value' },
  })
  const { control } = form
  return (
    <FormDialog
      form={form}
      title={role === undefined ? text.newRole : text.roleTitle(role.displayName)}
      submitLabel={words.save}
      changes={role !== undefined}
      onClose={onClose}
    >
      <TextField control={control} name="displayName" of={of.displayName} label={text.roleName} />
      <TextField
        control={control}
        name="value"
        of={of.value}
        label={text.roleValue}
        hint={text.roleValueHint}
      />
      <DescriptionField control={control} name="description" of={of.description} />
    </FormDialog>
  )
}
