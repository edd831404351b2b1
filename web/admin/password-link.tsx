/** A one-time password link, shown once, and the dialog that makes one. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Text,
  makeStyles,
} from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { User } from '../../src/client/graph.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ProblemBar } from '../ui/problem.tsx'
import { When } from '../ui/when.tsx'
import { useAdmin } from './admin-context.tsx'
import { useChange } from './use-change.ts'
import { words } from './words.ts'

export type PasswordLink = { readonly url: string; readonly expiresDateTime: string }

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: '12px' } })

export const CopyButton = ({ text }: { readonly text: string }) => {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(words.user.copied),
      () => setSaid(words.user.notCopied),
    )
  return (
    <>
      <div>
        <Button icon={<CopyRegular />} onClick={() => void copy()}>
          {words.user.copy}
        </Button>
      </div>
      <output>{said}</output>
    </>
  )
}

type ShownProps = { readonly link: PasswordLink | undefined; readonly error?: unknown; readonly onClose: () => void }

/** Stays until it is closed on purpose: the link cannot be shown again. */
export const PasswordLinkDialog = ({ link, error, onClose }: ShownProps) => {
  const styles = useStyles()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.user.linkTitle}</DialogTitle>
          <DialogContent className={styles.content}>
            <ProblemBar error={error} />
            {link !== undefined && (
              <>
                <Text>{words.user.linkOnce}</Text>
                <Field label={words.user.linkLabel}>
                  <Input readOnly value={link.url} onFocus={({ target }) => target.select()} />
                </Field>
                <CopyButton text={link.url} />
                <Text>
                  {words.user.linkUntil} <When at={link.expiresDateTime} time />
                </Text>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

/** Asks first, because an earlier link stops working. Mount it to open it. */
export const ResetPasswordDialog = ({ user, onClose }: { readonly user: User; readonly onClose: () => void }) => {
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
