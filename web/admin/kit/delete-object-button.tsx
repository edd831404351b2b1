/** Deletes a group or an application after asking, and goes back to the list it was in. */
import { DeleteRegular } from '@fluentui/react-icons'
import { useNavigate } from 'react-router'
import type { Action } from '../../../src/client/graph.ts'
import { Question, type Asked } from './question.tsx'
import { DialogButton } from './dialog-button.tsx'
import { useWords } from '../words.tsx'

type Props = {
  readonly action: Action
  readonly asked: Omit<Asked, 'label'>
  /** Where to go afterwards. */
  readonly to: string
}

export const DeleteObjectButton = ({ action, asked, to }: Props) => {
  const words = useWords()
  const navigate = useNavigate()
  return (
    <>
      <DialogButton
        action={action}
        icon={<DeleteRegular />}
        renderDialog={(close) => (
          <Question
            asked={{ ...asked, label: words.delete }}
            done={() => void navigate(to)}
            onClose={close}
          />
        )}
      >
        {words.delete}
      </DialogButton>
    </>
  )
}
