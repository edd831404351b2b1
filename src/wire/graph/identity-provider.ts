/** Providers that sign people in, and which account there a member is tied to. */
import { longestDomain } from '../../kernel/domain.ts'
import type { Answer } from './definition/answer.ts'
import { resource } from './definition/definition.ts'
import type { Change, Creation } from './definition/sent.ts'
import { objectName } from './named.ts'
import { operation, type AnsweredBy } from './definition/operation.ts'

export const identityProvider = resource({
  type: 'guesthouse.openIdConnectIdentityProvider',
  called: 'IdentityProvider',
  set: 'identity/identityProviders',
  key: 'id',
  means: 'An OpenID provider that signs in the people of some domains, or guests.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the provider.' },
    displayName: objectName,
    issuer: {
      is: 'text',
      most: 400,
      byDefault: true,
      write: 'create',
      required: true,
      means: 'Its name, as it writes it itself.',
    },
    clientId: {
      is: 'visible',
      least: 1,
      most: 256,
      byDefault: true,
      write: 'always',
      required: true,
      means: 'Who we are there.',
    },
    clientSecret: {
      is: 'text',
      nullable: true,
      least: 1,
      most: 1_024,
      write: 'always',
      writeOnly: true,
      means: 'What proves us there.',
    },
    hasClientSecret: {
      is: 'boolean',
      byDefault: true,
      means: 'Whether there is a secret; it is never read back.',
    },
    domains: {
      is: 'domain',
      many: true,
      nullable: true,
      most: longestDomain,
      leastItems: 1,
      mostItems: 50,
      byDefault: true,
      write: 'always',
      means: 'Whose home it is; null for a provider of guests.',
    },
    isEnabled: {
      is: 'boolean',
      byDefault: true,
      write: 'update',
      means: 'Whether it signs anybody in.',
    },
    createdDateTime: { is: 'instant', byDefault: true, means: 'When it was named.' },
    disabledDateTime: {
      is: 'instant',
      nullable: true,
      byDefault: true,
      means: 'Since when it signs nobody in.',
    },
    redirectUri: {
      is: 'webAddress',
      byDefault: true,
      means: 'The address to register at the provider.',
    },
  },
})

/** What can be wrong with an issuer. */
export const issuerProblems = [
  'private',
  'silent',
  'noProvider',
  'anotherName',
  'noKeys',
  'keysSilent',
  'keysPrivate',
] as const

/** What is looked at when a provider is tried, and what can be wrong. */
export const findingCodes = [
  'answers',
  'issuerAsKept',
  'hasKeys',
  ...issuerProblems,
  'clientRefused',
  'clientUnknown',
] as const

const findings = {
  code: { is: 'text', words: findingCodes, means: 'What was looked at, or is wrong.' },
  isRight: {
    is: 'boolean',
    nullable: true,
    means: 'Whether it is; null for what only a sign-in shows.',
  },
  message: { is: 'text', means: 'The same in words.' },
} as const

export const testProvider = operation({
  called: 'IdentityProvider',
  means: 'Asks the provider what it says of itself now.',
  answered: {
    outcome: {
      is: 'text',
      words: ['answers', ...issuerProblems, 'clientRefused'],
      means: 'What it came to.',
    },
    message: { is: 'text', nullable: true, means: 'What is wrong; null where nothing is.' },
    findings: {
      is: 'object',
      type: 'guesthouse.finding',
      many: true,
      means: 'Everything that was looked at.',
      properties: findings,
    },
  },
})

export const federatedIdentity = resource({
  type: 'guesthouse.identity',
  called: 'ObjectIdentity',
  set: 'identities',
  key: 'id',
  means: 'An account at a provider that a member signs in with.',
  properties: {
    id: { is: 'text', byDefault: true, means: 'The id of the tie.' },
    signInType: { is: 'text', words: ['federated'], byDefault: true, means: 'federated.' },
    issuer: {
      is: 'text',
      least: 1,
      most: 400,
      byDefault: true,
      write: 'create',
      required: true,
      means: 'The provider.',
    },
    issuerAssignedId: {
      is: 'text',
      least: 1,
      most: 256,
      byDefault: true,
      write: 'create',
      required: true,
      means: 'What the provider calls them; never an address.',
    },
    createdDateTime: { is: 'instant', byDefault: true, means: 'When they were tied.' },
  },
})

export type IdentityProvider = Answer<typeof identityProvider>
export type NewIdentityProvider = Creation<typeof identityProvider>
export type IdentityProviderChanges = Change<typeof identityProvider>
/** What trying a provider came to. */
export type ProviderReport = AnsweredBy<typeof testProvider>
/** A member's account at a provider. */
export type FederatedIdentity = Answer<typeof federatedIdentity>
export type NewFederatedIdentity = Creation<typeof federatedIdentity>
