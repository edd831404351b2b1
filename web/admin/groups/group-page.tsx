/** One group: members, owners, and the applications it gives. */
import { EditRegular } from '@fluentui/react-icons'
import type { Group } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ObjectPage } from '../kit/object-page.tsx'
import { Assignments } from '../applications/assignments.tsx'
import { DeleteObjectButton } from '../kit/delete-object-button.tsx'
import { Facts } from '../kit/facts.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { LinkedObjects } from '../kit/linked-objects.tsx'
import { PageTabs } from '../kit/page-tabs.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords } from '../words.tsx'

const Links = ({ id, kind }: { readonly id: string; readonly kind: 'members' | 'owners' }) => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <LinkedObjects
      listKey={['group', id, kind]}
      load={(query) => graph.groups.linked(id, kind, query)}
      link={words.group[kind]}
      kinds={['user']}
      action="groups.write"
      add={(user) => graph.groups.link(id, kind, user.id)}
      remove={(userId) => graph.groups.unlink(id, kind, userId)}
    />
  )
}

const Applications = ({ id }: { readonly id: string }) => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <Assignments
      of="principal"
      listKey={['group', id, 'appRoleAssignments']}
      load={(query) => graph.groups.appRoleAssignments(id, query)}
      empty={
        <EmptyState
          title={words.application.groupAssignmentsEmpty}
          hint={words.application.groupAssignmentsEmptyHint}
        />
      }
    />
  )
}

const Properties = ({ group }: { readonly group: Group }) => {
  const words = useWords()
  return (
    <Card title={words.group.tabProperties}>
      <Facts
        facts={[
          { name: words.name, value: group.displayName },
          { name: words.description, value: group.description },
          { name: words.group.mailNickname, value: group.mailNickname },
          {
            name: words.group.assignableShort,
            value: group.isAssignableToRole === true ? words.yes : words.no,
          },
          { name: words.group.createdAt, value: <When at={group.createdDateTime} time /> },
          { name: words.userProperties.id, value: group.id },
        ]}
      />
    </Card>
  )
}

const Actions = ({ group }: { readonly group: Group }) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { id, displayName: name } = group
  return (
    <>
      <DialogButton
        action="groups.write"
        icon={<EditRegular />}
        renderDialog={(close) => <GroupDialog group={group} onClose={close} />}
      >
        {words.edit}
      </DialogButton>
      <DeleteObjectButton
        action="groups.write"
        asked={{
          title: words.group.deleteTitle(name),
          text: words.group.deleteText,
          said: words.group.deleted(name),
          gone: id,
          run: () => graph.groups.remove(id),
        }}
        to={`/${organizationId}/groups`}
      />
    </>
  )
}

const Found = ({ group }: { readonly group: Group }) => {
  const words = useWords()
  const { organizationId } = useAdmin()
  const { id } = group
  return (
    <AdminPage
      title={group.displayName}
      intro={group.description}
      parent={{ to: `/${organizationId}/groups`, title: words.groups }}
      actions={<Actions group={group} />}
    >
      <PageTabs
        label={words.group.tabs}
        tabs={[
          {
            id: 'members',
            label: words.group.tabMembers,
            content: <Links id={id} kind="members" />,
          },
          { id: 'owners', label: words.group.tabOwners, content: <Links id={id} kind="owners" /> },
          {
            id: 'applications',
            label: words.group.tabApplications,
            content: <Applications id={id} />,
          },
          {
            id: 'properties',
            label: words.group.tabProperties,
            content: <Properties group={group} />,
          },
        ]}
      />
    </AdminPage>
  )
}

export const GroupPage = () => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <ObjectPage
      kind="group"
      list={{
        title: words.groups,
        at: 'groups',
        deleted: words.deleted.objects.group.deleted,
      }}
      action="groups.read"
      read={graph.groups.read}
      render={(group) => <Found group={group} />}
    />
  )
}
