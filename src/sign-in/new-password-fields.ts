/** The fields in which a password is chosen, wherever that is. */
import { minPasswordLength } from '../credentials/password/password.rule.ts'
import type { Exchange } from './exchange.ts'

/** What is wrong with each, in words. */
export type NewPasswordProblems = { readonly wanted?: string; readonly repeated?: string }

/** The new password, and the same again. */
export const newPasswordFields = (
  x: Exchange,
  { wanted, repeated }: NewPasswordProblems,
  first: { readonly autofocus?: boolean } = {},
) =>
  [
    {
      name: 'wanted',
      label: x.words.signIn.newPassword,
      type: 'password',
      autocomplete: 'new-password',
      hint: x.words.signIn.passwordHint(minPasswordLength),
      maxlength: 1024,
      error: wanted,
      ...first,
    },
    {
      name: 'repeated',
      label: x.words.signIn.repeatPassword,
      type: 'password',
      autocomplete: 'new-password',
      maxlength: 1024,
      error: repeated,
    },
  ] as const
