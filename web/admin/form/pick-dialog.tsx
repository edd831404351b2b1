/** A dialog that picks one object and adds it somewhere. */
import type { Choice, ChoiceKind } from './choices.ts'
import { FormDialog } from './form-dialog.tsx'
import { PeopleField } from './people-field.tsx'
import { useSentForm } from './use-sent-form.ts'

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

type Picking = { readonly picked: Choice | null }
/** What was picked, of a form that is sent only with one. */
export const pickedIn = ({ picked }: Picking): Choice => {
  if (picked === null) throw new Error('The form was sent without a choice.')
  return picked
}

export const PickDialog = ({ title, label, submitLabel, kinds, said, add, onClose }: Props) => {
  const form = useSentForm<Picking, unknown>({
    values: { picked: null },
    send: (given) => add(pickedIn(given)),
    said: (answer, given) => said(pickedIn(given).name, answer),
    done: onClose,
  })
  return (
    <FormDialog form={form} title={title} submitLabel={submitLabel} onClose={onClose}>
      <PeopleField control={form.control} name="picked" label={label} kinds={kinds} />
    </FormDialog>
  )
}
