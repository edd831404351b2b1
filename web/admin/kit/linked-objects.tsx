/**
 * A list of users or groups that are linked to something, with adding and removing: members,
 * owners, sponsors.
 */
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Action, DirectoryObject, ListQuery, Page } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Bar } from './bar.tsx'
import type { Choice, ChoiceKind } from '../form/choices.ts'
import { MayButton } from './may.tsx'
import { objectColumn, removeColumn } from '../table/columns.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { PickDialog } from '../form/pick-dialog.tsx'
import { SearchField } from '../table/search-field.tsx'
import { useChange } from './use-change.ts'
import { useWords } from '../words.tsx'

/** The sentences of one kind of link. */
export type LinkWords = {
  readonly label: string
  readonly add: string
  readonly addTitle: string
  readonly pick: string
  readonly removeTitle: (name: string) => string
  readonly removeText: (name: string) => string
  readonly added: (name: string) => string
  readonly removed: (name: string) => string
  readonly emptyTitle: string
  readonly emptyHint: string
  readonly search?: string
}

type Props = {
  readonly listKey: readonly unknown[]
  readonly load: (query: ListQuery) => Promise<Page<DirectoryObject>>
  readonly link: LinkWords
  readonly kinds: readonly ChoiceKind[]
  readonly action: Action
  /** Why nothing can be added now. */
  readonly full?: string | undefined
  readonly add: (choice: Choice) => Promise<unknown>
  readonly remove: (id: string) => Promise<unknown>
}

export const LinkedObjects = ({ listKey, load, link, kinds, action, full, add, remove }: Props) => {
  const words = useWords()
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<DirectoryObject>()
  const list = usePaged(listKey, load, search === '' ? {} : { search })
  const removal = useChange((object: DirectoryObject) => remove(object.id), {
    said: (_, object) => link.removed(object.displayName),
    done: () => setRemoving(undefined),
  })
  const columns = [
    objectColumn(words),
    removeColumn<DirectoryObject>(words, {
      action,
      nameOf: ({ displayName }) => displayName,
      onRemove: (object) => {
        removal.reset()
        setRemoving(object)
      },
    }),
  ]
  return (
    <>
      <Bar label={link.label}>
        <MayButton
          action={action}
          blocked={full}
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => setAdding(true)}
        >
          {link.add}
        </MayButton>
        {link.search !== undefined && <SearchField label={link.search} onSearch={setSearch} />}
      </Bar>
      <PagedTable
        label={link.label}
        list={list}
        columns={columns}
        keyOf={(object) => object.id}
        empty={
          search === '' ? (
            <EmptyState title={link.emptyTitle} hint={link.emptyHint} />
          ) : (
            <EmptyState title={words.nothingFound} hint={words.nothingFoundHint} />
          )
        }
      />
      {adding && (
        <PickDialog
          title={link.addTitle}
          label={link.pick}
          submitLabel={words.add}
          kinds={kinds}
          said={link.added}
          add={add}
          onClose={() => setAdding(false)}
        />
      )}
      <ConfirmDialog
        open={removing !== undefined}
        title={link.removeTitle(removing?.displayName ?? '')}
        confirmLabel={words.remove}
        danger
        busy={removal.isPending}
        error={removal.error}
        onConfirm={() => removing !== undefined && removal.mutate(removing)}
        onClose={() => setRemoving(undefined)}
      >
        {link.removeText(removing?.displayName ?? '')}
      </ConfirmDialog>
    </>
  )
}
