/** A secret or a link that is shown this once: stays until it is closed on purpose. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogTitle,
  Field,
  Input,
  Text,
  makeStyles,
} from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import { useWords } from '../words.tsx'
import { DialogFrame, ScrollingContent } from '../../ui/dialog-frame.tsx'

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: '12px' } })

const CopyButton = ({ text }: { readonly text: string }) => {
  const words = useWords()
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

type Props = {
  readonly title: string
  /** What to do with it. */
  readonly once: string
  readonly label: string
  readonly value: string
  /** How long it is good. */
  readonly until: ReactNode
  readonly onClose: () => void
}

export const ShownOnce = ({ title, once, label, value, until, onClose }: Props) => (
  <OnceDialog title={title} onClose={onClose}>
    <Text>{once}</Text>
    <Field label={label}>
      <Input readOnly value={value} onFocus={({ target }) => target.select()} />
    </Field>
    <CopyButton text={value} />
    <Text>{until}</Text>
  </OnceDialog>
)

type OnceProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The dialog alone, for when there is nothing to show but why. */
export const OnceDialog = ({ title, onClose, children }: OnceProps) => {
  const words = useWords()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogFrame>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <ScrollingContent className={useStyles().content}>{children}</ScrollingContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogFrame>
    </Dialog>
  )
}
