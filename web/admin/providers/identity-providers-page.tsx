/**
 * Other OpenID Connect providers that sign in people of the organization's domains, or its guests.
 */
import { signInPages } from '../../../src/client/page-address.ts'
import { makeStyles } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { CopyValue } from '../kit/copy-value.tsx'
import { IdentityProviderDialog } from './identity-provider-dialog.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { ProviderCard } from './provider-card.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '16px' },
  hint: { margin: '0' },
})

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
        <CopyValue
          name={text.redirectUri}
          value={`${location.origin}${signInPages.providerCallback}`}
        />
      </Card>
      <ProblemBar error={error} />
      {data === undefined && error === null && <Loading />}
      {data?.value.length === 0 && <EmptyState title={text.empty} hint={text.emptyHint} />}
      {data?.value.map((provider) => (
        <ProviderCard key={provider.id} provider={provider} />
      ))}
    </div>
  )
}

export const IdentityProvidersPage = () => {
  const text = useWords().provider
  return (
    <AdminPage
      title={text.title}
      intro={text.intro}
      actions={
        <DialogButton
          action="organization.write"
          appearance="primary"
          icon={<AddRegular />}
          renderDialog={(close) => <IdentityProviderDialog onClose={close} />}
        >
          {text.new}
        </DialogButton>
      }
    >
      <ForThoseWhoMay action="policies.read">
        <Providers />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
