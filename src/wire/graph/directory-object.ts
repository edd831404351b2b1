/** Whatever a user can be linked to: a user, a group or an application, by what they share. */
import { resource, type Answer } from './definition.ts'

export const directoryObject = resource({
  type: 'directoryObject',
  called: 'DirectoryObject',
  set: 'users/{id}/memberOf',
  key: 'id',
  means: 'A user, a group or an application, as a list of any of them shows it.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The object id.' },
    displayName: { is: 'name', byDefault: true, means: 'The name that people read.' },
    userPrincipalName: {
      is: 'principalName',
      nullable: true,
      optional: true,
      byDefault: true,
      means: 'The name that a user signs in with.',
    },
    description: {
      is: 'text',
      nullable: true,
      optional: true,
      byDefault: true,
      means: 'What a group or an application is for.',
    },
  },
})

/** `@odata.type` ends in user, group or servicePrincipal. */
export type DirectoryObject = Answer<typeof directoryObject> & { readonly '@odata.type'?: string }
