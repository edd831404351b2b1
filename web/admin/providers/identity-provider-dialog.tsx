/** The dialog that names a provider or changes one. */
import { Checkbox, Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { IdentityProvider } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useOrganization } from '../queries.ts'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  choices: {
    display: 'flex',
    flexDirection: 'column',
    margin: '0',
    padding: '0',
    border: '0',
    minInlineSize: '0',
  },
  legend: { padding: '0' },
})

type Wish = {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  readonly isHome: boolean
  readonly domains: readonly string[]
}

const wishOf = (provider: IdentityProvider | undefined): Wish => ({
  name: provider?.displayName ?? '',
  issuer: provider?.issuer ?? '',
  clientId: provider?.clientId ?? '',
  secret: '',
  isHome: provider === undefined || provider.domains !== null,
  domains: provider?.domains ?? [],
})

type PartProps = { readonly wish: Wish; readonly change: (part: Partial<Wish>) => void }

const Domains = ({ wish, change }: PartProps) => {
  const text = useWords().provider
  const styles = useStyles()
  const { data } = useOrganization()
  const toggle = (name: string, on: boolean) =>
    change({ domains: on ? [...wish.domains, name] : wish.domains.filter((one) => one !== name) })
  return (
    // Not a Field: it would give its name to the first choice.
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{text.domains}</legend>
      {(data?.verifiedDomains ?? []).map(({ name }) => (
        <Checkbox
          key={name}
          label={name}
          checked={wish.domains.includes(name)}
          onChange={(_, { checked }) => toggle(name, checked === true)}
        />
      ))}
    </fieldset>
  )
}

const Role = ({ wish, change }: PartProps) => {
  const text = useWords().provider
  return (
    <Field label={text.role}>
      <RadioGroup
        value={wish.isHome ? 'home' : 'guests'}
        onChange={(_, { value }) => change({ isHome: value === 'home' })}
      >
        <Radio value="home" label={text.roles.home} />
        <Radio value="guests" label={text.roles.guests} />
      </RadioGroup>
    </Field>
  )
}

const isReady = ({ name, issuer, clientId, isHome, domains }: Wish): boolean =>
  name.trim() !== '' &&
  issuer.trim() !== '' &&
  clientId.trim() !== '' &&
  (!isHome || domains.length > 0)

type Props = { readonly provider?: IdentityProvider | undefined; readonly onClose: () => void }

/** Mount it to open it. */
export const IdentityProviderDialog = ({ provider, onClose }: Props) => {
  const words = useWords()
  const text = words.provider
  const { graph } = useAdmin()
  const [wish, setWish] = useState(() => wishOf(provider))
  const change = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }))
  const name = wish.name.trim()
  const given = {
    displayName: name,
    clientId: wish.clientId.trim(),
    domains: wish.isHome ? wish.domains : null,
    ...(wish.secret.trim() === '' ? {} : { clientSecret: wish.secret.trim() }),
  }
  const save = useChange<void, unknown>(
    () =>
      provider === undefined
        ? graph.providers.create({ ...given, issuer: wish.issuer.trim() })
        : graph.providers.update(provider.id, given),
    { said: provider === undefined ? text.added(name) : text.saved(name), done: onClose },
  )
  return (
    <FormDialog
      open
      title={provider === undefined ? text.newTitle : text.editTitle(provider.displayName)}
      submitLabel={provider === undefined ? text.add : words.save}
      busy={save.isPending}
      error={save.error}
      ready={isReady(wish)}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label={text.name}
        hint={text.nameHint}
        required
        value={wish.name}
        onChange={(value) => change({ name: value })}
      />
      {provider === undefined && (
        <TextField
          label={text.issuer}
          hint={text.issuerHint}
          type="url"
          maxLength={400}
          required
          value={wish.issuer}
          onChange={(issuer) => change({ issuer })}
        />
      )}
      <TextField
        label={text.clientId}
        required
        value={wish.clientId}
        onChange={(clientId) => change({ clientId })}
      />
      <TextField
        label={text.clientSecret}
        hint={provider?.hasClientSecret === true ? text.secretStays : text.secretHint}
        maxLength={1_024}
        value={wish.secret}
        onChange={(secret) => change({ secret })}
      />
      {provider === undefined && <Role wish={wish} change={change} />}
      {wish.isHome && <Domains wish={wish} change={change} />}
    </FormDialog>
  )
}
