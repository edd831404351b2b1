/** The groups a user is in, what they own, and the applications assigned to them. */
import { useState } from 'react'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAdmin } from '../admin-context.tsx'
import { AssignApplicationDialog } from '../applications/assign-dialogs.tsx'
import { Assignments } from '../applications/assignments.tsx'
import { Bar } from '../kit/bar.tsx'
import { LinkedObjects } from '../kit/linked-objects.tsx'
import { MayButton } from '../kit/may.tsx'
import { objectColumn } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { useWords } from '../words.tsx'

const Owned = ({ userId }: { readonly userId: string }) => {
  const words = useWords()
  const { graph } = useAdmin()
  const list = usePaged(['user', userId, 'ownedObjects'], (query) =>
    graph.users.ownedObjects(userId, query),
  )
  return (
    <Card title={words.user.owned}>
      <PagedTable
        label={words.user.owned}
        list={list}
        columns={[objectColumn(words)]}
        keyOf={({ id }) => id}
        empty={<EmptyState title={words.user.ownedEmpty} hint={words.user.ownedEmptyHint} />}
      />
    </Card>
  )
}

export const UserGroups = ({ userId }: { readonly userId: string }) => {
  const words = useWords()
  const { graph } = useAdmin()
  return (
    <>
      <LinkedObjects
        listKey={['user', userId, 'memberOf']}
        load={(query) => graph.users.memberOf(userId, query)}
        link={words.user.memberships}
        kinds={['group']}
        action="groups.write"
        add={(group) => graph.groups.link(group.id, 'members', userId)}
        remove={(groupId) => graph.groups.unlink(groupId, 'members', userId)}
      />
      <Owned userId={userId} />
    </>
  )
}

export const UserApplications = ({ userId }: { readonly userId: string }) => {
  const words = useWords()
  const { graph } = useAdmin()
  const [assigning, setAssigning] = useState(false)
  return (
    <>
      <Bar label={words.applications}>
        <MayButton
          action="applications.write"
          appearance="primary"
          onClick={() => setAssigning(true)}
        >
          {words.application.assignApplication}
        </MayButton>
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
      {assigning && <AssignApplicationDialog userId={userId} onClose={() => setAssigning(false)} />}
    </>
  )
}
