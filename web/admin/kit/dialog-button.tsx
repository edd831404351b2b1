/** A button for what needs a permission and is done in a dialog. */
import { useState, type ComponentProps, type ReactNode } from 'react'
import { MayButton } from './may.tsx'

type Props = Omit<ComponentProps<typeof MayButton>, 'onClick'> & {
  /** The dialog, which is mounted to open it. */
  readonly renderDialog: (close: () => void) => ReactNode
}

export const DialogButton = ({ renderDialog, ...button }: Props) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <MayButton {...button} onClick={() => setOpen(true)} />
      {open && renderDialog(() => setOpen(false))}
    </>
  )
}
