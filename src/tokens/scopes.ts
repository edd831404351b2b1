/** What scopes and audiences of access tokens are called, however they were written. */
import { graphScopes, isPowerful, type GraphScope } from '../access/graph-scopes.ts'
import { accountPath } from '../kernel/page-address.ts'
import { graphAudience } from './access-token.ts'

/** The audience of the account API. */
export const accountAudience = (publicUrl: string): string => publicUrl + accountPath

/** Whether a resource is the directory API, however it was written. */
export const isGraph = (publicUrl: string, resource: string): boolean =>
  resource === publicUrl || resource === `${publicUrl}/` || resource === `api://${graphAudience}`

/** What may stand before the name of a scope of the directory API. */
export const prefixesOf = (publicUrl: string): string[] =>
  [publicUrl, graphAudience, `api://${graphAudience}`].map((prefix) => `${prefix}/`)

/** The name of a scope of the directory API, however it was written; undefined for any other. */
export const graphScopeOf = (
  publicUrl: string,
  scope: string,
): GraphScope | '.default' | undefined => {
  const written = prefixesOf(publicUrl).find((prefix) => scope.startsWith(prefix))
  const name = written === undefined ? scope : scope.slice(written.length).replace(/^\/+/, '')
  if (name === '.default') return written === undefined ? undefined : '.default'
  return graphScopes.find((known) => known === name)
}

/**
 * With which scopes a scope, however it was written, lets an application act in the directory for
 * its person: none or one, or those of `all` where it stands for them.
 */
export const powerIn = (publicUrl: string, scope: string, all: readonly string[]): string[] => {
  const name = graphScopeOf(publicUrl, scope)
  if (name === '.default') return all.filter(isPowerful)
  return name !== undefined && isPowerful(name) ? [name] : []
}

/** What a request asks to do in the directory for a person, and what of it was given to nobody. */
export type PowerAsked = { readonly asked: readonly string[]; readonly missing: readonly string[] }

/**
 * Of the scopes of a request: `.default` stands for what was given, and for a person who may give
 * it themselves also for what the application asks for (`wishes`).
 */
export const powerAsked = (
  publicUrl: string,
  scopes: readonly string[],
  { given, mayGive }: { readonly given: readonly string[]; readonly mayGive: boolean },
  wishes: readonly string[],
): PowerAsked => {
  const all = mayGive ? [...given, ...wishes] : given
  const asked = [...new Set(scopes.flatMap((one) => powerIn(publicUrl, one, all)))]
  return { asked, missing: asked.filter((one) => !given.includes(one)) }
}

// As every permission of the directory is written, and none of OpenID.
const directoryForm = /^[A-Z][A-Za-z-]*\.[A-Za-z.-]+$/

/** Whether a scope is written as one of the directory, and is none that there is. */
export const isUnknownScope = (publicUrl: string, scope: string): boolean =>
  graphScopeOf(publicUrl, scope) === undefined &&
  (directoryForm.test(scope) || prefixesOf(publicUrl).some((one) => scope.startsWith(one)))

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
