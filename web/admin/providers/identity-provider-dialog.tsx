/** The dialog that names a provider or changes one. */
import type { IdentityProvider } from '../../../src/client/graph.ts'
import { identityProvider } from '../../../src/wire/graph/identity-provider.ts'
import { useAdmin } from '../admin-context.tsx'
import { changedIn } from '../form/changed-in.ts'
import { ChecksField, ChoiceField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useOrganization } from '../queries.ts'
import { useWords } from '../words.tsx'

type Props = { readonly provider?: IdentityProvider | undefined; readonly onClose: () => void }

type Wish = {
  readonly displayName: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly role: 'home' | 'guests'
  readonly domains: readonly string[]
}

const of = identityProvider.properties

const wishOf = (provider: IdentityProvider | undefined): Wish => ({
  displayName: provider?.displayName ?? '',
  issuer: provider?.issuer ?? '',
  clientId: provider?.clientId ?? '',
  clientSecret: '',
  role: provider === undefined || provider.domains !== null ? 'home' : 'guests',
  domains: provider?.domains ?? [],
})

const propertiesOf = ({ displayName, clientId, clientSecret, role, domains }: Wish) => ({
  displayName: displayName.trim(),
  clientId: clientId.trim(),
  domains: role === 'home' ? domains : null,
  ...(clientSecret.trim() === '' ? {} : { clientSecret: clientSecret.trim() }),
})

/** Mount it to open it. */
export const IdentityProviderDialog = ({ provider, onClose }: Props) => {
  const words = useWords()
  const text = words.provider
  const { graph } = useAdmin()
  const { data } = useOrganization()
  const form = useSentForm<Wish, unknown>({
    values: wishOf(provider),
    send: (wish, before) =>
      provider === undefined
        ? graph.providers.create({ ...propertiesOf(wish), issuer: wish.issuer.trim() })
        : graph.providers.update(provider.id, changedIn(propertiesOf(before), propertiesOf(wish))),
    said: (_, { displayName }) =>
      (provider === undefined ? text.added : text.saved)(displayName.trim()),
    done: onClose,
  })
  const { control } = form
  return (
    <FormDialog
      form={form}
      title={provider === undefined ? text.newTitle : text.editTitle(provider.displayName)}
      submitLabel={provider === undefined ? text.add : words.save}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="displayName"
        of={of.displayName}
        label={text.name}
        hint={text.nameHint}
      />
      {provider === undefined && (
        <TextField
          control={control}
          name="issuer"
          of={of.issuer}
          label={text.issuer}
          hint={text.issuerHint}
        />
      )}
      <TextField control={control} name="clientId" of={of.clientId} label={text.clientId} />
      <TextField
        control={control}
        name="clientSecret"
        of={of.clientSecret}
        label={text.clientSecret}
        hint={provider?.hasClientSecret === true ? text.secretStays : text.secretHint}
      />
      {provider === undefined && (
        <ChoiceField control={control} name="role" label={text.role} options={text.roles} />
      )}
      {form.watch('role') === 'home' && (
        <ChecksField
          control={control}
          name="domains"
          required
          label={text.domains}
          options={(data?.verifiedDomains ?? []).map(({ name }) => ({ value: name, label: name }))}
        />
      )}
    </FormDialog>
  )
}
