/** Providers that sign people in, and which account there a member is tied to. */
import { resource } from './definition.ts'

export const identityProvider = resource({
  type: 'guesthouse.openIdConnectIdentityProvider',
  called: 'IdentityProvider',
  set: 'identity/identityProviders',
  key: 'id',
  means: 'An OpenID provider that signs in the people of some domains, or guests.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The id of the provider.' },
    displayName: {
      is: 'name',
      most: 256,
      byDefault: true,
      write: 'always',
      required: true,
      means: 'The name that people read.',
    },
    issuer: {
      is: 'text',
      most: 400,
      byDefault: true,
      write: 'create',
      required: true,
      means: 'Its name, as it writes it itself.',
    },
    clientId: {
      is: 'text',
      least: 1,
      most: 256,
      byDefault: true,
      write: 'always',
      required: true,
      means: 'Who we are there.',
    },
    hasClientSecret: {
      is: 'boolean',
      byDefault: true,
      means: 'Whether there is a secret; it is never read back.',
    },
    domains: {
      is: 'text',
      many: true,
      nullable: true,
      most: 253,
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
