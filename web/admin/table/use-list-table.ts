/** The state of a table whose rows come from the server: order, ticked rows, columns in sight. */
import {
  functionalUpdate,
  useTable,
  type RowData,
  type SortingState,
  type Updater,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { features, type Column } from './columns.tsx'

/** The order as $orderby has it, and who is told when another is wished. */
export type Sort = { readonly orderBy: string; readonly onSort: (orderBy: string) => void }

export type Selection<T> = {
  readonly selected: ReadonlySet<string>
  readonly onChange: (selected: ReadonlySet<string>) => void
  readonly labelOf: (item: T) => string
}

export type ListTableOptions<T extends RowData> = {
  readonly columns: readonly Column<T>[]
  readonly keyOf: (item: T) => string
  readonly selection?: Selection<T> | undefined
  readonly sort?: Sort | undefined
  /** The columns in sight, by their ids, beside those that cannot be hidden; all when not given. */
  readonly visible?: readonly string[] | undefined
}

const sortingOf = (orderBy: string): SortingState => {
  const [id = '', way] = orderBy.split(' ')
  return id === '' ? [] : [{ id, desc: way === 'desc' }]
}

/** As $orderby has it. */
export const orderByOf = (id: string, desc: boolean): string => (desc ? `${id} desc` : id)

/** The table over `items`. */
export const useListTable = <T extends RowData>(
  items: readonly T[],
  { columns, keyOf, selection, sort, visible }: ListTableOptions<T>,
) => {
  const sorting = useMemo(() => sortingOf(sort?.orderBy ?? ''), [sort?.orderBy])
  const rowSelection = useMemo(
    () => Object.fromEntries([...(selection?.selected ?? [])].map((id) => [id, true as const])),
    [selection?.selected],
  )
  const columnVisibility = useMemo(
    () =>
      Object.fromEntries(
        columns.map(({ id = '', enableHiding }) => [
          id,
          enableHiding === false || (visible?.includes(id) ?? true),
        ]),
      ),
    [columns, visible],
  )
  return useTable({
    features,
    data: items,
    columns,
    getRowId: keyOf,
    state: { sorting, rowSelection, columnVisibility },
    enableSorting: sort !== undefined,
    enableSortingRemoval: false,
    manualSorting: true,
    sortDescFirst: false,
    onSortingChange: (change: Updater<SortingState>) => {
      const [first] = functionalUpdate(change, sorting)
      if (first !== undefined) sort?.onSort(orderByOf(first.id, first.desc))
    },
    onRowSelectionChange: (change: Updater<Record<string, true>>) =>
      selection?.onChange(new Set(Object.keys(functionalUpdate(change, rowSelection)))),
  })
}

export type ListTable<T extends RowData> = ReturnType<typeof useListTable<T>>
