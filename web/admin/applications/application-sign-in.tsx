/**
 * How people sign in to an application: what its developer needs, the addresses it may use, and
 * what it is told.
 */
import { makeStyles } from '@fluentui/react-components'
import type { Control } from 'react-hook-form'
import type {
  Application,
  GroupClaims,
  RedirectKind,
  SignInProperties,
} from '../../../src/client/graph.ts'
import { awayDays } from '../../../src/client/kept-days.ts'
import {
  redirectKinds as kinds,
  signInProperties,
} from '../../../src/wire/graph/applications/service-principal.ts'
import { Card } from '../../ui/card.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { ApplicationSecrets } from './application-secrets.tsx'
import { CopyValue } from '../kit/copy-value.tsx'
import { Facts } from '../kit/facts.tsx'
import { changedIn } from '../form/changed-in.ts'
import { ChoiceField, SwitchField } from '../form/choice-fields.tsx'
import { PageForm } from '../form/page-form.tsx'
import { linesIn, textOrNull } from '../form/property-text.ts'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useOfItsHome } from './of-its-home.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '20px' },
  hint: { margin: '0' },
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
  readonly web: string
  readonly spa: string
  readonly native: string
  readonly pkce: boolean
  readonly away: boolean
  readonly logoutUrl: string
  readonly backchannel: string
  readonly enabled: boolean
  readonly assigned: boolean
  readonly groups: keyof Words['signIn']['groupChoices']
}

const linesOfKind = (application: Application, wanted: RedirectKind): string =>
  (application['guesthouse.redirectUris'] ?? [])
    .filter(({ kind }) => kind === wanted)
    .map(({ uri }) => uri)
    .join('\n')

// Every group here is a security group, so Graph's two words for all of them are one choice.
const groupsOf = (claims: GroupClaims | null): Wish['groups'] =>
  claims === 'All' ? 'SecurityGroup' : (claims ?? 'none')

const wishOf = (application: Application): Wish => ({
  web: linesOfKind(application, 'web'),
  spa: linesOfKind(application, 'spa'),
  native: linesOfKind(application, 'native'),
  pkce: application['guesthouse.pkceRequired'] ?? true,
  away: application['guesthouse.worksWhileAway'] ?? true,
  logoutUrl: application['guesthouse.logoutUrl'] ?? '',
  backchannel: application['guesthouse.backchannelLogoutUrl'] ?? '',
  enabled: application.accountEnabled ?? true,
  assigned: application.appRoleAssignmentRequired ?? false,
  groups: groupsOf(application['guesthouse.groupMembershipClaims'] ?? null),
})

const propertiesOf = (wish: Wish): SignInProperties => ({
  'guesthouse.redirectUris': kinds.flatMap((kind) =>
    linesIn(wish[kind]).map((uri) => ({ kind, uri })),
  ),
  'guesthouse.pkceRequired': wish.pkce,
  'guesthouse.worksWhileAway': wish.away,
  'guesthouse.logoutUrl': textOrNull(wish.logoutUrl),
  'guesthouse.backchannelLogoutUrl': textOrNull(wish.backchannel),
  accountEnabled: wish.enabled,
  appRoleAssignmentRequired: wish.assigned,
  'guesthouse.groupMembershipClaims': wish.groups === 'none' ? null : wish.groups,
})

// Only what was changed is sent.
const changesOf = (before: Wish, now: Wish): SignInProperties =>
  changedIn(propertiesOf(before), propertiesOf(now))

type PartProps = { readonly control: Control<Wish>; readonly disabled: boolean }

/** A list of addresses of one kind, as its field has it. */
const addresses = {
  ...signInProperties['guesthouse.redirectUris'].properties.uri,
  many: true,
  mostItems: signInProperties['guesthouse.redirectUris'].mostItems,
  required: undefined,
} as const

const Addresses = (part: PartProps) => {
  const text = useWords().signIn
  return (
    <>
      {kinds.map((kind) => (
        <TextField
          key={kind}
          {...part}
          name={kind}
          of={addresses}
          label={text.addresses[kind]}
          hint={text.addressesHints[kind]}
          lines={kind === 'web' ? 3 : 2}
        />
      ))}
      <TextField
        {...part}
        name="logoutUrl"
        of={signInProperties['guesthouse.logoutUrl']}
        label={text.logoutUrl}
        hint={text.logoutUrlHint}
      />
      <TextField
        {...part}
        name="backchannel"
        of={signInProperties['guesthouse.backchannelLogoutUrl']}
        label={text.backchannel}
        hint={text.backchannelHint}
      />
    </>
  )
}

const switchesOf = (text: Words['signIn']) =>
  [
    { name: 'enabled', label: text.enabled, hint: text.enabledHint },
    { name: 'assigned', label: text.assigned, hint: text.assignedHint },
    { name: 'pkce', label: text.pkce, hint: text.pkceHint },
    { name: 'away', label: text.away, hint: text.awayHint(awayDays) },
  ] as const

const SettingsForm = ({ application }: Props) => {
  const styles = useStyles()
  const text = useWords().signIn
  const { graph } = useAdmin()
  const { allowed } = useMay('applications.write')
  const form = useSentForm<Wish, unknown>({
    values: wishOf(application),
    // Not compared with what is there by now: what another has changed meanwhile stays.
    send: (wish, before) => graph.applications.update(application.id, changesOf(before, wish)),
    said: text.saved,
    targets: {
      'web.redirectUris': 'web',
      'spa.redirectUris': 'spa',
      'publicClient.redirectUris': 'native',
      'guesthouse.logoutUrl': 'logoutUrl',
      'guesthouse.backchannelLogoutUrl': 'backchannel',
    },
  })
  const home = useOfItsHome(application)
  const part = { control: form.control, disabled: !allowed }
  const ofHome = { ...part, disabled: !allowed || home !== undefined }
  const partOf = (name: string) => (name === 'pkce' || name === 'away' ? ofHome : part)
  return (
    <Card title={text.settings}>
      {home !== undefined && <p className={styles.hint}>{text.ofItsHome}</p>}
      <PageForm form={form} action="applications.write">
        <Addresses {...ofHome} />
        {switchesOf(text).map((one) => (
          <SwitchField key={one.name} {...partOf(one.name)} {...one} />
        ))}
        <ChoiceField
          {...ofHome}
          name="groups"
          label={text.groups}
          hint={text.groupsHint}
          options={text.groupChoices}
        />
      </PageForm>
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
