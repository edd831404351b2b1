/**
 * /users/{id}/guesthouse.resetFactors: for somebody who lost their passkeys and their authenticator
 * app.
 */
import { asks } from '../../access/permission.ts'
import { readUser } from '../../directory/users/list.sql.ts'
import type { Factors } from '../../credentials/held.sql.ts'
import { resetFactors, type NamedFactor } from '../../credentials/reset.ts'
import { resetFactors as resetting } from '../../wire/graph/users/user-operations.ts'
import { told } from '../query/answers.ts'
import { authorityOf, type Exchange, type GraphRoute, type Handler } from '../exchange.ts'
import { lastAdministratorRefusal } from '../last-administrator.ts'
import { userParam } from './param.ts'
import { notAllowedOnTarget, notFound, unknownId } from '../refusals.ts'
import { Refusal } from '../../edge/refusal.ts'

/**
 * Takes away what the user of the address signs in with beside a password, or the one that is
 * named; every refusal is thrown.
 */
export const resetOf = async (x: Exchange, named?: NamedFactor): Promise<Factors> => {
  const which = await userParam(x)
  const wanted = named === undefined ? which : { ...which, named }
  const result = await resetFactors(x.db, wanted, authorityOf(x), x.context)
  if (result.outcome === 'noSuchMethod') throw unknownId(named?.id ?? '')
  if (result.outcome === 'targetTooHigh') throw notAllowedOnTarget()
  if (result.outcome === 'lastAdministrator') throw lastAdministratorRefusal(result)
  if (result.outcome === 'yourself')
    throw new Refusal(
      'yourself',
      'You cannot reset your own. Remove them at /security, where a current code is asked for, or ask another administrator.',
    )
  if (result.outcome === 'notFound') {
    if ((await readUser(x.db, x.tenantId, which.userId)) === undefined) throw notFound(which.userId)
    throw new Refusal(
      'homeElsewhere',
      'This user signs in at another organization, their home; passkeys and authenticator apps can only be reset there.',
    )
  }
  return result.removed
}

const reset: Handler = async (x) => told(x, resetting, await resetOf(x))

export const userFactorRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/users/:id/guesthouse.resetFactors',
    permission: asks('users.resetPassword', 'reset how users sign in'),
    operation: resetting,
    handler: reset,
  },
]
