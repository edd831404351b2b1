/**
 * What an application may do at the directory API on somebody's behalf: never more than its scopes, and never more than that person's
 * roles. An application has `User.Read`; the others are given to it by somebody who may give roles.
 */
import type { Action } from './may.rule.ts'

export const graphScopes = ['User.Read', 'Directory.Read.All', 'Directory.AccessAsUser.All'] as const
export type GraphScope = (typeof graphScopes)[number]

/** Whether the scopes of a token cover an action; `self` is what everybody may do with what concerns only themselves. */
export const scopeCovers = (scopes: readonly string[], action: Action | 'self'): boolean => {
  if (scopes.includes('Directory.AccessAsUser.All')) return true
  if (action !== 'self' && !action.endsWith('.read')) return false
  return scopes.includes('Directory.Read.All') || (action === 'self' && scopes.includes('User.Read'))
}
