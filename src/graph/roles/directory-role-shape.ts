/** A role as its older view shows it: at its members, and at a user who holds it. */
import type { Role } from '../../access/roles.ts'
import { directoryRole } from '../../wire/graph/roles.ts'
import { shaped } from '../shape.ts'

/** `assignedAt`: at a user, since when. */
export const directoryRoleShape = shaped<
  typeof directoryRole,
  Role & { readonly assignedAt?: Date }
>(directoryRole, {
  deletedDateTime: () => null,
  roleTemplateId: ({ id }) => id,
  'guesthouse.assignedDateTime': ({ assignedAt }) => assignedAt?.toISOString(),
})
