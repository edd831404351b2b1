/** A dialog with fields. What refused it stays inside, beside what was typed. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { ProblemBar } from '../../ui/problem.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalXS,
  },
})

type Props = {
  readonly open: boolean
  readonly title: string
  readonly submitLabel: string
  readonly busy: boolean
  readonly error: unknown
  /** Whether what stands in the fields can be sent. */
  readonly ready?: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export const FormDialog = ({
  open,
  title,
  submitLabel,
  busy,
  error,
  ready = true,
  onSubmit,
  onClose,
  children,
}: Props) => {
  const words = useWords()
  const styles = useStyles()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog is a portal: React would hand this event on to a form around it.
    event.stopPropagation()
    if (ready && !busy) onSubmit()
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.fields}>
              {error != null && <ProblemBar error={error} />}
              {children}
            </DialogContent>
            <DialogActions>
              <Button
                appearance="primary"
                type="submit"
                disabled={!ready}
                disabledFocusable={busy}
                {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
              >
                {submitLabel}
              </Button>
              <Button appearance="secondary" onClick={onClose}>
                {words.cancel}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
