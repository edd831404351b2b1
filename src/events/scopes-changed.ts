/** What the log says of scopes that an application was given, and lost. */
import type { Change } from './event.ts'

const property = 'DelegatedPermissionGrant.Scope'

const written = (scopes: readonly string[]): string | null =>
  scopes.length === 0 ? null : scopes.join(' ')

/** The details of an event by which what was given changes. */
export const scopesChanged = (
  before: readonly string[],
  after: readonly string[],
): { readonly properties: readonly string[]; readonly changes: readonly Change[] } => ({
  properties: [property],
  changes: [{ property, old: written(before), new: written(after) }],
})
