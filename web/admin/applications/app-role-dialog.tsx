/** Makes an app role, or changes one. Mount it to open it. */
import type { AppRole, Application } from '../../../src/client/graph.ts'
import { appRoles } from '../../../src/wire/graph/application-parts.ts'
import { useAdmin } from '../admin-context.tsx'
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

export const AppRoleDialog = ({ application, role, onClose }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const form = useSentForm({
    values: {
      displayName: role?.displayName ?? '',
      value: role?.value ?? '',
      description: role?.description ?? '',
    },
    send: (given) => {
      const written = {
        displayName: given.displayName.trim(),
        value: textOrNull(given.value),
        description: textOrNull(given.description),
      }
      const others = application.appRoles.map(plainRole)
      return graph.applications.update(application.id, {
        appRoles:
          role === undefined
            ? [...others, written]
            : others.map((one) => (one.id === role.id ? { ...written, id: one.id } : one)),
      })
    },
    said: (_, { displayName }) => words.application.roleSaved(displayName.trim()),
    done: onClose,
    targets: { appRoles: 'value' },
  })
  const { control } = form
  return (
    <FormDialog
      form={form}
      title={
        role === undefined
          ? words.application.newRole
          : words.application.roleTitle(role.displayName)
      }
      submitLabel={words.save}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="displayName"
        of={of.displayName}
        label={words.application.roleName}
      />
      <TextField
        control={control}
        name="value"
        of={of.value}
        label={words.application.roleValue}
        hint={words.application.roleValueHint}
      />
      <TextField
        control={control}
        name="description"
        of={of.description}
        label={words.description}
        lines={3}
      />
    </FormDialog>
  )
}
