/**
 * Restores a deleted user: first what comes back, what cannot and why, and what stands in the way.
 */
import { Checkbox, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  DeletedUser,
  RestoreConflict,
  RestorePreview,
  RestoreReport,
} from '../../../src/client/graph.ts'
import { Loading } from '../../ui/loading.tsx'
import { useAdmin } from '../admin-context.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { RestoreLinks } from './restore-links.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

const principalName = /^[^\s@#]+(#EXT#)?@[^\s@#]+$/i

const Conflicts = ({ conflicts }: { readonly conflicts: readonly RestoreConflict[] }) => {
  const words = useWords()
  return conflicts.length === 0 ? null : (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.deleted.conflictTitle}</MessageBarTitle>{' '}
        {conflicts.map(({ message }) => message).join(' ')}
      </MessageBarBody>
    </MessageBar>
  )
}

const Preview = ({ preview }: { readonly preview: RestorePreview }) => {
  const words = useWords()
  return (
    <>
      <RestoreLinks
        title={words.deleted.comesBack}
        links={preview.comesBack}
        {...(preview.cannotComeBack.length === 0 ? { none: words.deleted.nothingComesBack } : {})}
      />
      <RestoreLinks title={words.deleted.cannotComeBack} links={preview.cannotComeBack} />
      <Conflicts conflicts={preview.conflicts} />
    </>
  )
}

type Props = {
  readonly user: Pick<DeletedUser, 'id' | 'displayName'>
  /** Shows the report: that is where the person reads that it is done. */
  readonly onRestored: (report: RestoreReport) => void
  readonly onClose: () => void
}

/** Mount it to open it, so that the preview is of now. */
export const RestoreDialog = ({ user, onRestored, onClose }: Props) => {
  const words = useWords()
  const { graph, organizationId } = useAdmin()
  const [newName, setNewName] = useState('')
  const [dropping, setDropping] = useState(false)
  const preview = useQuery({
    queryKey: [organizationId, 'restorePreview', user.id],
    queryFn: () => graph.deleted.preview(user.id),
    gcTime: 0,
    staleTime: 0,
  })
  const conflicts = preview.data?.conflicts ?? []
  const has = (code: RestoreConflict['code']): boolean =>
    conflicts.some((conflict) => conflict.code === code)
  const nameTaken = has('userPrincipalNameConflict')
  const addressTaken = has('proxyAddressConflict')
  const name = newName.trim()
  const restore = useChange(
    () =>
      graph.deleted.restore(user.id, {
        ...(nameTaken ? { newUserPrincipalName: name } : {}),
        ...(addressTaken ? { autoReconcileProxyConflict: dropping } : {}),
      }),
    { done: (restored) => onRestored(restored['guesthouse.restoreReport']), gone: user.id },
  )
  const nameFits = !nameTaken || principalName.test(name)
  const hopeless = has('restoreWindowClosed') || has('personConflict') || has('targetTooHigh')
  return (
    <FormDialog
      open
      title={words.deleted.restoreTitle(user.displayName)}
      submitLabel={words.deleted.restoreNow}
      busy={restore.isPending}
      error={restore.error ?? preview.error}
      ready={preview.data !== undefined && !hopeless && nameFits && (!addressTaken || dropping)}
      // What stands in the way may have changed since the preview.
      onSubmit={() => restore.mutate(undefined, { onError: () => void preview.refetch() })}
      onClose={onClose}
    >
      {preview.data === undefined ? (
        preview.isPending && <Loading label={words.deleted.previewing} />
      ) : (
        <Preview preview={preview.data} />
      )}
      {nameTaken && !hopeless && (
        <TextField
          label={words.deleted.newName}
          hint={words.deleted.newNameHint}
          value={newName}
          required
          wrong={name !== '' && !nameFits ? words.deleted.newNameWrong : undefined}
          onChange={setNewName}
        />
      )}
      {addressTaken && !hopeless && (
        <Checkbox
          label={words.deleted.dropAddresses}
          required
          checked={dropping}
          onChange={(_, { checked }) => setDropping(checked === true)}
        />
      )}
    </FormDialog>
  )
}
