/** What is done with a user of the directory API and how they sign in. */
import { operation, type AnsweredBy } from '../definition/operation.ts'

export const revokeSessions = operation({
  called: 'User',
  means: 'Ends every session and token here.',
  answered: { value: { is: 'boolean', means: 'True.' } },
})

export const createPasswordLink = operation({
  called: 'User',
  means: 'Makes a link that sets a password.',
  answered: {
    url: { is: 'webAddress', means: 'The link.' },
    expiresDateTime: { is: 'instant', means: 'Until then it works.' },
  },
})

export const changePassword = operation({
  called: 'User',
  means: 'Changes my password at home; every session and token of mine ends, this one too.',
  sent: {
    currentPassword: { is: 'unjudged', required: true, means: 'The present one.' },
    newPassword: { is: 'unjudged', required: true, means: 'Another one.' },
  },
})

export const resetFactors = operation({
  called: 'User',
  means: 'Removes passkeys, authenticator app and recovery codes.',
  answered: {
    passkeys: { is: 'integer', means: 'How many passkeys there were.' },
    authenticator: { is: 'boolean', means: 'Whether there was an authenticator app.' },
  },
})

export type PasswordLink = AnsweredBy<typeof createPasswordLink>
export type RemovedFactors = AnsweredBy<typeof resetFactors>
