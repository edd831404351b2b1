/** The client's calls about groups and applications that are deleted. */
import type { ObjectRestorePreview } from '../wire/graph/deleted-objects.ts'
import { path, type Calls, type ListQuery } from './graph-calls.ts'
import { selections } from './selections.ts'

export const deletedObjectRoutes = ({ call, list }: Calls) => ({
  groups: (query?: ListQuery) =>
    list(selections.listedDeletedGroup, '/directory/deletedItems/microsoft.graph.group', query),
  applications: (query?: ListQuery) =>
    list(
      selections.listedDeletedApplication,
      '/directory/deletedItems/microsoft.graph.application',
      query,
    ),
  preview: (id: string) =>
    call<ObjectRestorePreview>(
      'GET',
      path('directory', 'deletedItems', id, 'guesthouse.objectRestorePreview'),
    ),
  restore: (id: string) => call('POST', path('directory', 'deletedItems', id, 'restore')),
  purge: (id: string) => call('DELETE', path('directory', 'deletedItems', id)),
})
