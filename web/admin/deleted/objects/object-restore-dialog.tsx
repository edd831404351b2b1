/** Restores a deleted group or application: first what comes back, and what cannot and why. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeletedObject, LeftOfMany } from '../../../../src/client/graph.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { useAdmin } from '../../admin-context.tsx'
import { useChange } from '../../kit/use-change.ts'
import { useWords } from '../../words.tsx'
import { linksOf, type Left } from '../choice.ts'
import { ObjectPreview } from './object-preview.tsx'

type Props = { readonly one: DeletedObject; readonly onClose: () => void }

/** Mount it to open it, so that the preview is of now. */
export const ObjectRestoreDialog = ({ one, onClose }: Props) => {
  const words = useWords().deleted
  const { graph, organizationId } = useAdmin()
  const preview = useQuery({
    queryKey: [organizationId, 'objectRestorePreview', one.id],
    queryFn: () => graph.deletedObjects.preview(one.id),
    gcTime: 0,
    staleTime: 0,
  })
  const [left, onLeft] = useState<Left<LeftOfMany>>(new Map())
  const leaveOut = linksOf([...left.values()])
  const restore = useChange<void, unknown>(() => graph.deletedObjects.restore(one.id, leaveOut), {
    said: words.objects.restored(one.displayName),
    done: onClose,
    gone: one.id,
    refused: () => void preview.refetch(),
  })
  const ready = preview.data !== undefined && preview.data.conflicts.length === 0
  return (
    <ConfirmDialog
      open
      title={words.objects.restore(one.displayName)}
      confirmLabel={words.restoreNow}
      busy={restore.isPending}
      isChanged={left.size > 0}
      ready={ready}
      error={preview.error ?? restore.error}
      onConfirm={() => restore.mutate()}
      onClose={onClose}
    >
      {preview.data === undefined ? (
        preview.isPending && <Loading label={words.previewing} />
      ) : (
        <ObjectPreview
          preview={preview.data}
          hint={words.objects.untickHint}
          of={one.id}
          left={left}
          onLeft={onLeft}
        />
      )}
    </ConfirmDialog>
  )
}
