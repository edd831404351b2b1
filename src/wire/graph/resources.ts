/** All resources of the directory API, by their types. */
import type { Resource } from './definition.ts'
import { deletedUser } from './deleted-user.ts'
import { user } from './user.ts'

/** By the name that documents give each. */
export const resources = { user, deletedUser } as const satisfies Readonly<Record<string, Resource>>
