/**
 * The service principal of the directory API: an application as people are assigned to it and sign
 * in to it.
 */
import {
  appRoles,
  applicationLinks,
  applicationProperties,
  boundOwners,
  groupMembershipClaims,
  oauth2PermissionScopes,
  keyCredentials,
  isDisabled,
  logoutUrl,
  passwordCredentials,
  signInAudience,
} from './application-parts.ts'
import { applicationInfo, principalKept } from './application-kept.ts'
import { principalNone } from './application-none.ts'
import type { Answer } from '../definition/answer.ts'
import { graphScopes } from './graph-permissions.ts'
import { resource } from '../definition/definition.ts'
import { byElement, byEquality } from '../definition/filters.ts'
import type { Change, Creation, SentOf } from '../definition/sent.ts'

export const redirectKinds = ['web', 'spa', 'native'] as const

/** How people sign in to it. Of addresses and scopes the whole list is sent. */
export const signInProperties = {
  accountEnabled: {
    is: 'boolean',
    byDefault: true,
    write: 'always',
    means: 'Whether people can sign in to it and it gets tokens.',
  },
  appRoleAssignmentRequired: {
    is: 'boolean',
    byDefault: true,
    write: 'always',
    means: 'Whether only who is assigned can sign in to it.',
  },
  'guesthouse.redirectUris': {
    is: 'object',
    type: 'guesthouse.redirect',
    many: true,
    mostItems: 100,
    write: 'update',
    means: 'Where answers may go.',
    properties: {
      kind: {
        is: 'text',
        words: redirectKinds,
        required: true,
        means: 'A server, a page in a browser, or a program on a device.',
      },
      uri: { is: 'text', least: 1, most: 2_048, required: true, means: 'The address.' },
    },
  },
  'guesthouse.logoutUrl': { ...logoutUrl, write: 'update' },
  'guesthouse.backchannelLogoutUrl': {
    is: 'webAddress',
    nullable: true,
    most: 2_048,
    write: 'update',
    means: 'What is told that a session has ended.',
  },
  'guesthouse.graphScopes': {
    is: 'text',
    words: graphScopes,
    many: true,
    mostItems: graphScopes.length,
    write: 'update',
    means: 'What it may do at the directory API for people.',
  },
  'guesthouse.pkceRequired': {
    is: 'boolean',
    write: 'update',
    means: 'Whether a code needs PKCE where it keeps a secret too.',
  },
  'guesthouse.worksWhileAway': {
    is: 'boolean',
    write: 'update',
    means: 'Whether it may go on for people while they are away.',
  },
  'guesthouse.groupMembershipClaims': {
    ...groupMembershipClaims,
    byDefault: undefined,
    write: 'update',
  },
} as const

export const servicePrincipal = resource({
  type: 'servicePrincipal',
  called: 'ServicePrincipal',
  set: 'servicePrincipals',
  key: 'id',
  means: 'An application as people of the organization are assigned to it.',
  properties: {
    ...applicationProperties,
    appId: { ...applicationProperties.appId, write: 'create' },
    // With an appId alone, what /applications has made already is answered.
    displayName: { ...applicationProperties.displayName, required: undefined },
    homepage: {
      is: 'webAddress',
      nullable: true,
      most: 2_048,
      byDefault: true,
      write: 'always',
      means: 'Where people find it.',
    },
    servicePrincipalType: {
      is: 'text',
      words: ['Application'],
      byDefault: true,
      means: 'Application.',
    },
    appDisplayName: { is: 'name', byDefault: true, means: 'The name of the application.' },
    appDescription: {
      is: 'text',
      nullable: true,
      byDefault: true,
      means: 'What the application is for.',
    },
    appOwnerOrganizationId: {
      is: 'id',
      nullable: true,
      byDefault: true,
      filter: byEquality,
      means:
        'Whose application it is: the organization that has registered it; null for the directory API.',
    },
    replyUrls: { is: 'text', many: true, byDefault: true, means: 'Where it is led back to.' },
    servicePrincipalNames: {
      is: 'text',
      many: true,
      byDefault: true,
      filter: byElement,
      means: 'What it is called as a resource: its client id, and `identifierUris`.',
    },
    signInAudience,
    isDisabled,
    ...principalNone,
    ...principalKept,
    info: applicationInfo,
    logoutUrl: {
      is: 'webAddress',
      nullable: true,
      byDefault: true,
      means: 'That of the application.',
    },
    ...boundOwners,
    'guesthouse.createdDateTime': { is: 'instant', means: 'When it was made.' },
    deletedDateTime: {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means: 'Null: deleted applications are not listed.',
    },
    appRoles,
    oauth2PermissionScopes,
    ...signInProperties,
    keyCredentials,
    passwordCredentials,
  },
  navigation: {
    ...applicationLinks,
    appRoleAssignedTo: {
      to: 'appRoleAssignment',
      many: true,
      expands: true,
      means: 'Who is assigned to it.',
    },
    memberOf: { to: 'directoryObject', many: true, expands: true, means: 'Groups that it is in.' },
    appRoleAssignments: {
      to: 'appRoleAssignment',
      many: true,
      expands: true,
      means: 'What it was given by itself, at the directory API and at other applications.',
    },
  },
})

export type Application = Answer<typeof servicePrincipal>
export type NewApplication = Creation<typeof servicePrincipal>
/** Of `appRoles`, addresses and scopes the whole list is sent. */
export type ApplicationProperties = Change<typeof servicePrincipal>
export type SignInProperties = SentOf<typeof signInProperties>
export type RedirectKind = (typeof redirectKinds)[number]
