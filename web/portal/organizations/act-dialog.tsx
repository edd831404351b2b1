/**
 * Taking a request back, and refusing an organization that I have left: a question, then one
 * change.
 */
import { makeStyles } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AccountOrganization, AccountRequest } from '../../../src/wire/account.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useNotify } from '../../ui/notify.tsx'
import { account, organizationsQuery, refusalsQuery } from '../queries.ts'
import { useWords } from '../words.tsx'

export type Acting =
  | {
      readonly act: 'withdraw'
      readonly organization: AccountOrganization
      readonly request: AccountRequest
    }
  | { readonly act: 'refuse'; readonly organization: AccountOrganization }

const useStyles = makeStyles({ text: { margin: '0' } })

const doIt = (acting: Acting): Promise<void> =>
  acting.act === 'withdraw'
    ? account.withdraw(acting.organization.id, acting.request.id)
    : account.refuseInvitations(acting.organization.id)

/** Open while `acting` says what about. */
export const ActDialog = ({
  acting,
  onClose,
}: {
  readonly acting: Acting | undefined
  readonly onClose: () => void
}) => {
  const words = useWords()
  const styles = useStyles()
  const notify = useNotify()
  const queries = useQueryClient()
  const close = () => {
    change.reset()
    onClose()
  }
  const change = useMutation({
    mutationFn: doIt,
    onSuccess: async (_, { act, organization: { displayName } }) => {
      notify(words.acts[act].done(displayName))
      close()
      await Promise.all([
        queries.invalidateQueries(organizationsQuery),
        queries.invalidateQueries(refusalsQuery),
      ])
    },
  })
  if (acting === undefined) return null
  const text = words.acts[acting.act]
  return (
    <ConfirmDialog
      open
      title={text.title(acting.organization.displayName)}
      confirmLabel={text.confirm}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(acting)}
      onClose={close}
    >
      <p className={styles.text}>{text.text(acting.organization.displayName)}</p>
    </ConfirmDialog>
  )
}
