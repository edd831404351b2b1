/** One user, group or application in a form, found by typing. */
import type { FieldValues } from 'react-hook-form'
import { useBound, type Bound } from './bound.ts'
import type { Choice, ChoiceKind } from './choices.ts'
import { PeoplePicker } from './people-picker.tsx'
import { useWords } from '../words.tsx'

type Props<V extends FieldValues> = Bound<V, Choice | null> & {
  readonly kinds: readonly ChoiceKind[]
  readonly onPick?: (choice: Choice | null) => void
}

export const PeopleField = <V extends FieldValues>({ kinds, onPick, ...bound }: Props<V>) => {
  const words = useWords().form
  const { inside, value, wrong, set } = useBound<V, Choice | null>(bound, (picked) =>
    picked === null ? words.pick : undefined,
  )
  return (
    <PeoplePicker
      label={bound.label}
      kinds={kinds}
      required
      wrong={wrong}
      focus={inside.ref}
      picked={value ?? undefined}
      onPick={(choice) => {
        set(choice ?? null)
        onPick?.(choice ?? null)
      }}
    />
  )
}
