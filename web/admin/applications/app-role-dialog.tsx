/** Makes an app role, or changes one. Mount it to open it. */
import { useState } from 'react'
import type { AppRole, Application } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

const visibleSigns = /^[!-~]+$/

/** `role` is the one to change; without it a new one is made. */
type Props = {
  readonly application: Application
  readonly role?: AppRole
  readonly onClose: () => void
}

const plain = ({ id, value, displayName, description }: AppRole): AppRole => ({
  id,
  value,
  displayName,
  description,
})

export const AppRoleDialog = ({ application, role, onClose }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const [name, setName] = useState(role?.displayName ?? '')
  const [value, setValue] = useState(role?.value ?? '')
  const [description, setDescription] = useState(role?.description ?? '')
  const written = {
    displayName: name.trim(),
    value: value === '' ? null : value,
    description: description.trim() === '' ? null : description.trim(),
  }
  const others = application.appRoles.map(plain)
  const appRoles =
    role === undefined
      ? [...others, written]
      : others.map((one) => (one.id === role.id ? { ...written, id: one.id } : one))
  const change = useChange(() => graph.applications.update(application.id, { appRoles }), {
    said: words.application.roleSaved(written.displayName),
    done: onClose,
  })
  const valueFits = value === '' || visibleSigns.test(value)
  return (
    <FormDialog
      open
      title={
        role === undefined
          ? words.application.newRole
          : words.application.roleTitle(role.displayName)
      }
      submitLabel={words.save}
      busy={change.isPending}
      error={change.error}
      ready={written.displayName !== '' && valueFits}
      onSubmit={() => change.mutate(undefined)}
      onClose={onClose}
    >
      <TextField label={words.application.roleName} value={name} required onChange={setName} />
      <TextField
        label={words.application.roleValue}
        hint={words.application.roleValueHint}
        value={value}
        maxLength={250}
        wrong={valueFits ? undefined : words.application.roleValueWrong}
        onChange={setValue}
      />
      <TextField
        label={words.description}
        value={description}
        lines={3}
        maxLength={1024}
        onChange={setDescription}
      />
    </FormDialog>
  )
}
