/** The client's calls about groups and applications that are deleted. */
import { deletedSet, type ObjectKind } from '../wire/graph/deleted-objects.ts'
import type {
  LeftOfMany,
  ObjectLeaveOut,
  ObjectRestorePreview,
  ObjectRestorePreviews,
  RestoredObjects,
} from '../wire/graph/restoring-objects.ts'
import type { PurgeResults } from '../wire/graph/users/restoring.ts'
import { path, type Calls, type ListQuery } from './graph-calls.ts'
import { selections } from './selections.ts'

const setOf = (kind: ObjectKind): string => `/${deletedSet(kind)}`

export const deletedObjectRoutes = ({ call, list }: Calls) => ({
  groups: (query?: ListQuery) => list(selections.listedDeletedGroup, setOf('group'), query),
  applications: (query?: ListQuery) =>
    list(selections.listedDeletedPrincipal, setOf('application'), query),
  preview: (id: string) =>
    call<ObjectRestorePreview>(
      'GET',
      path('directory', 'deletedItems', id, 'guesthouse.objectRestorePreview'),
    ),
  restore: (id: string, leaveOut: ObjectLeaveOut = []) =>
    call('POST', path('directory', 'deletedItems', id, 'restore'), { leaveOut }),
  /** The same of several of a kind, told of each. */
  previewMany: (kind: ObjectKind, ids: readonly string[]) =>
    call<ObjectRestorePreviews>('POST', `${setOf(kind)}/guesthouse.previewRestores`, { ids }),
  restoreMany: (kind: ObjectKind, ids: readonly string[], leaveOut: readonly LeftOfMany[]) =>
    call<RestoredObjects>('POST', `${setOf(kind)}/guesthouse.restoreMany`, { ids, leaveOut }),
  purgeMany: (kind: ObjectKind, ids: readonly string[]) =>
    call<PurgeResults>('POST', `${setOf(kind)}/guesthouse.permanentlyDelete`, { ids }),
  purge: (id: string) => call('DELETE', path('directory', 'deletedItems', id)),
})
