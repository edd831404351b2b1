/** /me: my user here, what I may, and the overview of the organization. */
import { asks } from '../access/permission.ts'
import { rolesThatMay } from '../access/may.rule.ts'
import { roles } from '../access/roles.ts'
import { mayWholly } from '../access/sight.ts'
import { readFirstHour } from '../directory/organizations/first-hour.sql.ts'
import { readOverview } from '../directory/organizations/overview.sql.ts'
import { listMonths } from '../directory/counts/turnover.sql.ts'
import { mayInvite } from '../invitations/invite.rule.ts'
import { readInvitePolicy } from '../invitations/invite.sql.ts'
import { readLastBackup } from '../privacy/backup/last-backup.ts'
import { actions, type Action } from '../wire/actions.ts'
import { capabilities, overview } from '../wire/graph/me.ts'
import { personOf, type GraphRoute, type Handler } from './exchange.ts'
import { entity, told } from './query/answers.ts'
import { expanding } from './query/expand.ts'
import { expandedOfUser } from './users/expanded.ts'
import { chosenOr404 } from './users/param.ts'
import { userShape } from './users/shape.ts'

const showMe: Handler = async (x) => {
  const me = await chosenOr404(x, personOf(x).userId)
  return entity(x, 'users', await expanding(x, userShape, [me]), me)
}

const ofEachAction = <T>(of: (action: Action) => T) =>
  Object.fromEntries(actions.map((action) => [action, of(action)])) as Readonly<Record<Action, T>>

const showCapabilities: Handler = async (x) => {
  const me = personOf(x)
  const policy = await readInvitePolicy(x.db, x.tenantId)
  return told(x, capabilities, {
    roles: me.roles.map((name) => ({
      id: roles[name].id,
      displayName: roles[name].displayName,
    })),
    may: ofEachAction((action) => mayWholly(me, action)),
    rolesThatMay: ofEachAction((action) =>
      rolesThatMay(action).map((name) => roles[name].displayName),
    ),
    mayInvite: policy !== undefined && mayInvite(policy.allowInvitesFrom, me),
  })
}

const showOverview: Handler = async (x) => {
  const [numbers, months, done, backup] = await Promise.all([
    readOverview(x.db, x.tenantId),
    listMonths(x.db, x.tenantId, x.now),
    readFirstHour(x.db, x.tenantId),
    readLastBackup(x.db),
  ])
  const mail = x.services.sendsMail === true
  const firstHour = { ...done, mail, backup: backup !== undefined }
  return told(x, overview, { ...numbers, firstHour, months })
}

export const meRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/me',
    permission: asks('self.read', 'GET /me'),
    takes: { select: userShape, expand: expandedOfUser },
    handler: showMe,
  },
  {
    method: 'GET',
    path: '/me/guesthouse.capabilities',
    permission: asks('self.read', 'GET /me'),
    operation: capabilities,
    handler: showCapabilities,
  },
  {
    method: 'GET',
    path: '/guesthouse.overview',
    permission: asks('users.inspect', 'GET /users'),
    operation: overview,
    handler: showOverview,
  },
]
