/** A one-time password link, shown once, and the dialog that makes one. */
import type { User } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { When } from '../../ui/when.tsx'
import { useAdmin } from '../admin-context.tsx'
import { OnceDialog, ShownOnce } from '../kit/shown-once.tsx'
import type { PasswordLink } from '../../../src/client/graph.ts'
import { useChange } from '../kit/use-change.ts'
import { useWords } from '../words.tsx'

type ShownProps = {
  readonly link: PasswordLink | undefined
  readonly error?: unknown
  readonly onClose: () => void
}

/** Without a link, why there is none. */
export const PasswordLinkDialog = ({ link, error, onClose }: ShownProps) => {
  const words = useWords()
  return link === undefined ? (
    <OnceDialog title={words.user.linkTitle} onClose={onClose}>
      <ProblemBar error={error} />
    </OnceDialog>
  ) : (
    <ShownOnce
      title={words.user.linkTitle}
      once={words.user.linkOnce}
      label={words.user.linkLabel}
      value={link.url}
      until={
        <>
          {words.user.linkUntil} <When at={link.expiresDateTime} time />
        </>
      }
      onClose={onClose}
    />
  )
}

/** Asks first, because an earlier link stops working. Mount it to open it. */
export const ResetPasswordDialog = ({
  user,
  onClose,
}: {
  readonly user: User
  readonly onClose: () => void
}) => {
  const words = useWords()
  const { graph } = useAdmin()
  const reset = useChange(() => graph.users.createPasswordLink(user.id))
  if (reset.data !== undefined) return <PasswordLinkDialog link={reset.data} onClose={onClose} />
  return (
    <ConfirmDialog
      open
      title={words.user.resetTitle(user.displayName)}
      confirmLabel={words.user.createLink}
      busy={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate(undefined)}
      onClose={onClose}
    >
      {words.user.resetText}
    </ConfirmDialog>
  )
}
