/** A dialog with fields. What refused it stays inside, beside what was typed. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogTitle,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useLeaving } from '../../ui/confirm-dialog.tsx'
import { DialogFrame, ScrollingContent } from '../../ui/dialog-frame.tsx'
import { ProblemBar } from '../../ui/problem.tsx'
import { ReasonedButton } from '../kit/may.tsx'
import { useWords } from '../words.tsx'
import type { Shown } from './use-sent-form.ts'

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalXS,
  },
})

type Props = {
  readonly form: Shown & { readonly isChanged: boolean }
  readonly title: string
  readonly submitLabel: string
  /** False while it cannot be sent, whatever stands in it. */
  readonly ready?: boolean
  /** Whether it changes what is there: then nothing is sent before something is changed. */
  readonly changes?: boolean
  /** Whether something was entered that is no field of the form. */
  readonly holdsMore?: boolean
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
  changes = false,
  holdsMore = false,
  error,
  onClose,
  children,
}: Props) => {
  const words = useWords()
  const styles = useStyles()
  const { leave, question } = useLeaving(form.isChanged || holdsMore, onClose)
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !form.busy && leave()}>
      <DialogFrame>
        <form onSubmit={form.submit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <ScrollingContent className={styles.fields}>
              <ProblemBar error={form.problem ?? error} />
              {children}
            </ScrollingContent>
            <DialogActions>
              <ReasonedButton
                appearance="primary"
                type="submit"
                disabled={!ready}
                busy={form.busy}
                blocked={changes && !form.isChanged ? words.form.unchanged : undefined}
                {...(form.busy ? { icon: <Spinner size="tiny" /> } : {})}
              >
                {submitLabel}
              </ReasonedButton>
              <Button appearance="secondary" disabledFocusable={form.busy} onClick={leave}>
                {words.cancel}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
        {question}
      </DialogFrame>
    </Dialog>
  )
}
