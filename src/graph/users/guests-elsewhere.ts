/** /guesthouse.guestsElsewhere: where the people of the organization are guests (R141). */
import { asks } from '../../access/permission.ts'
import { readUser } from '../../directory/users/list.sql.ts'
import { listGuestsElsewhere, type GuestElsewhereRow } from '../../people/guests-elsewhere.sql.ts'
import { guestElsewhere } from '../../wire/graph/users/guest-elsewhere.ts'
import type { GraphRoute, Handler } from '../exchange.ts'
import { answerList, pageOf } from '../query/answers.ts'
import { notFound } from '../refusals.ts'
import { shaped } from '../shape.ts'
import { userParam } from './param.ts'

const elsewhereShape = shaped<typeof guestElsewhere, GuestElsewhereRow>(guestElsewhere, {
  guestSinceDateTime: ({ guestSince }) => guestSince.toISOString(),
  agreedDateTime: ({ agreedAt }) => agreedAt.toISOString(),
})

const set = 'guesthouse.guestsElsewhere'

const listAll: Handler = async (x) =>
  answerList(
    x,
    set,
    await listGuestsElsewhere(x.db, x.tenantId, undefined, pageOf(x)),
    elsewhereShape,
  )

const listOfUser: Handler = async (x) => {
  const { tenantId, userId } = await userParam(x)
  const found = await listGuestsElsewhere(x.db, tenantId, userId, pageOf(x))
  if (found.length === 0 && (await readUser(x.db, tenantId, userId)) === undefined)
    throw notFound(userId)
  return answerList(x, set, found, elsewhereShape)
}

export const guestsElsewhereRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/guesthouse.guestsElsewhere',
    permission: asks('users.elsewhere', 'read identities of users'),
    takes: { page: true, select: elsewhereShape },
    handler: listAll,
  },
  {
    method: 'GET',
    path: '/users/:id/guesthouse.guestsElsewhere',
    permission: asks('users.elsewhere', 'read identities of users'),
    takes: { page: true, select: elsewhereShape },
    handler: listOfUser,
  },
]
