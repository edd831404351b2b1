/** The objects that are followed, each kind as its own list has it. */
import { roles, rolesInOrder } from '../../access/roles.ts'
import { listGrants } from '../../directory/applications/grants/grants.sql.ts'
import { listGroups, type GroupRow } from '../../directory/groups/list.sql.ts'
import { listUsers, type ListedUser } from '../../directory/users/list.sql.ts'
import { holdsOf } from '../../kernel/condition.ts'
import { permissionGrant } from '../../wire/graph/applications/permission-grant.ts'
import { group } from '../../wire/graph/group.ts'
import { directoryRole } from '../../wire/graph/roles.ts'
import { user } from '../../wire/graph/users/user.ts'
import { grantsAt, grantShape } from '../applications/permission-grants.ts'
import { groupShape } from '../groups/shape.ts'
import type { Shape } from '../query/answers.ts'
import { directoryRoleShape } from '../roles/directory-role-shape.ts'
import { amongOthers } from '../shape.ts'
import { userShape } from '../users/shape.ts'
import { partOf, type Part } from './part.ts'

const usersAs = (shape: Shape<ListedUser>): Part =>
  partOf('user', user, shape, (x, page, filter) =>
    listUsers(x.db, x.tenantId, { ...page, order: 'name', search: undefined, filter }),
  )
const groupsAs = (shape: Shape<GroupRow>): Part =>
  partOf('group', group, shape, (x, page, filter) =>
    listGroups(x.db, x.tenantId, { ...page, search: undefined, filter }),
  )

export const users = usersAs(userShape)
export const groups = groupsAs(groupShape)

/** Objects of any type, each with its own properties. */
export const objects: readonly Part[] = [
  usersAs(amongOthers(userShape)),
  { ...groupsAs(amongOthers(groupShape)), shownAs: 'groups' },
]

/** There are few, and always the same. */
export const allRoles = partOf(
  'directoryRole',
  directoryRole,
  directoryRoleShape,
  (_x, { after }, filter) => {
    const all = rolesInOrder
      .map((name) => ({ ...roles[name], sortValue: roles[name].displayName }))
      .filter(({ id }) => holdsOf(filter, { id }))
    return Promise.resolve(after === undefined ? all : [])
  },
)

export const grants = partOf('permissionGrant', permissionGrant, grantShape, (x, page, filter) =>
  listGrants(x.db, grantsAt(x), filter, page),
)
