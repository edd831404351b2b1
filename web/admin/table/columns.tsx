/** Columns of lists as data, each named for what it shows; a page lists those it wants. */
import { SubtractCircleRegular } from '@fluentui/react-icons'
import {
  columnVisibilityFeature,
  metaHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type RowData,
} from '@tanstack/react-table'
import { useMemo, type ReactNode } from 'react'
import type { Action, DirectoryObject } from '../../../src/client/graph.ts'
import { When } from '../../ui/when.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { Breakable } from '../kit/breakable.tsx'
import { MayButton } from '../kit/may.tsx'
import { ObjectLink, type LinkedObject, type PageKind } from '../kit/object-link.tsx'
import { useWords, type Words } from '../words.tsx'

/** What a list can. The server searches, filters, sorts and pages. */
export const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  columnMeta: metaHelper<{ readonly share: number }>(),
})

export type Column<T extends RowData> = ColumnDef<typeof features, T>

type Looks = {
  /** How wide beside the others; 1 when not given. */
  readonly share?: number
  /** The column is called as a property by which the server sorts. */
  readonly sorts?: boolean
}

/** A column that shows what `show` makes of a row. */
export const column = <T extends RowData>(
  id: string,
  header: string,
  show: (item: T) => ReactNode,
  { share = 1, sorts = false }: Looks = {},
): Column<T> => ({
  id,
  header,
  accessorFn: (item) => item,
  cell: ({ row }) => show(row.original),
  enableSorting: sorts,
  meta: { share },
})

const OrNone = ({ children }: { readonly children: ReactNode }) => {
  const { none } = useWords()
  if (children == null || children === '') return none
  return typeof children === 'string' ? <Breakable text={children} /> : children
}

/** A text, or the sign for none. */
export const textColumn = <T extends RowData>(
  id: string,
  header: string,
  textOf: (item: T) => string | null | undefined,
  looks?: Looks,
): Column<T> => column(id, header, (item) => <OrNone>{textOf(item)}</OrNone>, looks)

const Figure = ({ value }: { readonly value: number }) => useSpeech().number(value)

/** A number, as the reader writes it. */
export const numberColumn = <T extends RowData>(
  id: string,
  header: string,
  numberOf: (item: T) => number,
): Column<T> => column(id, header, (item) => <Figure value={numberOf(item)} />)

/** A day, or with `time` a moment; the sign for none where there is none. */
export const timeColumn = <T extends RowData>(
  id: string,
  header: string,
  atOf: (item: T) => string | null,
  { time = false, ...looks }: Looks & { readonly time?: boolean } = {},
): Column<T> =>
  column(
    id,
    header,
    (item) => {
      const at = atOf(item)
      return <OrNone>{at === null ? null : <When at={at} time={time} inColumn />}</OrNone>
    },
    looks,
  )

/** Another object, by a link to its page. */
export const linkColumn = <T extends RowData>(
  id: string,
  header: string,
  objectOf: (item: T) => LinkedObject,
  looks: Looks = { share: 2 },
): Column<T> => column(id, header, (item) => <ObjectLink {...objectOf(item)} />, looks)

/** The name of what a row is, leading to its page; the server sorts by it with `sorts`. */
export const nameColumn = <T extends { readonly id: string; readonly displayName: string }>(
  kind: PageKind,
  header: string,
  { sorts = true }: Pick<Looks, 'sorts'> = {},
): Column<T> => ({
  ...linkColumn<T>('displayName', header, ({ id, displayName: name }) => ({ kind, id, name }), {
    share: 2,
    sorts,
  }),
  enableHiding: false,
})

/** A user, group or application of a list of different things, with a line about each. */
export const objectColumn = (words: Words): Column<DirectoryObject> =>
  linkColumn(
    'displayName',
    words.name,
    (object) => ({
      kind: object['@odata.type'] ?? 'user',
      id: object.id,
      name: object.displayName,
      detail: object.userPrincipalName ?? object.description,
    }),
    { share: 3 },
  )

/** Whether they are a member or a guest. */
export const userTypeColumn = <T extends { readonly userType: 'Member' | 'Guest' }>(
  words: Words,
): Column<T> =>
  column('userType', words.userProperties.userType, ({ userType }) =>
    userType === 'Guest' ? words.user.guest : words.user.member,
  )

/** What can be done with a row. */
export const actionsColumn = <T extends RowData>(
  words: Words,
  show: (item: T) => ReactNode,
  looks?: Looks,
): Column<T> => column('actions', words.actions, show, looks)

type Removal<T> = {
  readonly action: Action
  readonly nameOf: (item: T) => string
  /** Why it cannot be taken away; undefined when it can. */
  readonly blockedOf?: (item: T) => string | undefined
  readonly onRemove: (item: T) => void
}

/** The button that takes a row away from what it is linked to. */
export const removeColumn = <T extends RowData>(
  words: Words,
  { action, nameOf, blockedOf, onRemove }: Removal<T>,
): Column<T> =>
  actionsColumn(words, (item) => (
    <MayButton
      action={action}
      blocked={blockedOf?.(item)}
      size="small"
      appearance="subtle"
      icon={<SubtractCircleRegular />}
      aria-label={words.removeNamed(nameOf(item))}
      onClick={() => onRemove(item)}
    >
      {words.remove}
    </MayButton>
  ))

/** The columns of a list, in the words of the page. `make` stands outside of components. */
export const useColumns = <T extends RowData>(
  make: (words: Words) => readonly Column<T>[],
): readonly Column<T>[] => {
  const words = useWords()
  return useMemo(() => make(words), [make, words])
}
