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
import type { ReactNode } from 'react'
import { Loading } from '../../ui/loading.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import type { Paged } from './paged-list.tsx'
import { directionOf, otherWay, SortSelect, type Sort } from './table-sort.tsx'
import { TableFooter } from './table-footer.tsx'
import { useTableStyles } from './table-styles.ts'
import { useWords } from '../words.tsx'

export type Column<T> = {
  readonly id: string
  readonly header: string
  readonly renderCell: (item: T) => ReactNode
  /** How wide beside the others; 1 when not given. */
  readonly share?: number
  /** The property the server sorts by, where it can. */
  readonly sortBy?: string
}

export type Selection<T> = {
  readonly selected: ReadonlySet<string>
  readonly onChange: (selected: ReadonlySet<string>) => void
  readonly labelOf: (item: T) => string
}

type Props<T> = {
  readonly label: string
  readonly list: Paged<T>
  readonly columns: readonly Column<T>[]
  readonly keyOf: (item: T) => string
  readonly empty: ReactNode
  readonly selection?: Selection<T>
  readonly sort?: Sort
  readonly onCount?: (() => void) | undefined
}

const withOne = (selected: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> => {
  const next = new Set(selected)
  if (on) next.add(id)
  else next.delete(id)
  return next
}

export const PagedTable = <T,>({
  label,
  list,
  columns,
  keyOf,
  empty,
  selection,
  sort,
  onCount,
}: Props<T>) => {
  const words = useWords()
  const styles = useTableStyles()
  const { items } = list
  if (items === undefined)
    return list.error === null ? (
      <Loading label={words.reading(label)} />
    ) : (
      <ProblemBar error={list.error} />
    )
  if (items.length === 0) return <output className={styles.empty}>{empty}</output>
  const ids = items.map(keyOf)
  const picked = selection === undefined ? 0 : ids.filter((id) => selection.selected.has(id)).length
  return (
    <div aria-busy={list.changing} className={mergeClasses(list.changing && styles.changing)}>
      {sort !== undefined && <SortSelect columns={columns} sort={sort} />}
      <Table noNativeElements aria-label={label} sortable={sort !== undefined}>
        <TableHeader className={styles.header}>
          <TableRow>
            {selection !== undefined && (
              <TableHeaderCell
                className={styles.tick}
                button={{ as: 'div', tabIndex: undefined, role: undefined }}
              >
                <Checkbox
                  aria-label={words.selectAllShown}
                  checked={picked === 0 ? false : picked === ids.length ? true : 'mixed'}
                  onChange={(_, data) =>
                    selection.onChange(new Set(data.checked === true ? ids : []))
                  }
                />
              </TableHeaderCell>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} />
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {items.map((item) => (
            <TableRow key={keyOf(item)} className={styles.row}>
              {selection !== undefined && (
                <TableCell className={styles.tick}>
                  <Checkbox
                    aria-label={words.select(selection.labelOf(item))}
                    checked={selection.selected.has(keyOf(item))}
                    onChange={(_, data) =>
                      selection.onChange(
                        withOne(selection.selected, keyOf(item), data.checked === true),
                      )
                    }
                  />
                </TableCell>
              )}
              {columns.map(({ id, header, share = 1, renderCell }) => (
                <TableCell
                  key={id}
                  className={styles.cell}
                  style={{ flexGrow: share }}
                  data-label={header}
                >
                  <div className={styles.content}>{renderCell(item)}</div>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <TableFooter list={list} shown={items.length} onCount={onCount} />
    </div>
  )
}

const HeaderCell = <T,>({
  column,
  sort,
}: {
  readonly column: Column<T>
  readonly sort: Sort | undefined
}) => {
  const { header, share = 1, sortBy } = column
  if (sort === undefined || sortBy === undefined)
    return (
      <TableHeaderCell style={{ flexGrow: share }} sortable={false}>
        {header}
      </TableHeaderCell>
    )
  const sortDirection = directionOf(sort.orderBy, sortBy)
  return (
    <TableHeaderCell
      style={{ flexGrow: share }}
      {...(sortDirection === undefined ? {} : { sortDirection })}
      onClick={() => sort.onSort(otherWay(sort.orderBy, sortBy))}
    >
      {header}
    </TableHeaderCell>
  )
}
