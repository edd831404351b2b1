/** Directory roles of the directory API, and who holds them. */
import { userTypes } from './users/user.ts'
import { byWord } from './definition/filters.ts'
import type { Answer } from './definition/answer.ts'
import { resource } from './definition/definition.ts'

export const roleDefinition = resource({
  type: 'unifiedRoleDefinition',
  called: 'RoleDefinition',
  set: 'roleManagement/directory/roleDefinitions',
  key: 'id',
  means: 'A built-in role: what administrators of one kind may do.',
  properties: {
    id: { is: 'id', byDefault: true, filter: byWord, means: 'The published id.' },
    displayName: { is: 'name', byDefault: true, filter: byWord, means: 'Its published name.' },
    description: { is: 'text', byDefault: true, means: 'What it allows.' },
    isBuiltIn: { is: 'boolean', byDefault: true, means: 'True.' },
    isEnabled: { is: 'boolean', byDefault: true, means: 'True.' },
    'guesthouse.memberCount': { is: 'integer', means: 'How many users and applications hold it.' },
  },
})

const { id, displayName, description, isBuiltIn, isEnabled } = roleDefinition.properties
const definition = {
  id: { ...id, filter: undefined },
  displayName: { ...displayName, filter: undefined },
  description,
  isBuiltIn,
  isEnabled,
}

export const roleAssignment = resource({
  type: 'unifiedRoleAssignment',
  called: 'RoleAssignment',
  set: 'roleManagement/directory/roleAssignments',
  key: 'id',
  means: 'That a user or an application holds a role.',
  properties: {
    id: {
      is: 'text',
      byDefault: true,
      means: 'The id of the assignment, made of role and holder.',
    },
    principalId: {
      is: 'id',
      byDefault: true,
      write: 'create',
      required: true,
      filter: byWord,
      column: 'principal_id',
      means: 'The user, or the service principal.',
    },
    roleDefinitionId: {
      is: 'id',
      byDefault: true,
      write: 'create',
      required: true,
      filter: byWord,
      column: 'role_id',
      means: 'The role.',
    },
    directoryScopeId: {
      is: 'text',
      words: ['/'],
      byDefault: true,
      write: 'create',
      means: 'The whole organization.',
    },
    principal: {
      is: 'object',
      type: 'directoryObject',
      means: 'The user or the service principal, as far as a list shows them.',
      properties: {
        id: { is: 'id', means: 'The object id.' },
        displayName: { is: 'name', nullable: true, means: 'The name.' },
        userPrincipalName: {
          is: 'principalName',
          nullable: true,
          optional: true,
          means: 'Of a user: the name to sign in with.',
        },
        userType: {
          is: 'text',
          words: userTypes,
          nullable: true,
          optional: true,
          means: 'Of a user: member or guest.',
        },
        appId: {
          is: 'id',
          nullable: true,
          optional: true,
          means: 'Of a service principal: the client id.',
        },
        accountEnabled: { is: 'boolean', nullable: true, means: 'Whether they can sign in here.' },
      },
    },
    roleDefinition: {
      is: 'object',
      type: 'unifiedRoleDefinition',
      means: 'The role.',
      properties: definition,
    },
    'guesthouse.waysInEnded': {
      is: 'boolean',
      optional: true,
      byDefault: true,
      means:
        'Of one that was just made: whether what the user signed in with was made by somebody with fewer rights, and has ended.',
    },
    'guesthouse.assignedDateTime': { is: 'instant', means: 'Since when.' },
    'guesthouse.isLast': {
      is: 'boolean',
      nullable: true,
      means:
        'Whether nobody else could act as Global Administrator: then it cannot be taken away (R42); null to who takes no roles away.',
    },
  },
})

/**
 * The older view of the same roles. All of them are active; each has its members, and the id of its
 * template.
 */
export const directoryRole = resource({
  type: 'directoryRole',
  called: 'DirectoryRole',
  set: 'directoryRoles',
  key: 'id',
  means: 'A role, with its members.',
  properties: {
    id: { is: 'id', byDefault: true, filter: byWord, means: 'The published id of its template.' },
    deletedDateTime: { is: 'instant', nullable: true, byDefault: true, means: 'Null.' },
    displayName: { ...displayName, filter: byWord },
    description,
    roleTemplateId: {
      is: 'id',
      byDefault: true,
      write: 'create',
      required: true,
      filter: byWord,
      means: 'The published id.',
    },
    'guesthouse.assignedDateTime': {
      is: 'instant',
      optional: true,
      means: 'Of a role at its user: since when.',
    },
  },
})

export const directoryRoleTemplate = resource({
  type: 'directoryRoleTemplate',
  called: 'DirectoryRoleTemplate',
  set: 'directoryRoleTemplates',
  key: 'id',
  means: 'What a role is made from: the roles that there are.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The published id.' },
    deletedDateTime: { is: 'instant', nullable: true, byDefault: true, means: 'Null.' },
    displayName: { ...displayName, filter: undefined },
    description,
  },
})

export type RoleDefinition = Answer<typeof roleDefinition>
export type RoleAssignment = Answer<typeof roleAssignment>
