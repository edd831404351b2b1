/** The properties that users and groups have alike, and what lists of any object show. */
import { longestName } from '../../kernel/text.ts'
import type { Answer } from './definition/answer.ts'
import { resource, type Properties, type Property } from './definition/definition.ts'
import { byEquality, byText } from './definition/filters.ts'

/** What people call something by, wherever it is named. */
export const givenName = {
  is: 'name',
  most: longestName,
  required: true,
  means: 'The name that people read.',
} as const satisfies Property

/** The name of an object; its definition says what lists do with it. */
export const objectName = {
  ...givenName,
  byDefault: true,
  write: 'always',
} as const satisfies Property

/** The most objects that one body links. */
export const mostBound = 20

/** Addresses of objects that something is linked to in the same breath. */
export const bound = {
  is: 'unjudged',
  many: true,
  mostItems: mostBound,
  write: 'always',
  writeOnly: true,
} as const satisfies Partial<Property>

export const named = {
  id: {
    is: 'id',
    byDefault: true,
    filter: byEquality,
    column: 'id',
    means: 'The object id; it never changes.',
  },
  displayName: {
    ...objectName,
    filter: byText,
    orders: true,
    searched: true,
    inWords: true,
    column: 'display_name',
    key: 'sort_name',
  },
} as const satisfies Properties

/** Whatever a user can be linked to: a user, a group or an application, by what they share. */
export const directoryObject = resource({
  type: 'directoryObject',
  called: 'DirectoryObject',
  set: 'users/{id}/memberOf',
  key: 'id',
  means: 'A user, a group or an application, as a list of any of them shows it.',
  properties: {
    id: {
      is: 'id',
      byDefault: true,
      filter: byEquality,
      column: 'id',
      means: 'The object id.',
    },
    displayName: {
      is: 'name',
      byDefault: true,
      filter: byText,
      column: 'display_name',
      key: 'sort_name',
      means: 'The name that people read; filtered by in lists of members.',
    },
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
