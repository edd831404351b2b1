/** What scopes and audiences of access tokens are called, however they were written. */
import { graphScopes, isPowerful, type GraphScope } from '../access/graph-scopes.ts'
import { accountPath } from '../wire/sign-on.ts'
import { graphAudience } from './access-token.ts'

/** The audience of the account API. */
export const accountAudience = (publicUrl: string): string => publicUrl + accountPath

/** Whether a resource is the directory API, however it was written. */
export const isGraph = (publicUrl: string, resource: string): boolean =>
  resource === publicUrl || resource === `${publicUrl}/` || resource === `api://${graphAudience}`

/** The name of a scope of the directory API, however it was written; undefined for any other. */
export const graphScopeOf = (
  publicUrl: string,
  scope: string,
): GraphScope | '.default' | undefined => {
  const written = [publicUrl, graphAudience, `api://${graphAudience}`]
    .map((prefix) => `${prefix}/`)
    .find((prefix) => scope.startsWith(prefix))
  const name = written === undefined ? scope : scope.slice(written.length).replace(/^\/+/, '')
  if (name === '.default') return written === undefined ? undefined : '.default'
  return graphScopes.find((known) => known === name)
}

/**
 * Whether a scope, however it was written, lets an application that was `given` scopes do in the
 * directory what its person may do there.
 */
export const isPowerfulScope = (
  publicUrl: string,
  scope: string,
  given: readonly string[],
): boolean => {
  const name = graphScopeOf(publicUrl, scope)
  return name === '.default'
    ? given.some(isPowerful)
    : name !== undefined && given.includes(name) && isPowerful(name)
}

/**
 * `scope` of a token in short names; `.default` stands for everything that the application was
 * given.
 */
export const shortScopes = (
  publicUrl: string,
  scope: string,
  given: readonly string[],
): string[] => {
  const names = scope.split(' ').flatMap((one) => {
    const name = graphScopeOf(publicUrl, one)
    if (name === '.default') return ['User.Read', ...given]
    return one === '' ? [] : [name ?? one]
  })
  return [...new Set(names)]
}
