/**
 * /me/memberOf: the groups that I am in, and leaving one, which needs no role at any level of
 * guests (R103).
 */
import { asks, needToSee } from '../../access/permission.ts'
import { operatorAuthority } from '../../directory/authority.ts'
import { unlinkUser } from '../../directory/links/link-user.ts'
import { listMemberOf } from '../../directory/links/member-of.sql.ts'
import { idParam, personOf, shows, type GraphRoute, type Handler } from '../exchange.ts'
import { answerList, noContent, pageOf } from '../query/answers.ts'
import { isOfRoles, kindsOf, objectShape, rolesOf } from '../users/references.ts'
import { notFound } from '../refusals.ts'

const list: Handler = async (x) => {
  const { userId } = personOf(x)
  if (isOfRoles(x)) return rolesOf(x, userId)
  const me = { tenantId: x.tenantId, kind: 'user', id: userId } as const
  const list = { ...pageOf(x), reach: 'direct', kinds: kindsOf(x) } as const
  const found = await listMemberOf(x.db, me, list)
  return answerList(
    x,
    'directoryObjects',
    found,
    shows(x, 'group names') ? objectShape : namelessShape,
  )
}

const names = new Set(['displayName', 'description'])
const namelessShape: typeof objectShape = {
  ...objectShape,
  of: (row, x) =>
    Object.fromEntries(
      Object.entries(objectShape.of(row, x)).map(([name, value]) => [
        name,
        names.has(name) ? null : value,
      ]),
    ),
}

const leave: Handler = async (x) => {
  const holderId = idParam(x, 'groupId')
  const which = { tenantId: x.tenantId, holderId, userId: personOf(x).userId }
  // Nobody needs a right to be in one group less.
  const { outcome } = await unlinkUser(x.db, 'group', which, operatorAuthority, x.context)
  if (outcome !== 'unlinked') throw notFound(holderId)
  return noContent(x)
}

export const myGroupRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/me/memberOf',
    permission: asks('self.read', 'GET /me/memberOf', {
      shows: { 'group names': needToSee('groupNames', 'GET /me/memberOf') },
    }),
    takes: { page: true, casts: true, select: objectShape },
    handler: list,
  },
  {
    method: 'DELETE',
    path: '/me/memberOf/:groupId/$ref',
    permission: asks('self.write', 'leave groups'),
    handler: leave,
  },
]
