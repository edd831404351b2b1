/** Gives an application something in the directory: for everybody, for one person, by itself. */
import type { Control } from 'react-hook-form'
import type { Application, GraphClient, PermissionResource } from '../../../../src/client/graph.ts'
import { useAdmin } from '../../admin-context.tsx'
import { ChoiceField, SelectField } from '../../form/choice-fields.tsx'
import type { Choice } from '../../form/choices.ts'
import { FormDialog } from '../../form/form-dialog.tsx'
import { PeopleField } from '../../form/people-field.tsx'
import { pickedIn } from '../../form/pick-dialog.tsx'
import { useSentForm } from '../../form/use-sent-form.ts'
import { useWords, type Words } from '../../words.tsx'
import { giveForPeople } from './give.ts'
import { directory, offeredAt, useResource, type Kind } from './resource.ts'

type How = keyof Words['permission']['giveHows']
type Wish = {
  readonly how: How
  readonly picked: Choice | null
  /** The id of an app role, or the scope as programs write it; of each kind its own. */
  readonly scope: string
  readonly role: string
}

const send = (
  graph: GraphClient,
  clientId: string,
  resource: PermissionResource | undefined,
  wish: Wish,
): Promise<unknown> => {
  const resourceId = resource?.id ?? ''
  if (wish.how === 'itself')
    return graph.permissions.give({ principalId: clientId, resourceId, appRoleId: wish.role })
  const principalId = wish.how === 'person' ? pickedIn(wish).id : null
  return giveForPeople(graph, { clientId, resourceId, principalId, scope: wish.scope })
}

const optionsOf = (words: Words, resource: PermissionResource | undefined, kind: Kind) => [
  { value: '', label: '' },
  ...(resource === undefined ? [] : offeredAt(words, resource, kind)).map(
    ({ id, name, code = name }) => ({
      value: kind === 'Role' ? id : code,
      label: `${code} – ${name}`,
    }),
  ),
]

type WhichProps = {
  readonly control: Control<Wish>
  readonly how: How
  readonly resource: PermissionResource | undefined
}

/** Of those that there are of its kind. */
const Which = ({ control, how, resource }: WhichProps) => {
  const words = useWords()
  const isRole = how === 'itself'
  return (
    <SelectField
      control={control}
      name={isRole ? 'role' : 'scope'}
      required
      label={words.permission.permission}
      options={optionsOf(words, resource, isRole ? 'Role' : 'Scope')}
    />
  )
}

type Props = { readonly application: Application; readonly onClose: () => void }

/** Mount it to open it. */
export const GiveDialog = ({ application: { id }, onClose }: Props) => {
  const words = useWords()
  const text = words.permission
  const { graph } = useAdmin()
  const resource = useResource(directory)
  const form = useSentForm<Wish, unknown>({
    values: { how: 'everybody', picked: null, scope: '', role: '' },
    send: (wish) => send(graph, id, resource, wish),
    said: (_, { how, scope, role }) => {
      const options = optionsOf(words, resource, how === 'itself' ? 'Role' : 'Scope')
      const value = how === 'itself' ? role : scope
      return text.given(options.find((one) => one.value === value)?.label ?? value)
    },
    done: onClose,
  })
  const how = form.watch('how')
  const { control } = form
  return (
    <FormDialog
      form={form}
      title={text.giveOne}
      submitLabel={text.give}
      ready={resource !== undefined}
      onClose={onClose}
    >
      <ChoiceField control={control} name="how" label={text.giveHow} options={text.giveHows} />
      {how === 'person' && (
        <PeopleField control={control} name="picked" label={text.person} kinds={['user']} />
      )}
      <Which key={how} control={control} how={how} resource={resource} />
    </FormDialog>
  )
}
