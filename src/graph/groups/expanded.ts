/** The links of a group that `$expand` takes. */
import type { ExpandedBy } from '../../wire/graph/definition/definition.ts'
import type { group } from '../../wire/graph/group.ts'
import { assignmentsOfGroup } from '../applications/assignment-links.ts'
import { groupLinks } from '../objects/object-links.ts'
import type { Link } from '../query/expand.ts'

export const expandedOfGroup: Readonly<Record<ExpandedBy<typeof group>, Link>> = {
  ...groupLinks,
  appRoleAssignments: assignmentsOfGroup,
}
