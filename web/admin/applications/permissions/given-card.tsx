/** What an application was given, of one kind: a row for each, which is taken back there. */
import { makeStyles } from '@fluentui/react-components'
import { SubtractCircleRegular } from '@fluentui/react-icons'
import type { RowData } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Question } from '../../kit/question.tsx'
import { actionsColumn, column, type Column } from '../../table/columns.tsx'
import type { Paged } from '../../table/paged-list.tsx'
import { PagedTable } from '../../table/paged-table.tsx'
import { useWords, type Words } from '../../words.tsx'
import {
  PermissionButton,
  PermissionName,
  PermissionPlace,
  type OneProps,
} from './permission-cells.tsx'

const useStyles = makeStyles({ hint: { margin: '0' } })

type Kind<T extends RowData> = {
  readonly oneOf: (item: T) => OneProps
  readonly keyOf: (item: T) => string
  /** For whom it is, to tell it from others of the same name. */
  readonly forWhom: (item: T) => string
  /** What else is shown of each. The same from one time to the next. */
  readonly columns: readonly Column<T>[]
}

type Props<T extends RowData> = Kind<T> & {
  readonly title: string
  readonly hint: string
  readonly none: { readonly title: string; readonly hint: string }
  readonly list: Paged<T>
  /** What follows when one is taken back. */
  readonly text: string
  readonly take: (item: T) => Promise<unknown>
}

type Taking<T> = { readonly item: T; readonly name: string }

const columnsOf = <T extends RowData>(
  words: Words,
  { oneOf, forWhom, columns }: Omit<Kind<T>, 'keyOf'>,
  onTake: (taking: Taking<T>) => void,
): readonly Column<T>[] => [
  column('permission', words.permission.permission, (item) => <PermissionName {...oneOf(item)} />, {
    share: 3,
  }),
  column('at', words.permission.at, (item) => <PermissionPlace at={oneOf(item).at} />, {
    share: 2,
  }),
  ...columns,
  actionsColumn(
    words,
    (item) => (
      <PermissionButton
        {...oneOf(item)}
        icon={<SubtractCircleRegular />}
        label={words.permission.takeBack}
        labelNamed={(name) => words.permission.takeNamed(name, forWhom(item))}
        onPress={(name) => onTake({ item, name })}
      />
    ),
    { share: 2 },
  ),
]

export const GivenCard = <T extends RowData>(props: Props<T>) => {
  const { title, hint, none, list, keyOf, oneOf, forWhom, columns, text, take } = props
  const words = useWords()
  const styles = useStyles()
  const [taking, setTaking] = useState<Taking<T>>()
  const all = useMemo(
    () => columnsOf(words, { oneOf, forWhom, columns }, setTaking),
    [words, oneOf, forWhom, columns],
  )
  const { takeBack, takeTitle, taken } = words.permission
  return (
    <Card title={title}>
      <p className={styles.hint}>{hint}</p>
      <PagedTable
        label={title}
        list={list}
        columns={all}
        keyOf={keyOf}
        empty={<EmptyState {...none} />}
      />
      {taking !== undefined && (
        <Question
          asked={{
            title: takeTitle(taking.name),
            text,
            label: takeBack,
            said: taken(taking.name),
            run: () => take(taking.item),
          }}
          onClose={() => setTaking(undefined)}
        />
      )}
    </Card>
  )
}
