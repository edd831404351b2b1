/**
 * The applications at which others are given something: the directory, and those that expose any.
 */
import { useQuery } from '@tanstack/react-query'
import type { Action, PermissionResource } from '../../../../src/client/graph.ts'
import { graphAudience } from '../../../../src/wire/graph/applications/graph-permissions.ts'
import { useAdmin } from '../../admin-context.tsx'
import type { Words } from '../../words.tsx'

/** By the id that it has here, or by its client id. */
export type ResourceKey = { readonly id: string } | { readonly appId: string }

/** `undefined` while it is read, and where it is not used here. */
export const useResource = (key: ResourceKey): PermissionResource | undefined => {
  const { graph, organizationId } = useAdmin()
  const { data } = useQuery({
    queryKey: [organizationId, 'permissionResource', key],
    queryFn: () =>
      'id' in key ? graph.permissions.resource(key.id) : graph.permissions.resourceOf(key.appId),
  })
  return data
}

/** The directory, as an application. */
export const directory: ResourceKey = { appId: graphAudience }

const isDirectory = (resource: PermissionResource | undefined): boolean =>
  resource?.appId === graphAudience

export const nameOfResource = (words: Words, resource: PermissionResource): string =>
  isDirectory(resource) ? words.permission.directory : resource.displayName

/** What is given in the directory takes more than what another application exposes. */
export const actionAt = (resource: PermissionResource | undefined): Action =>
  resource === undefined || isDirectory(resource) ? 'roles.write' : 'grants.write'

export type Kind = 'Scope' | 'Role'

/** A permission in the reader's words, and as programs write it. */
export type Named = { readonly name: string; readonly code: string | undefined }

/** One that there is to be given, by its id or by what programs call it. */
export const namedAt = (
  words: Words,
  resource: PermissionResource,
  kind: Kind,
  wanted: string,
): Named => {
  const offered = offeredAt(words, resource, kind)
  return (
    offered.find(({ id, code }) => id === wanted || code === wanted) ?? {
      name: wanted,
      code: undefined,
    }
  )
}

/** All that there is to be given there. */
export const offeredAt = (
  { permission: { names } }: Words,
  resource: PermissionResource,
  kind: Kind,
): readonly (Named & { readonly id: string })[] => {
  const nameOf = (code: string | null, own: string): string =>
    isDirectory(resource) && code !== null && Object.hasOwn(names, code)
      ? names[code as keyof typeof names]
      : own
  return kind === 'Scope'
    ? resource.oauth2PermissionScopes.map(({ id, value, adminConsentDisplayName: own }) => ({
        id: id ?? '',
        code: value ?? undefined,
        name: nameOf(value ?? null, own ?? value ?? ''),
      }))
    : resource.appRoles.map(({ id, value, displayName }) => ({
        id,
        code: value ?? undefined,
        name: nameOf(value, displayName),
      }))
}
