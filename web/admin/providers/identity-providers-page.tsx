/**
 * Other OpenID Connect providers that sign in people of the organization's domains, or its guests.
 */
import { Badge, makeStyles } from '@fluentui/react-components'
import {
  AddRegular,
  BeakerRegular,
  DeleteRegular,
  EditRegular,
  PlugConnectedRegular,
  PlugDisconnectedRegular,
} from '@fluentui/react-icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IdentityProvider } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { When } from '../../ui/when.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { Bar } from '../kit/bar.tsx'
import { CopyValue } from '../kit/copy-value.tsx'
import { Facts } from '../kit/facts.tsx'
import { IdentityProviderDialog } from './identity-provider-dialog.tsx'
import { ForThoseWhoMay, MayButton } from '../kit/may.tsx'
import { ProviderFindings } from './provider-report.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '16px' },
  hint: { margin: '0' },
})

type OneProps = { readonly provider: IdentityProvider }

const QuestionDialog = ({
  provider,
  question,
  onClose,
}: OneProps & { readonly question: 'disable' | 'remove'; readonly onClose: () => void }) => {
  const words = useWords()
  const text = words.provider
  const { graph } = useAdmin()
  const { id, displayName: name } = provider
  const asked = {
    disable: {
      title: text.disableTitle(name),
      text: text.disableText,
      label: text.disable,
      said: text.isDisabled(name),
      run: () => graph.providers.update(id, { isEnabled: false }),
    },
    remove: {
      title: text.removeTitle(name),
      text: text.removeText,
      label: words.remove,
      said: text.isRemoved(name),
      run: () => graph.providers.remove(id),
    },
  }[question]
  const change = useChange<void, unknown>(asked.run, { said: asked.said, done: onClose })
  return (
    <ConfirmDialog
      open
      danger
      title={asked.title}
      confirmLabel={asked.label}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    >
      {asked.text}
    </ConfirmDialog>
  )
}

const Actions = ({ provider }: OneProps) => {
  const words = useWords()
  const text = words.provider
  const { graph } = useAdmin()
  const [task, setTask] = useState<'edit' | 'disable' | 'remove'>()
  const { id, displayName: name, isEnabled } = provider
  const enable = useChange<void, unknown>(() => graph.providers.update(id, { isEnabled: true }), {
    said: text.isEnabled(name),
  })
  const test = useMutation({ mutationFn: () => graph.providers.test(id) })
  const close = () => setTask(undefined)
  return (
    <>
      <Bar label={words.actions}>
        <MayButton
          action="organization.write"
          icon={<EditRegular />}
          aria-label={text.edit(name)}
          onClick={() => setTask('edit')}
        >
          {words.edit}
        </MayButton>
        <MayButton
          action="organization.write"
          icon={<BeakerRegular />}
          aria-label={text.testNamed(name)}
          onClick={() => test.isPending || test.mutate()}
        >
          {text.test}
        </MayButton>
        {isEnabled ? (
          <MayButton
            action="organization.write"
            icon={<PlugDisconnectedRegular />}
            aria-label={text.disableNamed(name)}
            onClick={() => setTask('disable')}
          >
            {text.disable}
          </MayButton>
        ) : (
          <MayButton
            action="organization.write"
            icon={<PlugConnectedRegular />}
            aria-label={text.enableNamed(name)}
            onClick={() => enable.mutate()}
          >
            {text.enable}
          </MayButton>
        )}
        <MayButton
          action="organization.write"
          icon={<DeleteRegular />}
          aria-label={text.removeNamed(name)}
          onClick={() => setTask('remove')}
        >
          {words.remove}
        </MayButton>
      </Bar>
      <ProblemBar error={enable.error ?? test.error} />
      <ProviderFindings report={test.data} />
      {task === 'edit' && <IdentityProviderDialog provider={provider} onClose={close} />}
      {task !== undefined && task !== 'edit' && (
        <QuestionDialog provider={provider} question={task} onClose={close} />
      )}
    </>
  )
}

const Provider = ({ provider }: OneProps) => {
  const speech = useSpeech()
  const words = useWords()
  const text = words.provider
  return (
    <Card
      title={provider.displayName}
      actions={provider.isEnabled ? undefined : <Badge color="warning">{text.disabled}</Badge>}
    >
      <Facts
        facts={[
          { name: text.issuer, value: provider.issuer },
          {
            name: text.signsIn,
            value: provider.domains === null ? text.forGuests : speech.list(provider.domains),
          },
          { name: text.clientId, value: provider.clientId },
          { name: text.hasSecret, value: provider.hasClientSecret ? text.secretKept : words.none },
          { name: text.since, value: <When at={provider.createdDateTime} /> },
        ]}
      />
      <Actions provider={provider} />
    </Card>
  )
}

const Providers = () => {
  const text = useWords().provider
  const styles = useStyles()
  const { graph, organizationId } = useAdmin()
  const { data, error } = useQuery({
    queryKey: [organizationId, 'identityProviders'],
    queryFn: () => graph.providers.list(),
  })
  return (
    <div className={styles.all}>
      <Card title={text.register}>
        <p className={styles.hint}>{text.registerHint}</p>
        <CopyValue name={text.redirectUri} value={`${location.origin}/sign-in/provider/callback`} />
      </Card>
      <ProblemBar error={error} />
      {data === undefined && error === null && <Loading />}
      {data?.value.length === 0 && <EmptyState title={text.empty} hint={text.emptyHint} />}
      {data?.value.map((provider) => (
        <Provider key={provider.id} provider={provider} />
      ))}
    </div>
  )
}

export const IdentityProvidersPage = () => {
  const text = useWords().provider
  const [adding, setAdding] = useState(false)
  return (
    <AdminPage
      title={text.title}
      intro={text.intro}
      actions={
        <MayButton
          action="organization.write"
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => setAdding(true)}
        >
          {text.new}
        </MayButton>
      }
    >
      <ForThoseWhoMay action="policies.read">
        <Providers />
      </ForThoseWhoMay>
      {adding && <IdentityProviderDialog onClose={() => setAdding(false)} />}
    </AdminPage>
  )
}
