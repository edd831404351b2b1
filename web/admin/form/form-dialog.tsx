/** A dialog with fields. What refused it stays inside, beside what was typed. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogSurface,
  DialogTitle,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ProblemBar } from '../../ui/problem.tsx'
import { useWords } from '../words.tsx'
import type { Shown } from './use-sent-form.ts'
import { ScrollingContent } from '../../ui/scrolling-content.tsx'

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalXS,
  },
})

type Props = {
  readonly form: Shown
  readonly title: string
  readonly submitLabel: string
  /** False while it cannot be sent, whatever stands in it. */
  readonly ready?: boolean
  /** What went wrong beside sending it. */
  readonly error?: unknown
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Mount it to open it, so that each time starts afresh. */
export const FormDialog = ({
  form,
  title,
  submitLabel,
  ready = true,
  error,
  onClose,
  children,
}: Props) => {
  const words = useWords()
  const styles = useStyles()
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={form.submit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <ScrollingContent className={styles.fields}>
              <ProblemBar error={form.problem ?? error} />
              {children}
            </ScrollingContent>
            <DialogActions>
              <Button
                appearance="primary"
                type="submit"
                disabled={!ready}
                disabledFocusable={form.busy}
                {...(form.busy ? { icon: <Spinner size="tiny" /> } : {})}
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
