/** Whether external users may leave by themselves, and what becomes of those whose home is gone. */
import { Field, Switch, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keptWithoutHomeDays } from '../../../src/client/kept-days.ts'
import type { ExternalIdentitiesPolicy } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { useOrganization } from '../queries.ts'
import { SettingSwitch } from '../kit/setting-switch.tsx'
import { useChange } from '../kit/use-change.ts'
import { SettingsEffects } from '../invitations/settings-effects.tsx'
import { AttestSetting } from './attest-setting.tsx'
import { UndoSetting } from './undo-setting.tsx'
import { useWords } from '../words.tsx'

type ForbidProps = {
  readonly policy: ExternalIdentitiesPolicy
  readonly busy: boolean
  readonly error: unknown
  readonly onConfirm: () => void
  readonly onClose: () => void
}

const forbidding = { allowExternalIdentitiesToLeave: false }

/** Taking the way out from everybody asks first, and says whom it concerns and what is left. */
const ForbidDialog = ({ policy, busy, error, onConfirm, onClose }: ForbidProps) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const trial = useQuery({
    queryKey: [organizationId, 'settingsTrial', forbidding],
    queryFn: () => graph.invitations.trySettings(forbidding),
    staleTime: 0,
  })
  return (
    <ConfirmDialog
      open
      danger
      title={words.property.forbidTitle}
      confirmLabel={words.property.forbid}
      ready={!trial.isPending}
      busy={busy}
      error={error ?? trial.error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {trial.isPending && <Loading />}
      {trial.data !== undefined && <SettingsEffects settings={forbidding} trial={trial.data} />}
      <Text>
        {policy['guesthouse.removesUnanswered']
          ? words.property.forbidText(policy['guesthouse.answerDays'])
          : words.property.forbidTextKept}
      </Text>
    </ConfirmDialog>
  )
}

type SettingProps = {
  readonly policy: ExternalIdentitiesPolicy
  readonly hasPrivacyContact: boolean
}

const Setting = ({ policy, hasPrivacyContact }: SettingProps) => {
  const words = useWords()
  const { allowExternalIdentitiesToLeave: allowsLeaving } = policy
  const { graph } = useAdmin()
  const { allowed, reason } = useMay('organization.write')
  const [asking, setAsking] = useState(false)
  const change = useChange(
    (allowExternalIdentitiesToLeave: boolean) =>
      graph.organization.updatePolicy({ allowExternalIdentitiesToLeave }),
    {
      said: (_, allow) => (allow ? words.property.leaveAllowed : words.property.leaveRefused),
      done: () => setAsking(false),
    },
  )
  // Turning it off leaves guests with nobody to ask, so the contact comes first.
  const needsContact = allowsLeaving && !hasPrivacyContact
  const why = allowed
    ? needsContact
      ? words.property.leaveNeedsContact
      : words.property.leaveHint
    : reason
  return (
    <>
      <Field hint={why}>
        <Switch
          label={words.property.leaveSwitch}
          checked={allowsLeaving}
          disabled={!allowed || needsContact}
          onChange={(_, { checked }) => {
            if (!checked) setAsking(true)
            else if (!change.isPending) change.mutate(true)
          }}
        />
      </Field>
      <ProblemBar error={asking ? null : change.error} />
      {asking && (
        <ForbidDialog
          policy={policy}
          busy={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate(false)}
          onClose={() => {
            change.reset()
            setAsking(false)
          }}
        />
      )}
    </>
  )
}

const HomelessSetting = ({ deletes }: { readonly deletes: boolean }) => {
  const words = useWords().property
  const { graph } = useAdmin()
  return (
    <SettingSwitch
      label={words.homelessSwitch(keptWithoutHomeDays)}
      hint={words.homelessHint}
      isOn={deletes}
      change={(allowDeletedIdentitiesDataRemoval) =>
        graph.organization.updatePolicy({ allowDeletedIdentitiesDataRemoval })
      }
      said={(on) => (on ? words.homelessDeleted(keptWithoutHomeDays) : words.homelessKept)}
    />
  )
}

export const LeaveSettings = () => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const organization = useOrganization()
  const policy = useQuery({
    queryKey: [organizationId, 'policy'],
    queryFn: () => graph.organization.policy(),
  })
  const error = policy.error ?? organization.error
  const isRead = policy.data !== undefined && organization.data !== undefined
  return (
    <Card title={words.property.leaveTitle}>
      <ProblemBar error={error} />
      {!isRead && error === null && <Loading />}
      {isRead && (
        <>
          <Setting
            policy={policy.data}
            hasPrivacyContact={(organization.data.privacyProfile?.contactEmail ?? '') !== ''}
          />
          <UndoSetting hours={policy.data['guesthouse.undoLeavingHours']} />
          <AttestSetting allows={policy.data['guesthouse.guestsAttest']} />
          <HomelessSetting deletes={policy.data.allowDeletedIdentitiesDataRemoval} />
        </>
      )}
    </Card>
  )
}
