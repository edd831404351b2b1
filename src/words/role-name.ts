/** The name of a directory role, as its reader's language has it. */
import type { RoleNames } from './en/role-names.ts'

/**
 * What a role is called; `displayName` is its name in the directory API, which stands where it is
 * none of ours.
 */
export const roleNameIn = (names: RoleNames, displayName: string): string => {
  const known: Readonly<Partial<Record<string, string>>> = names
  return known[displayName] ?? displayName
}
