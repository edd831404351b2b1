/**
 * The app role assignment of the directory API: a user or group, an application, and what they are
 * there.
 */
import type { Answer } from '../definition/answer.ts'
import { resource } from '../definition/definition.ts'
import { byEquality } from '../definition/filters.ts'
import type { Creation } from '../definition/sent.ts'

export const appRoleAssignment = resource({
  type: 'appRoleAssignment',
  called: 'AppRoleAssignment',
  set: 'appRoleAssignments',
  key: 'id',
  means:
    'That a user, a group or an application is assigned to an application, or an application was given a permission at the directory API.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the assignment.' },
    deletedDateTime: { is: 'instant', nullable: true, byDefault: true, means: 'Null.' },
    createdDateTime: { is: 'instant', byDefault: true, means: 'When it was made.' },
    appRoleId: {
      is: 'id',
      byDefault: true,
      write: 'create',
      required: true,
      means: 'The role; zeros for default access.',
    },
    principalId: {
      is: 'id',
      byDefault: true,
      filter: byEquality,
      write: 'create',
      required: true,
      means: 'The user, the group, or the service principal.',
    },
    principalDisplayName: {
      is: 'name',
      byDefault: true,
      filter: { eq: 'plain', startsWith: 'plain' },
      means: 'Their name.',
    },
    principalType: {
      is: 'text',
      words: ['User', 'Group', 'ServicePrincipal'],
      byDefault: true,
      means: 'What they are.',
    },
    resourceId: {
      is: 'id',
      byDefault: true,
      filter: byEquality,
      write: 'create',
      required: true,
      means: 'The application.',
    },
    resourceDisplayName: { is: 'name', byDefault: true, means: 'Its name.' },
    'guesthouse.appRoleDisplayName': {
      is: 'name',
      nullable: true,
      means: 'The name of the role.',
    },
    'guesthouse.appRoleValue': {
      is: 'text',
      nullable: true,
      means: 'What stands in the claim `roles`.',
    },
  },
})

export type AppRoleAssignment = Answer<typeof appRoleAssignment>
export type NewAppRoleAssignment = Creation<typeof appRoleAssignment>
