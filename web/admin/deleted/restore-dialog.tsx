/**
 * Restores a deleted user: first what comes back, what cannot and why, and what stands in the way.
 */
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type {
  DeletedUser,
  RestoreConflict,
  RestorePreview,
  RestoreReport,
} from '../../../src/client/graph.ts'
import { restoreUser } from '../../../src/wire/graph/users/restoring.ts'
import { Loading } from '../../ui/loading.tsx'
import { useAdmin } from '../admin-context.tsx'
import { CheckField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { RestoreLinks } from './restore-links.tsx'
import { TextField } from '../form/text-field.tsx'
import { useSentForm } from '../form/use-sent-form.ts'
import { useWords } from '../words.tsx'

const { newUserPrincipalName } = restoreUser.sent

const Conflicts = ({ conflicts }: { readonly conflicts: readonly RestoreConflict[] }) => {
  const words = useWords()
  return conflicts.length === 0 ? null : (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.deleted.conflictTitle}</MessageBarTitle>{' '}
        {conflicts
          .map(({ code, holder }) => words.deleted.conflicts[code](holder?.displayName ?? ''))
          .join(' ')}
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
  const form = useSentForm({
    values: { newUserPrincipalName: '', autoReconcileProxyConflict: false },
    send: ({ newUserPrincipalName: name, autoReconcileProxyConflict }) =>
      graph.deleted.restore(user.id, {
        ...(nameTaken ? { newUserPrincipalName: name.trim() } : {}),
        ...(addressTaken ? { autoReconcileProxyConflict } : {}),
      }),
    done: (restored) => onRestored(restored['guesthouse.restoreReport']),
    gone: user.id,
    // What stands in the way may have changed since the preview.
    refused: () => void preview.refetch(),
  })
  const hopeless = has('restoreWindowClosed') || has('personConflict') || has('targetTooHigh')
  return (
    <FormDialog
      form={form}
      title={words.deleted.restoreTitle(user.displayName)}
      submitLabel={words.deleted.restoreNow}
      error={preview.error}
      ready={preview.data !== undefined && !hopeless}
      onClose={onClose}
    >
      {preview.data === undefined ? (
        preview.isPending && <Loading label={words.deleted.previewing} />
      ) : (
        <Preview preview={preview.data} />
      )}
      {nameTaken && !hopeless && (
        <TextField
          control={form.control}
          name="newUserPrincipalName"
          of={newUserPrincipalName}
          required
          label={words.deleted.newName}
          hint={words.deleted.newNameHint}
        />
      )}
      {addressTaken && !hopeless && (
        <CheckField
          control={form.control}
          name="autoReconcileProxyConflict"
          required
          label={words.deleted.dropAddresses}
        />
      )}
    </FormDialog>
  )
}
