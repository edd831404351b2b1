/** Whether a user may be linked to a group or an application, or unlinked from it. */
import { mayChangeGroup } from '../groups/group.rule.ts'

export type LinkFacts = {
  /** The group can hold directory roles, or the application has scopes of the directory. */
  readonly assignableToRole: boolean
  readonly mayAssignRoles: boolean
  /** Whether the user is a live user of the same organization. */
  readonly userExists: boolean
  readonly linked: boolean
}

/** Why a user cannot be added; undefined when they can. */
export const linkRefusal = (
  facts: LinkFacts,
): 'needsRoleAssigner' | 'userNotFound' | 'alreadyLinked' | undefined => {
  if (!mayChangeGroup(facts, facts)) return 'needsRoleAssigner'
  if (!facts.userExists) return 'userNotFound'
  return facts.linked ? 'alreadyLinked' : undefined
}

/**
 * Why a user cannot be removed; undefined when they can. A group that has owners keeps one (Graph's
 * rule).
 */
export const unlinkRefusal = (
  facts: LinkFacts & { readonly lastOwner: boolean },
): 'needsRoleAssigner' | 'notLinked' | 'lastOwner' | undefined => {
  if (!mayChangeGroup(facts, facts)) return 'needsRoleAssigner'
  if (!facts.userExists || !facts.linked) return 'notLinked'
  return facts.lastOwner ? 'lastOwner' : undefined
}
