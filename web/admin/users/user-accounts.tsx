/** The accounts at the organization's own providers that a member signs in with. */
import { makeStyles, Text } from '@fluentui/react-components'
import { LinkRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FederatedIdentity, IdentityProvider, User } from '../../../src/client/graph.ts'
import { federatedIdentity } from '../../../src/wire/graph/identity-provider.ts'
import { Card } from '../../ui/card.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin, useBlocked } from '../admin-context.tsx'
import { SelectField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { MayButton } from '../kit/may.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { RemovableRow, RemovableRows } from '../kit/removable-rows.tsx'
import { Question } from '../kit/question.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({ hint: { margin: '0' } })

type UserProps = { readonly user: User }
type DialogProps = UserProps & { readonly onClose: () => void }
type TieProps = UserProps & { readonly providers: readonly IdentityProvider[] }

const TieDialog = ({ user, providers, onClose }: TieProps & Pick<DialogProps, 'onClose'>) => {
  const text = useWords().provider
  const { graph } = useAdmin()
  const form = useSentForm({
    values: { issuer: providers[0]?.issuer ?? '', issuerAssignedId: '' },
    send: ({ issuer, issuerAssignedId }) =>
      graph.users.tie(user.id, { issuer, issuerAssignedId: issuerAssignedId.trim() }),
    said: text.tied,
    done: onClose,
    targets: { identities: 'issuerAssignedId' },
  })
  return (
    <FormDialog
      form={form}
      title={text.tieTitle(user.displayName)}
      submitLabel={text.tieConfirm}
      onClose={onClose}
    >
      <SelectField
        control={form.control}
        name="issuer"
        label={text.provider}
        options={providers.map((one) => ({ value: one.issuer, label: one.displayName }))}
      />
      <TextField
        control={form.control}
        name="issuerAssignedId"
        of={federatedIdentity.properties.issuerAssignedId}
        required
        label={text.subject}
        hint={text.subjectHint}
      />
    </FormDialog>
  )
}

const UntieQuestion = ({
  user,
  identity,
  onClose,
}: DialogProps & { readonly identity: FederatedIdentity }) => {
  const text = useWords().provider
  const { graph } = useAdmin()
  return (
    <Question
      asked={{
        title: text.untieTitle,
        text: text.untieText,
        label: text.untie,
        run: () => graph.users.untie(user.id, identity.id),
        said: text.untied,
      }}
      onClose={onClose}
    />
  )
}

const Row = ({
  user,
  identity,
  onUntie,
}: UserProps & {
  readonly identity: FederatedIdentity
  readonly onUntie: () => void
}) => {
  const text = useWords().provider
  return (
    <RemovableRow
      name={identity.issuerAssignedId}
      action="users.update"
      blocked={useBlocked(user)}
      label={text.untie}
      labelNamed={text.untieNamed(identity.issuerAssignedId)}
      onRemove={onUntie}
    >
      {identity.issuer} · {text.since} <When at={identity.createdDateTime} />
    </RemovableRow>
  )
}

/** The providers a member can be tied to; none for who may not read them. */
const useHomeProviders = (): readonly IdentityProvider[] => {
  const { graph, organizationId, capabilities } = useAdmin()
  const { data } = useQuery({
    queryKey: [organizationId, 'identityProviders'],
    queryFn: () => graph.providers.list(),
    enabled: capabilities.may['policies.read'] === true,
  })
  return (data?.value ?? []).filter(({ domains, isEnabled }) => domains !== null && isEnabled)
}

const TieButton = ({ user, providers, onClick }: TieProps & { readonly onClick: () => void }) => {
  const text = useWords().provider
  const blocked = useBlocked(user, 'tie')
  return (
    <MayButton
      action="users.update"
      icon={<LinkRegular />}
      blocked={blocked ?? (providers.length === 0 ? text.noProvider : undefined)}
      onClick={onClick}
    >
      {text.tie}
    </MayButton>
  )
}

export const UserAccounts = ({ user }: UserProps) => {
  const text = useWords().provider
  const styles = useStyles()
  const { graph, organizationId } = useAdmin()
  const queryKey = [organizationId, 'user', user.id, 'identities']
  const { data, error } = useQuery({ queryKey, queryFn: () => graph.users.identities(user.id) })
  const providers = useHomeProviders()
  const [task, setTask] = useState<'tie' | FederatedIdentity>()
  const close = () => setTask(undefined)
  return (
    <Card title={text.accounts}>
      <p className={styles.hint}>{text.accountsHint}</p>
      <ProblemBar error={error} />
      {data === undefined && error === null && <Loading />}
      {data?.value.length === 0 && <Text>{text.accountsNone}</Text>}
      <RemovableRows>
        {data?.value.map((identity) => (
          <Row key={identity.id} {...{ user, identity }} onUntie={() => setTask(identity)} />
        ))}
      </RemovableRows>
      <div>
        <TieButton user={user} providers={providers} onClick={() => setTask('tie')} />
      </div>
      {task === 'tie' && <TieDialog user={user} providers={providers} onClose={close} />}
      {task !== undefined && task !== 'tie' && (
        <UntieQuestion user={user} identity={task} onClose={close} />
      )}
    </Card>
  )
}
