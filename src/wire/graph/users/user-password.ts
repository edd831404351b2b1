/** The password of a user, and what everybody changes of themselves. */
import type { Properties } from '../definition/definition.ts'

/** What everybody changes of themselves without a role. */
export const ownProperties = ['mobilePhone', 'businessPhones', 'preferredLanguage'] as const

export const password = {
  passwordProfile: {
    is: 'object',
    type: 'passwordProfile',
    nullable: true,
    write: 'always',
    writeOnly: true,
    asks: 'password',
    properties: {
      password: { is: 'unjudged', means: 'The password, by the rules for all of them.' },
      forceChangePasswordNextSignIn: {
        is: 'boolean',
        means:
          'Whether they have to choose another before they are let in; true where it is not said.',
      },
      forceChangePasswordNextSignInWithMfa: {
        is: 'boolean',
        only: false,
        means: 'False: a second factor is asked for where there is one.',
      },
    },
    means: 'What they sign in with at first; null changes nothing.',
  },
} as const satisfies Properties
