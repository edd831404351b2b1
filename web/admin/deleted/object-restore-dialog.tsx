/** Restores a deleted group or application: first what comes back, and what cannot and why. */
import { Text, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { DeletedObject, ObjectRestorePreview } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useAdmin } from '../admin-context.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords, type Words } from '../words.tsx'

const useStyles = makeStyles({ list: { marginBlock: '0', paddingInlineStart: '20px' } })

type Lost = ObjectRestorePreview['cannotComeBack'][number]

const lostText = (words: Words['deleted'], { kind, count, reason, names }: Lost): string =>
  `${words.objects.kinds[kind](count)} (${names.join(', ')}): ${words.objects.lost[reason]}`

const Counted = ({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly string[]
}) => {
  const styles = useStyles()
  if (lines.length === 0) return null
  return (
    <>
      <Text as="h3" weight="semibold">
        {title}
      </Text>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

const Preview = ({ preview }: { readonly preview: ObjectRestorePreview }) => {
  const words = useWords().deleted
  const { comesBack, cannotComeBack, conflicts, namesake } = preview
  return (
    <>
      <Counted
        title={words.comesBack}
        lines={comesBack.map(({ kind, count }) => words.objects.kinds[kind](count))}
      />
      <Counted
        title={words.cannotComeBack}
        lines={cannotComeBack.map((lost) => lostText(words, lost))}
      />
      {comesBack.length + cannotComeBack.length === 0 && <Text>{words.objects.nothing}</Text>}
      {namesake !== null && <Text>{words.objects.namesake(namesake)}</Text>}
      <Counted
        title={words.conflictTitle}
        lines={conflicts.map(({ code }) => words.objects.conflicts[code])}
      />
    </>
  )
}

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
  const restore = useChange<void, unknown>(() => graph.deletedObjects.restore(one.id), {
    said: words.objects.restored(one.displayName),
    done: onClose,
    gone: one.id,
  })
  const ready = preview.data !== undefined && preview.data.conflicts.length === 0
  return (
    <ConfirmDialog
      open
      title={words.objects.restore(one.displayName)}
      confirmLabel={words.restoreNow}
      busy={restore.isPending}
      ready={ready}
      error={preview.error ?? restore.error}
      onConfirm={() => restore.mutate()}
      onClose={onClose}
    >
      {preview.data === undefined ? (
        preview.isPending && <Loading label={words.previewing} />
      ) : (
        <Preview preview={preview.data} />
      )}
    </ConfirmDialog>
  )
}
