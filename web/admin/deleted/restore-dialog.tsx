/**
 * Restores a deleted user: first what comes back, what cannot and why, and what stands in the way.
 */
import { MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  DeletedUser,
  LeftOfUser,
  RestoreConflict,
  RestorePreview,
  RestoreReport,
} from '../../../src/client/graph.ts'
import { restoreUser } from '../../../src/wire/graph/users/restoring.ts'
import { Loading } from '../../ui/loading.tsx'
import { useAdmin } from '../admin-context.tsx'
import { CheckField } from '../form/choice-fields.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { isLeft, type Choosing, type Left } from './choice.ts'
import { RestoreLinks, RestoreTicks } from './restore-links.tsx'
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

type PreviewProps = Choosing<LeftOfUser> & {
  readonly of: string
  readonly preview: RestorePreview
  readonly hint?: string
}

/** What comes back, with a tick each, what cannot, and what stands against it. */
export const Preview = ({ preview, ...choice }: PreviewProps) => {
  const words = useWords()
  return (
    <>
      <RestoreTicks
        title={words.deleted.comesBack}
        links={preview.comesBack}
        {...choice}
        {...(preview.cannotComeBack.length === 0 ? { none: words.deleted.nothingComesBack } : {})}
      />
      <RestoreLinks title={words.deleted.cannotComeBack} links={preview.cannotComeBack} />
      {preview.asksPerson && <Text>{words.deleted.asksPerson}</Text>}
      <Conflicts conflicts={preview.conflicts} />
    </>
  )
}

/** What is asked because of the conflicts; nothing helps against the hopeless ones. */
const obstaclesOf = (conflicts: readonly RestoreConflict[]) => {
  const has = (code: RestoreConflict['code']): boolean =>
    conflicts.some((conflict) => conflict.code === code)
  return {
    nameTaken: has('userPrincipalNameConflict'),
    addressTaken: has('proxyAddressConflict'),
    hopeless: has('restoreWindowClosed') || has('personConflict') || has('targetTooHigh'),
  }
}

type User = Pick<DeletedUser, 'id' | 'displayName'>

// Of what is shown now: what has gone since it was unticked is left out by itself.
const leaveOutOf = (preview: RestorePreview | undefined, of: string, left: Left) => {
  const leaveOut = (preview?.comesBack ?? [])
    .map(({ kind, item }) => ({ kind, item }))
    .filter((link) => isLeft(left, { of, ...link }))
  return leaveOut.length === 0 ? {} : { leaveOut }
}

/** What would come back now, and the form that brings it back. */
const useRestore = (user: User, onRestored: (report: RestoreReport) => void) => {
  const { graph, organizationId } = useAdmin()
  const preview = useQuery({
    queryKey: [organizationId, 'restorePreview', user.id],
    queryFn: () => graph.deleted.preview(user.id),
    gcTime: 0,
    staleTime: 0,
  })
  const [left, onLeft] = useState<Left<LeftOfUser>>(new Map())
  const obstacles = obstaclesOf(preview.data?.conflicts ?? [])
  const form = useSentForm({
    values: { newUserPrincipalName: '', autoReconcileProxyConflict: false },
    send: ({ newUserPrincipalName: name, autoReconcileProxyConflict }) =>
      graph.deleted.restore(user.id, {
        ...leaveOutOf(preview.data, user.id, left),
        ...(obstacles.nameTaken ? { newUserPrincipalName: name.trim() } : {}),
        ...(obstacles.addressTaken ? { autoReconcileProxyConflict } : {}),
      }),
    done: (restored) => onRestored(restored['guesthouse.restoreReport']),
    gone: user.id,
    // What stands in the way may have changed since the preview.
    refused: () => void preview.refetch(),
  })
  return { preview, obstacles, form, left, onLeft }
}

type Restore = ReturnType<typeof useRestore>

/** What is asked where a name or an address is taken by now. */
const Reconciling = ({ obstacles, form }: Pick<Restore, 'obstacles' | 'form'>) => {
  const words = useWords().deleted
  if (obstacles.hopeless) return null
  return (
    <>
      {obstacles.nameTaken && (
        <TextField
          control={form.control}
          name="newUserPrincipalName"
          of={newUserPrincipalName}
          required
          label={words.newName}
          hint={words.newNameHint}
        />
      )}
      {obstacles.addressTaken && (
        <CheckField
          control={form.control}
          name="autoReconcileProxyConflict"
          required
          label={words.dropAddresses}
        />
      )}
    </>
  )
}

type Props = {
  readonly user: User
  /** Shows the report: that is where the person reads that it is done. */
  readonly onRestored: (report: RestoreReport) => void
  readonly onClose: () => void
}

/** Mount it to open it, so that the preview is of now. */
export const RestoreDialog = ({ user, onRestored, onClose }: Props) => {
  const words = useWords().deleted
  const { preview, obstacles, form, left, onLeft } = useRestore(user, onRestored)
  return (
    <FormDialog
      form={form}
      title={words.restoreTitle(user.displayName)}
      submitLabel={words.restoreNow}
      error={preview.error}
      ready={preview.data !== undefined && !obstacles.hopeless}
      holdsMore={left.size > 0}
      onClose={onClose}
    >
      {preview.data === undefined ? (
        preview.isPending && <Loading label={words.previewing} />
      ) : (
        <Preview
          preview={preview.data}
          hint={words.untickHint}
          of={user.id}
          left={left}
          onLeft={onLeft}
        />
      )}
      <Reconciling obstacles={obstacles} form={form} />
    </FormDialog>
  )
}
