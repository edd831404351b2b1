/** What a caller is told who lacks something of what a row asks. */
import { rolesThatMay, type Action } from '../access/may.rule.ts'
import type { Lack } from '../access/lack.ts'
import { roles } from '../access/roles.ts'
import type { Refusal } from '../edge/refusal.ts'
import type { Caller } from './bearer-caller.ts'
import { denied, needsPerson } from './refusals.ts'

/** Refuses a caller with 403 who lacks something. */
export const refuse = (caller: Caller, lack: Lack | undefined): void => {
  if (lack === undefined) return
  if (caller.kind === 'application')
    throw lack.what === 'person' ? needsPerson() : notGiven(lack.need.applications ?? [])
  throw lack.what === 'scope' ? notCovered(caller.scopes) : notAllowed(lack.need.action as Action)
}

const notGiven = (permissions: readonly string[]): Refusal =>
  denied(
    `The application needs one of these permissions: ${permissions.map((one) => one.replaceAll('+', ' and ')).join(', ')}. An administrator who gives roles can give it one, and it then asks for a new token.`,
  )

const notCovered = (scopes: readonly string[]): Refusal =>
  denied(
    `The access token has the scopes '${scopes.join(' ')}', which do not cover this. An administrator who gives roles can give the application more, and it then asks for them.`,
  )

const notAllowed = (action: Action): Refusal => {
  const names = rolesThatMay(action).map((name) => roles[name].displayName)
  return denied(`One of these roles is needed: ${names.join(', ')}.`)
}
