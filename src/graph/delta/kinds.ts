/** The objects that are followed, each kind as its own list has it. */
import { roles, rolesInOrder } from '../../access/roles.ts'
import { listGrants } from '../../directory/applications/grants/grants.sql.ts'
import { listApplications, type ApplicationRow } from '../../directory/applications/list.sql.ts'
import {
  listRegistrations,
  type RegistrationRow,
} from '../../directory/applications/registrations.sql.ts'
import { listGroups, type GroupRow } from '../../directory/groups/list.sql.ts'
import { listUsers, type ListedUser } from '../../directory/users/list.sql.ts'
import { holdsOf } from '../../kernel/condition.ts'
import { application } from '../../wire/graph/applications/application.ts'
import { permissionGrant } from '../../wire/graph/applications/permission-grant.ts'
import { servicePrincipal } from '../../wire/graph/applications/service-principal.ts'
import { group } from '../../wire/graph/group.ts'
import { directoryRole } from '../../wire/graph/roles.ts'
import { user } from '../../wire/graph/users/user.ts'
import { applicationShape } from '../applications/application-shape.ts'
import { grantsAt, grantShape } from '../applications/permission-grants.ts'
import { principalShape } from '../applications/principal-shape.ts'
import { withSignIn, type SignIn } from '../applications/sign-in.ts'
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

const applicationsAs = (shape: Shape<RegistrationRow & SignIn>): Part =>
  partOf('application', application, shape, async (x, page, filter) =>
    withSignIn(
      x,
      await listRegistrations(x.db, x.tenantId, { ...page, search: undefined, filter }),
    ),
  )
const principalsAs = (shape: Shape<ApplicationRow & SignIn>): Part =>
  partOf('servicePrincipal', servicePrincipal, shape, async (x, page, filter) =>
    withSignIn(x, await listApplications(x.db, x.tenantId, { ...page, search: undefined, filter })),
  )

export const applications = applicationsAs(applicationShape)
export const principals = principalsAs(principalShape)
export const users = usersAs(userShape)
export const groups = groupsAs(groupShape)

/** Objects of any type, each with its own properties. */
export const objects: readonly Part[] = [
  usersAs(amongOthers(userShape)),
  { ...groupsAs(amongOthers(groupShape)), shownAs: 'groups' },
  { ...applicationsAs(amongOthers(applicationShape)), shownAs: 'applications' },
  { ...principalsAs(amongOthers(principalShape)), shownAs: 'applications' },
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
