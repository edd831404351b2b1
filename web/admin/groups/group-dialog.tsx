/** Makes a group, or changes one. Mount it to open it. */
import { Field, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Group } from '../../../src/client/graph.ts'
import { useAdmin, useMay } from '../admin-context.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

/** `group` is the one to change; without it a new one is made. */
type Props = { readonly group?: Group; readonly onClose: () => void }

export const GroupDialog = ({ group, onClose }: Props) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const navigate = useNavigate()
  const mayAssignRoles = useMay('roles.write')
  const [name, setName] = useState(group?.displayName ?? '')
  const [description, setDescription] = useState(group?.description ?? '')
  const [nickname, setNickname] = useState(group?.mailNickname ?? '')
  const [assignable, setAssignable] = useState(false)
  const properties = {
    displayName: name.trim(),
    description: description.trim() === '' ? null : description.trim(),
    ...(nickname.trim() === '' ? {} : { mailNickname: nickname.trim() }),
  }
  const make = async (): Promise<string> =>
    (await graph.groups.create({ ...properties, isAssignableToRole: assignable })).id
  const update = async (id: string): Promise<string> => {
    await graph.groups.update(id, properties)
    return id
  }
  const change = useChange<void, string>(() => (group === undefined ? make() : update(group.id)), {
    said: (group === undefined ? words.group.created : words.group.saved)(properties.displayName),
    done: (id) => {
      onClose()
      if (group === undefined) void navigate(`/${organizationId}/groups/${id}`)
    },
  })
  return (
    <FormDialog
      open
      title={group === undefined ? words.group.new : words.group.editTitle(group.displayName)}
      submitLabel={group === undefined ? words.group.create : words.save}
      busy={change.isPending}
      error={change.error}
      ready={name.trim() !== ''}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <TextField label={words.name} value={name} required onChange={setName} />
      <TextField
        label={words.description}
        value={description}
        lines={3}
        maxLength={1024}
        onChange={setDescription}
      />
      <TextField
        label={words.group.mailNickname}
        value={nickname}
        maxLength={64}
        {...(group === undefined ? { hint: words.group.mailNicknameHint } : {})}
        onChange={setNickname}
      />
      {group === undefined && (
        <Field hint={mayAssignRoles.allowed ? words.group.assignableHint : mayAssignRoles.reason}>
          <Switch
            label={words.group.assignable}
            checked={assignable}
            disabled={!mayAssignRoles.allowed}
            onChange={(_, { checked }) => setAssignable(checked)}
          />
        </Field>
      )}
    </FormDialog>
  )
}
