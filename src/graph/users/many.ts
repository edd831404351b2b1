/** Disabling, enabling, sponsoring and holding many users at once, each with its own result. */
import { asks } from '../../access/permission.ts'
import { addSponsors } from '../../directory/links/sponsors.ts'
import type { LastAdministrator } from '../../directory/administrators.sql.ts'
import { forEachOf, type OfMany } from '../../directory/many.ts'
import type { Several } from '../../directory/lock-user.sql.ts'
import type { Outcomes } from '../../directory/slices.ts'
import { disableUsers, enableUsers } from '../../directory/users/disable.ts'
import { refusals } from '../../edge/refusals/refusals.ts'
import { endHolds, holdUsers } from '../../privacy/hold.ts'
import {
  disableMany,
  enableMany,
  endHoldMany,
  holdMany,
  sponsorMany,
} from '../../wire/graph/users/many-acts.ts'
import type { ResultOfMany as Line } from '../../wire/graph/users/many.ts'
import { readSent } from '../body.ts'
import { commonReasons, lineOf } from '../deleted/many.ts'
import { authorityOf, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { lastAdministratorWords } from '../last-administrator.ts'
import { told } from '../query/answers.ts'
import { whyNot } from './why-not.ts'

type Why = Pick<Line, 'code' | 'message'>
type Fixed =
  | 'disabled'
  | 'enabled'
  | 'linked'
  | 'unlinked'
  | 'held'
  | 'already'
  | 'alreadyHeld'
  | 'ended'
  | 'notHeld'
  | keyof typeof commonReasons
  | 'yourself'
  | 'self'
  | 'tooMany'
  | 'circle'
  | 'windowOver'
type Result = { readonly outcome: Fixed } | LastAdministrator

/** It is so now, or was before. */
const done = { code: undefined } as const
const before = { code: 'already' } as const

const reasons: Readonly<Record<Fixed, typeof done | typeof before | Why>> = {
  disabled: done,
  enabled: done,
  linked: done,
  unlinked: done,
  held: done,
  already: before,
  alreadyHeld: before,
  ended: done,
  notHeld: before,
  ...commonReasons,
  yourself: { code: 'yourself', message: whyNot.yourself },
  self: { code: 'linkedToSelf', message: refusals.linkedToSelf.caller },
  tooMany: { code: 'tooManySponsors', message: whyNot.tooManySponsors },
  circle: { code: 'managersInCircle', message: refusals.managersInCircle.caller },
  windowOver: { code: 'restoreWindowClosed', message: refusals.restoreWindowClosed.caller },
}

const lineFor = (one: OfMany<Result>): Line => {
  const { result } = one
  if (result.outcome === 'lastAdministrator')
    return lineOf(one, {
      done: false,
      code: 'lastAdministrator',
      message: lastAdministratorWords(result),
    })
  const why = reasons[result.outcome]
  if (why === done) return lineOf(one, { done: true })
  return lineOf(one, { done: why === before, ...(why as Why) })
}

const among = (
  x: Exchange,
  from: 'live_users' | 'deleted_users',
  names: readonly string[],
  act: (which: Several) => Promise<Outcomes<Result>>,
): Promise<OfMany<Result>[]> => {
  const { tenantId } = x
  return forEachOf<Result>(x.db, { tenantId, names, from }, { outcome: 'notFound' }, (userIds) =>
    act({ tenantId, userIds }),
  )
}

const disable: Handler = async (x) => {
  const { users } = await readSent(x, disableMany)
  const results = await among(x, 'live_users', users, (which) =>
    disableUsers(x.db, which, authorityOf(x), x.context),
  )
  return told(x, disableMany, { value: results.map(lineFor) })
}

const enable: Handler = async (x) => {
  const { users } = await readSent(x, enableMany)
  const results = await among(x, 'live_users', users, (which) =>
    enableUsers(x.db, which, authorityOf(x), x.context),
  )
  return told(x, enableMany, { value: results.map(lineFor) })
}

const sponsor: Handler = async (x) => {
  const { users, sponsor: by } = await readSent(x, sponsorMany)
  const results = await among(x, 'live_users', users, (which) =>
    addSponsors(x.db, which, by, x.context),
  )
  return told(x, sponsorMany, { value: results.map(lineFor) })
}

const hold: Handler = async (x) => {
  const { users, reason } = await readSent(x, holdMany)
  const results = await among(x, 'deleted_users', users, (which) =>
    holdUsers(x.db, which, reason, authorityOf(x), x.context),
  )
  return told(x, holdMany, { value: results.map(lineFor) })
}

const endHold: Handler = async (x) => {
  const { users } = await readSent(x, endHoldMany)
  const results = await among(x, 'deleted_users', users, (which) =>
    endHolds(x.db, which, authorityOf(x), x.context),
  )
  return told(x, endHoldMany, { value: results.map(lineFor) })
}

export const manyLiveRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/users/guesthouse.disableMany',
    permission: asks('users.disable', 'PATCH /users/{id} accountEnabled'),
    operation: disableMany,
    handler: disable,
  },
  {
    method: 'POST',
    path: '/users/guesthouse.enableMany',
    permission: asks('users.disable', 'PATCH /users/{id} accountEnabled'),
    operation: enableMany,
    handler: enable,
  },
  {
    method: 'POST',
    path: '/users/guesthouse.sponsorMany',
    permission: asks('users.update', 'POST /users/{id}/sponsors/$ref'),
    operation: sponsorMany,
    handler: sponsor,
  },
  {
    method: 'POST',
    path: '/directory/deletedItems/guesthouse.holdMany',
    permission: asks('users.hold', 'hold users'),
    operation: holdMany,
    handler: hold,
  },
  {
    method: 'POST',
    path: '/directory/deletedItems/guesthouse.endHoldMany',
    permission: asks('users.hold', 'hold users'),
    operation: endHoldMany,
    handler: endHold,
  },
]
