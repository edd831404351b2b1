/** A labelled text in a form. */
import { Field, Input, Textarea } from '@fluentui/react-components'
import type { FieldValues } from 'react-hook-form'
import type { Property } from '../../../src/wire/graph/definition/definition.ts'
import { useBound, type Bound } from './bound.ts'
import { longest, wrongWith } from './property-text.ts'
import { useWords } from '../words.tsx'

export type TextFieldProps<V extends FieldValues> = Bound<V, string> & {
  /** What it is the text of: its limits, and what can stand in it. */
  readonly of: Property
  /** The text as the server gets it, where that is more than what is typed. */
  readonly whole?: (text: string) => string
  /** How many lines are in sight. */
  readonly lines?: number
}

/**
 * An address is a text: Chromium writes domains in a field of type email anew, in other letters.
 */
const inputs: Partial<Record<Property['is'], { type: 'url' | 'date' } | { inputMode: 'email' }>> = {
  address: { inputMode: 'email' },
  principalName: { inputMode: 'email' },
  unjudged: { inputMode: 'email' },
  webAddress: { type: 'url' },
  instant: { type: 'date' },
}

const asTyped = (text: string): string => text

export const TextField = <V extends FieldValues>({
  of,
  whole = asTyped,
  lines = of.many === true ? 2 : 1,
  ...bound
}: TextFieldProps<V>) => {
  const words = useWords().form
  const required = bound.required ?? of.required === true
  const { around, inside, value, set } = useBound<V, string>({ ...bound, required }, (text) =>
    text.trim() === ''
      ? required
        ? words.required
        : undefined
      : wrongWith(words, of, whole(text)),
  )
  const common = {
    ...inside,
    value,
    maxLength: longest(of),
    disabled: bound.disabled ?? false,
  }
  return (
    <Field {...around}>
      {lines > 1 ? (
        <Textarea {...common} rows={lines} onChange={(_, data) => set(data.value)} />
      ) : (
        <Input
          {...common}
          {...inputs[of.is]}
          autoComplete="off"
          onChange={(_, data) => set(data.value)}
        />
      )}
    </Field>
  )
}
