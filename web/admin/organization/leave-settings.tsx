/** Whether external users may leave by themselves, and what becomes of those whose home is gone. */
import { Field, Switch, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keptWithoutHomeDays } from '../../../src/client/kept-days.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin, useMay } from '../admin-context.tsx'
import { useOrganization } from '../queries.ts'
import { useChange } from '../kit/use-change.ts'
import { UndoSetting } from './undo-setting.tsx'
import { useWords } from '../words.tsx'

type ForbidProps = {
  readonly busy: boolean
  readonly error: unknown
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Taking the way out from everybody asks first, and says how many that is. */
const ForbidDialog = ({ busy, error, onConfirm, onClose }: ForbidProps) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { data, isPending } = useQuery({
    queryKey: [organizationId, 'overview'],
    queryFn: () => graph.overview(),
    staleTime: 0,
  })
  return (
    <ConfirmDialog
      open
      danger
      title={words.property.forbidTitle}
      confirmLabel={words.property.forbid}
      ready={!isPending}
      busy={busy}
      error={error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {isPending ? (
        <Loading />
      ) : (
        <>
          <Text>
            {data === undefined
              ? words.property.forbidEverybody
              : words.property.forbidWhom(data.guests)}
          </Text>
          <Text>{words.property.forbidText}</Text>
        </>
      )}
    </ConfirmDialog>
  )
}

type SettingProps = { readonly allowsLeaving: boolean; readonly hasPrivacyContact: boolean }

const Setting = ({ allowsLeaving, hasPrivacyContact }: SettingProps) => {
  const words = useWords()
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
  const words = useWords()
  const { graph } = useAdmin()
  const { allowed, reason } = useMay('organization.write')
  const change = useChange(
    (allowDeletedIdentitiesDataRemoval: boolean) =>
      graph.organization.updatePolicy({ allowDeletedIdentitiesDataRemoval }),
    {
      said: (_, on) =>
        on ? words.property.homelessDeleted(keptWithoutHomeDays) : words.property.homelessKept,
    },
  )
  return (
    <>
      <Field hint={allowed ? words.property.homelessHint : reason}>
        <Switch
          label={words.property.homelessSwitch(keptWithoutHomeDays)}
          checked={deletes}
          disabled={!allowed}
          onChange={(_, { checked }) => {
            if (!change.isPending) change.mutate(checked)
          }}
        />
      </Field>
      <ProblemBar error={change.error} />
    </>
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
            allowsLeaving={policy.data.allowExternalIdentitiesToLeave}
            hasPrivacyContact={(organization.data.privacyProfile?.contactEmail ?? '') !== ''}
          />
          <UndoSetting hours={policy.data['guesthouse.undoLeavingHours']} />
          <HomelessSetting deletes={policy.data.allowDeletedIdentitiesDataRemoval} />
        </>
      )}
    </Card>
  )
}
