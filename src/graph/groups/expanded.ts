/** The links of a group that `$expand` takes. */
import { group } from '../../wire/graph/group.ts'
import { assignmentsOfGroup } from '../applications/assignment-links.ts'
import { groupLinks } from '../objects/object-links.ts'
import { linksOf } from '../query/expand.ts'

export const expandedOfGroup = linksOf(group, {
  ...groupLinks,
  appRoleAssignments: assignmentsOfGroup,
})
