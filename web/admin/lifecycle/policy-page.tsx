/** One policy: its settings, what it does next, what it did, and who changed it. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { LifecyclePolicy } from '../../../src/wire/graph/lifecycle.ts'
import { Card } from '../../ui/card.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { DeleteObjectButton } from '../kit/delete-object-button.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { ObjectPage } from '../kit/object-page.tsx'
import { useWords } from '../words.tsx'
import { PolicyEditor } from './policy-editor.tsx'
import { PolicyHistory } from './policy-history.tsx'
import { PolicyResults } from './policy-results.tsx'

const useList = () => {
  const { organizationId } = useAdmin()
  return { to: `/${organizationId}/policies`, title: useWords().policy.title }
}

const Remove = ({ policy }: { readonly policy: LifecyclePolicy }) => {
  const words = useWords().policy
  const { graph } = useAdmin()
  const { to } = useList()
  return (
    <DeleteObjectButton
      action="organization.write"
      to={to}
      asked={{
        title: words.removeTitle(policy.displayName),
        text: words.removeText,
        run: () => graph.lifecycle.remove(policy.id),
        said: words.removed(policy.displayName),
        gone: policy.id,
      }}
    />
  )
}

const Found = ({ policy }: { readonly policy: LifecyclePolicy }) => {
  const words = useWords().policy
  return (
    <AdminPage title={policy.displayName} parent={useList()} actions={<Remove policy={policy} />}>
      {policy['guesthouse.groupGoneDateTime'] !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.groupGoneHint}</MessageBarBody>
        </MessageBar>
      )}
      <PolicyEditor key={policy.lastModifiedDateTime} policy={policy} />
      <Card title={words.results.title}>
        <PolicyResults policy={policy} />
      </Card>
      <Card title={words.history.title}>
        <PolicyHistory policy={policy} />
      </Card>
    </AdminPage>
  )
}

export const PolicyPage = () => {
  const { graph } = useAdmin()
  const { title } = useList()
  return (
    <ObjectPage
      kind="policy"
      list={{ title, at: 'policies' }}
      action="policies.read"
      read={graph.lifecycle.read}
      render={(policy) => <Found policy={policy} />}
    />
  )
}

export const NewPolicyPage = () => (
  <AdminPage title={useWords().policy.newTitle} parent={useList()}>
    <ForThoseWhoMay action="organization.write">
      <PolicyEditor />
    </ForThoseWhoMay>
  </AdminPage>
)
