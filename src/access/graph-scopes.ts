/**
 * What an application may do at the directory API on somebody's behalf: never more than its scopes,
 * and never more than that person's roles. An application has `User.Read`; the others are given to
 * it by somebody who may give roles.
 */
import type { graphScopes } from '../wire/graph/applications/service-principal.ts'

export { graphScopes } from '../wire/graph/applications/service-principal.ts'
export type GraphScope = (typeof graphScopes)[number]

/**
 * Whether a scope lets an application do in the directory what its person may do there, and so has
 * to be given by somebody who gives roles, and agreed to.
 */
export const isPowerful = (scope: string): boolean => scope !== 'User.Read'

/** Their published ids, by which applications are registered for them. */
export const graphScopeIds: Readonly<Record<GraphScope, string>> = {
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'Directory.Read.All': '06da0dbc-49e2-44d2-8312-53f166ab848a',
  'Directory.AccessAsUser.All': '0e263e50-5827-48a4-b97c-d940288653c7',
}
