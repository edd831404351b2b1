/** Makes a group, or changes one. Mount it to open it. */
import type { Control } from 'react-hook-form'
import type { Group } from '../../../src/client/graph.ts'
import { group as definition } from '../../../src/wire/graph/group.ts'
import { useAdmin, useMay } from '../admin-context.tsx'
import { SwitchField } from '../form/choice-fields.tsx'
import { DescriptionField } from '../form/description-field.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { textOrNull } from '../form/property-text.ts'
import { TextField } from '../form/text-field.tsx'
import { useObjectForm } from '../form/use-object-form.ts'
import { useWords } from '../words.tsx'

/** `group` is the one to change; without it a new one is made. */
type Props = { readonly group?: Group; readonly onClose: () => void }

type Wish = {
  readonly displayName: string
  readonly description: string
  readonly mailNickname: string
  readonly isAssignableToRole: boolean
}

const of = definition.properties

const wishOf = (group: Group | undefined): Wish => ({
  displayName: group?.displayName ?? '',
  description: group?.description ?? '',
  mailNickname: group?.mailNickname ?? '',
  isAssignableToRole: false,
})

const propertiesOf = ({ displayName, description, mailNickname }: Wish) => ({
  displayName: displayName.trim(),
  description: textOrNull(description),
  ...(mailNickname.trim() === '' ? {} : { mailNickname: mailNickname.trim() }),
})

/** Whether it can be given roles is decided when it is made, by who may give them. */
const AssignableField = ({ control }: { readonly control: Control<Wish> }) => {
  const words = useWords().group
  const { allowed, reason } = useMay('roles.write')
  return (
    <SwitchField
      control={control}
      name="isAssignableToRole"
      label={words.assignable}
      hint={allowed ? words.assignableHint : reason}
      disabled={!allowed}
    />
  )
}

export const GroupDialog = ({ group, onClose }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  const form = useObjectForm<Wish>({
    id: group?.id,
    values: wishOf(group),
    create: (wish) =>
      graph.groups.create({
        ...propertiesOf(wish),
        isAssignableToRole: wish.isAssignableToRole,
      }),
    update: (id, wish) => graph.groups.update(id, propertiesOf(wish)),
    words: words.group,
    list: 'groups',
    onClose,
  })
  const { control } = form
  const isNew = group === undefined
  return (
    <FormDialog
      form={form}
      title={isNew ? words.group.new : words.group.editTitle(group.displayName)}
      submitLabel={isNew ? words.group.create : words.save}
      changes={group !== undefined}
      onClose={onClose}
    >
      <TextField control={control} name="displayName" of={of.displayName} label={words.name} />
      <DescriptionField control={control} name="description" of={of.description} />
      <TextField
        control={control}
        name="mailNickname"
        of={of.mailNickname}
        label={words.group.mailNickname}
        hint={isNew ? words.group.mailNicknameHint : undefined}
      />
      {isNew && <AssignableField control={control} />}
    </FormDialog>
  )
}
