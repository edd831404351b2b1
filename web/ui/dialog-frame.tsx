/** The frame of every dialog: on a phone with a margin around it, and no wider than the window. */
import { DialogSurface, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  // A dialog that stays below is wider than a phone, and a title with a long word in it would be
  // too.
  frame: {
    boxSizing: 'border-box',
    maxWidth: 'min(600px, calc(100vw - 24px))',
    overflowWrap: 'anywhere',
    // In the words of the components, whose own width for phones would win otherwise.
    '@media screen and (max-width: 480px)': { maxWidth: 'calc(100vw - 24px)', padding: '16px' },
  },
})

export const DialogFrame = ({ children }: { readonly children: ReactNode }) => (
  <DialogSurface className={useStyles().frame}>{children}</DialogSurface>
)
