/** /me: my user here, what I may, and the overview of the organization. */
import { asks } from '../access/permission.ts'
import { actions, rolesThatMay } from '../access/may.rule.ts'
import { roles } from '../access/roles.ts'
import { mayWholly } from '../access/sight.ts'
import { listMonths, readOverview } from '../directory/organizations/overview.sql.ts'
import { readUser } from '../directory/users/list.sql.ts'
import { notFound, type GraphRoute, type Handler } from './exchange.ts'
import { entity } from './query/answers.ts'
import { userShape } from './users/shape.ts'

const showMe: Handler = async (x) => {
  const me = await readUser(x.db, x.tenantId, x.caller.userId)
  if (me === undefined) throw notFound(x.caller.userId)
  return entity(x, 'users', userShape, me)
}

const showCapabilities: Handler = async (x) =>
  x.c.json({
    roles: x.caller.roles.map((name) => ({
      id: roles[name].id,
      displayName: roles[name].displayName,
    })),
    may: Object.fromEntries(actions.map((action) => [action, mayWholly(x.caller, action)])),
    rolesThatMay: Object.fromEntries(
      actions.map((action) => [
        action,
        rolesThatMay(action).map((name) => roles[name].displayName),
      ]),
    ),
  })

const showOverview: Handler = async (x) => {
  const [overview, months] = await Promise.all([
    readOverview(x.db, x.tenantId),
    listMonths(x.db, x.tenantId, x.now),
  ])
  return x.c.json({ ...overview, months })
}

export const meRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/me',
    permission: asks('self.read', 'GET /me'),
    takes: { select: userShape },
    handler: showMe,
  },
  {
    method: 'GET',
    path: '/me/guesthouse.capabilities',
    permission: asks('self.read', 'GET /me'),
    handler: showCapabilities,
  },
  {
    method: 'GET',
    path: '/guesthouse.overview',
    permission: asks('users.inspect', 'GET /users'),
    handler: showOverview,
  },
]
