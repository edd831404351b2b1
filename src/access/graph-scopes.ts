/**
 * What an application may do at the directory API on somebody's behalf: never more than its scopes, and never more than that person's
 * roles. An application has `User.Read`; the others are given to it by somebody who may give roles.
 */
import type { Action } from './may.rule.ts'

export const graphScopes = ['User.Read', 'Directory.Read.All', 'Directory.AccessAsUser.All'] as const
export type GraphScope = (typeof graphScopes)[number]

/** Their published ids, by which applications are registered for them. */
export const graphScopeIds: Readonly<Record<GraphScope, string>> = {
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'Directory.Read.All': '06da0dbc-49e2-44d2-8312-53f166ab848a',
  'Directory.AccessAsUser.All': '0e263e50-5827-48a4-b97c-d940288653c7',
}

/**
 * What needs no role: `self.read` and `self.write`, what concerns only oneself; `invite`, which is everybody's or not as the organization has set it, but is a
 * change in somebody's name, and so not for an application that may only read.
 */
export const unroled = ['self.read', 'self.write', 'invite'] as const
export type Unroled = (typeof unroled)[number]

/** Whether the scopes of a token cover an action. Those that read cover nothing that changes anything. */
export const scopeCovers = (scopes: readonly string[], action: Action | Unroled): boolean => {
  if (scopes.includes('Directory.AccessAsUser.All')) return true
  if (!action.endsWith('.read')) return false
  return scopes.includes('Directory.Read.All') || (action === 'self.read' && scopes.includes('User.Read'))
}
