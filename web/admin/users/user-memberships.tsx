/** The groups a user is in, and the applications assigned to them. */
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AssignApplicationDialog } from '../applications/assign-dialogs.tsx'
import { Assignments } from '../applications/assignments.tsx'
import { Bar } from '../kit/bar.tsx'
import { LinkedObjects } from '../kit/linked-objects.tsx'
import { DialogButton } from '../kit/dialog-button.tsx'
import { useWords } from '../words.tsx'

export const UserGroups = ({ userId }: { readonly userId: string }) => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <LinkedObjects
      listKey={['user', userId, 'memberOf']}
      load={(query) => graph.users.groups(userId, query)}
      link={words.user.memberships}
      kinds={['group']}
      action="groups.write"
      add={(group) => graph.groups.link(group.id, 'members', userId)}
      remove={(groupId) => graph.groups.unlink(groupId, 'members', userId)}
    />
  )
}

export const UserApplications = ({ userId }: { readonly userId: string }) => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <>
      <Bar label={words.applications}>
        <DialogButton
          action="applications.write"
          appearance="primary"
          renderDialog={(close) => <AssignApplicationDialog userId={userId} onClose={close} />}
        >
          {words.application.assignApplication}
        </DialogButton>
      </Bar>
      <Assignments
        of="principal"
        listKey={['user', userId, 'appRoleAssignments']}
        load={(query) => graph.users.appRoleAssignments(userId, query)}
        empty={
          <EmptyState
            title={words.application.userAssignmentsEmpty}
            hint={words.application.userAssignmentsEmptyHint}
          />
        }
      />
    </>
  )
}
