/** A list of objects that have owners: searched, filtered, with columns of one’s choice. */
import type { RowData } from '@tanstack/react-table'
import type { ListQuery, Page } from '../../../src/client/graph.ts'
import { Bar } from '../kit/bar.tsx'
import { useWords, type Words } from '../words.tsx'
import { ColumnMenu } from './column-menu.tsx'
import { useColumns, type Column } from './columns.tsx'
import { EmptyList } from './empty-list.tsx'
import { ClearFilters } from './list-filter.tsx'
import { OwnerFilter, ownerFilterOf } from './owner-filter.tsx'
import { PagedTable } from './paged-table.tsx'
import { SearchField } from './search-field.tsx'
import { useAsked } from './use-asked.ts'
import { useSearchedList } from './use-searched-list.ts'

type OwnedListProps<T extends RowData> = {
  readonly name: 'groups' | 'applications'
  readonly load: (query: ListQuery) => Promise<Page<T>>
  readonly columnsOf: (words: Words) => readonly Column<T>[]
  readonly text: Readonly<Record<'tools' | 'search' | 'empty' | 'emptyHint', string>>
}

export const OwnedList = <T extends RowData & { readonly id: string }>({
  name,
  load,
  columnsOf,
  text,
}: OwnedListProps<T>) => {
  const words = useWords()
  const asked = useAsked(name)
  const table = useSearchedList(asked, [name], load, {
    filter: ownerFilterOf(asked),
    orderBy: 'displayName',
  })
  const columns = useColumns(columnsOf)
  return (
    <>
      <Bar label={text.tools}>
        <SearchField
          label={text.search}
          value={asked.value('search')}
          onSearch={(search) => asked.ask({ search })}
        />
        <OwnerFilter asked={asked} />
        <ColumnMenu asked={asked} columns={columns} usual={columns.map(({ id = '' }) => id)} />
        <ClearFilters asked={asked} />
      </Bar>
      <PagedTable
        {...table}
        label={words[name]}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<EmptyList narrowed={asked.narrowed} title={text.empty} hint={text.emptyHint} />}
      />
    </>
  )
}
