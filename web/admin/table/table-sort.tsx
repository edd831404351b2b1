/** Sorting a list on a narrow screen, which shows no headings: by a choice. */
import { Field, Select } from '@fluentui/react-components'
import type { RowData } from '@tanstack/react-table'
import { useTableStyles } from './table-styles.ts'
import { orderByOf, type ListTable, type Sort } from './use-list-table.ts'
import { useWords } from '../words.tsx'

type Props<T extends RowData> = { readonly table: ListTable<T>; readonly sort: Sort }

export const SortSelect = <T extends RowData>({ table, sort }: Props<T>) => {
  const words = useWords()
  const styles = useTableStyles()
  return (
    <Field label={words.sortBy} className={styles.sort}>
      <Select value={sort.orderBy} onChange={(_, { value }) => sort.onSort(value)}>
        {table
          .getVisibleLeafColumns()
          .filter((one) => one.getCanSort())
          .flatMap(({ id, columnDef: { header } }) => [
            <option key={id} value={orderByOf(id, false)}>
              {words.ascending(String(header))}
            </option>,
            <option key={`${id} desc`} value={orderByOf(id, true)}>
              {words.descending(String(header))}
            </option>,
          ])}
      </Select>
    </Field>
  )
}
