/** One application: who is assigned to it, its roles, its owners. */
import { Link } from '@fluentui/react-components'
import { AddRegular, EditRegular } from '@fluentui/react-icons'
import type { Application } from '../../../src/client/graph.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ObjectPage } from '../kit/object-page.tsx'
import { AppRoles } from './app-roles.tsx'
import { ApplicationDialog } from './application-dialog.tsx'
import { ApplicationSignIn } from './application-sign-in.tsx'
import { AssignPrincipalDialog } from './assign-dialogs.tsx'
import { Assignments } from './assignments.tsx'
import { PermissionsTab } from './permissions/permissions-tab.tsx'
import { Bar } from '../kit/bar.tsx'
import { DeleteObjectButton } from '../kit/delete-object-button.tsx'
import { Facts } from '../kit/facts.tsx'
import { LinkedObjects } from '../kit/linked-objects.tsx'
import { PageTabs } from '../kit/page-tabs.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useOfItsHome } from './of-its-home.ts'
import { useWords } from '../words.tsx'

type Props = { readonly application: Application }

const Assigned = ({ application }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <>
      <Bar label={words.application.tabAssignments}>
        <DialogButton
          action="applications.write"
          appearance="primary"
          icon={<AddRegular />}
          renderDialog={(close) => (
            <AssignPrincipalDialog application={application} onClose={close} />
          )}
        >
          {words.application.assign}
        </DialogButton>
      </Bar>
      <Assignments
        of="application"
        listKey={['application', application.id, 'appRoleAssignedTo']}
        load={(query) => graph.applications.assignments(application.id, query)}
        empty={
          <EmptyState
            title={words.application.assignmentsEmpty}
            hint={words.application.assignmentsEmptyHint}
          />
        }
      />
    </>
  )
}

const Owners = ({ application: { id } }: Props) => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <LinkedObjects
      listKey={['application', id, 'owners']}
      load={(query) => graph.applications.owners(id, query)}
      link={words.application.owners}
      kinds={['user']}
      action="applications.write"
      add={(user) => graph.applications.addOwner(id, user.id)}
      remove={(userId) => graph.applications.removeOwner(id, userId)}
    />
  )
}

const Properties = ({ application }: Props) => {
  const words = useWords()
  const { homepage } = application
  return (
    <Card title={words.application.tabProperties}>
      <Facts
        facts={[
          { name: words.name, value: application.displayName },
          { name: words.description, value: application.description },
          {
            name: words.application.homepage,
            value: homepage && (
              <Link href={homepage} rel="noreferrer">
                {homepage}
              </Link>
            ),
          },
          { name: words.userProperties.id, value: application.id },
        ]}
      />
    </Card>
  )
}

const Actions = ({ application }: Props) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const { id, displayName: name } = application
  const isForeign = useOfItsHome(application) !== undefined
  return (
    <>
      <DialogButton
        action="applications.write"
        icon={<EditRegular />}
        renderDialog={(close) => <ApplicationDialog application={application} onClose={close} />}
      >
        {words.edit}
      </DialogButton>
      <DeleteObjectButton
        action="applications.write"
        asked={{
          title: words.application.deleteTitle(name),
          text: isForeign ? words.application.deleteHereText : words.application.deleteText,
          said: words.application.deleted(name),
          gone: id,
          run: () =>
            isForeign
              ? graph.applications.removeHere(id)
              : graph.applications.remove(application.appId),
        }}
        to={`/${organizationId}/applications`}
      />
    </>
  )
}

const Found = ({ application }: Props) => {
  const words = useWords()
  const { organizationId } = useAdmin()
  return (
    <AdminPage
      title={application.displayName}
      intro={application.description}
      parent={{ to: `/${organizationId}/applications`, title: words.applications }}
      actions={<Actions application={application} />}
    >
      <PageTabs
        label={words.application.tabs}
        tabs={[
          {
            id: 'assignments',
            label: words.application.tabAssignments,
            content: <Assigned application={application} />,
          },
          {
            id: 'sign-in',
            label: words.signIn.tab,
            content: <ApplicationSignIn application={application} />,
          },
          {
            id: 'permissions',
            label: words.permission.tab,
            content: <PermissionsTab application={application} />,
          },
          {
            id: 'roles',
            label: words.application.tabRoles,
            content: <AppRoles application={application} />,
          },
          {
            id: 'owners',
            label: words.application.tabOwners,
            content: <Owners application={application} />,
          },
          {
            id: 'properties',
            label: words.application.tabProperties,
            content: <Properties application={application} />,
          },
        ]}
      />
    </AdminPage>
  )
}

export const ApplicationPage = () => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <ObjectPage
      kind="application"
      list={{
        title: words.applications,
        at: 'applications',
        deleted: words.deleted.objects.application.deleted,
      }}
      action="applications.read"
      read={graph.applications.read}
      render={(application) => <Found application={application} />}
    />
  )
}
