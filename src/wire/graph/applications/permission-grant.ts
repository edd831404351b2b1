/**
 * The delegated permission grant of the directory API: what an application may do there for people.
 */
import type { DefaultAnswer } from '../definition/answer.ts'
import { resource } from '../definition/definition.ts'
import { byWord } from '../definition/filters.ts'

export const permissionGrant = resource({
  type: 'oAuth2PermissionGrant',
  called: 'OAuth2PermissionGrant',
  set: 'oauth2PermissionGrants',
  key: 'id',
  means:
    'What an application may do at the directory API, or at another application, for everybody or for one person.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the grant.' },
    clientId: {
      is: 'id',
      byDefault: true,
      write: 'create',
      required: true,
      filter: byWord,
      column: 'application_id',
      means: 'The application: the object id of its service principal.',
    },
    consentType: {
      is: 'text',
      words: ['AllPrincipals', 'Principal'],
      byDefault: true,
      write: 'create',
      required: true,
      filter: byWord,
      column: 'consent_type',
      means: 'For everybody, or for one person.',
    },
    principalId: {
      is: 'id',
      nullable: true,
      byDefault: true,
      write: 'create',
      filter: byWord,
      column: 'user_id',
      means: 'The person, where it is for one.',
    },
    resourceId: {
      is: 'id',
      byDefault: true,
      write: 'create',
      required: true,
      filter: byWord,
      column: 'resource_id',
      means:
        'At what: the object id of the service principal of the directory API, or of another application.',
    },
    scope: {
      is: 'text',
      most: 3_850,
      byDefault: true,
      write: 'always',
      required: true,
      means:
        'The permissions, separated by spaces; of one person also those that they have agreed to. An empty one takes the grant away.',
    },
  },
})

export type PermissionGrant = DefaultAnswer<typeof permissionGrant>
