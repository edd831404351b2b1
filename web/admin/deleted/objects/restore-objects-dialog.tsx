/** Restoring the groups or applications that are ticked, each with what is ticked of it. */
import { useState } from 'react'
import type {
  DeletedObject,
  LeftOfMany,
  ObjectRestorePreviews,
} from '../../../../src/client/graph.ts'
import type { ListedKind } from '../../../../src/wire/graph/deleted-objects.ts'
import { useAdmin } from '../../admin-context.tsx'
import type { ManyOutcome } from '../../many/many-outcome.tsx'
import type { Send } from '../../many/many-run.ts'
import { useWords } from '../../words.tsx'
import { ObjectPreview } from './object-preview.tsx'
import { leftOf, remaining, type Choosing, type Left } from '../choice.ts'
import { countedIn } from '../counted-links.ts'
import { PreviewLine } from '../preview-line.tsx'
import { PreviewPages } from '../preview-pages.tsx'
import { TickedDialog } from '../ticked-dialog.tsx'

type Preview = ObjectRestorePreviews['value'][number]

const OfOne = ({
  one,
  preview,
  ...choice
}: Choosing<LeftOfMany> & { readonly one: DeletedObject; readonly preview: Preview }) => {
  const words = useWords().deleted
  const { comesBack, cannotComeBack, conflicts, code } = preview
  const what =
    conflicts.length > 0
      ? words.cannotBeRestored
      : words.previewOf(
          countedIn(remaining(choice.left, one.id, comesBack), words.objects.kinds),
          countedIn(cannotComeBack, words.objects.kinds),
          comesBack.length === 0 ? words.objects.nothing : words.leftAll,
        )
  return (
    <PreviewLine
      name={one.displayName}
      what={code === undefined ? what : undefined}
      isOpen={conflicts.length + cannotComeBack.length > 0}
    >
      <ObjectPreview preview={preview} of={one.id} {...choice} />
    </PreviewLine>
  )
}

export type TickedObjectsProps = {
  readonly kind: ListedKind
  readonly ticked: readonly DeletedObject[]
  readonly onDone: (outcome: ManyOutcome) => void
  readonly onClose: () => void
}

/** Mount it to open it. */
export const RestoreObjectsDialog = ({ kind, ticked, onDone, onClose }: TickedObjectsProps) => {
  const words = useWords().deleted
  const of = words.objects[kind]
  const { deletedObjects } = useAdmin().graph
  // What it is about stays so while it is under way, whatever the list says by then.
  const [these] = useState(ticked)
  const [left, onLeft] = useState<Left<LeftOfMany>>(new Map())
  const send: Send = async (graph, ids) => {
    return (await graph.deletedObjects.restoreMany(kind, ids, leftOf(left, ids))).value
  }
  return (
    <TickedDialog
      users={these}
      onDone={onDone}
      onClose={onClose}
      asked={{
        title: of.restoreManyTitle(these.length),
        text: words.objects.restoreManyText,
        label: words.restoreNow,
        send,
        isChanged: left.size > 0,
        whom: (
          <PreviewPages
            name={`${kind}RestorePreviews`}
            of={these}
            load={async (ids) => (await deletedObjects.previewMany(kind, ids)).value}
            render={(one, preview) => (
              <OfOne one={one} preview={preview} left={left} onLeft={onLeft} />
            )}
          />
        ),
        sentence: of.manyRestored,
      }}
    />
  )
}
