/** Sorting a list on the server: by its headings, and on a narrow screen by a choice. */
import { Field, Select } from '@fluentui/react-components'
import { useTableStyles } from './table-styles.ts'
import { useWords } from '../words.tsx'

export type Sort = { readonly orderBy: string; readonly onSort: (orderBy: string) => void }

/** Which way `orderBy` sorts `property`, if it does. */
export const directionOf = (
  orderBy: string,
  property: string,
): 'ascending' | 'descending' | undefined => {
  const [by, way] = orderBy.split(' ')
  if (by !== property) return undefined
  return way === 'desc' ? 'descending' : 'ascending'
}

/** The order after a click on the heading of `property`. */
export const otherWay = (orderBy: string, property: string): string =>
  directionOf(orderBy, property) === 'ascending' ? `${property} desc` : property

type Props = {
  readonly columns: readonly { readonly header: string; readonly sortBy?: string }[]
  readonly sort: Sort
}

export const SortSelect = ({ columns, sort }: Props) => {
  const words = useWords()
  const styles = useTableStyles()
  return (
    <Field label={words.sortBy} className={styles.sort}>
      <Select value={sort.orderBy} onChange={(_, data) => sort.onSort(data.value)}>
        {columns.map(({ header, sortBy }) =>
          sortBy === undefined
            ? null
            : [
                <option key={sortBy} value={sortBy}>
                  {words.ascending(header)}
                </option>,
                <option key={`${sortBy} desc`} value={`${sortBy} desc`}>
                  {words.descending(header)}
                </option>,
              ],
        )}
      </Select>
    </Field>
  )
}
