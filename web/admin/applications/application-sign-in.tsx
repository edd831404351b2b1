/**
 * How people sign in to an application: what its developer needs, the addresses it may use, and
 * what it may ask for.
 */
import { Checkbox, Field, makeStyles, Switch, Text } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type {
  Application,
  GraphScope,
  GroupMembershipClaims,
  RedirectKind,
  SignInProperties,
} from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { ApplicationSecrets } from './application-secrets.tsx'
import { CopyValue } from '../kit/copy-value.tsx'
import { Facts } from '../kit/facts.tsx'
import { MayButton } from '../kit/may.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

const kinds = ['web', 'spa', 'native'] as const
const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '20px' },
  form: { display: 'flex', flexDirection: 'column', gap: '16px', maxInlineSize: '640px' },
  choices: {
    display: 'flex',
    flexDirection: 'column',
    margin: '0',
    padding: '0',
    border: '0',
    minInlineSize: '0',
  },
  hint: { margin: '0' },
  legend: { padding: '0' },
})

type Props = { readonly application: Application }

const ForDevelopers = ({ application: { appId } }: Props) => {
  const text = useWords().signIn
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
      <Facts
        facts={values.map(([name, value]) => ({
          name,
          value: <CopyValue name={name} value={value} />,
        }))}
      />
    </Card>
  )
}

type Wish = {
  /** Of each kind, one a line. */
  readonly addresses: Readonly<Record<RedirectKind, string>>
  readonly pkce: boolean
  readonly away: boolean
  readonly logoutUrl: string
  readonly backchannel: string
  readonly assigned: boolean
  readonly scopes: readonly GraphScope[]
  readonly groups: keyof Words['signIn']['groupChoices']
}

const linesOfKind = (application: Application, wanted: RedirectKind): string =>
  (application['guesthouse.redirectUris'] ?? [])
    .filter(({ kind }) => kind === wanted)
    .map(({ uri }) => uri)
    .join('\n')

// Every group here is a security group, so Graph's two words for all of them are one choice.
const groupsOf = (claims: GroupMembershipClaims | null): Wish['groups'] =>
  claims === 'All' ? 'SecurityGroup' : (claims ?? 'none')

const wishOf = (application: Application): Wish => ({
  addresses: {
    web: linesOfKind(application, 'web'),
    spa: linesOfKind(application, 'spa'),
    native: linesOfKind(application, 'native'),
  },
  pkce: application['guesthouse.pkceRequired'] ?? true,
  away: application['guesthouse.worksWhileAway'] ?? true,
  logoutUrl: application['guesthouse.logoutUrl'] ?? '',
  backchannel: application['guesthouse.backchannelLogoutUrl'] ?? '',
  assigned: application.appRoleAssignmentRequired ?? false,
  scopes: application['guesthouse.graphScopes'] ?? [],
  groups: groupsOf(application['guesthouse.groupMembershipClaims'] ?? null),
})

const linesOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const orNull = (line: string): string | null => (line.trim() === '' ? null : line.trim())

const propertiesOf = ({
  addresses,
  logoutUrl,
  backchannel,
  assigned,
  scopes,
  pkce,
  away,
  groups,
}: Wish): Required<SignInProperties> => ({
  'guesthouse.redirectUris': kinds.flatMap((kind) =>
    linesOf(addresses[kind]).map((uri) => ({ kind, uri })),
  ),
  'guesthouse.pkceRequired': pkce,
  'guesthouse.worksWhileAway': away,
  'guesthouse.logoutUrl': orNull(logoutUrl),
  'guesthouse.backchannelLogoutUrl': orNull(backchannel),
  appRoleAssignmentRequired: assigned,
  'guesthouse.graphScopes': scopes,
  'guesthouse.groupMembershipClaims': groups === 'none' ? null : groups,
})

// Only what was changed is sent: who may not give scopes can still set the rest.
const changesOf = (before: Wish, now: Wish): SignInProperties => {
  const [old, wanted] = [propertiesOf(before), propertiesOf(now)]
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name as keyof typeof old]),
  )
  return Object.fromEntries(changed) as SignInProperties
}

const choosable = [
  'Directory.Read.All',
  'Directory.AccessAsUser.All',
] as const satisfies readonly GraphScope[]

type PartProps = {
  readonly wish: Wish
  readonly may: boolean
  readonly change: (part: Partial<Wish>) => void
}

const Addresses = ({ wish, may, change }: PartProps) => {
  const text = useWords().signIn
  return (
    <>
      {kinds.map((kind) => (
        <TextField
          key={kind}
          label={text.addresses[kind]}
          hint={text.addressesHints[kind]}
          lines={kind === 'web' ? 3 : 2}
          maxLength={20_000}
          value={wish.addresses[kind]}
          disabled={!may}
          onChange={(lines) => change({ addresses: { ...wish.addresses, [kind]: lines } })}
        />
      ))}
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
}

const Scopes = ({ wish, change }: Omit<PartProps, 'may'>) => {
  const text = useWords().signIn
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

const switchesOf = (text: Words['signIn']) =>
  [
    { name: 'assigned', label: text.assigned, hint: text.assignedHint },
    { name: 'pkce', label: text.pkce, hint: text.pkceHint },
    { name: 'away', label: text.away, hint: text.awayHint },
  ] as const

const SettingsForm = ({ application }: Props) => {
  const words = useWords()
  const text = words.signIn
  const styles = useStyles()
  const { graph } = useAdmin()
  const { allowed } = useMay('applications.write')
  const [wish, setWish] = useState(() => wishOf(application))
  const changes = changesOf(wishOf(application), wish)
  const unchanged = Object.keys(changes).length === 0
  const save = useChange(() => graph.applications.update(application.id, changes), {
    said: text.saved,
  })
  const change = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!unchanged && !save.isPending) save.mutate(undefined)
  }
  return (
    <Card title={text.settings}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Addresses wish={wish} may={allowed} change={change} />
        {switchesOf(text).map(({ name, label, hint }) => (
          <Field key={name} hint={hint}>
            <Switch
              checked={wish[name]}
              disabled={!allowed}
              label={label}
              onChange={(_, { checked }) => change({ [name]: checked })}
            />
          </Field>
        ))}
        <Choice
          label={text.groups}
          hint={text.groupsHint}
          value={wish.groups}
          options={text.groupChoices}
          disabled={!allowed}
          onChange={(groups) => change({ groups })}
        />
        <Scopes wish={wish} change={change} />
        <ProblemBar error={save.error} />
        <div>
          <MayButton
            action="applications.write"
            appearance="primary"
            type="submit"
            blocked={unchanged ? text.unchanged : undefined}
          >
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
