/** Whether a group can be called so; and renewing one, which does not run out. */
import { asks } from '../../access/permission.ts'
import { findGroup } from '../../directory/groups/list.sql.ts'
import type { GroupId } from '../../kernel/ids.ts'
import { validateGroup, validateObject } from '../../wire/graph/group-operations.ts'
import { readSent } from '../body.ts'
import { idParam, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { noContent } from '../query/answers.ts'
import { notFound } from '../refusals.ts'

const refuseNone = async (x: Exchange): Promise<void> => {
  const groupId = idParam<GroupId>(x, 'id')
  if ((await findGroup(x.db, x.tenantId, groupId)) === undefined) throw notFound(groupId)
}

// Several groups may have one name, so what a name is made of is all that can be wrong with it.
const validateOne: Handler = async (x) => {
  await readSent(x, validateGroup)
  await refuseNone(x)
  return noContent(x)
}

const validateNew: Handler = async (x) => {
  await readSent(x, validateObject)
  return noContent(x)
}

const renew: Handler = async (x) => {
  await refuseNone(x)
  return noContent(x)
}

export const groupNamingRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/groups/:id/validateProperties',
    permission: asks('groups.read', 'POST /groups/{id}/validateProperties'),
    operation: validateGroup,
    handler: validateOne,
  },
  {
    method: 'POST',
    path: '/directoryObjects/validateProperties',
    permission: asks('groups.read', 'POST /directoryObjects/validateProperties'),
    operation: validateObject,
    handler: validateNew,
  },
  {
    method: 'POST',
    path: '/groups/:id/renew',
    permission: asks('groups.write', 'POST /groups/{id}/renew'),
    handler: renew,
  },
]
