/** What an application may do: what it asks for, what it was given, giving and taking back. */
import { AddRegular } from '@fluentui/react-icons'
import type { Application } from '../../../../src/client/graph.ts'
import { useAdmin } from '../../admin-context.tsx'
import { Bar } from '../../kit/bar.tsx'
import { DialogButton } from '../../kit/dialog-button.tsx'
import { ForThoseWhoMay } from '../../kit/may.tsx'
import { RouteLink } from '../../kit/route-link.tsx'
import { useWords } from '../../words.tsx'
import { AskedPermissions } from './asked-permissions.tsx'
import { GiveDialog } from './give-dialog.tsx'
import { GivenByItself } from './given-by-itself.tsx'
import { GivenForPeople } from './given-for-people.tsx'

export const PermissionsTab = ({ application }: { readonly application: Application }) => {
  const text = useWords().permission
  const { organizationId } = useAdmin()
  return (
    <>
      <Bar label={text.tab}>
        <DialogButton
          action="roles.write"
          appearance="primary"
          icon={<AddRegular />}
          renderDialog={(close) => <GiveDialog application={application} onClose={close} />}
        >
          {text.giveOne}
        </DialogButton>
      </Bar>
      <AskedPermissions application={application} />
      <ForThoseWhoMay action="applications.read" byRole>
        <GivenByItself application={application} />
        <GivenForPeople application={application} />
        <RouteLink to={`/${organizationId}/audit?targetId=${application.id}`}>{text.log}</RouteLink>
      </ForThoseWhoMay>
    </>
  )
}
