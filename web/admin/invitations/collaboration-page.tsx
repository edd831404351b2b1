/**
 * External collaboration settings: who may invite, which domains, for how long, what people see
 * without a role; and whether guests may leave by themselves.
 */
import { Field, SpinButton, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { InvitationPolicy } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { LeaveSettings } from '../organization/leave-settings.tsx'
import { ForThoseWhoMay, MayButton } from '../kit/may.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', maxInlineSize: '560px' },
})

type Who = InvitationPolicy['allowInvitesFrom']
type Rule = InvitationPolicy['guesthouse.domainRule']

const Form = ({ policy }: { readonly policy: InvitationPolicy }) => {
  const words = useWords()
  const styles = useStyles()
  const { graph } = useAdmin()
  const { allowed } = useMay('organization.write')
  const [who, setWho] = useState<Who>(policy.allowInvitesFrom)
  const [level, setLevel] = useState(policy.guestUserRoleId)
  const [members, setMembers] = useState<'everybody' | 'themselves'>(
    policy.defaultUserRolePermissions.allowedToReadOtherUsers ? 'everybody' : 'themselves',
  )
  const [restoring, setRestoring] = useState<'atOnce' | 'asked'>(
    policy['guesthouse.restoringNeedsConsent'] ? 'asked' : 'atOnce',
  )
  const [rule, setRule] = useState<Rule>(policy['guesthouse.domainRule'])
  const [domains, setDomains] = useState(policy['guesthouse.domains'].join('\n'))
  const [days, setDays] = useState(policy['guesthouse.invitationLifetimeDays'])
  const wrongDays =
    Number.isInteger(days) && days >= 1 && days <= 90
      ? undefined
      : words.collaboration.lifetimeWrong
  const save = useChange(
    (changes: Partial<InvitationPolicy>) => graph.invitations.updatePolicy(changes),
    {
      said: words.collaboration.saved,
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const list = domains.split(/\s+/).filter((domain) => domain !== '')
    save.mutate({
      allowInvitesFrom: who,
      guestUserRoleId: level,
      defaultUserRolePermissions: { allowedToReadOtherUsers: members === 'everybody' },
      'guesthouse.restoringNeedsConsent': restoring === 'asked',
      'guesthouse.domainRule': rule,
      'guesthouse.domains': rule === 'none' ? [] : list,
      'guesthouse.invitationLifetimeDays': days,
    })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Choice
        label={words.collaboration.whoTitle}
        value={who}
        options={words.collaboration.who}
        disabled={!allowed}
        onChange={setWho}
      />
      <Choice
        label={words.collaboration.membersTitle}
        value={members}
        options={words.collaboration.members}
        disabled={!allowed}
        onChange={setMembers}
      />
      <Choice
        label={words.collaboration.guestsTitle}
        value={level}
        options={words.collaboration.guestLevels}
        disabled={!allowed}
        onChange={setLevel}
      />
      <Choice
        label={words.collaboration.restoringTitle}
        value={restoring}
        options={words.collaboration.restoring}
        disabled={!allowed}
        onChange={setRestoring}
      />
      <Choice
        label={words.collaboration.domainsTitle}
        value={rule}
        options={words.collaboration.rules}
        disabled={!allowed}
        onChange={setRule}
      />
      {rule !== 'none' && (
        <TextField
          label={words.collaboration.domains}
          hint={words.collaboration.domainsHint}
          lines={5}
          maxLength={25_000}
          value={domains}
          disabled={!allowed}
          onChange={setDomains}
        />
      )}
      <Field
        label={words.collaboration.lifetime}
        {...(wrongDays === undefined ? {} : { validationMessage: wrongDays })}
      >
        <SpinButton
          value={Number.isNaN(days) ? null : days}
          min={1}
          max={90}
          disabled={!allowed}
          onChange={(_, { value, displayValue }) =>
            setDays(value ?? Number.parseInt(displayValue ?? '', 10))
          }
        />
      </Field>
      <ProblemBar error={save.error} />
      <div>
        <MayButton
          action="organization.write"
          appearance="primary"
          type="submit"
          blocked={wrongDays}
        >
          {words.save}
        </MayButton>
      </div>
    </form>
  )
}

const Settings = () => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const policy = useQuery({
    queryKey: [organizationId, 'invitationPolicy'],
    queryFn: () => graph.invitations.policy(),
  })
  const organization = useQuery({
    queryKey: [organizationId, 'organization'],
    queryFn: () => graph.organization.read(),
  })
  const error = policy.error ?? organization.error
  return (
    <>
      <ProblemBar error={error} />
      {error === null && (policy.data === undefined || organization.data === undefined) && (
        <Loading />
      )}
      {policy.data !== undefined && (
        <Card title={words.invitation.title}>
          <Form policy={policy.data} />
        </Card>
      )}
      {organization.data !== undefined && (
        <LeaveSettings
          hasPrivacyContact={(organization.data.privacyProfile?.contactEmail ?? null) !== null}
        />
      )}
    </>
  )
}

export const CollaborationPage = () => {
  const words = useWords()
  return (
    <AdminPage title={words.collaboration.title} intro={words.collaboration.intro}>
      <ForThoseWhoMay action="policies.read">
        <Settings />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
