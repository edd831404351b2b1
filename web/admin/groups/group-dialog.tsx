/** Makes a group, or changes one. Mount it to open it. */
import { useNavigate } from 'react-router'
import type { Group } from '../../../src/client/graph.ts'
import { group as definition } from '../../../src/wire/graph/group.ts'
import { useAdmin, useMay } from '../admin-context.tsx'
import { SwitchField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { textOrNull } from '../form/property-text.ts'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useWords } from '../words.tsx'

/** `group` is the one to change; without it a new one is made. */
type Props = { readonly group?: Group; readonly onClose: () => void }

const of = definition.properties

export const GroupDialog = ({ group, onClose }: Props) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const navigate = useNavigate()
  const mayAssignRoles = useMay('roles.write')
  const form = useSentForm({
    values: {
      displayName: group?.displayName ?? '',
      description: group?.description ?? '',
      mailNickname: group?.mailNickname ?? '',
      isAssignableToRole: false,
    },
    send: async ({ displayName, description, mailNickname, isAssignableToRole }) => {
      const properties = {
        displayName: displayName.trim(),
        description: textOrNull(description),
        ...(mailNickname.trim() === '' ? {} : { mailNickname: mailNickname.trim() }),
      }
      if (group === undefined)
        return (await graph.groups.create({ ...properties, isAssignableToRole })).id
      await graph.groups.update(group.id, properties)
      return group.id
    },
    said: (_, { displayName }) =>
      (group === undefined ? words.group.created : words.group.saved)(displayName.trim()),
    done: (id) => {
      onClose()
      if (group === undefined) void navigate(`/${organizationId}/groups/${id}`)
    },
  })
  const { control } = form
  return (
    <FormDialog
      form={form}
      title={group === undefined ? words.group.new : words.group.editTitle(group.displayName)}
      submitLabel={group === undefined ? words.group.create : words.save}
      onClose={onClose}
    >
      <TextField control={control} name="displayName" of={of.displayName} label={words.name} />
      <TextField
        control={control}
        name="description"
        of={of.description}
        label={words.description}
        lines={3}
      />
      <TextField
        control={control}
        name="mailNickname"
        of={of.mailNickname}
        label={words.group.mailNickname}
        hint={group === undefined ? words.group.mailNicknameHint : undefined}
      />
      {group === undefined && (
        <SwitchField
          control={control}
          name="isAssignableToRole"
          label={words.group.assignable}
          hint={mayAssignRoles.allowed ? words.group.assignableHint : mayAssignRoles.reason}
          disabled={!mayAssignRoles.allowed}
        />
      )}
    </FormDialog>
  )
}
