/** How people sign in to an application: what its developer needs, the addresses it may use, and what it may ask for. */
import { Checkbox, Field, makeStyles, Radio, RadioGroup, Switch, Text } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { Application, GraphScope, RedirectKind, SignInProperties } from '../../src/client/graph.ts'
import { Card } from '../ui/card.tsx'
import { ProblemBar } from '../ui/problem.tsx'
import { useAdmin, useMay } from './admin-context.tsx'
import { ApplicationSecrets } from './application-secrets.tsx'
import { CopyValue } from './copy-value.tsx'
import { Facts } from './facts.tsx'
import { MayButton } from './may.tsx'
import { TextField } from './text-field.tsx'
import { useChange } from './use-change.ts'
import { words } from './words.ts'

const text = words.signIn
const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '20px' },
  form: { display: 'flex', flexDirection: 'column', gap: '16px', maxInlineSize: '640px' },
  choices: { display: 'flex', flexDirection: 'column', margin: '0', padding: '0', border: '0', minInlineSize: '0' },
  hint: { margin: '0' },
  legend: { padding: '0' },
})

type Props = { readonly application: Application }

const ForDevelopers = ({ application: { appId } }: Props) => {
  const { organizationId } = useAdmin()
  const issuer = `${location.origin}/${organizationId}/v2.0`
  const values = [
    [text.clientId, appId],
    [text.issuer, issuer],
    [text.discovery, `${issuer}/.well-known/openid-configuration`],
  ] as const
  return (
    <Card title={text.forDevelopers}>
      <p className={useStyles().hint}>{text.forDevelopersHint}</p>
      <Facts facts={values.map(([name, value]) => ({ name, value: <CopyValue name={name} value={value} /> }))} />
    </Card>
  )
}

type Wish = {
  readonly kind: RedirectKind
  readonly addresses: string
  readonly logoutUrl: string
  readonly backchannel: string
  readonly assigned: boolean
  readonly scopes: readonly GraphScope[]
}

const wishOf = (application: Application): Wish => ({
  kind: application['guesthouse.redirectUris']?.[0]?.kind ?? 'web',
  addresses: (application['guesthouse.redirectUris'] ?? []).map(({ uri }) => uri).join('\n'),
  logoutUrl: application['guesthouse.logoutUrl'] ?? '',
  backchannel: application['guesthouse.backchannelLogoutUrl'] ?? '',
  assigned: application.appRoleAssignmentRequired ?? false,
  scopes: application['guesthouse.graphScopes'] ?? [],
})

const linesOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const orNull = (line: string): string | null => (line.trim() === '' ? null : line.trim())

const propertiesOf = ({ kind, addresses, logoutUrl, backchannel, assigned, scopes }: Wish): Required<SignInProperties> => ({
  'guesthouse.redirectUris': linesOf(addresses).map((uri) => ({ kind, uri })),
  'guesthouse.logoutUrl': orNull(logoutUrl),
  'guesthouse.backchannelLogoutUrl': orNull(backchannel),
  appRoleAssignmentRequired: assigned,
  'guesthouse.graphScopes': scopes,
})

// Only what was changed is sent: who may not give scopes can still set the rest.
const changesOf = (before: Wish, now: Wish): SignInProperties => {
  const [old, wanted] = [propertiesOf(before), propertiesOf(now)]
  const changed = Object.entries(wanted).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name as keyof typeof old]))
  return Object.fromEntries(changed) as SignInProperties
}

const kinds = ['web', 'spa', 'native'] as const
const choosable = ['Directory.Read.All', 'Directory.AccessAsUser.All'] as const satisfies readonly GraphScope[]

type PartProps = { readonly wish: Wish; readonly may: boolean; readonly change: (part: Partial<Wish>) => void }

const Addresses = ({ wish, may, change }: PartProps) => (
  <>
    <Field label={text.kind}>
      <RadioGroup value={wish.kind} disabled={!may} onChange={(_, { value }) => change({ kind: value as RedirectKind })}>
        {kinds.map((kind) => (
          <Radio key={kind} value={kind} label={text.kinds[kind]} />
        ))}
      </RadioGroup>
    </Field>
    <TextField
      label={text.addresses}
      hint={text.addressesHint}
      lines={3}
      maxLength={20_000}
      value={wish.addresses}
      disabled={!may}
      onChange={(addresses) => change({ addresses })}
    />
    <TextField
      label={text.logoutUrl}
      hint={text.logoutUrlHint}
      type="url"
      maxLength={2_048}
      value={wish.logoutUrl}
      disabled={!may}
      onChange={(logoutUrl) => change({ logoutUrl })}
    />
    <TextField
      label={text.backchannel}
      hint={text.backchannelHint}
      type="url"
      maxLength={2_048}
      value={wish.backchannel}
      disabled={!may}
      onChange={(backchannel) => change({ backchannel })}
    />
  </>
)

const Scopes = ({ wish, change }: Omit<PartProps, 'may'>) => {
  const styles = useStyles()
  const { allowed, reason } = useMay('roles.write')
  const toggle = (scope: GraphScope, on: boolean) =>
    change({ scopes: choosable.filter((one) => (one === scope ? on : wish.scopes.includes(one))) })
  return (
    // Not a Field: it would give its name to the first choice.
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{text.scopes}</legend>
      <Checkbox checked disabled label={text.scopeNames['User.Read']} />
      {choosable.map((scope) => (
        <Checkbox
          key={scope}
          checked={wish.scopes.includes(scope)}
          disabled={!allowed}
          label={text.scopeNames[scope]}
          onChange={(_, { checked }) => toggle(scope, checked === true)}
        />
      ))}
      <Text size={200}>{allowed ? text.scopesHint : reason}</Text>
    </fieldset>
  )
}

const SettingsForm = ({ application }: Props) => {
  const styles = useStyles()
  const { graph } = useAdmin()
  const { allowed } = useMay('applications.write')
  const [wish, setWish] = useState(() => wishOf(application))
  const changes = changesOf(wishOf(application), wish)
  const unchanged = Object.keys(changes).length === 0
  const save = useChange(() => graph.applications.update(application.id, changes), { said: text.saved })
  const change = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!unchanged && !save.isPending) save.mutate(undefined)
  }
  return (
    <Card title={text.settings}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Addresses wish={wish} may={allowed} change={change} />
        <Field hint={text.assignedHint}>
          <Switch
            checked={wish.assigned}
            disabled={!allowed}
            label={text.assigned}
            onChange={(_, { checked }) => change({ assigned: checked })}
          />
        </Field>
        <Scopes wish={wish} change={change} />
        <ProblemBar error={save.error} />
        <div>
          <MayButton action="applications.write" appearance="primary" type="submit" blocked={unchanged ? text.unchanged : undefined}>
            {words.save}
          </MayButton>
        </div>
      </form>
    </Card>
  )
}

export const ApplicationSignIn = ({ application }: Props) => {
  const styles = useStyles()
  return (
    <div className={styles.all}>
      <ForDevelopers application={application} />
      <SettingsForm application={application} />
      <ApplicationSecrets application={application} />
    </div>
  )
}
