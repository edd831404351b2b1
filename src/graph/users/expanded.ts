/** The links of a user that `$expand` takes. */
import { user } from '../../wire/graph/users/user.ts'
import { assignmentsOfUser } from '../applications/assignment-links.ts'
import { userLinks } from '../objects/object-links.ts'
import { linksOf } from '../query/expand.ts'

export const expandedOfUser = linksOf(user, {
  ...userLinks,
  appRoleAssignments: assignmentsOfUser,
})
