/** How a person stands with an organization of theirs, in the words of the wire. */
import type { AccountOrganization } from '../wire/account.ts'

/** `left` by themselves, `removed` by others, `disabled` there, only `invited`, or `active`. */
export const stateOf = (organization: {
  readonly deletedAt: Date | null
  readonly deletedBy: string | null
  readonly accountEnabled: boolean
  readonly invited: boolean
}): AccountOrganization['state'] => {
  if (organization.deletedAt !== null) return organization.deletedBy === 'self' ? 'left' : 'removed'
  if (!organization.accountEnabled) return 'disabled'
  return organization.invited ? 'invited' : 'active'
}
