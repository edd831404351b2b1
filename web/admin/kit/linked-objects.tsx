/**
 * A list of users or groups that are linked to something, with adding and removing: members,
 * owners, sponsors.
 */
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Action, DirectoryObject, ListQuery, Page } from '../../../src/client/graph.ts'
import { Bar } from './bar.tsx'
import type { Choice, ChoiceKind } from '../form/choices.ts'
import { MayButton } from './may.tsx'
import { Question } from './question.tsx'
import { objectColumn, removeColumn } from '../table/columns.tsx'
import { EmptyList } from '../table/empty-list.tsx'
import { usePaged } from '../table/paged-list.tsx'
import { PagedTable } from '../table/paged-table.tsx'
import { PickDialog } from '../form/pick-dialog.tsx'
import { SearchField } from '../table/search-field.tsx'
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

/** Adding somebody, or taking this one away. */
type Task = 'add' | DirectoryObject

type TaskProps = Pick<Props, 'link' | 'kinds' | 'add' | 'remove'> & {
  readonly task: Task
  readonly onClose: () => void
}

const TaskDialog = ({ link, kinds, add, remove, task, onClose }: TaskProps) => {
  const words = useWords()
  if (task === 'add')
    return (
      <PickDialog
        title={link.addTitle}
        label={link.pick}
        submitLabel={words.add}
        kinds={kinds}
        said={link.added}
        add={add}
        onClose={onClose}
      />
    )
  const { id, displayName: name } = task
  return (
    <Question
      asked={{
        title: link.removeTitle(name),
        text: link.removeText(name),
        label: words.remove,
        run: () => remove(id),
        said: link.removed(name),
      }}
      onClose={onClose}
    />
  )
}

export const LinkedObjects = ({ listKey, load, link, action, full, ...changes }: Props) => {
  const words = useWords()
  const [search, setSearch] = useState('')
  const [task, setTask] = useState<Task>()
  const list = usePaged(listKey, load, search === '' ? {} : { search })
  const columns = [
    objectColumn(words),
    removeColumn<DirectoryObject>(words, {
      action,
      nameOf: ({ displayName }) => displayName,
      onRemove: setTask,
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
          onClick={() => setTask('add')}
        >
          {link.add}
        </MayButton>
        {link.search !== undefined && (
          <SearchField label={link.search} value={search} onSearch={setSearch} />
        )}
      </Bar>
      <PagedTable
        label={link.label}
        list={list}
        columns={columns}
        keyOf={(object) => object.id}
        empty={<EmptyList narrowed={search !== ''} title={link.emptyTitle} hint={link.emptyHint} />}
      />
      {task !== undefined && (
        <TaskDialog {...changes} link={link} task={task} onClose={() => setTask(undefined)} />
      )}
    </>
  )
}
