/**
 * What is wrong with a new password. Length counts, composition does not (NIST SP 800-63B): no
 * demands for digits or symbols, no expiry; long passphrases are welcome, and what a guesser tries
 * first is refused.
 */

export const minPasswordLength = 10
/** In UTF-8. Far beyond any passphrase; bounds the work of hashing. */
export const maxPasswordBytes = 1024

export type PasswordProblem =
  | 'tooShort'
  | 'tooLong'
  | 'common'
  | 'containsName'
  /** It is the present one. */
  | 'unchanged'

export type PasswordFacts = {
  readonly password: string
  /** Names and addresses of the person: nothing that others know. */
  readonly names: readonly string[]
  /** Whether a list of common passwords has it, or a guesser would get there early. */
  readonly isCommon: boolean
}

/** Everything that is wrong, at once. */
export function* passwordProblems({
  password,
  names,
  isCommon,
}: PasswordFacts): Generator<PasswordProblem, void> {
  if ([...password].length < minPasswordLength) yield 'tooShort'
  if (new TextEncoder().encode(password).length > maxPasswordBytes) yield 'tooLong'
  if (isCommon) yield 'common'
  const folded = password.toLowerCase()
  if (
    names.some(
      (name) =>
        name.length >= 4 &&
        folded.includes(name.toLowerCase()) &&
        folded.length < name.length + minPasswordLength,
    )
  )
    yield 'containsName'
}
