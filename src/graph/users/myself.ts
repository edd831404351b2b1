/**
 * What I change of myself: my own contact, and my password knowing the present one; and trying one.
 */
import { asks } from '../../access/permission.ts'
import { changePassword } from '../../credentials/password/change.ts'
import { judgeFor } from '../../credentials/password/set.ts'
import { Refusal } from '../../edge/refusal.ts'
import { aroundOf } from '../../edge/request.ts'
import { secondMs } from '../../kernel/time.ts'
import {
  changePassword as changing,
  passwordRules,
  validatePassword as trying,
} from '../../wire/graph/users/user-operations.ts'
import { signIn } from '../../words/en/sign-in.ts'
import { readSent } from '../body.ts'
import { personOf, type GraphRoute, type Handler } from '../exchange.ts'
import { noContent, told } from '../query/answers.ts'
import { asksToChangeMyself } from './asks.ts'
import { updateUserAs, weakPassword, weakWords, wrongPassword } from './writing.ts'

const updateMe: Handler = (x) =>
  updateUserAs(x, { tenantId: x.tenantId, userId: personOf(x).userId })

const tooManyTries = (waitMs: number): Refusal => {
  const seconds = Math.ceil(waitMs / secondMs)
  return new Refusal('TooManyRequests', signIn.throttled(seconds), {
    headers: { 'retry-after': String(seconds) },
  })
}

const tryOne: Handler = async (x) => {
  const { password } = await readSent(x, trying)
  const { tenantId } = x
  const problems = await judgeFor(x.db, { tenantId, userId: personOf(x).userId }, password)
  return told(x, trying, {
    isValid: problems.length === 0,
    validationResults: passwordRules.map((ruleName) => {
      const validationPassed = !problems.includes(ruleName)
      const message = validationPassed ? 'This rule is kept.' : weakWords(ruleName)
      return { ruleName, validationPassed, message }
    }),
  })
}

const changeMine: Handler = async (x) => {
  const { personId, homeTenantId } = personOf(x)
  const { currentPassword, newPassword } = await readSent(x, changing)
  // A password belongs to the account at home; a guest's is none of the organization's business.
  if (homeTenantId !== x.tenantId) throw new Refusal('homeElsewhere')
  const given = { current: currentPassword, wanted: newPassword }
  const result = await changePassword(x.db, { personId }, given, aroundOf(x.c))
  if (result.outcome === 'wrong') throw wrongPassword('currentPassword', signIn.currentWrong)
  if (result.outcome === 'noPassword') throw wrongPassword('currentPassword', signIn.noPassword)
  if (result.outcome === 'weak') throw weakPassword(result.problems, 'newPassword')
  if (result.outcome === 'throttled') throw tooManyTries(result.retryAfterMs)
  return noContent(x)
}

export const myselfRoutes: readonly GraphRoute[] = [
  { method: 'PATCH', path: '/me', permission: asksToChangeMyself, handler: updateMe },
  {
    method: 'POST',
    path: '/me/changePassword',
    permission: asks('self.write', 'change my password'),
    operation: changing,
    handler: changeMine,
  },
  {
    method: 'POST',
    path: '/users/validatePassword',
    permission: asks('self.read', 'try a password'),
    operation: trying,
    handler: tryOne,
  },
]
