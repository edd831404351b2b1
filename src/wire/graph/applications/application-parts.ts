/** What an application and its service principal, two sides of one object, have in common. */
import { exposedScope } from './application-kept.ts'
import { byCount, byEquality } from '../definition/filters.ts'
import type { AnswerOf } from '../definition/answer.ts'
import {
  optionalText,
  type Complex,
  type Navigation,
  type Properties,
  type Property,
} from '../definition/definition.ts'
import { bound, givenName, named } from '../named.ts'
import { operation, type AnsweredBy, type SentTo } from '../definition/operation.ts'
import { hintLength, mostKeys, mostSecrets, takenKeys } from './proof-limits.ts'

/** What people can be assigned to an application as. */
export const appRoles = {
  is: 'object',
  type: 'appRole',
  many: true,
  mostItems: 200,
  byDefault: true,
  write: 'always',
  means:
    'What users and groups can be assigned as. The whole list is sent; a role left out is removed.',
  properties: {
    id: { is: 'id', means: 'Its id; a new role is sent without one.' },
    value: { is: 'visible', nullable: true, most: 250, means: 'What stands in the claim `roles`.' },
    displayName: givenName,
    description: { is: 'text', nullable: true, most: 1_024, means: 'What it allows.' },
    isEnabled: {
      is: 'boolean',
      means: 'Whether it can be given; false before it is removed. True where nothing is said.',
    },
    allowedMemberTypes: {
      is: 'text',
      words: ['User', 'Application'],
      many: true,
      means:
        'To whom it can be given: users and groups, applications, or both; users where nothing is said.',
    },
  },
} as const satisfies Complex

/** What an application lets others do there for people. */
export const oauth2PermissionScopes = {
  is: 'object',
  type: 'permissionScope',
  many: true,
  byDefault: true,
  means: 'What applications may ask for to act for people.',
  properties: exposedScope,
} as const satisfies Complex

/** A secret, without its text. */
const passwordCredential = {
  keyId: { is: 'id', means: 'The id of the secret.' },
  displayName: { is: 'text', nullable: true, most: 90, means: 'What it is for.' },
  hint: { is: 'text', most: hintLength, means: 'How its text begins.' },
  startDateTime: { is: 'instant', means: 'When it was made.' },
  endDateTime: { is: 'instant', means: 'When it ends.' },
} as const satisfies Properties

export const passwordCredentials = {
  is: 'object',
  type: 'passwordCredential',
  many: true,
  mostItems: mostSecrets,
  byDefault: true,
  byRole: true,
  means: 'Its secrets, without their texts.',
  properties: passwordCredential,
} as const satisfies Complex

/** Certificates, without their keys. */
export const keyCredentials = {
  is: 'object',
  type: 'keyCredential',
  many: true,
  mostItems: mostKeys,
  byDefault: true,
  byRole: true,
  means: `Certificates with whose keys it proves itself: ${takenKeys}. The whole list is sent; one that is there already by its keyId alone, a new one with its key.`,
  properties: {
    keyId: { is: 'id', means: 'Its id; a new one is sent without.' },
    displayName: { is: 'text', nullable: true, most: 90, means: 'What it is for.' },
    type: { is: 'text', words: ['AsymmetricX509Cert'], means: 'A certificate.' },
    usage: { is: 'text', words: ['Verify'], means: 'Its signatures are verified.' },
    key: {
      is: 'text',
      nullable: true,
      most: 16_384,
      means: 'The certificate, base64; null in answers.',
    },
    customKeyIdentifier: {
      is: 'text',
      nullable: true,
      most: 128,
      means: 'Its SHA-1 digest, base64; `x5t` of tokens.',
    },
    startDateTime: { is: 'instant', means: 'From when on it is good.' },
    endDateTime: { is: 'instant', means: 'Until when, at most as long as the certificate.' },
  },
} as const satisfies Complex

/**
 * In which organizations an application can have a service principal: its own, where nothing is
 * said, or any.
 */
export const audiences = { own: 'AzureADMyOrg', any: 'AzureADMultipleOrgs' } as const
export const signInAudiences = [audiences.own, audiences.any] as const
export type SignInAudience = (typeof signInAudiences)[number]

export const signInAudience = {
  is: 'text',
  words: signInAudiences,
  byDefault: true,
  column: 'audience',
  means: 'Where it can be used: in the organization that registers it, or in others too.',
} as const satisfies Property

export const isDisabled = {
  is: 'boolean',
  nullable: true,
  byDefault: true,
  column: 'is_disabled',
  means: 'Whether the application works nowhere, in no organization.',
} as const satisfies Property

/** How many days a secret lasts. */
export const secretDays = { usual: 180, most: 730 } as const

export const addPassword = operation({
  called: 'PasswordCredential',
  means: 'Makes a secret; its text is told this once.',
  sent: {
    passwordCredential: {
      is: 'object',
      type: 'passwordCredential',
      means: 'The secret.',
      properties: {
        displayName: passwordCredential.displayName,
        startDateTime: {
          is: 'instant',
          means: 'From when on it is good: at once, so nothing later than now.',
        },
        endDateTime: {
          is: 'instant',
          means: `When it ends: at most ${secretDays.most} days from now, ${secretDays.usual} where nothing is said.`,
        },
      },
    },
  },
  answered: { ...passwordCredential, secretText: { is: 'text', means: 'Its text.' } },
})

export const removePassword = operation({
  called: 'PasswordCredential',
  means: 'Removes a secret.',
  sent: { keyId: { is: 'id', required: true, means: 'The id of the secret.' } },
})

/** Of both sides. */
export const applicationProperties = {
  id: {
    is: 'id',
    byDefault: true,
    filter: byEquality,
    column: 'id',
    means: 'The object id, one for both sides.',
  },
  appId: {
    is: 'id',
    byDefault: true,
    filter: byEquality,
    column: 'app_id',
    means: 'The client id.',
  },
  displayName: { ...named.displayName, key: 'name_key' },
  description: {
    ...optionalText,
    most: 1_024,
    byDefault: true,
    inWords: true,
    column: 'description',
    means: 'What it is for.',
  },
} as const satisfies Readonly<Record<string, Property>>

/** Who owns it from the beginning. */
export const boundOwners = {
  'owners@odata.bind': {
    ...bound,
    write: 'create',
    means: 'Users and applications to be owners, by their addresses; all or none.',
  },
} as const satisfies Readonly<Record<string, Property>>

export const applicationLinks = {
  owners: {
    to: 'directoryObject',
    many: true,
    filter: byCount,
    expands: true,
    means: 'Who answers for it.',
  },
} as const satisfies Readonly<Record<string, Navigation>>

/**
 * Of a person's groups, which an application is told of. Every group here is a security group, so
 * the first two are the same.
 */
export const groupClaims = ['SecurityGroup', 'All', 'ApplicationGroup'] as const
export type GroupClaims = (typeof groupClaims)[number]

export const groupMembershipClaims = {
  is: 'text',
  words: groupClaims,
  nullable: true,
  nullWord: 'None',
  byDefault: true,
  write: 'always',
  means:
    'Which groups of a person it is told of in tokens: all, or those assigned to it. Null, or None, for none unless it asks.',
} as const satisfies Property

/** A list of addresses. */
export const redirectUris = {
  is: 'text',
  many: true,
  mostItems: 100,
  least: 1,
  most: 2_048,
  means: 'Where answers may go.',
} as const satisfies Property

export const logoutUrl = {
  is: 'webAddress',
  nullable: true,
  most: 2_048,
  means:
    'What a browser loads in a hidden frame where somebody signs out, with `iss` and `sid`; it may go there afterwards, too.',
} as const satisfies Property

/** What is told of an app role beside what is the same of all. */
export type AppRole = Pick<
  AnswerOf<(typeof appRoles)['properties']>,
  'id' | 'value' | 'displayName' | 'description'
>
export type ClientSecret = AnswerOf<typeof passwordCredential>
export type NewClientSecret = AnsweredBy<typeof addPassword>
export type ClientSecretWish = SentTo<typeof addPassword>
