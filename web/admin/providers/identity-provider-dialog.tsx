/** The dialog that names a provider or changes one. */
import type { IdentityProvider } from '../../../src/client/graph.ts'
import { identityProvider } from '../../../src/wire/graph/identity-provider.ts'
import { useAdmin } from '../admin-context.tsx'
import { changedIn } from '../form/changed-in.ts'
import { ChecksField, ChoiceField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm, type SentForm } from '../form/use-sent-form.ts'
import { domainsOf } from '../kit/domains.ts'
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

const nothing: Wish = {
  displayName: '',
  issuer: '',
  clientId: '',
  clientSecret: '',
  role: 'home',
  domains: [],
}

const wishOf = ({ displayName, issuer, clientId, domains }: IdentityProvider): Wish => ({
  displayName,
  issuer,
  clientId,
  clientSecret: '',
  role: domains === null ? 'guests' : 'home',
  domains: domains ?? [],
})

const propertiesOf = ({ displayName, clientId, clientSecret, role, domains }: Wish) => ({
  displayName: displayName.trim(),
  clientId: clientId.trim(),
  domains: role === 'home' ? domains : null,
  ...(clientSecret.trim() === '' ? {} : { clientSecret: clientSecret.trim() }),
})

type FieldsProps = Pick<SentForm<Wish, unknown>, 'control' | 'watch'> & {
  readonly provider: IdentityProvider | undefined
}

/** Where it is and what the organization is called there. Where it is stays. */
const ClientFields = ({ control, provider }: FieldsProps) => {
  const text = useWords().provider
  return (
    <>
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
    </>
  )
}

/** Whom it signs in. A home stays one, and so does one for guests. */
const WhomFields = ({ control, watch, provider }: FieldsProps) => {
  const text = useWords().provider
  const { data } = useOrganization()
  return (
    <>
      {provider === undefined && (
        <ChoiceField control={control} name="role" label={text.role} options={text.roles} />
      )}
      {watch('role') === 'home' && (
        <ChecksField
          control={control}
          name="domains"
          required
          label={text.domains}
          options={domainsOf(data).names.map((name) => ({ value: name, label: name }))}
        />
      )}
    </>
  )
}

/** Mount it to open it. */
export const IdentityProviderDialog = ({ provider, onClose }: Props) => {
  const words = useWords()
  const text = words.provider
  const { graph } = useAdmin()
  const form = useSentForm<Wish, unknown>({
    values: provider === undefined ? nothing : wishOf(provider),
    send: (wish, before) =>
      provider === undefined
        ? graph.providers.create({ ...propertiesOf(wish), issuer: wish.issuer.trim() })
        : graph.providers.update(provider.id, changedIn(propertiesOf(before), propertiesOf(wish))),
    said: (_, { displayName }) =>
      (provider === undefined ? text.added : text.saved)(displayName.trim()),
    done: onClose,
  })
  const { control, watch } = form
  return (
    <FormDialog
      form={form}
      title={provider === undefined ? text.newTitle : text.editTitle(provider.displayName)}
      submitLabel={provider === undefined ? text.add : words.save}
      changes={provider !== undefined}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="displayName"
        of={of.displayName}
        label={text.name}
        hint={text.nameHint}
      />
      <ClientFields control={control} watch={watch} provider={provider} />
      <WhomFields control={control} watch={watch} provider={provider} />
    </FormDialog>
  )
}
