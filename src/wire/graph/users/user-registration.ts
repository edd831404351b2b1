/** What somebody has to sign in with, as reports tell it. */
import { resource } from '../definition/definition.ts'

/** As Graph calls them. */
export const registeredMethods = ['passKeyDeviceBound', 'softwareOneTimePasscode'] as const

const fact = (means: string) => ({ is: 'boolean', byDefault: true, means }) as const
const unset = { is: 'boolean', only: false, byDefault: true } as const

export const userRegistration = resource({
  type: 'userRegistrationDetails',
  called: 'UserRegistrationDetails',
  set: 'reports/authenticationMethods/userRegistrationDetails',
  key: 'id',
  means: 'What a user has registered beside a password. Of guests nothing is known here.',
  properties: {
    id: { is: 'id', byDefault: true, means: 'The object id of the user.' },
    userPrincipalName: { is: 'principalName', byDefault: true, means: 'The name to sign in with.' },
    userDisplayName: { is: 'name', byDefault: true, means: 'The name that people read.' },
    userType: {
      is: 'text',
      words: ['member', 'guest'],
      byDefault: true,
      means: 'As what they are here.',
    },
    isAdmin: fact('Whether they hold a directory role.'),
    isMfaCapable: fact('Whether they can show more than a password.'),
    isMfaRegistered: fact('The same.'),
    isPasswordlessCapable: fact('Whether they have a passkey.'),
    isSsprCapable: { ...unset, means: 'False: nobody resets a password by themselves.' },
    isSsprEnabled: { ...unset, means: 'False: nobody resets a password by themselves.' },
    isSsprRegistered: { ...unset, means: 'False: nobody resets a password by themselves.' },
    methodsRegistered: {
      is: 'text',
      many: true,
      words: registeredMethods,
      byDefault: true,
      means: 'A passkey, an authenticator app.',
    },
    lastUpdatedDateTime: { is: 'instant', byDefault: true, means: 'Now: nothing lags.' },
  },
})
