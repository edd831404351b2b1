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

/** The rules of a new password that hold whatever the present one is. */
export const passwordRules = ['tooShort', 'tooLong', 'common', 'containsName'] as const

export const validatePassword = operation({
  called: 'User',
  means: 'Whether I could choose this password, rule by rule. It is kept nowhere.',
  sent: { password: { is: 'unjudged', required: true, means: 'The password.' } },
  answered: {
    isValid: { is: 'boolean', means: 'Whether it keeps every rule.' },
    validationResults: {
      is: 'object',
      type: 'validationResult',
      many: true,
      means: 'Each rule.',
      properties: {
        ruleName: { is: 'text', words: passwordRules, means: 'What a password is that breaks it.' },
        validationPassed: { is: 'boolean', means: 'Whether it is kept.' },
        message: { is: 'text', means: 'The same in words.' },
      },
    },
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
