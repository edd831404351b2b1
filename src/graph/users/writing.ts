/** Making and changing users, and what is said where it is refused. */
import {
  createWithPassword,
  updateWithPassword,
  type NotGiven,
} from '../../credentials/password/given.ts'
import {
  minPasswordLength,
  type PasswordProblem,
} from '../../credentials/password/password.rule.ts'
import { tellOfEnd } from '../../directory/lifecycle/end-date.ts'
import type { UpdateUserResult } from '../../directory/users/update.ts'
import { Refusal } from '../../edge/refusal.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { user, type PasswordProfile } from '../../wire/graph/users/user.ts'
import { signIn } from '../../words/en/sign-in.ts'
import { weakWord } from '../../words/weak-password.ts'
import { readChange, readCreation } from '../body.ts'
import { authorityOf, type Exchange, type Handler } from '../exchange.ts'
import { lastAdministratorRefusal } from '../last-administrator.ts'
import { entity, noContent } from '../query/answers.ts'
import {
  badProperty,
  badRequest,
  notAllowedOnTarget,
  notFound,
  refusedProperty,
  valueRequired,
} from '../refusals.ts'
import { userOr404, userParam } from './param.ts'
import { refusePastEnd } from './past-end.ts'
import { userShape } from './shape.ts'
import { whyNot } from './why-not.ts'

const weak =
  'The specified password does not comply with password complexity requirements. Please provide a different password.'

/** What is wrong with a password, in words. */
export const weakWords = (problem: PasswordProblem): string =>
  weakWord(signIn.weak, problem, minPasswordLength)

/** The refusal of a password, in Graph's words; what is wrong with it stands in `details`. */
export const weakPassword = (
  problems: readonly PasswordProblem[],
  target = 'passwordProfile',
): Refusal =>
  badRequest(weak, {
    details: problems.map((code) => ({
      code,
      message: weakWords(code),
      target,
    })),
  })

/** The refusal of a property of a password for this reason. */
export const wrongPassword = (target: string, message: string): Refusal =>
  refusedProperty(target, message, 'InvalidValue')

// Of somebody who is made there is nothing yet that could be changed.
const refuseEmptyProfile = (profile: PasswordProfile | null | undefined): void => {
  if (profile == null || profile.password !== undefined) return
  throw wrongPassword('passwordProfile', valueRequired('password', 'PasswordProfile'))
}

const conflict = (property: string): Refusal =>
  refusedProperty(
    property,
    `Another object with the same value for property ${property} already exists.`,
    'ObjectConflict',
  )
const foreignDomain = (): Refusal => badProperty('userPrincipalName', 'foreignDomain')

/** Makes a member; with a password where one is sent. */
export const createUser: Handler = async (x) => {
  const body = await readCreation(x, user)
  refusePastEnd(body['guesthouse.endDateTime'], x.now)
  refuseEmptyProfile(body.passwordProfile)
  const result = await createWithPassword(x.db, x.tenantId, body, authorityOf(x), x.context)
  if (result.outcome === 'notGiven') throw passwordRefusal(result.why, '')
  if (result.outcome === 'nameTaken') throw conflict('userPrincipalName')
  if (result.outcome === 'addressTaken') throw conflict(result.property)
  if (result.outcome === 'foreignDomain') throw foreignDomain()
  if (result.outcome !== 'created') throw new Error(result.outcome)
  return entity(x, 'users', userShape, await userOr404(x, result.userId), 201)
}

const updateRefusal = (
  result: Exclude<UpdateUserResult, { outcome: 'updated' }>,
  userId: string,
): Refusal => {
  switch (result.outcome) {
    case 'notFound':
      return notFound(userId)
    case 'targetTooHigh':
      return notAllowedOnTarget()
    case 'nameTaken':
      return conflict('userPrincipalName')
    case 'addressTaken':
      return conflict(result.property)
    case 'foreignDomain':
      return foreignDomain()
    case 'ownType':
      return new Refusal('ownType')
    case 'yourself':
      return new Refusal('yourself', whyNot.yourself)
    case 'lastAdministrator':
      return lastAdministratorRefusal(result)
  }
}

const passwordRefusal = (result: NotGiven, userId: string): Refusal => {
  switch (result.outcome) {
    case 'weak':
      return weakPassword(result.problems)
    case 'homeElsewhere':
      return new Refusal('homeElsewhere')
    case 'noPassword':
      return wrongPassword(
        'passwordProfile',
        'This user has no password that could have to be changed. Set one: passwordProfile/password.',
      )
    case 'yourself':
      return new Refusal('yourself', whyNot.givesYourselfPassword)
    case 'notFound':
    case 'targetTooHigh':
      return updateRefusal(result, userId)
  }
}

/** Changes a user as the body says, in the words of Graph where it is refused. */
export const updateUserAs = async (
  x: Exchange,
  which: { readonly tenantId: TenantId; readonly userId: UserId },
): Promise<Response> => {
  const changes = await readChange(x, user)
  refusePastEnd(changes['guesthouse.endDateTime'], x.now)
  const result = await updateWithPassword(x.db, which, changes, authorityOf(x), x.context)
  if (result.outcome === 'notGiven') throw passwordRefusal(result.why, which.userId)
  if (result.outcome !== 'updated') throw updateRefusal(result, which.userId)
  if (changes['guesthouse.endDateTime'] != null) await tellOfEnd(x.db, which, x.now)
  return noContent(x)
}

/** Changes the user that the address names. */
export const updateNamed: Handler = async (x) => updateUserAs(x, await userParam(x))
