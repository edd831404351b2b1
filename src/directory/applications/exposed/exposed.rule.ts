/** What is wrong with how an application is called as a resource, and with its scopes. */
import { isUuid } from '../../../kernel/ids.ts'
import type { Kept } from '../../../wire/graph/applications/application-kept.ts'

const schemes = new Set(['api:', 'https:', 'urn:'])

/**
 * Whether an application may be called so: an address of `api`, `https` or `urn`, written plainly.
 * `api://` with a client id is that application's alone.
 */
export const isIdentifierUri = (uri: string, appId: string): boolean => {
  const url = URL.parse(uri)
  if (url === null || !schemes.has(url.protocol)) return false
  if (/[*#?\\]/.test(uri) || uri.endsWith('/') || url.username !== '') return false
  const host = /^api:\/\/([^/]+)/i.exec(uri)?.[1] ?? ''
  return url.protocol !== 'api:' || !isUuid(host) || host.toLowerCase() === appId
}

export type ExposedScope = {
  readonly id: string
  readonly value?: string | null
  readonly isEnabled?: boolean
}

/** The scopes that are kept of an application. */
export const scopesIn = (kept: Kept): readonly ExposedScope[] => {
  const api = kept['api'] as
    | { readonly oauth2PermissionScopes?: readonly ExposedScope[] }
    | undefined
  return api?.oauth2PermissionScopes ?? []
}

export type ScopeProblem = { outcome: 'scopeTwice'; value: string } | { outcome: 'roleEnabled' }

/** What is wrong with the scopes `after` a change: one twice, or one gone that was enabled. */
export const scopeProblem = (before: Kept, after: Kept): ScopeProblem | undefined => {
  const wanted = scopesIn(after)
  const names = wanted.flatMap(({ id, value }) => (typeof value === 'string' ? [id, value] : [id]))
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return { outcome: 'scopeTwice', value: twice }
  const kept = new Set(wanted.map(({ id }) => id))
  const gone = scopesIn(before).some(({ id, isEnabled }) => isEnabled === true && !kept.has(id))
  return gone ? { outcome: 'roleEnabled' } : undefined
}
