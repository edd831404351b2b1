/**
 * A question before something that cannot be undone by another click. Focus starts on Cancel, and
 * Escape cancels. A dialog in which something was entered asks once before that is lost.
 */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogTitle,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { DialogFrame, ScrollingContent } from './dialog-frame.tsx'
import { ProblemBar } from './problem.tsx'
import { useShellWords } from './words.tsx'

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    minBlockSize: '40px',
  },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    ':hover:active': {
      backgroundColor: tokens.colorStatusDangerBackground3Pressed,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
  confirm: { '@media (min-width: 481px)': { whiteSpace: 'nowrap' } },
  off: {
    backgroundColor: tokens.colorNeutralBackgroundDisabled,
    color: tokens.colorNeutralForegroundDisabled,
  },
})

type Props = {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  readonly confirmLabel: string
  readonly danger?: boolean | undefined
  /** The change is under way: both buttons wait. */
  readonly busy?: boolean | undefined
  /** False while what the person decides on is not shown yet. */
  readonly ready?: boolean | undefined
  readonly error?: unknown
  /** Whether something was entered in it that would be lost. */
  readonly isChanged?: boolean | undefined
  /** What the other button says, where it is not Cancel. */
  readonly cancelLabel?: string | undefined
  /** Whether it stands above another dialog. */
  readonly above?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

type ButtonsProps = Pick<
  Props,
  'confirmLabel' | 'cancelLabel' | 'danger' | 'onConfirm' | 'onClose'
> & {
  readonly busy: boolean
  readonly ready: boolean
  /** Is handed the button that the focus starts on. */
  readonly keepCancel: (element: HTMLButtonElement | null) => void
}

const Buttons = ({
  confirmLabel,
  cancelLabel,
  danger,
  busy,
  ready,
  keepCancel,
  ...on
}: ButtonsProps) => {
  const words = useShellWords()
  const styles = useStyles()
  const off = busy || !ready
  const looks = danger === true && mergeClasses(styles.danger, off && styles.off)
  return (
    <DialogActions>
      <Button
        appearance="primary"
        className={mergeClasses(styles.confirm, looks)}
        disabledFocusable={off}
        icon={busy ? <Spinner size="tiny" /> : null}
        onClick={on.onConfirm}
      >
        {confirmLabel}
      </Button>
      <Button ref={keepCancel} disabledFocusable={busy} onClick={on.onClose}>
        {cancelLabel ?? words.cancel}
      </Button>
    </DialogActions>
  )
}

/** Asks before what was entered is lost: by `onConfirm` it is, by `onClose` it is kept. */
export const DiscardDialog = (how: Pick<Props, 'open' | 'above' | 'onConfirm' | 'onClose'>) => {
  const words = useShellWords().discard
  return (
    <ConfirmDialog
      {...how}
      danger
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={words.keep}
    >
      {words.text}
    </ConfirmDialog>
  )
}

/**
 * Leaves a dialog by `close`, after asking where something was entered in it. `leave` is what
 * Escape and Cancel call; `question` is to stand in the dialog. Whoever keeps what they entered is
 * back where they were (`keep-focus.ts`).
 */
export const useLeaving = (isChanged: boolean, close: () => void) => {
  const [asking, setAsking] = useState(false)
  const leave = (): void => {
    if (isChanged) setAsking(true)
    else close()
  }
  const question = asking && (
    <DiscardDialog open above onConfirm={close} onClose={() => setAsking(false)} />
  )
  return { leave, question }
}

export const ConfirmDialog = ({
  open,
  title,
  children,
  error,
  busy = false,
  ready = true,
  isChanged = false,
  above = false,
  onClose,
  ...buttons
}: Props) => {
  const styles = useStyles()
  const { leave, question } = useLeaving(isChanged, onClose)
  const cancel = useRef<HTMLButtonElement>(null)
  const keepCancel = (element: HTMLButtonElement | null): void => {
    cancel.current = element
  }
  useEffect(() => {
    if (open) cancel.current?.focus()
  }, [open])
  return (
    <Dialog
      open={open}
      modalType="alert"
      onOpenChange={(_, data) => {
        if (!data.open && !busy) leave()
      }}
    >
      <DialogFrame above={above}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <ScrollingContent className={styles.content} tabIndex={0}>
            {children}
            <ProblemBar error={error} />
          </ScrollingContent>
          <Buttons {...buttons} {...{ busy, ready, keepCancel }} onClose={leave} />
        </DialogBody>
        {question}
      </DialogFrame>
    </Dialog>
  )
}
