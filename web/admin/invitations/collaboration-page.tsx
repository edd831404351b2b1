/**
 * External collaboration settings: who may invite, which domains, for how long, what people see
 * without a role; and whether guests may leave by themselves.
 */
import { useQuery } from '@tanstack/react-query'
import type { InvitationPolicy, TriedSettings } from '../../../src/client/graph.ts'
import {
  authorizationPolicy,
  type InvitationPolicyChanges,
} from '../../../src/wire/graph/organization.ts'
import { Card } from '../../ui/card.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { LeaveSettings } from '../organization/leave-settings.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { ChoiceField } from '../form/choice-fields.tsx'
import { NumberField } from '../form/number-field.tsx'
import { PageForm } from '../form/page-form.tsx'
import { changedIn } from '../form/changed-in.ts'
import { linesIn } from '../form/property-text.ts'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useWords, type Words } from '../words.tsx'
import { useSettingsQuestion } from './use-settings-question.tsx'

const of = authorizationPolicy.properties

const wishOf = (policy: InvitationPolicy) => ({
  who: policy.allowInvitesFrom,
  level: policy.guestUserRoleId,
  members: policy.defaultUserRolePermissions.allowedToReadOtherUsers
    ? ('everybody' as const)
    : ('themselves' as const),
  restoring: policy['guesthouse.restoringNeedsConsent'] ? ('asked' as const) : ('atOnce' as const),
  rule: policy['guesthouse.domainRule'],
  domains: policy['guesthouse.domains'].join('\n'),
  days: policy['guesthouse.invitationLifetimeDays'],
})
type Wish = ReturnType<typeof wishOf>

// However they are parted, as from a spreadsheet.
const oneALine = (domains: string): string => domains.trim().replaceAll(/[\s,;]+/g, '\n')

const policyOf = (wish: Wish): InvitationPolicyChanges => ({
  allowInvitesFrom: wish.who,
  guestUserRoleId: wish.level,
  defaultUserRolePermissions: { allowedToReadOtherUsers: wish.members === 'everybody' },
  'guesthouse.restoringNeedsConsent': wish.restoring === 'asked',
  'guesthouse.domainRule': wish.rule,
  'guesthouse.domains': wish.rule === 'none' ? [] : linesIn(oneALine(wish.domains)),
  'guesthouse.invitationLifetimeDays': wish.days,
})

// The others affect nobody who is here now.
const triedOf = ({
  'guesthouse.restoringNeedsConsent': _restoring,
  'guesthouse.invitationLifetimeDays': _days,
  ...tried
}: InvitationPolicyChanges): TriedSettings => tried as TriedSettings

const choicesOf = ({ collaboration: text }: Words) =>
  [
    { name: 'who', label: text.whoTitle, options: text.who },
    { name: 'members', label: text.membersTitle, options: text.members },
    { name: 'level', label: text.guestsTitle, options: text.guestLevels },
    { name: 'restoring', label: text.restoringTitle, options: text.restoring },
    { name: 'rule', label: text.domainsTitle, options: text.rules },
  ] as const

const Form = ({ policy }: { readonly policy: InvitationPolicy }) => {
  const words = useWords()
  const { graph } = useAdmin()
  const { allowed } = useMay('organization.write')
  const { ask, question } = useSettingsQuestion()
  const form = useSentForm<Wish, unknown>({
    values: wishOf(policy),
    confirm: (wish, before) => ask(triedOf(changedIn(policyOf(before), policyOf(wish)))),
    send: (wish, before) =>
      graph.invitations.updatePolicy(changedIn(policyOf(before), policyOf(wish))),
    said: words.collaboration.saved,
    targets: { 'guesthouse.domains': 'domains', 'guesthouse.invitationLifetimeDays': 'days' },
  })
  const { control } = form
  return (
    <PageForm form={form} action="organization.write">
      {choicesOf(words).map((choice) => (
        <ChoiceField key={choice.name} control={control} disabled={!allowed} {...choice} />
      ))}
      {form.watch('rule') !== 'none' && (
        <TextField
          control={control}
          name="domains"
          of={of['guesthouse.domains']}
          whole={oneALine}
          label={words.collaboration.domains}
          hint={words.collaboration.domainsHint}
          lines={5}
          disabled={!allowed}
        />
      )}
      <NumberField
        control={control}
        name="days"
        of={of['guesthouse.invitationLifetimeDays']}
        label={words.collaboration.lifetime}
        disabled={!allowed}
      />
      {question}
    </PageForm>
  )
}

const InvitationSettings = () => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'invitationPolicy'],
    queryFn: () => graph.invitations.policy(),
  })
  return (
    <Card title={words.invitation.title}>
      <ProblemBar error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Form policy={data} />}
    </Card>
  )
}

export const CollaborationPage = () => {
  const words = useWords()
  return (
    <AdminPage title={words.collaboration.title} intro={words.collaboration.intro}>
      <ForThoseWhoMay action="policies.read">
        <InvitationSettings />
        <LeaveSettings />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
