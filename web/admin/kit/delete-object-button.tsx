/** Deletes a group or an application after asking, and goes back to the list it was in. */
import { DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Action } from '../../../src/client/graph.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { MayButton } from './may.tsx'
import { useChange } from './use-change.ts'
import { useWords } from '../words.tsx'

type Props = {
  readonly action: Action
  readonly title: string
  readonly text: string
  readonly said: string
  readonly remove: () => Promise<unknown>
  /** Its id. */
  readonly object: string
  /** Where to go afterwards. */
  readonly to: string
}

export const DeleteObjectButton = ({ action, title, text, said, remove, object, to }: Props) => {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  const removal = useChange<void, unknown>(remove, {
    said,
    done: () => void navigate(to),
    gone: object,
  })
  return (
    <>
      <MayButton
        action={action}
        icon={<DeleteRegular />}
        onClick={() => {
          removal.reset()
          setAsking(true)
        }}
      >
        {words.delete}
      </MayButton>
      <ConfirmDialog
        open={asking}
        danger
        title={title}
        confirmLabel={words.delete}
        busy={removal.isPending}
        error={removal.error}
        onConfirm={() => removal.mutate()}
        onClose={() => setAsking(false)}
      >
        {text}
      </ConfirmDialog>
    </>
  )
}
