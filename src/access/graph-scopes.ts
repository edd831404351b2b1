/**
 * What an application may do at the directory API: on somebody's behalf never more than its scopes,
 * and never more than that person's roles; by itself what its app roles say. An application has
 * `User.Read`; the others are given to it by somebody who may give roles.
 */
import {
  graphRoles,
  graphScopes,
  roleIds,
  scopeIds,
  type GraphRole,
  type GraphScope,
} from '../wire/graph/applications/graph-permissions.ts'
import { openIdScopes } from '../wire/sign-on.ts'

export {
  graphRoles,
  graphScopes,
  permissionWords,
  roleIds,
  scopeIds,
  type GraphRole,
  type GraphScope,
} from '../wire/graph/applications/graph-permissions.ts'

/** Who somebody is, which every application may learn of those who sign in to it. */
export const harmlessScopes: readonly string[] = ['User.Read', ...openIdScopes]

/** What is noted of whoever agrees to be signed in to an application, and to nothing else. */
export const signingIn = 'openid'

/**
 * Whether a scope lets an application do in the directory what its person may do there, and so has
 * to be given by somebody who gives roles, and agreed to.
 */
export const isPowerful = (scope: string): boolean => !harmlessScopes.includes(scope)

/** The scope of a published id; undefined for any other. */
export const scopeOfId = (id: string): GraphScope | undefined =>
  graphScopes.find((name) => scopeIds[name] === id.toLowerCase())

/** The app role of a published id; undefined for any other. */
export const roleOfId = (id: string): GraphRole | undefined =>
  graphRoles.find((name) => roleIds[name] === id.toLowerCase())
