/**
 * A table over a paged list. On a narrow screen each row becomes a card whose cells carry their own
 * names.
 */
import {
  Checkbox,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  mergeClasses,
} from '@fluentui/react-components'
import type { RowData } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import type { Paged } from './paged-list.tsx'
import { SortSelect } from './table-sort.tsx'
import { TableFooter } from './table-footer.tsx'
import { useTableStyles } from './table-styles.ts'
import { useListTable, type ListTable, type ListTableOptions } from './use-list-table.ts'
import { useWords } from '../words.tsx'

type Props<T extends RowData> = ListTableOptions<T> & {
  readonly label: string
  readonly list: Paged<T>
  readonly empty: ReactNode
  readonly onCount?: (() => void) | undefined
}

export const PagedTable = <T extends RowData>(props: Props<T>) => {
  const words = useWords()
  const styles = useTableStyles()
  const { label, list, empty } = props
  if (list.items === undefined)
    return list.error === null ? (
      <Loading label={words.reading(label)} />
    ) : (
      <ProblemBar error={list.error} />
    )
  if (list.items.length === 0) return <output className={styles.empty}>{empty}</output>
  return <Rows {...props} items={list.items} />
}

const Rows = <T extends RowData>({
  label,
  list,
  items,
  onCount,
  ...options
}: Props<T> & { readonly items: readonly T[] }) => {
  const styles = useTableStyles()
  const table = useListTable(items, options)
  const { selection, sort } = options
  return (
    <div aria-busy={list.changing} className={mergeClasses(list.changing && styles.changing)}>
      {sort !== undefined && <SortSelect table={table} sort={sort} />}
      <Table noNativeElements aria-label={label} sortable={sort !== undefined}>
        <TableHeader className={styles.header}>
          <TableRow>
            {selection !== undefined && <TickAll table={table} />}
            {table.getVisibleLeafColumns().map((one) => (
              <HeaderCell key={one.id} column={one} />
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {table.getRowModel().rows.map((row) => (
            <TableRow key={row.id} className={styles.row}>
              {selection !== undefined && (
                <Tick row={row} label={selection.labelOf(row.original)} />
              )}
              {row.getVisibleCells().map((cell, at) => (
                <BodyCell
                  key={cell.id}
                  cell={cell}
                  {...(at === 0 ? { titles: selection === undefined ? 'alone' : 'ticked' } : {})}
                />
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <TableFooter list={list} shown={items.length} onCount={onCount} />
    </div>
  )
}

type ColumnOf<T extends RowData> = ReturnType<ListTable<T>['getVisibleLeafColumns']>[number]
type RowOf<T extends RowData> = ReturnType<ListTable<T>['getRowModel']>['rows'][number]
type CellOf<T extends RowData> = ReturnType<RowOf<T>['getVisibleCells']>[number]

const widthOf = <T extends RowData>({ columnDef: { meta } }: ColumnOf<T>) => ({
  flexGrow: meta?.share ?? 1,
})

const directions = { asc: 'ascending', desc: 'descending' } as const

const HeaderCell = <T extends RowData>({ column }: { readonly column: ColumnOf<T> }) => {
  const heading = String(column.columnDef.header)
  if (!column.getCanSort())
    return (
      <TableHeaderCell style={widthOf(column)} sortable={false}>
        {heading}
      </TableHeaderCell>
    )
  const sorted = column.getIsSorted()
  return (
    <TableHeaderCell
      style={widthOf(column)}
      {...(sorted === false ? {} : { sortDirection: directions[sorted] })}
      onClick={() => column.toggleSorting(sorted === 'asc')}
    >
      {heading}
    </TableHeaderCell>
  )
}

const BodyCell = <T extends RowData>({
  cell,
  titles,
}: {
  readonly cell: CellOf<T>
  /** That it is the title of its card, and whether the box to tick stands before it. */
  readonly titles?: 'alone' | 'ticked'
}) => {
  const styles = useTableStyles()
  const { columnDef } = cell.column
  return (
    <TableCell
      className={mergeClasses(
        styles.cell,
        titles !== undefined && styles.title,
        titles === 'ticked' && styles.ticked,
      )}
      style={widthOf(cell.column)}
      data-label={String(columnDef.header)}
    >
      {/* Called, and not made an element of: a column that is made anew keeps what its cells hold. */}
      <div className={styles.content}>
        {typeof columnDef.cell === 'function' ? columnDef.cell(cell.getContext()) : columnDef.cell}
      </div>
    </TableCell>
  )
}

const TickAll = <T extends RowData>({ table }: { readonly table: ListTable<T> }) => {
  const words = useWords()
  const some = table.getIsSomeRowsSelected() ? 'mixed' : false
  return (
    <TableHeaderCell
      className={useTableStyles().tick}
      button={{ as: 'div', tabIndex: undefined, role: undefined }}
    >
      <Checkbox
        aria-label={words.selectAllShown}
        checked={table.getIsAllRowsSelected() || some}
        onChange={(_, { checked }) => table.toggleAllRowsSelected(checked === true)}
      />
    </TableHeaderCell>
  )
}

const Tick = <T extends RowData>({
  row,
  label,
}: {
  readonly row: RowOf<T>
  readonly label: string
}) => (
  <TableCell className={useTableStyles().tick}>
    <Checkbox
      aria-label={useWords().select(label)}
      checked={row.getIsSelected()}
      onChange={(_, { checked }) => row.toggleSelected(checked === true)}
    />
  </TableCell>
)
