/** Disabling, enabling, sponsoring and holding many users at once, each with its own result. */
import { asks } from '../../access/permission.ts'
import { addSponsor } from '../../directory/links/responsible.ts'
import type { LastAdministrator } from '../../directory/administrators.sql.ts'
import { forEachLive, forEachNamed, type OfMany } from '../../directory/many.ts'
import { usersNamed } from '../../directory/named.sql.ts'
import { disableUser, enableUser } from '../../directory/users/disable.ts'
import { refusals } from '../../edge/refusals/refusals.ts'
import type { UserId } from '../../kernel/ids.ts'
import { holdUser } from '../../privacy/hold.ts'
import { disableMany, enableMany, holdMany, sponsorMany } from '../../wire/graph/users/many-acts.ts'
import type { ResultOfMany as Line } from '../../wire/graph/users/many.ts'
import { readSent } from '../body.ts'
import { commonReasons, lineOf } from '../deleted/many.ts'
import type { Exchange, GraphRoute, Handler } from '../exchange.ts'
import { lastAdministratorWords } from '../last-administrator.ts'
import { told } from '../query/answers.ts'
import { authorityOf } from './restoring.ts'
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

const live = (
  x: Exchange,
  names: readonly string[],
  act: (which: { tenantId: Exchange['tenantId']; userId: UserId }) => Promise<Result>,
): Promise<OfMany<Result>[]> =>
  forEachLive<Result>(x.db, { tenantId: x.tenantId, names }, { outcome: 'notFound' }, (userId) =>
    act({ tenantId: x.tenantId, userId }),
  )

const disable: Handler = async (x) => {
  const { users } = await readSent(x, disableMany)
  const results = await live(x, users, (which) =>
    disableUser(x.db, which, authorityOf(x), x.context),
  )
  return told(x, disableMany, { value: results.map(lineFor) })
}

const enable: Handler = async (x) => {
  const { users } = await readSent(x, enableMany)
  const results = await live(x, users, (which) =>
    enableUser(x.db, which, authorityOf(x), x.context),
  )
  return told(x, enableMany, { value: results.map(lineFor) })
}

const sponsor: Handler = async (x) => {
  const { users, sponsor: by } = await readSent(x, sponsorMany)
  const results = await live(x, users, (which) => addSponsor(x.db, which, by, x.context))
  return told(x, sponsorMany, { value: results.map(lineFor) })
}

const hold: Handler = async (x) => {
  const { users: names, reason } = await readSent(x, holdMany)
  const { db, tenantId } = x
  const results = await forEachNamed<Result>(names, {
    found: await usersNamed(db, 'deleted_users', tenantId, names),
    done: new Map(),
    notFound: { outcome: 'notFound' },
    act: (userId) => holdUser(db, { tenantId, userId }, reason, authorityOf(x), x.context),
  })
  return told(x, holdMany, { value: results.map(lineFor) })
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
]
