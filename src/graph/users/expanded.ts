/** The links of a user that `$expand` takes. */
import type { ExpandedBy } from '../../wire/graph/definition/definition.ts'
import type { user } from '../../wire/graph/users/user.ts'
import { assignmentsOfUser } from '../applications/assignment-links.ts'
import { userLinks } from '../objects/object-links.ts'
import type { Link } from '../query/expand.ts'

export const expandedOfUser: Readonly<Record<ExpandedBy<typeof user>, Link>> = {
  ...userLinks,
  appRoleAssignments: assignmentsOfUser,
}
