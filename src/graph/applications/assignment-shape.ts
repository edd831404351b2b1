/** An app role assignment as it is answered. */
import type { AssignmentRow } from '../../directory/applications/assignments.sql.ts'
import { appRoleAssignment } from '../../wire/graph/applications/app-role-assignment.ts'
import { shaped } from '../shape.ts'

/** What of one is written alike, whoever was given it. */
export type AnyAssignment = Omit<AssignmentRow, 'principalKind'> & {
  readonly principalKind: AssignmentRow['principalKind'] | 'application'
}

const principalTypes = { user: 'User', group: 'Group', application: 'ServicePrincipal' } as const

export const assignmentShape = shaped<typeof appRoleAssignment, AnyAssignment>(appRoleAssignment, {
  deletedDateTime: () => null,
  createdDateTime: (row) => row.createdAt.toISOString(),
  principalDisplayName: (row) => row.principalName,
  principalType: (row) => principalTypes[row.principalKind],
  resourceId: (row) => row.applicationId,
  resourceDisplayName: (row) => row.applicationName,
  'guesthouse.appRoleDisplayName': (row) => row.appRoleName,
  'guesthouse.appRoleValue': (row) => row.appRoleValue,
})
