/** Groups: who may change one, and the mail nickname it gets when nobody chose one. */
import { maxNicknameLength } from '../../kernel/nickname.ts'
import { wordsOf } from '../../kernel/search-words.ts'

/**
 * A group whose members can be given directory roles is as powerful as those roles, so changing it
 * needs the right to assign them.
 */
export const mayChangeGroup = (
  group: { readonly assignableToRole: boolean },
  by: { readonly mayAssignRoles: boolean },
): boolean => !group.assignableToRole || by.mayAssignRoles

/**
 * A mail nickname made of the words of a name. `fallback` when the name has no word that ASCII can
 * write.
 */
export const mailNicknameFor = (displayName: string, fallback: string): string => {
  const words = wordsOf(displayName).filter((word) => /^[a-z0-9]+$/.test(word))
  const nickname = words.join('-').slice(0, maxNicknameLength).replace(/-+$/, '')
  return nickname === '' ? fallback : nickname
}
