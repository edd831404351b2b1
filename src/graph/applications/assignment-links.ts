/** What is assigned to whom, as `$expand` brings it along, and all links of service principals. */
import { assignmentsOfEach } from '../../directory/applications/assignments.sql.ts'
import { listPermissions, permissionsOfEach } from '../../directory/applications/permissions.sql.ts'
import { mostExpanded } from '../../wire/at-once.ts'
import { servicePrincipal } from '../../wire/graph/applications/service-principal.ts'
import type { Exchange } from '../exchange.ts'
import { groupsOfApplication, ownersOfApplication } from '../objects/object-links.ts'
import { linksOf, type Link } from '../query/expand.ts'
import { assignmentShape, type AnyAssignment } from './assignment-shape.ts'
import { asAssignment } from './graph-assignments.ts'
import { graphPrincipalId } from './graph-principal.ts'

type Held = { readonly holderId: string; readonly row: AnyAssignment }

const toAssignments = (
  read: (x: Exchange, ids: readonly string[]) => Promise<readonly Held[]>,
): Link => ({
  type: assignmentShape.type,
  names: assignmentShape.names,
  read: async (x, ids) =>
    (await read(x, ids)).map(({ holderId, row }) => ({
      holderId,
      write: (of: Exchange) => assignmentShape.of(row, of),
    })),
})

const assigned =
  (kind: 'user' | 'group' | 'application' | 'client') =>
  async ({ db, tenantId }: Exchange, ids: readonly string[]): Promise<Held[]> =>
    (await assignmentsOfEach(db, tenantId, kind, ids)).map((row) => ({
      holderId: row.holderId,
      row,
    }))

export const assignmentsOfUser = toAssignments(assigned('user'))
export const assignmentsOfGroup = toAssignments(assigned('group'))

// To the directory API itself is assigned what applications were given there.
const assignedTo = async (x: Exchange, ids: readonly string[]): Promise<Held[]> => {
  const graph = graphPrincipalId(x.tenantId)
  const page = { descending: false, after: undefined, limit: mostExpanded }
  const given = ids.includes(graph) ? await listPermissions(x.db, x.tenantId, undefined, page) : []
  return [
    ...(await assigned('application')(x, ids)),
    ...given.map(asAssignment(x)).map((row) => ({ holderId: graph, row })),
  ]
}
const given = async (x: Exchange, ids: readonly string[]): Promise<Held[]> => [
  ...(await permissionsOfEach(x.db, x.tenantId, ids)).map((one) => ({
    holderId: one.holderId,
    row: asAssignment(x)(one),
  })),
  ...(await assigned('client')(x, ids)),
]

export const expandedOfPrincipal = linksOf(servicePrincipal, {
  owners: ownersOfApplication,
  memberOf: groupsOfApplication,
  appRoleAssignedTo: toAssignments(assignedTo),
  appRoleAssignments: toAssignments(given),
})
