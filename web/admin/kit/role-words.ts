/** What directory roles are called and what they are for, in the language of the page. */
import { roleNameIn } from '../../../src/words/role-name.ts'
import { useSpeech } from '../../ui/words.tsx'
import { useWords, type Words } from '../words.tsx'

type Named = { readonly displayName: string }

/** What the role of this name in the directory API is called. */
export const roleName = (words: Words, displayName: string): string =>
  roleNameIn(words.role.names, displayName)

/** What a role is for. */
export const roleDescription = (
  words: Words,
  { displayName, description }: Named & { readonly description?: string | null | undefined },
): string | null | undefined => {
  const known: Readonly<Partial<Record<string, string>>> = words.role.descriptions
  return known[displayName] ?? description
}

/** Roles in the order of what they are called on the page: the server orders by English names. */
export const useRolesInOrder = <T extends Named>(roles: readonly T[] | undefined) => {
  const words = useWords()
  const speech = useSpeech()
  return roles && speech.inOrder(roles, ({ displayName }) => roleName(words, displayName))
}
