/** Deletes a group or an application after asking, and goes back to the list it was in. */
import { DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Action } from '../../../src/client/graph.ts'
import { MayButton } from './may.tsx'
import { Question, type Asked } from './question.tsx'
import { useWords } from '../words.tsx'

type Props = {
  readonly action: Action
  readonly asked: Omit<Asked, 'label'>
  /** Where to go afterwards. */
  readonly to: string
}

export const DeleteObjectButton = ({ action, asked, to }: Props) => {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  return (
    <>
      <MayButton action={action} icon={<DeleteRegular />} onClick={() => setAsking(true)}>
        {words.delete}
      </MayButton>
      {asking && (
        <Question
          asked={{ ...asked, label: words.delete }}
          done={() => void navigate(to)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
