/** A dialog that picks one object and adds it somewhere. */
import { useState } from 'react'
import type { Choice, ChoiceKind } from './choices.ts'
import { FormDialog } from './form-dialog.tsx'
import { PeoplePicker } from './people-picker.tsx'
import { useChange } from './use-change.ts'

type Props = {
  readonly title: string
  readonly label: string
  readonly submitLabel: string
  readonly kinds: readonly ChoiceKind[]
  /** The sentence that says it is done, of whom and of what `add` answered. */
  readonly said: (name: string, answer: unknown) => string
  readonly add: (choice: Choice) => Promise<unknown>
  readonly onClose: () => void
}

/** Mount it to open it, so that each time starts afresh. */
export const PickDialog = ({ title, label, submitLabel, kinds, said, add, onClose }: Props) => {
  const [picked, setPicked] = useState<Choice>()
  const change = useChange(add, {
    said: (answer, choice) => said(choice.name, answer),
    done: onClose,
  })
  return (
    <FormDialog
      open
      title={title}
      submitLabel={submitLabel}
      busy={change.isPending}
      error={change.error}
      ready={picked !== undefined}
      onSubmit={() => picked !== undefined && change.mutate(picked)}
      onClose={onClose}
    >
      <PeoplePicker label={label} kinds={kinds} picked={picked} onPick={setPicked} required />
    </FormDialog>
  )
}
