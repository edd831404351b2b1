/** The application of the directory API: how a program is registered. */
import {
  appRoles,
  applicationLinks,
  applicationProperties,
  boundOwners,
  groupMembershipClaims,
  keyCredentials,
  passwordCredentials,
  isDisabled,
  logoutUrl,
  redirectUris,
  signInAudience,
} from './application-parts.ts'
import { applicationKept } from './application-kept.ts'
import { applicationNone } from './application-none.ts'
import { resource } from '../definition/definition.ts'
import { byElement } from '../definition/filters.ts'

export const application = resource({
  type: 'application',
  called: 'Application',
  set: 'applications',
  key: 'id',
  means: 'A program that people of the organization sign in to, as it is registered.',
  properties: {
    ...applicationProperties,
    createdDateTime: { is: 'instant', byDefault: true, means: 'When it was registered.' },
    deletedDateTime: {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means: 'Null: deleted applications are not listed.',
    },
    signInAudience: { ...signInAudience, write: 'always' },
    isDisabled: { ...isDisabled, write: 'always' },
    publisherDomain: {
      is: 'text',
      nullable: true,
      byDefault: true,
      means: 'The default domain of the organization.',
    },
    ...applicationNone,
    ...applicationKept,
    identifierUris: {
      is: 'visible',
      many: true,
      mostItems: 50,
      least: 1,
      most: 255,
      byDefault: true,
      write: 'always',
      filter: byElement,
      means: 'What it is called as a resource, in `scope` and `resource`: `api://…` and the like.',
    },
    appRoles,
    web: {
      is: 'object',
      type: 'webApplication',
      byDefault: true,
      write: 'always',
      means: 'Where it has a server.',
      properties: {
        redirectUris,
        homePageUrl: {
          is: 'webAddress',
          nullable: true,
          most: 2_048,
          means: 'Where people find it.',
        },
        logoutUrl,
        // What Entra's clients send along; tokens come by code alone here.
        implicitGrantSettings: {
          is: 'object',
          type: 'implicitGrantSettings',
          writeOnly: true,
          means: 'That no token comes without a code.',
          properties: {
            enableIdTokenIssuance: { is: 'boolean', only: false, means: 'False.' },
            enableAccessTokenIssuance: { is: 'boolean', only: false, means: 'False.' },
          },
        },
      },
    },
    spa: {
      is: 'object',
      type: 'spaApplication',
      byDefault: true,
      write: 'always',
      means: 'Where it runs in a browser.',
      properties: { redirectUris },
    },
    publicClient: {
      is: 'object',
      type: 'publicClientApplication',
      byDefault: true,
      write: 'always',
      means: 'Where it is a program on a device.',
      properties: { redirectUris },
    },
    isFallbackPublicClient: {
      is: 'boolean',
      nullable: true,
      byDefault: true,
      write: 'always',
      means:
        'Whether it is a program on a device, as its `publicClient.redirectUris` say; another value is refused.',
    },
    requiredResourceAccess: {
      is: 'object',
      type: 'requiredResourceAccess',
      many: true,
      mostItems: 50,
      byDefault: true,
      write: 'always',
      means:
        'What it asks for, at the directory API and at other applications: for people, and by itself.',
      properties: {
        resourceAppId: {
          is: 'id',
          required: true,
          means: 'The directory, or the client id of another application.',
        },
        resourceAccess: {
          is: 'object',
          type: 'resourceAccess',
          many: true,
          mostItems: 100,
          required: true,
          means: 'The permissions.',
          properties: {
            id: { is: 'id', required: true, means: 'The id of the scope or the app role.' },
            type: {
              is: 'text',
              words: ['Scope', 'Role'],
              required: true,
              means: 'For people, or by itself.',
            },
          },
        },
      },
    },
    groupMembershipClaims,
    keyCredentials: { ...keyCredentials, write: 'always' },
    passwordCredentials,
    ...boundOwners,
  },
  navigation: {
    ...applicationLinks,
    federatedIdentityCredentials: {
      to: 'federatedIdentityCredential',
      many: true,
      means: 'Issuers elsewhere by whose tokens it proves itself.',
    },
  },
})
