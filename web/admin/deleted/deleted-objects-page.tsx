/** Deleted groups, or deleted applications: restoring them, deleting them permanently. */
import type { DeletedObject } from '../../../src/client/graph.ts'
import { useAdmin } from '../admin-context.tsx'
import { AdminPage } from '../kit/admin-page.tsx'
import { ForThoseWhoMay } from '../kit/may.tsx'
import { column, textColumn, timeColumn, type Column } from '../table/columns.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { SearchField } from '../table/search-field.tsx'
import { useAsked } from '../table/use-asked.ts'
import { useSearchedList } from '../table/use-searched-list.ts'
import { useWords, type Words } from '../words.tsx'
import { ObjectActs } from './object-acts.tsx'
import { ObjectSections, type ObjectKind } from './object-sections.tsx'

const columnsOf = (words: Words, kind: ObjectKind): readonly Column<DeletedObject>[] => [
  textColumn('displayName', words.name, ({ displayName }) => displayName, {
    share: 2,
    sorts: true,
  }),
  timeColumn('deletedDateTime', words.deleted.deletedAt, (one) => one.deletedDateTime, {
    sorts: true,
  }),
  timeColumn(
    'permanentAt',
    words.deleted.permanentAt,
    (one) => one['guesthouse.permanentDeletionDateTime'],
  ),
  textColumn('daysLeft', words.deleted.daysLeft, (one) =>
    words.deleted.days(one['guesthouse.daysLeft']),
  ),
  column('acts', words.deleted.objects.acts, (one) => <ObjectActs kind={kind} one={one} />, {
    share: 2,
  }),
]

const DeletedObjects = ({ kind }: { readonly kind: ObjectKind }) => {
  const words = useWords()
  const { deletedObjects } = useAdmin().graph
  const of = words.deleted.objects[kind]
  const load = kind === 'group' ? deletedObjects.groups : deletedObjects.applications
  const asked = useAsked(`deleted.${kind}`)
  const table = useSearchedList(asked, ['deletedObjects', kind], load, {
    orderBy: 'deletedDateTime desc',
  })
  return (
    <>
      <SearchField
        label={of.search}
        value={asked.value('search')}
        onSearch={(search) => asked.ask({ search })}
      />
      <PagedTable
        {...table}
        label={of.deleted}
        columns={columnsOf(words, kind)}
        keyOf={({ id }) => id}
        empty={
          <EmptyList
            narrowed={asked.narrowed}
            title={of.empty}
            hint={words.deleted.objects.emptyHint}
          />
        }
      />
    </>
  )
}

export const DeletedObjectsPage = ({ kind }: { readonly kind: ObjectKind }) => {
  const { deleted, intro } = useWords().deleted.objects[kind]
  return (
    <AdminPage title={deleted} intro={intro}>
      <ObjectSections kind={kind} />
      <ForThoseWhoMay action={`${kind}s.read`} byRole>
        <DeletedObjects kind={kind} />
      </ForThoseWhoMay>
    </AdminPage>
  )
}
