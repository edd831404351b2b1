/** By what a user is known: what they sign in with here, when they did, and as what. */
import type { Properties } from '../definition/definition.ts'
import { byEquality, byMoment } from '../definition/filters.ts'

/** As what somebody signs in, in the words of Graph. */
export const signInTypes = ['userPrincipalName', 'federated'] as const

const sameMoment = {
  is: 'instant',
  nullable: true,
  filter: byMoment,
  means:
    'The same moment, since kinds of activity are not told apart and only what succeeds counts.',
} as const

export const identity = {
  identities: {
    is: 'object',
    type: 'objectIdentity',
    many: true,
    byRole: true,
    filter: { any: 'plain' },
    means:
      'What they sign in with: the account at home of a guest who has accepted, and the name here.',
    properties: {
      signInType: {
        is: 'text',
        words: signInTypes,
        filter: byEquality,
        means: 'Whether it is a name here, or an account elsewhere.',
      },
      issuer: {
        is: 'text',
        filter: byEquality,
        means:
          'Whose it is: the default domain here, `ExternalAzureAD` for another organization, `mail` for a mailbox.',
      },
      issuerAssignedId: {
        is: 'text',
        nullable: true,
        filter: byEquality,
        means: 'The name there; null for accounts elsewhere.',
      },
    },
  },
  securityIdentifier: {
    is: 'text',
    filter: byEquality,
    means: 'The object id as a security identifier of Windows, S-1-12-1-….',
  },
  lastPasswordChangeDateTime: {
    is: 'instant',
    nullable: true,
    byRole: true,
    means: 'When the password was set last; null for who has none here.',
  },
  signInActivity: {
    is: 'object',
    type: 'signInActivity',
    byRole: true,
    means: 'What is known of their signing in here.',
    properties: {
      lastSignInDateTime: {
        is: 'instant',
        nullable: true,
        filter: byMoment,
        orders: true,
        column: 'last_sign_in_at',
        means: 'When they were last active here.',
      },
      // Kinds are not told apart, and a script that looks at one alone is to find nobody unused
      // who is there.
      lastNonInteractiveSignInDateTime: sameMoment,
      lastSuccessfulSignInDateTime: sameMoment,
    },
  },
} as const satisfies Properties
