/** Asks before the groups or applications that are ticked are permanently deleted. */
import { useState } from 'react'
import { FirstFew } from '../../kit/first-few.tsx'
import { sendsOf } from '../../many/many-run.ts'
import { useWords } from '../../words.tsx'
import { PurgeTicked } from '../purge-dialog.tsx'
import type { TickedObjectsProps } from './restore-objects-dialog.tsx'

/** Mount it to open it. */
export const PurgeObjectsDialog = ({ kind, ticked, onDone, onClose }: TickedObjectsProps) => {
  const { objects } = useWords().deleted
  // What it is about stays so while it is under way, whatever the list says by then.
  const [these] = useState(ticked)
  return (
    <PurgeTicked
      these={these}
      title={objects[kind].purgeManyTitle(these.length)}
      text={objects.purgeManyText}
      send={sendsOf(kind).purge}
      said={(done) => objects[kind].manyPurged(done, 0)}
      onDone={onDone}
      onClose={onClose}
    >
      <FirstFew of={these} keyOf={({ id }) => id} render={({ displayName }) => displayName} />
    </PurgeTicked>
  )
}
